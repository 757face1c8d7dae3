import Language

/// What a token does in its sentence, as far as its word's classes and its neighbours tell.
enum PartOfSpeech: UInt8, Sendable {
  case noun, determiner, preposition, pronoun, coordinator, subordinator, relative, adverb
  case number, sign

  /// Verb forms: a modal or auxiliary, a finite verb, a participle that is none, "to" before a verb, a
  /// base form.
  case modal, auxiliary, finite, participle, gerund, infinitiveMark, infinitive

  /// Whether it opens or continues a clause's own verb.
  var isFinite: Bool { self == .modal || self == .auxiliary || self == .finite }

  var isVerb: Bool {
    switch self {
    case .modal, .auxiliary, .finite, .participle, .gerund, .infinitive: true
    default: false
    }
  }
}

/// Tells the parts of speech of an English text by the classes of its words.
///
/// No statistics: a word that may be a noun or a verb is decided by the word before and the word
/// behind it; what is unknown is a noun, which serves for adjectives, too.
struct PartsOfSpeech: Sendable {
  let words: Classes

  struct Classes: Sendable {
    let determiner, possessive, pronoun, subjectPronoun, preposition, coordinator: WordClass
    let subordinator, relative, auxiliary, modal, contraction, adverb, shift, timeNoun: WordClass
    let base, third, past, participle, gerund, nounFirst, clauseVerb, particle: WordClass
    let quantifier: WordClass

    /// Those that help a verb, the forms of verbs, and the small words.
    let helping, verbal, small: WordClasses
    let to, that, have, be, at, by, `for`, of, least, other, may: WordID

    init(_ lexicon: Lexicon) {
      determiner = lexicon.wordClass("determiner")
      possessive = lexicon.wordClass("possessive")
      pronoun = lexicon.wordClass("pronoun")
      subjectPronoun = lexicon.wordClass("subject-pronoun")
      preposition = lexicon.wordClass("preposition")
      coordinator = lexicon.wordClass("coordinator")
      subordinator = lexicon.wordClass("subordinator")
      relative = lexicon.wordClass("relative")
      shift = lexicon.wordClass("date-shift")
      timeNoun = lexicon.wordClass("time-noun")
      auxiliary = lexicon.wordClass("auxiliary")
      modal = lexicon.wordClass("modal")
      contraction = lexicon.wordClass("contraction")
      adverb = lexicon.wordClass("adverb")
      base = lexicon.wordClass("verb-base")
      third = lexicon.wordClass("verb-s")
      past = lexicon.wordClass("verb-past")
      participle = lexicon.wordClass("verb-participle")
      gerund = lexicon.wordClass("verb-ing")
      nounFirst = lexicon.wordClass("noun-first")
      clauseVerb = lexicon.wordClass("clause-verb")
      may = lexicon.word("may")
      to = lexicon.word("to")
      that = lexicon.word("that")
      have = lexicon.word("have")
      be = lexicon.word("be")
      at = lexicon.word("at")
      by = lexicon.word("by")
      `for` = lexicon.word("for")
      of = lexicon.word("of")
      other = lexicon.word("other")
      least = lexicon.word("least")
      quantifier = lexicon.wordClass("quantifier")
      particle = lexicon.wordClass("particle")
      helping = WordClasses([modal, contraction, auxiliary])
      verbal = WordClasses([base, third, past, participle, gerund])
      small = WordClasses([
        relative, determiner, pronoun, coordinator, preposition, subordinator, adverb,
      ])
    }
  }

  init(lexicon: Lexicon) { words = Classes(lexicon) }

  /// One part of speech a token of the sentence.
  ///
  /// - Parameters:
  ///   - sentence: the tokens of the sentence.
  ///   - text: the text that they stand in.
  ///   - adjectives: for each token of the text, whether a demonym stands there ("Chinese").
  /// - Returns: as many as the sentence has tokens, in order.
  func tag(_ sentence: Range<Int>, of text: TokenizedText, adjectives: [Bool]) -> [PartOfSpeech] {
    var tags: [PartOfSpeech] = []
    tags.reserveCapacity(sentence.count)
    for index in sentence {
      tags.append(tag(index, after: tags, in: sentence, of: text, adjectives: adjectives))
    }
    markReducedRelatives(&tags, sentence, text)
    promoteVerbs(&tags, sentence, text)
    return tags
  }

