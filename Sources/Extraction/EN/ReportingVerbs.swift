import Language
import Model

/// Finds who speaks by verbs: "X said that", "…, X said", "…, said X", "X puts it at".
struct ReportingVerbs {
  let phrases: SpeakerPhrases
  let mentions: MentionIndex

  private var text: TokenizedText { phrases.text }
  private var words: AttributionWords { phrases.words }

  /// The frame whose verb stands at the token.
  ///
  /// - Parameters:
  ///   - index: a token of the sentence.
  ///   - sentence: as tokens.
  ///   - last: the frame before it in the sentence, whose subject a verb without one shares.
  /// - Returns: `nil` where no verb stands that gives its subject a statement.
  func frame(at index: Int, in sentence: Range<Int>, last: AttributionFrame?) -> AttributionFrame? {
    guard let verb = verb(at: index), !phrases.isA(words.particleOff, verb.end) else { return nil }
    let group = verbGroup(before: index, in: sentence)
    guard let group, !isNominal(index, group: group) else { return nil }
    if let inverted = inverted(verb, at: index, group: group, in: sentence) { return inverted }
    guard
      let found = subject(of: index, group: group, in: sentence, last: last),
      isFit(found, for: verb, at: index, group: group, in: sentence)
    else { return nil }
    var frame = AttributionFrame(
      kind: .speech, speaker: found, cue: index..<verb.end, content: [])
    frame.content = content(of: frame, verb: verb, in: sentence)
    return frame
  }

  // MARK: - The verb

  struct Verb {
    var kinds: AttributionWords.VerbKinds
    var end: Int
  }

  private func verb(at index: Int) -> Verb? {
    guard text.tokens[index].isWord, !text.tokens[index].isCapitalized else { return nil }
    if let match = text.phrase(words.speechPhrase, at: index) {
      return Verb(kinds: .speech, end: index + match.count)
    }
    let kinds = phrases.verb(index)
    return kinds.isEmpty ? nil : Verb(kinds: kinds, end: index + 1)
  }

  /// The auxiliaries and adverbs before a verb.
  struct Group {
    var start: Int
    var hasAuxiliary = false
    var hasBe = false
  }

  /// `nil` where the words before it make it no finite verb.
  private func verbGroup(before index: Int, in sentence: Range<Int>) -> Group? {
    var group = Group(start: index)
    while group.start > sentence.lowerBound, index - group.start < 6 {
      let previous = group.start - 1
      if phrases.isA(words.formOfBe, previous) {
        group.hasBe = true
        group.hasAuxiliary = true
      } else if phrases.isA(words.auxiliary, previous) || phrases.isA(words.modal, previous)
        || phrases.isA(words.contraction, previous)
      {
        group.hasAuxiliary = true
      } else if text.isWord(words.to, at: previous) {
        guard phrases.isA(words.infinitiveVerb, previous - 1) else { return nil }
        group.start -= 1
        group.hasAuxiliary = true
      } else if !(phrases.isA(words.adverb, previous) || phrases.isA(words.negation, previous))
        || phrases.isA(words.determiner, previous) || phrases.isCapitalized(previous)
      {
        break
      }
      group.start -= 1
    }
    return group
  }

  private func isNominal(_ index: Int, group: Group) -> Bool {
    let previous = index - 1
    if group.start == index {
      if phrases.isA(words.determiner, previous), !phrases.isA(words.pronoun, previous) {
        // "Another says": the determiner stands for its noun where the verb has a form of its own.
        return !phrases.isA(words.verbS, index)
      }
      if text.isWord(words.possessive, at: previous) { return true }
      if phrases.isA(words.preposition, previous), !phrases.isA(words.adverb, previous) {
        return !(phrases.isA(words.verbIng, index) && isParticipleClause(index, group: group))
      }
      if previous >= 0, text.tokens[index].isJoined, text.tokens[previous].isDash { return true }
    }
    if index + 1 < text.tokens.count, text.tokens[index + 1].isDash,
      text.tokens[index + 1].isJoined, !text.tokens[index + 1].isLongDash
    {
      return true
    }
    if group.hasBe { return !phrases.isA(words.verbIng, index) }
    if phrases.isA(words.verbIng, index) { return !isParticipleClause(index, group: group) }
    return !group.hasAuxiliary && phrases.verb(index).contains(.noun) && !opensComplement(index + 1)
  }

