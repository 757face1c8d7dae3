import Language
import Model

/// Finds the English noun phrases that stand before and after a verb of speech.
///
/// Without a parser: a phrase is told by its edges (determiners, prepositions, signs, verbs).
struct SpeakerPhrases {
  let text: TokenizedText
  let words: AttributionWords

  /// The longest phrase, in tokens, without its prepositional phrases.
  static let longest = 14

  // MARK: - Tokens

  func isA(_ wordClass: WordClass, _ index: Int) -> Bool { text.isA(wordClass, at: index) }

  func isComma(_ index: Int) -> Bool { text.isSign(",", at: index) }

  func isJoinedDash(_ index: Int) -> Bool {
    text.tokens.indices.contains(index) && text.tokens[index].isDash && text.tokens[index].isJoined
  }

  func isNumber(_ index: Int) -> Bool {
    text.tokens.indices.contains(index) && text.tokens[index].isNumber
  }

  func isQuoteMark(_ index: Int) -> Bool {
    guard text.tokens.indices.contains(index) else { return false }
    let flags = text.tokens[index].flags
    if flags.contains(.opensQuote) || flags.contains(.closesQuote) { return true }
    // The second of two apostrophes carries no flag.
    return text.isSign("'", at: index) && text.isSign("'", at: index - 1)
  }

  /// A day, a month or another word of time; the last part of "Ha Min-jun" is none.
  func isTime(_ index: Int) -> Bool {
    isA(words.timeNoun, index)
      && !(text.tokens[index].isJoined && index > 0 && text.tokens[index - 1].isDash)
  }

  func isCapitalized(_ index: Int) -> Bool {
    guard text.tokens.indices.contains(index), text.tokens[index].isWord else { return false }
    if text.tokens[index].isCapitalized { return true }
    // "Min-ho": the first part of a hyphenated name decides.
    return index > 1 && text.tokens[index].isJoined && text.tokens[index - 1].isDash
      && text.tokens[index - 1].isJoined && text.tokens[index - 2].isCapitalized
  }

  /// A form that can be a finite verb, in lower case.
  func isVerb(_ index: Int) -> Bool {
    guard text.tokens.indices.contains(index), !isCapitalized(index) else { return false }
    return isA(words.verbPast, index) || isA(words.verbS, index) || isA(words.verbParticiple, index)
      || isA(words.auxiliary, index) || isA(words.modal, index) || isA(words.contraction, index)
  }

  /// A noun that can speak, or states by its possessor.
  func isNoun(_ index: Int) -> Bool { isA(words.speakerNoun, index) }

  /// An adverb of a list, or a word that is in none and ends like one.
  func isAdverb(_ index: Int) -> Bool {
    guard text.tokens.indices.contains(index) else { return false }
    if isA(words.adverb, index) || isA(words.sentenceAdverb, index) { return true }
    let token = text.tokens[index]
    return token.isWord && token.code < 0 && !token.isCapitalized && token.length > 4
      && text.bytes[..<Int(token.end)].suffix(2).elementsEqual("ly".utf8)
  }

  /// A word that no list has, in lower case, with the ending of a past tense.
  func looksPast(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.isWord && token.code < 0 && !token.isCapitalized && token.length > 4
      && text.bytes[..<Int(token.end)].suffix(2).elementsEqual("ed".utf8)
  }

  func verb(_ index: Int) -> AttributionWords.VerbKinds {
    isA(words.speakingVerb, index) ? words.verb(text.tokens[index]) : []
  }

  func noun(_ index: Int) -> AttributionWords.NounKinds {
    isA(words.speakerNoun, index) ? words.noun(text.tokens[index]) : []
  }

  func pronoun(_ index: Int) -> AttributionWords.PronounKind? {
    isA(words.speakerPronoun, index) ? words.pronoun(text.tokens[index]) : nil
  }

  // MARK: - Backwards

  /// The phrase that ends before `end` and begins no sooner than `limit`.
  func phrase(before end: Int, limit: Int) -> SpeakerPhrase? {
    let end = beforeParticiple(beforeTime(end, limit: limit), limit: limit)
    guard var start = baseStart(before: end, limit: limit) else { return nil }
    var base = start..<end
    var steps = 0
    while steps < 6, let left = linked(before: base, limit: limit) {
      start = left.lowerBound
      base = left
      steps += 1
    }
    return SpeakerPhrase(span: start..<end, base: base, kind: .other, isPlural: false)
  }

