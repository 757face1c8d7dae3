import Language

/// Finds what an English number counts: the noun phrase behind it, and its head.
final class EnglishNouns: Sendable {
  let stops: WordClasses
  let verbs: WordClasses
  let coordinator: WordClass
  let adverb: WordClass
  let verbPast: WordClass
  let verbIng: WordClass
  let verbParticiple: WordClass
  let verbS: WordClass
  let preposition: WordClass
  let pronoun: WordClass
  let nounFirst: WordClass
  let verbBase: WordClass
  let notCounted: WordClass
  let modifier: WordClass
  let plural: WordClass
  let superlative: WordClass
  let structural: WordClass
  let countVerb: WordClass
  let possessive: WordClass
  let number: WordClass

  init(lexicon: Lexicon) {
    stops = WordClasses(
      [
        "determiner", "pronoun", "preposition", "subordinator", "relative", "auxiliary", "modal",
        "contraction", "negation", "coordinator",
      ].map(lexicon.wordClass))
    verbs = WordClasses(
      ["verb-past", "verb-base", "verb-s", "verb-participle", "verb-ing"].map(lexicon.wordClass))
    coordinator = lexicon.wordClass("coordinator")
    adverb = lexicon.wordClass("adverb")
    verbPast = lexicon.wordClass("verb-past")
    verbBase = lexicon.wordClass("verb-base")
    nounFirst = lexicon.wordClass("noun-first")
    preposition = lexicon.wordClass("preposition")
    verbS = lexicon.wordClass("verb-s")
    pronoun = lexicon.wordClass("pronoun")
    verbParticiple = lexicon.wordClass("verb-participle")
    verbIng = lexicon.wordClass("verb-ing")
    notCounted = lexicon.wordClass("not-counted")
    modifier = lexicon.wordClass("count-modifier")
    plural = lexicon.wordClass("plural")
    superlative = lexicon.wordClass("superlative")
    structural = lexicon.wordClass("structural-noun")
    countVerb = lexicon.wordClass("count-verb")
    possessive = lexicon.wordClass("possessive")
    number = lexicon.wordClass("number")
  }

  /// How many words a noun phrase may have.
  private static let longest = 9

  /// The noun phrase that begins at the token.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - start: the first token behind the number.
  ///   - end: the sentence's end.
  ///   - isOne: whether the number is 1, which a singular follows.
  /// - Returns: `nil` where no noun follows.
  func noun(in text: TokenizedText, at start: Int, before end: Int, isOne: Bool) -> CountedNoun? {
    var words: [Int] = []
    var head: Int?
    var model: Range<Int>?
    var index = start
    let limit = min(end, start + Self.longest)
    scan: while index < limit {
      let token = text.tokens[index]
      if token.flags.contains(.opensLine) && index > start { break }
      switch token.kind {
      case .word:
        if head == nil, let end = self.model(in: text, at: index, before: end) {
          model = index..<end
          index = end
          continue
        }
        switch step(in: text, at: index, words: words, head: head, isOne: isOne, limit: limit) {
        case .stop: break scan
        case .skip: break
        case .take:
          words.append(index)
          if isPlural(text, index), !isPrefixed(text, index + 1, limit) { head = index }
        }
      case .sign:
        guard passes(in: text, at: index, words: words, before: limit) else { break scan }
      case .number, .script: break scan
      }
      index += 1
    }
    if words.isEmpty, let model { return designation(text, model) }
    guard let last = words.last,
      let first = words.first(where: {
        !text.isA(modifier, at: $0) && !text.isA(superlative, at: $0)
      })
    else { return nil }
    if isOne {
      // "one died": a verb is no noun.
      let isVerb = words.count == 1 && text.isA(verbPast, at: first)
      return isVerb ? nil : make(text, words: words, head: last)
    }
    if head == nil, text.isA(countVerb, at: first), !text.tokens[first].isJoined { return nil }
    // Of a singular phrase the number counts the first noun: "an 11 member trade agreement".
    guard let head = head ?? firstNoun(text, first, isAlone: words.count == 1) else { return nil }
    return make(text, words: words, head: head)
  }