  /// ", saying that" and "erred in saying that": a participle that shares the subject.
  private func isParticipleClause(_ index: Int, group: Group) -> Bool {
    phrases.isComma(group.start - 1)
      || phrases.isA(words.preposition, index - 1) && text.isWord(words.that, at: index + 1)
  }

  /// Whether what stands there can follow a verb, and seldom a noun: "the firm claims it", but "six
  /// states are", "claims of", "reports and".
  private func opensComplement(_ index: Int) -> Bool {
    guard text.tokens.indices.contains(index) else { return false }
    let token = text.tokens[index]
    switch token.kind {
    case .number, .script: return true
    case .sign: return !token.isDash && !token.isSign(")") && !token.isSign("(")
    case .word: break
    }
    if phrases.isA(words.timeNoun, index) { return true }
    return phrases.isA(words.determiner, index) || phrases.isA(words.subjectPronoun, index)
      || phrases.isCapitalized(index)
      || !(phrases.isA(words.preposition, index) || phrases.isA(words.coordinator, index)
        || phrases.isVerb(index) || phrases.isA(words.relative, index)
        || phrases.isA(words.subordinator, index))
  }

  // MARK: - "said X"

  private func inverted(
    _ verb: Verb, at index: Int, group: Group, in sentence: Range<Int>
  ) -> AttributionFrame? {
    let previous = index - 1
    guard group.start == index, previous >= sentence.lowerBound,
      !verb.kinds.isDisjoint(with: [.speech, .quoting, .statement])
    else { return nil }
    let afterQuote =
      phrases.isQuoteMark(previous)
      || phrases.isComma(previous) && phrases.isQuoteMark(previous - 1)
    guard afterQuote || phrases.isComma(previous), verb.kinds.contains(.speech) || afterQuote,
      !phrases.isA(words.verbIng, index), startsPhrase(verb.end),
      afterQuote || insertionSubject(before: index, in: sentence) == nil,
      let phrase = phrases.phrase(at: verb.end, limit: sentence.upperBound),
      let speaker = phrases.classified(phrase, mentions: mentions)
    else { return nil }
    let start = phrases.clauseStart(before: previous, in: sentence)
    return AttributionFrame(
      kind: .speech, speaker: speaker, cue: index..<verb.end, content: [start..<index])
  }

  private func startsPhrase(_ index: Int) -> Bool {
    guard text.tokens.indices.contains(index), text.tokens[index].isWord else { return false }
    if text.isWord(words.that, at: index) { return false }
    return phrases.isCapitalized(index) || phrases.isA(words.determiner, index)
      || phrases.pronoun(index) == .person || phrases.isNoun(index)
      || phrases.hasAgentEnding(index)
  }

  // MARK: - "X said"

  private func subject(
    of index: Int, group: Group, in sentence: Range<Int>, last: AttributionFrame?
  ) -> SpeakerPhrase? {
    var end = group.start
    if text.isSign(")", at: end - 1) { end = beforeBracket(end, in: sentence) }
    if phrases.isA(words.verbIng, index), !group.hasAuxiliary {
      return last?.speaker ?? sentenceSubject(before: index, in: sentence)
    }
    let found: SpeakerPhrase?
    if phrases.isComma(end - 1) {
      found = insertionSubject(before: end, in: sentence)
    } else if phrases.isA(words.coordinator, end - 1) {
      return last?.speaker ?? sentenceSubject(before: index, in: sentence)
    } else if phrases.isA(words.relative, end - 1), !text.isWord(words.that, at: end - 1) {
      return relativeAntecedent(at: end - 1, in: sentence, last: last)
    } else {
      found = phrases.phrase(before: end, limit: sentence.lowerBound)
    }
    guard let found, !isObject(found, in: sentence) else {
      return relativeSubject(before: found?.span.lowerBound ?? end, in: sentence)
        ?? openingData(before: end, in: sentence)
    }
    return phrases.classified(found, mentions: mentions)
  }