  private func tag(
    _ index: Int, after tags: [PartOfSpeech], in sentence: Range<Int>, of text: TokenizedText,
    adjectives: [Bool]
  ) -> PartOfSpeech {
    let token = text.tokens[index]
    switch token.kind {
    case .number: return isIdentifier(index, in: sentence, text) ? .noun : .number
    case .sign: return .sign
    case .script: return .noun
    case .word: break
    }
    guard token.code >= 0 else { return .noun }
    let before = significant(tags)
    if text.isAny(words.helping, at: index) {
      guard text.isA(words.modal, at: index) || text.isA(words.contraction, at: index) else {
        return before == .infinitiveMark || before == .modal ? .infinitive : .auxiliary
      }
      return modalOrNoun(index, before, sentence, text)
    }
    // "It's 5,000 now": behind a pronoun no possessive, but "is".
    if text.isA(words.possessive, at: index), index > sentence.lowerBound,
      text.isA(words.subjectPronoun, at: index - 1) || text.isWord(words.that, at: index - 1)
    {
      return .auxiliary
    }
    if text.isWord(words.to, at: index) {
      return opensInfinitive(after: index, text) ? .infinitiveMark : .preposition
    }
    // "210,000 trees last year": nothing lasts there.
    let isTime = text.isA(words.shift, at: index) && text.isA(words.timeNoun, at: index + 1)
    if !isTime, text.isAny(words.verbal, at: index),
      let verb = verb(index, before, tags, sentence, text, adjectives)
    {
      return verb
    }
    if text.isWord(words.that, at: index) { return .relative }
    return text.isAny(words.small, at: index) ? smallWord(index, before, text) : .noun
  }

  /// "Resolution 2397": a number behind a capitalized word counts nothing.
  private func isIdentifier(
    _ index: Int, in sentence: Range<Int>, _ text: TokenizedText
  ) -> Bool {
    guard index - 1 > sentence.lowerBound else { return false }
    let before = text.tokens[index - 1]
    return before.isWord && before.isCapitalized && before.code < 0
  }

  private func smallWord(
    _ index: Int, _ before: PartOfSpeech?, _ text: TokenizedText
  ) -> PartOfSpeech {
    if text.isA(words.relative, at: index) { return .relative }
    if text.isA(words.determiner, at: index) { return .determiner }
    if text.isA(words.pronoun, at: index) { return .pronoun }
    if text.isA(words.coordinator, at: index) { return .coordinator }
    // "since", "after": a preposition until a clause shows behind it; the clause finder looks again.
    if text.isA(words.preposition, at: index) { return .preposition }
    if text.isA(words.subordinator, at: index) { return .subordinator }
    // "the Far East": a capital inside the sentence is a name's.
    let isName = text.tokens[index].isCapitalized && before != nil && before != .sign
    return text.isA(words.adverb, at: index) && !isName ? .adverb : .noun
  }

  /// The last part of speech that is no adverb.
  private func significant(_ tags: [PartOfSpeech]) -> PartOfSpeech? {
    tags.last { $0 != .adverb }
  }

  /// "May", "will" and "can" are nouns after a determiner or a preposition, "May" beside a number.
  private func modalOrNoun(
    _ index: Int, _ before: PartOfSpeech?, _ sentence: Range<Int>, _ text: TokenizedText
  ) -> PartOfSpeech {
    let token = text.tokens[index]
    if before == .determiner || (before == .preposition && !token.flags.contains(.opensLine)) {
      return .noun
    }
    let next = index + 1
    // "April and May", "May sales came to 12 tonnes"; but "May I ask".
    if token.isCapitalized, text.isWord(words.may, at: index),
      before != nil && before != .sign || text.isA(words.nounFirst, at: next)
        || index > sentence.lowerBound && text.tokens[index - 1].isDash
    {
      return .noun
    }
    // "As of 1 May the camp held": a name.
    if token.isCapitalized, index > sentence.lowerBound,
      next >= sentence.upperBound || !text.tokens[next].isWord
        || text.isA(words.preposition, at: next) || text.tokens[index - 1].isNumber
    {
      return .noun
    }
    return .modal
  }