  /// The phrase that a preposition, or a participle with one, ties to the phrase from `start`.
  private func linked(before phrase: Range<Int>, limit: Int) -> Range<Int>? {
    let link = phrase.lowerBound - 1
    guard link > limit, isA(words.preposition, link), !isCapitalized(link),
      !isA(words.subordinator, link),
      !text.isWord(words.than, at: link)
    else { return coordinated(before: phrase, limit: limit) }
    var end = link
    if !isNoun(end - 1), !isCapitalized(end - 1),
      isA(words.verbParticiple, end - 1) || isA(words.verbIng, end - 1)
    {
      end -= 1
      while end > limit, isA(words.adverb, end - 1) || isA(words.auxiliary, end - 1) { end -= 1 }
    }
    guard end > limit, let left = baseStart(before: end, limit: limit) else { return nil }
    return left..<end
  }

  /// The first half of "Forbes and Wealth-X": names on both sides, the first one at an edge.
  private func coordinated(before phrase: Range<Int>, limit: Int) -> Range<Int>? {
    let link = phrase.lowerBound - 1
    guard link > limit, text.isWord(words.and, at: link),
      isCapitalized(phrase.lowerBound) || isNoun(phrase.upperBound - 1),
      let left = baseStart(before: link, limit: limit),
      left == limit || isComma(left - 1) || isA(words.contrast, left - 1)
        || isA(words.preposition, left - 1),
      isCapitalized(link - 1) || isNoun(link - 1)
    else { return nil }
    return left..<link
  }

  /// Steps back over a time between subject and verb: "the ministry on Monday said".
  private func beforeTime(_ end: Int, limit: Int) -> Int {
    var index = end
    while index > limit, end - index < 5,
      isTime(index - 1) || text.tokens[index - 1].isNumber && index < end
    { index -= 1 }
    guard index < end, index > limit else { return end }
    if isA(words.determiner, index - 1) { index -= 1 }
    if index > limit, isA(words.preposition, index - 1) { return index - 1 }
    return index > limit ? index : end
  }

  /// Steps back over a participle that ends the phrase: "a poll released Friday found".
  private func beforeParticiple(_ end: Int, limit: Int) -> Int {
    let last = end - 1
    guard last > limit, !isCapitalized(last), !isNoun(last), isA(words.verbParticiple, last),
      isNoun(last - 1)
    else { return end }
    return last
  }

  /// Where the words before `end` that make one noun phrase begin; `nil` where none stands there.
  func baseStart(before end: Int, limit: Int) -> Int? {
    var start = end
    var afterVerb: Int?
    scan: while start > limit, end - start < Self.longest {
      let index = start - 1
      switch role(of: index, end: end) {
      case .edge: break scan
      case .opens:
        if let verb = afterVerb, isFinite(verb - 1, behind: index) { break scan }
        start = index
        afterVerb = nil
        break scan
      case .verb:
        if index == end - 1 { break scan }
        if afterVerb == nil { afterVerb = start }
        start = index
      case .part: start = index
      }
    }
    // "After leaked documents": a participle that a preposition leads is an adjective.
    if let afterVerb,
      !(isA(words.verbParticiple, start)
        && (isA(words.preposition, start - 1) || startsSentence(start))
        && start == afterVerb - 1 && !isA(words.determiner, afterVerb))
    {
      start = afterVerb
    }
    guard start < end else { return nil }
    start = name(in: start..<end)
    return start < end ? start : nil
  }

  /// "The ministry denied Seoul's claim", but "the leaked papers", "a newly published report": with a
  /// noun between itself and the determiner a past tense is no adjective.
  private func isFinite(_ verb: Int, behind determiner: Int) -> Bool {
    isA(words.verbPast, verb) && verb - determiner > 1 && isNoun(verb - 1)
  }

  private enum Role { case edge, opens, verb, part }