  /// "An analysis" in "An analysis of elections going back to 1972 showed".
  private func openingData(before end: Int, in sentence: Range<Int>) -> SpeakerPhrase? {
    guard let found = phrases.phrase(at: sentence.lowerBound, limit: end),
      phrases.noun(found.head).contains(.data),
      !(found.span.upperBound..<end).contains(where: {
        phrases.isA(words.auxiliary, $0) || phrases.isA(words.modal, $0) || phrases.isComma($0)
          || phrases.isA(words.verbPast, $0)
      })
    else { return nil }
    return phrases.classified(found, mentions: mentions)
  }

  private func beforeBracket(_ end: Int, in sentence: Range<Int>) -> Int {
    var index = end - 1
    while index > sentence.lowerBound, end - index < 14 {
      index -= 1
      if text.isSign("(", at: index) { return index }
    }
    return end
  }

  /// Whether the phrase is the object of a verb right before it, and so no subject.
  private func isObject(_ phrase: SpeakerPhrase, in sentence: Range<Int>) -> Bool {
    let previous = phrase.span.lowerBound - 1
    guard previous >= sentence.lowerBound, phrase.kind != .pronoun else { return false }
    guard phrases.isVerb(previous) || phrases.isA(words.verbIng, previous),
      isSubjectEnd(previous - 1, in: sentence)
    else { return false }
    return
      !(phrases.verb(previous).contains(.speech) || phrases.verb(previous).contains(.statement)
      || phrases.verb(previous).contains(.estimate) || phrases.verb(previous).contains(.data))
  }

  /// Whether a verb behind it has a subject there; else it is a participle before a noun.
  private func isSubjectEnd(_ index: Int, in sentence: Range<Int>) -> Bool {
    guard index >= sentence.lowerBound, text.tokens[index].isWord else { return false }
    if phrases.isA(words.relative, index) || phrases.isA(words.auxiliary, index)
      || phrases.isA(words.pronoun, index) || text.isWord(words.to, at: index)
    {
      return true
    }
    return
      !(phrases.isA(words.preposition, index) || phrases.isA(words.subordinator, index)
      || phrases.isA(words.coordinator, index) || phrases.isA(words.determiner, index)
      || text.isWord(words.possessive, at: index))
  }

  /// "Advisers" in "advisers who have run the numbers argue".
  private func relativeSubject(before end: Int, in sentence: Range<Int>) -> SpeakerPhrase? {
    var index = end - 1
    // "The experts I interviewed said": a clause of a pronoun and a verb.
    if phrases.isVerb(index), phrases.isA(words.subjectPronoun, index - 1) {
      return phrases.phrase(before: index - 1, limit: sentence.lowerBound).flatMap {
        phrases.classified($0, mentions: mentions)
      }
    }
    while index > sentence.lowerBound, end - index < 20 {
      if phrases.isComma(index) || phrases.isQuoteMark(index) { return nil }
      if phrases.isA(words.relative, index) {
        return phrases.phrase(before: index, limit: sentence.lowerBound).flatMap {
          phrases.classified($0, mentions: mentions)
        }
      }
      index -= 1
    }
    return nil
  }

  /// What "which says" or "who expects" stands for: the speaker before it, else the nearest phrase.
  private func relativeAntecedent(
    at index: Int, in sentence: Range<Int>, last: AttributionFrame?
  ) -> SpeakerPhrase? {
    guard !phrases.isA(words.subordinator, index) else { return nil }
    if let last, let speaker = last.speaker, last.cue.upperBound == speaker.span.lowerBound {
      return speaker
    }
    var end = index
    while end > sentence.lowerBound, phrases.isComma(end - 1) || text.tokens[end - 1].isDash {
      end -= 1
    }
    // Without a comma the clause narrows the nearest noun alone.
    if end == index {
      guard let start = phrases.baseStart(before: end, limit: sentence.lowerBound) else {
        return nil
      }
      let nearest = SpeakerPhrase(
        span: start..<end, base: start..<end, kind: .other, isPlural: false)
      return phrases.classified(nearest, mentions: mentions)
    }
    return phrases.phrase(before: end, limit: sentence.lowerBound).flatMap {
      phrases.classified($0, mentions: mentions)
    }
  }