  /// Whether a verb's base form follows "to", an adverb between them or not.
  func opensInfinitive(after index: Int, _ text: TokenizedText) -> Bool {
    var next = index + 1
    if text.isA(words.adverb, at: next), !text.isA(words.base, at: next) { next += 1 }
    guard
      text.isA(words.base, at: next) || text.isWord(words.have, at: next)
        || text.isWord(words.be, at: next)
    else { return false }
    // "to trade partners", "to market": a noun that a noun or a preposition follows is no verb.
    if text.isA(words.nounFirst, at: next), !isVerbForm(index - 1, text) {
      let after = next + 1
      guard after < text.tokens.count else { return false }
      let token = text.tokens[after]
      return token.isNumber || text.isA(words.determiner, at: after)
        || text.isA(words.pronoun, at: after) || token.isSign("$") || token.isSign("€")
        || text.isA(words.preposition, at: after) || token.isCapitalized
        || text.isA(words.adverb, at: after) || (token.isWord && token.code < 0)
        || text.isA(words.nounFirst, at: after)
    }
    return true
  }

  private func isVerbForm(_ index: Int, _ text: TokenizedText) -> Bool {
    text.isA(words.third, at: index) || text.isA(words.past, at: index)
      || text.isA(words.participle, at: index)
  }

  private func verb(
    _ index: Int, _ before: PartOfSpeech?, _ tags: [PartOfSpeech], _ sentence: Range<Int>,
    _ text: TokenizedText, _ adjectives: [Bool]
  ) -> PartOfSpeech? {
    let isBase = text.isA(words.base, at: index)
    let isPast = text.isA(words.past, at: index)
    let isParticiple = text.isA(words.participle, at: index)
    if before == .infinitiveMark && isBase { return .infinitive }
    if before == .modal && isBase { return .infinitive }
    if before == .coordinator, isBase, continuesModal(tags) { return .infinitive }
    if before == .auxiliary || (before == .infinitive && followsAuxiliary(tags, text, index)) {
      if isParticiple { return .participle }
      if text.isA(words.gerund, at: index) { return .gerund }
      if isBase { return .infinitive }
    }
    if text.isA(words.gerund, at: index) { return before == .determiner ? .noun : .gerund }
    let attributive =
      before == .determiner || before == .number && !isYear(index - 1, text)
      || before == .preposition
      || (index > sentence.lowerBound
        && (adjectives[index - 1]
          || text.isA(words.possessive, at: index - 1)))
    // "Barely 30,000 came": a form that is no participle stands before no noun.
    if before == .number, isPast, !isParticiple, !isBase { return .finite }
    // "While 30 lie at anchor", "where 1,400 crawl": no noun can go on there.
    if before == .number, isBase, !isPast, !text.isA(words.nounFirst, at: index),
      index + 1 >= sentence.upperBound || text.tokens[index + 1].kind == .sign
        || text.isA(words.preposition, at: index + 1),
      !text.isA(words.third, at: index)
    {
      return .finite
    }
    if attributive {
      if text.isA(words.third, at: index), text.isA(words.quantifier, at: index - 1),
        takesObject(index, text)
      {
        return .finite
      }
      return isParticiple && !isBase ? .participle : nil
    }
    if isPast {
      // "cut", "put", "forecast": also base forms; as nouns they need no subject before them.
      if text.isA(words.nounFirst, at: index), !canFollowSubject(before, index, sentence, text) {
        return nil
      }
      // "flats promised by 2025": what somebody says is not said by.
      let passive =
        isParticiple && text.isForm(of: words.clauseVerb, at: index)
        && text.isWord(words.by, at: index + 1)
      return passive ? .participle : .finite
    }
    if isParticiple { return .participle }
    guard canFollowSubject(before, index, sentence, text) else { return nil }
    if text.isA(words.third, at: index) {
      // "It hopes for": behind "it" and its like there is no noun.
      let isVerb =
        !text.isA(words.nounFirst, at: index) || takesObject(index, text)
        || text.isA(words.subjectPronoun, at: index - 1) || hopesFor(index, tags, text)
      return isVerb ? .finite : nil
    }
    guard isBase else { return nil }
    if !text.isA(words.nounFirst, at: index) { return .finite }
    let isVerb = takesObject(index, text) || isLastOfRelative(index, tags, sentence, text)
    return isVerb && agreesInPlural(index, tags, sentence, text) ? .finite : nil
  }