  private func role(of index: Int, end: Int) -> Role {
    let token = text.tokens[index]
    switch token.kind {
    case .number: return index == end - 1 ? .edge : .part
    case .script: return .part
    case .sign: return isInnerSign(index, end: end) ? .part : .edge
    case .word: break
    }
    if text.isWord(words.possessive, at: index) { return index == end - 1 ? .edge : .part }
    // "Moscow-based pilots": no verb of its own.
    if token.isJoined, index > 0, isJoinedDash(index - 1), index < end - 1 { return .part }
    if isA(words.pronoun, index) && !isA(words.possessivePronoun, index) {
      return index == end - 1 && !isA(words.relative, index) ? .opens : .edge
    }
    if isA(words.determiner, index) && !isInitial(index) {
      return text.isWord(words.that, at: index) && index < end - 1 ? .edge : .opens
    }
    // "May" and "US" are no small words where they are capitals inside a phrase.
    if token.isCapitalized, index > 0, !startsSentence(index) { return .part }
    if isA(words.placeAdjective, index), index < end - 1 { return .part }
    if isA(words.preposition, index) || isA(words.coordinator, index)
      || isA(words.subordinator, index) || isA(words.relative, index)
      || isA(words.auxiliary, index) || isA(words.modal, index) || isA(words.contraction, index)
      || isA(words.negation, index)
    {
      return .edge
    }
    // "An earlier version": behind a determiner it is an adjective.
    if isA(words.adverb, index) {
      return index < end - 1 && isA(words.determiner, index - 1) ? .part : .edge
    }
    if isNoun(index) || isA(words.titleAdjective, index) && index < end - 1 { return .part }
    if isA(words.verbPast, index) || isA(words.verbIng, index) || isA(words.verbParticiple, index) {
      return .verb
    }
    return .part
  }

  /// "A" in "F.A.A.", and words in capitals.
  private func isInitial(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.flags.contains(.capitals)
      || token.isCapitalized && text.isSign(".", at: index + 1) && text.tokens[index + 1].isJoined
  }

  private func startsSentence(_ index: Int) -> Bool {
    text.sentences[text.sentence(of: index)].lowerBound == index || isQuoteMark(index - 1)
  }

  /// Signs that stand inside a name: "Wealth-X", "workers' union", "A&B".
  private func isInnerSign(_ index: Int, end: Int) -> Bool {
    let token = text.tokens[index]
    if isQuoteMark(index) { return false }
    if token.isSign(".") { return token.isJoined }
    if token.isSign("&") { return true }
    if token.isSign("'") || token.isSign("\u{2019}") { return token.isJoined }
    guard token.isDash || token.isSign("/") else { return false }
    return token.isJoined && index + 1 < end && text.tokens[index + 1].isJoined
  }

  /// Cuts what stands before a name without a determiner: "last year Hurun", "Monday officials".
  private func name(in range: Range<Int>) -> Int {
    var start = range.lowerBound
    let opens = isA(words.article, start) || isA(words.possessivePronoun, start)
    var index = range.upperBound - 2
    while !opens, index >= range.lowerBound {
      if isTime(index), !text.isWord(words.possessive, at: index + 1) {
        start = index + 1
        break
      }
      index -= 1
    }
    guard !opens, isCapitalized(range.upperBound - 1), !isA(words.determiner, start) else {
      return start
    }
    index = range.upperBound - 1
    while index > start, belongsToName(index - 1) { index -= 1 }
    // ", festival chief Jonas Wirth": a title's own words, from the comma on.
    if noun(index).contains(.person), index - start <= 2, isComma(start - 1) { return start }
    return index
  }

  private func belongsToName(_ index: Int) -> Bool {
    let token = text.tokens[index]
    switch token.kind {
    case .sign, .script, .number: return true
    case .word:
      return token.isCapitalized || isNoun(index) || isA(words.titleAdjective, index)
        || text.isWord(words.possessive, at: index)
        || (token.isJoined && index > 0 && text.tokens[index - 1].isDash)
    }
  }

  // MARK: - Forwards

  /// The first token from `start` on that is no part of a time and its small words: behind "on Monday",
  /// "last month", "in June".
  func pastTime(from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit,
      isTime(index) || isA(words.preposition, index) || isA(words.determiner, index)
        || isNumber(index)
    {
      index += 1
    }
    return index
  }