  /// The subject before what is inserted between commas: "X, who heads the office, said".
  private func insertionSubject(before end: Int, in sentence: Range<Int>) -> SpeakerPhrase? {
    var comma = end - 1
    guard phrases.isComma(comma) else { return nil }
    var pieces = 0
    while pieces < 6 {
      guard let previous = previousComma(before: comma, in: sentence),
        isInsertion(previous + 1, end: comma, isLast: pieces == 0)
      else { break }
      comma = previous
      pieces += 1
    }
    guard pieces > 0, let found = phrases.phrase(before: comma, limit: sentence.lowerBound),
      !isObject(found, in: sentence)
    else { return nil }
    return phrases.classified(found, mentions: mentions)
  }

  private func previousComma(before last: Int, in sentence: Range<Int>) -> Int? {
    var index = last - 1
    while index > sentence.lowerBound, last - index < 40 {
      if phrases.isComma(index) { return index }
      if phrases.isQuoteMark(index) || text.isSign(";", at: index) || text.isSign(":", at: index) {
        return nil
      }
      index -= 1
    }
    return nil
  }

  private func isInsertion(_ start: Int, end: Int, isLast: Bool) -> Bool {
    guard start < end else { return false }
    let token = text.tokens[start]
    if token.isNumber { return end - start <= 3 }
    guard token.isWord else { return false }
    if phrases.isA(words.relative, start), !text.isWord(words.that, at: start) { return true }
    if phrases.isA(words.contrast, start) { return end - start == 1 }
    if phrases.isA(words.adverb, start) { return end - start <= 3 }
    if phrases.isA(words.article, start) || phrases.isA(words.possessivePronoun, start) {
      return !(start..<end).contains {
        phrases.isA(words.auxiliary, $0) || phrases.isA(words.modal, $0)
      } || (start..<end).contains { phrases.isA(words.relative, $0) }
    }
    if phrases.isA(words.preposition, start) { return true }
    if phrases.isA(words.verbIng, start) || phrases.isA(words.citing, start) { return true }
    if phrases.isA(words.verbParticiple, start) { return phrases.isA(words.preposition, start + 1) }
    if phrases.noun(start).contains(.person) { return true }
    // "Tampa, Fla.," and "deputy head of the office".
    return phrases.isCapitalized(start)
      ? end - start <= 3
      : (start..<min(end, start + 4)).contains { phrases.noun($0).contains(.person) }
  }

  private func isReduced(_ index: Int) -> Bool {
    phrases.isA(words.verbParticiple, index) && phrases.isA(words.preposition, index + 1)
  }

  /// The subject of the sentence's first verb, which a later verb or participle shares.
  private func sentenceSubject(before end: Int, in sentence: Range<Int>) -> SpeakerPhrase? {
    for index in sentence.lowerBound..<min(end, sentence.lowerBound + 40)
    where phrases.isVerb(index) && index > sentence.lowerBound {
      guard let group = verbGroup(before: index, in: sentence) else { return nil }
      var start = group.start
      let found: SpeakerPhrase?
      if phrases.isComma(start - 1) {
        found = insertionSubject(before: start, in: sentence)
      } else {
        if text.isSign(")", at: start - 1) { start = beforeBracket(start, in: sentence) }
        found = phrases.phrase(before: start, limit: sentence.lowerBound).flatMap {
          phrases.classified($0, mentions: mentions)
        }
      }
      if found == nil && isReduced(index) { continue }
      return found
    }
    return nil
  }

  // MARK: - Whether it fits