  /// The end of a designation such as "Su-35" and "F-35s", which describes the noun behind it.
  private func model(in text: TokenizedText, at index: Int, before end: Int) -> Int? {
    let number = index + 2
    guard number < end, text.tokens[index].isCapitalized, text.tokens[index + 1].isDash,
      text.tokens[index + 1].isJoined, text.tokens[number].isNumber, text.tokens[number].isJoined
    else { return nil }
    let next = number + 1
    let hasLetters =
      next < end && text.tokens[next].isWord && text.tokens[next].isJoined
      && text.tokens[next].length <= 2
    return hasLetters ? next + 1 : next
  }

  /// Counted by its designation alone: "four F-35s".
  private func designation(_ text: TokenizedText, _ model: Range<Int>) -> CountedNoun {
    let hasEnding = text.folded(text.tokens[model.upperBound - 1]) == "s"
    let name = text.string(model.lowerBound..<(hasEnding ? model.upperBound - 1 : model.upperBound))
    return CountedNoun(tokens: model, head: name, phrase: lowered(name), isPlural: true)
  }

  private func firstNoun(_ text: TokenizedText, _ index: Int, isAlone: Bool) -> Int? {
    let isHyphenated = index > 0 && text.tokens[index].isJoined && text.tokens[index - 1].isDash
    if isAlone, !isHyphenated, text.isA(verbBase, at: index) { return nil }
    let isVerbal = text.isA(verbPast, at: index) || text.isA(verbIng, at: index)
    return isVerbal && !text.tokens[index].isCapitalized || text.isA(verbPast, at: index)
      ? nil : index
  }

  /// Whether a hyphen ties the word before it to the next: "gas-only".
  private func isPrefixed(_ text: TokenizedText, _ index: Int, _ limit: Int) -> Bool {
    index + 1 < limit && text.tokens[index].isDash && text.tokens[index].isJoined
      && text.tokens[index + 1].isJoined && text.tokens[index + 1].isWord
  }

  private enum Step { case stop, skip, take }

  private func step(
    in text: TokenizedText, at index: Int, words: [Int], head: Int?, isOne: Bool, limit: Int
  ) -> Step {
    let token = text.tokens[index]
    if text.isA(possessive, at: index) { return .skip }
    if head == nil, let value = text.value(modifier, at: index) {
      return value.isEmpty ? .take : words.isEmpty ? .skip : .stop
    }
    // "the 20 most expensive restaurants".
    if head == nil, text.isA(superlative, at: index), index + 1 < limit { return .take }
    if text.isA(coordinator, at: index) {
      // "digital and physical sales": between adjectives, before any plural.
      let goesOn =
        head == nil && !words.isEmpty && !isOne && index + 1 < limit
        && text.tokens[index + 1].isWord && !isStop(text, index + 1)
        && pluralFollows(in: text, from: index + 1, before: limit)
      return goesOn ? .skip : .stop
    }
    // "Four Moscow-based pilots": the second half of an adjective.
    if token.isJoined, index > 0, text.tokens[index - 1].isDash, !words.isEmpty, head == nil,
      text.isA(verbParticiple, at: index), pluralFollows(in: text, from: index + 1, before: limit)
    {
      return .skip
    }
    if isStop(text, index) && !(token.isCapitalized && token.flags.contains(.capitals)) {
      return .stop
    }
    if text.isA(notCounted, at: index), !token.isCapitalized || words.isEmpty || head != nil {
      return .stop
    }
    // "A boy of nine counts them", "900 million comes from Moscow".
    if words.isEmpty, text.isA(verbS, at: index), index + 1 < limit,
      text.isA(pronoun, at: index + 1)
        || text.isForm(of: countVerb, at: index) && text.isA(preposition, at: index + 1)
          && !isOne
    {
      return .stop
    }
    // "112 bore Chinese marks": a form of the past that describes nothing.
    if words.isEmpty, !isOne, text.isA(verbPast, at: index), !text.isA(verbParticiple, at: index),
      !text.isA(verbBase, at: index), !token.isCapitalized
    {
      return .stop
    }
    if text.isA(number, at: index), !words.isEmpty || !token.isCapitalized { return .stop }
    if head != nil { return continuesPlural(text, index) ? .take : .stop }
    if isAdverb(text, index) { return words.isEmpty || isOne == false ? .skip : .stop }
    return stopsSingular(in: text, at: index, words: words, isOne: isOne, limit: limit)
      ? .stop : .take
  }