  /// The phrase that begins at the token: up to a comma, a finite verb or a time.
  func phrase(at start: Int, limit: Int) -> SpeakerPhrase? {
    var index = start
    var baseEnd: Int?
    while index < limit, index - start < 40, goesOn(index, from: start) {
      if baseEnd == nil, index > start, !isCapitalized(index), endsBase(index) { baseEnd = index }
      index += 1
    }
    while index > start, isDangling(index - 1) { index -= 1 }
    guard index > start else { return nil }
    let base = start..<min(baseEnd ?? index, index)
    guard !base.isEmpty else { return nil }
    return SpeakerPhrase(span: start..<index, base: base, kind: .other, isPlural: false)
  }

  /// A preposition, or a participle that goes on with one: "polls conducted for".
  private func endsBase(_ index: Int) -> Bool {
    if isA(words.preposition, index) { return true }
    return !isNoun(index) && isA(words.preposition, index + 1)
      && (isA(words.verbParticiple, index) || isA(words.verbIng, index))
      && !isA(words.determiner, index - 1) && !isA(words.adverb, index - 1)
  }

  private func isDangling(_ index: Int) -> Bool {
    isA(words.preposition, index) || isA(words.coordinator, index) || isA(words.article, index)
      || text.isSign(".", at: index)
        && index + 1 == text.sentences[text.sentence(of: index)].upperBound
      || isA(words.adverb, index) && !isCapitalized(index)
  }

  private func isLowerNoun(_ index: Int) -> Bool {
    text.tokens.indices.contains(index) && text.tokens[index].isWord && !isCapitalized(index)
      && verb(index).isEmpty && !isA(words.preposition, index) && !isA(words.auxiliary, index)
  }

  private func goesOn(_ index: Int, from start: Int) -> Bool {
    let token = text.tokens[index]
    switch token.kind {
    // "According to Kyiv 11,000 soldiers were sent"; but "Channel 5", "the 2009 paper".
    case .number:
      return index > start
        && (!isLowerNoun(index + 1) || isA(words.preposition, index - 1)
          || isA(words.determiner, index - 1))
    case .script: return true
    case .sign:
      if token.isSign(".") { return token.isJoined && index + 1 < text.tokens.count }
      return isInnerSign(index, end: index + 2)
    case .word: break
    }
    if token.isCapitalized, index > start { return !isTime(index) }
    // "According to the governor the flood", "to the ministry repairs will cost": a clause begins.
    if index > start, !isA(words.preposition, index - 1), !isA(words.coordinator, index - 1),
      isA(words.article, index)
        || isNoun(index - 1) && !isNoun(index)
          && (isA(words.modal, index + 1) || isA(words.auxiliary, index + 1))
    {
      return false
    }
    // "A Bergen-based surveyor".
    if index > start, token.isJoined, isJoinedDash(index - 1) { return true }
    if isA(words.pronoun, index), !isA(words.possessivePronoun, index) {
      return index == start && !isA(words.relative, index)
    }
    if text.isWord(words.that, at: index) || isA(words.relative, index) { return false }
    if isA(words.auxiliary, index) || isA(words.modal, index) || isA(words.contraction, index) {
      return false
    }
    if isA(words.preposition, index) {
      // "On Friday", "on the day", "on 30 April".
      let leadsToTime =
        isTime(index + 1)
        || text.isWord(words.in_, at: index) && isNumber(index + 1)
          && text.tokens[index + 1].length == 4
        || (isA(words.determiner, index + 1) || isNumber(index + 1)) && isTime(index + 2)
      return index > start && !leadsToTime && !text.isWord(words.than, at: index)
    }
    if isA(words.coordinator, index) {
      return text.isWord(words.and, at: index) && (isCapitalized(index + 1) || isNoun(index + 1))
    }
    if isA(words.subordinator, index) || isTime(index) { return false }
    if isNoun(index) || index == start { return true }
    if isA(words.verbParticiple, index) || isA(words.verbIng, index) {
      return isA(words.preposition, index + 1) || isA(words.determiner, index - 1)
        || isA(words.adverb, index - 1)
    }
    return
      !(isA(words.verbS, index)
      && (isCapitalized(index - 1) || isA(words.determiner, index + 1)))
  }
}