  private func isFit(
    _ subject: SpeakerPhrase, for verb: Verb, at index: Int, group: Group, in sentence: Range<Int>
  ) -> Bool {
    if subject.base.count == 1, phrases.isA(words.mute, subject.head) { return false }
    let before = subject.span.lowerBound - 1
    if before >= sentence.lowerBound, text.isWord(words.than, at: before) { return false }
    if subject.span.upperBound <= index, !agrees(subject, at: index, group: group) { return false }
    let kinds = verb.kinds
    if kinds.contains(.speech) { return true }
    guard subject.kind != .other else { return false }
    let isThing = subject.kind == .data
    return kinds.contains(.statement)
      || kinds.contains(.estimate) && !text.isWord(words.to, at: verb.end)
      || kinds.contains(.data) && (isThing || opensClause(verb.end))
      || kinds.contains(.figure) && isThing && hasFigure(from: verb.end, in: sentence)
      || kinds.contains(.rating) && hasFigure(from: verb.end, in: sentence)
      || kinds.contains(.quoting)
        && (opensQuote(verb.end) || closesQuote(before: subject.span.lowerBound))
  }

  private func agrees(_ subject: SpeakerPhrase, at index: Int, group: Group) -> Bool {
    if group.hasAuxiliary || phrases.isA(words.verbPast, index) { return true }
    if phrases.isA(words.verbS, index) {
      return !subject.isPlural || phrases.isCapitalized(subject.head)
        || phrases.isA(words.pluralNoun, subject.head)
    }
    if phrases.isA(words.verbIng, index) { return true }
    guard phrases.isA(words.verbBase, index) else { return true }
    return subject.isPlural
      || phrases.isCapitalized(subject.head)
        && (subject.kind == .institution || subject.kind == .name)
  }

  /// "That", a quotation, a pronoun or a clause with a verb of its own, not a mere object.
  private func opensClause(_ index: Int) -> Bool {
    if text.isWord(words.that, at: index) || phrases.isQuoteMark(index)
      || phrases.isA(words.subjectPronoun, index)
    {
      return true
    }
    for next in index..<min(index + 14, text.tokens.count) {
      if text.isSign(".", at: next) && !text.tokens[next].isJoined || phrases.isComma(next) {
        return false
      }
      if next > index, phrases.isVerb(next), !isReduced(next) { return true }
    }
    return false
  }

  private func hasFigure(from start: Int, in sentence: Range<Int>) -> Bool {
    for index in start..<max(start, min(start + 25, sentence.upperBound)) {
      if text.tokens[index].isNumber { return true }
      if text.isSign(";", at: index) { return false }
    }
    return false
  }

  private func opensQuote(_ index: Int) -> Bool {
    (index..<min(index + 4, text.tokens.count)).contains { phrases.isQuoteMark($0) }
  }

  private func closesQuote(before index: Int) -> Bool {
    phrases.isQuoteMark(index - 1) || phrases.isComma(index - 1) && phrases.isQuoteMark(index - 2)
  }

  // MARK: - What it governs

  private func content(
    of frame: AttributionFrame, verb: Verb, in sentence: Range<Int>
  ) -> [Range<Int>] {
    guard verb.kinds.subtracting(.noun) != .quoting, let subject = frame.speaker else { return [] }
    let start = subject.span.lowerBound
    let after = verb.end
    let isBehind =
      start < frame.cue.lowerBound && start > sentence.lowerBound
      && (phrases.isComma(start - 1) || phrases.isQuoteMark(start - 1)
        || text.isWord(words.as_, at: start - 1) || text.tokens[start - 1].isLongDash)
    let ends = after >= sentence.upperBound || isSentenceSign(after)
    if isBehind, ends || phrases.isAdverbial(from: after, in: sentence) {
      let left = phrases.clauseStart(before: start, in: sentence)..<start
      let end = phrases.clauseEnd(from: after, in: sentence, contrasts: true)
      let right = after..<phrases.tail(from: after, end: end)
      return right.isEmpty ? [left] : [left, right]
    }
    let end = phrases.clauseEnd(from: after, in: sentence, contrasts: false)
    return after < end ? [after..<end] : []
  }

  private func isSentenceSign(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.kind == .sign && !phrases.isQuoteMark(index)
      && !(token.isSign(":") || token.isSign("$") || token.isSign("€") || token.isSign("£"))
  }
}