  /// Whether a verb ends a phrase in which no plural was found yet.
  private func stopsSingular(
    in text: TokenizedText, at index: Int, words: [Int], isOne: Bool, limit: Int
  ) -> Bool {
    guard !words.isEmpty, isVerb(text, index) else { return false }
    if text.tokens[index].isCapitalized { return false }
    if isOne { return !text.isA(verbIng, at: index) && !text.isA(nounFirst, at: index) }
    if isPlural(text, index) { return false }
    // A singular phrase has no verb without an ending: "an 11 member trade agreement".
    let isBase = text.isA(verbBase, at: index) && !text.isA(verbPast, at: index)
    return !isBase && !pluralFollows(in: text, from: index + 1, before: limit)
  }

  private func pluralFollows(in text: TokenizedText, from start: Int, before end: Int) -> Bool {
    var index = start
    while index < min(end, start + 4), text.tokens[index].isWord, !isStop(text, index) {
      if isPlural(text, index) { return true }
      index += 1
    }
    return false
  }

  private func isStop(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isAny(stops, at: index) && !text.isA(modifier, at: index)
  }

  private func isVerb(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isAny(verbs, at: index)
  }

  private func isAdverb(_ text: TokenizedText, _ index: Int) -> Bool {
    if text.isA(adverb, at: index) { return true }
    let token = text.tokens[index]
    return token.length > 4 && text.bytes[Int(token.end) - 2] == UInt8(ascii: "l")
      && text.bytes[Int(token.end) - 1] == UInt8(ascii: "y") && !isPlural(text, index)
      && token.code < 0 && !token.isCapitalized
      && !["family", "supply", "assembly", "ally"]
        .contains(text.folded(token))
  }

  /// "A train of 63 wagons rolls out": no plural but where its word is a noun as often.
  func isVerbS(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isA(verbS, at: index) && !text.isA(nounFirst, at: index) && !text.isA(plural, at: index)
  }

  /// Behind a plural only another plural goes on: a verb after it would have no `s`.
  private func continuesPlural(_ text: TokenizedText, _ index: Int) -> Bool {
    // "Three Chinese banks": behind people's name a noun goes on whatever else its word may be.
    if text.tokens[index - 1].isCapitalized, text.isA(plural, at: index - 1),
      isPlural(text, index), !text.isA(preposition, at: index + 1)
    {
      return true
    }
    return isPlural(text, index) && !isAdverb(text, index) && !isVerbS(text, index)
      && !(text.isA(verbPast, at: index) && !text.isA(plural, at: index))
  }

  /// `"perhaps 200 or 300" seals`, but not `the "Fight for 15" movement`.
  private func quotesNumber(_ text: TokenizedText, _ closing: Int) -> Bool {
    let first = max(0, closing - 6)
    guard
      let opening = (first..<closing).last(where: { text.tokens[$0].flags.contains(.opensQuote) })
    else { return false }
    return (opening + 1..<closing).allSatisfy {
      text.tokens[$0].isNumber || text.isA(number, at: $0) || text.isA(coordinator, at: $0)
        || text.isA(adverb, at: $0)
    }
  }

  /// Signs inside a phrase: a hyphen between words, an opening quotation mark, emphasis.
  private func passes(
    in text: TokenizedText, at index: Int, words: [Int], before end: Int
  ) -> Bool {
    let token = text.tokens[index]
    if token.isSign("*") || token.isSign("_") { return index + 1 < end }
    if token.flags.contains(.opensQuote) { return words.isEmpty }
    if token.flags.contains(.closesQuote) { return words.isEmpty && quotesNumber(text, index) }
    guard index + 1 < end, text.tokens[index + 1].isWord else { return false }
    if token.isDash, !token.isLongDash {
      return token.isJoined && text.tokens[index + 1].isJoined && !words.isEmpty
    }
    return token.isSign("&") && !words.isEmpty
  }
}