  /// "The club hopes for 40": behind an article and one noun, before "for".
  private func hopesFor(_ index: Int, _ tags: [PartOfSpeech], _ text: TokenizedText) -> Bool {
    text.isWord(words.for, at: index + 1) && tags.suffix(2).elementsEqual([.determiner, .noun])
  }

  /// "Where 340 men work.": what ends a clause that has no verb yet.
  private func isLastOfRelative(
    _ index: Int, _ tags: [PartOfSpeech], _ sentence: Range<Int>, _ text: TokenizedText
  ) -> Bool {
    guard index + 1 >= sentence.upperBound || text.tokens[index + 1].kind == .sign,
      let opener = tags.lastIndex(where: { $0 == .relative || $0.isVerb })
    else { return false }
    return tags[opener] == .relative
  }

  /// "A transfer that took two days in 2023 takes three weeks": a year counts no noun.
  private func isYear(_ index: Int, _ text: TokenizedText) -> Bool {
    let token = text.tokens[index]
    guard token.isNumber, token.length == 4 else { return false }
    let first = text.bytes[Int(token.start)..<Int(token.start) + 2]
    return first.elementsEqual("19".utf8) || first.elementsEqual("20".utf8)
  }

  /// Whether an infinitive such as "have" or "be" stands there as an auxiliary.
  private func followsAuxiliary(
    _ tags: [PartOfSpeech], _ text: TokenizedText, _ index: Int
  ) -> Bool {
    guard let place = tags.lastIndex(where: { $0 == .infinitive }) else { return false }
    return text.isA(words.auxiliary, at: index - (tags.count - place))
  }

  /// "Will open in 2026 and carry": the last verb of the stretch is one that a modal or "to" leads.
  private func continuesModal(_ tags: [PartOfSpeech]) -> Bool {
    guard let last = tags.lastIndex(where: { $0.isVerb || $0 == .relative }) else { return false }
    return tags[last] == .infinitive
  }

  private func canFollowSubject(
    _ before: PartOfSpeech?, _ index: Int, _ sentence: Range<Int>, _ text: TokenizedText
  ) -> Bool {
    guard index > sentence.lowerBound else { return false }
    switch before {
    case .noun, .pronoun, .relative, .number, .coordinator: return true
    case .sign: return !text.isSign("(", at: index - 1) && !text.isSign("-", at: index - 1)
    default: return false
    }
  }

  /// Whether what follows a word could be a verb's object: a determiner, a number, a name, "that".
  func takesObject(_ index: Int, _ text: TokenizedText) -> Bool {
    let next = index + 1
    guard next < text.tokens.count else { return false }
    let token = text.tokens[next]
    if token.isNumber || token.isSign("$") || token.isSign("€") || token.isSign("£") { return true }
    if text.isWord(words.at, at: next), text.isWord(words.least, at: next + 1) { return true }
    return text.isA(words.determiner, at: next) || text.isWord(words.that, at: next)
      || text.isA(words.pronoun, at: next)
      || text.isWord(words.to, at: next) && opensInfinitive(after: next, text)
      || text.isA(words.particle, at: next) || text.isA(words.gerund, at: next)
      || (token.isCapitalized && !text.tokens[index].isCapitalized)
  }

  /// A base form is finite after a plural: "they", "workers", "who", and where no verb came yet.
  private func agreesInPlural(
    _ index: Int, _ tags: [PartOfSpeech], _ sentence: Range<Int>, _ text: TokenizedText
  ) -> Bool {
    var place = index - 1
    while place >= sentence.lowerBound, index - place < 12 {
      let tag = tags[place - sentence.lowerBound]
      if tag == .relative || tag == .coordinator || text.isA(words.subjectPronoun, at: place) {
        return true
      }
      if tag.isFinite || tag == .sign { return false }
      let token = text.tokens[place]
      if tag == .noun, token.isWord, text.bytes[Int(token.end) - 1] == UInt8(ascii: "s") {
        return true
      }
      place -= 1
    }
    return false
  }
}
