import Language
import Model

/// Finds who speaks by verbs: "X said that", "…, X said", "…, said X", "X puts it at".
struct ReportingVerbs {
  let phrases: SpeakerPhrases
  let mentions: MentionIndex

  private var text: TokenizedText { phrases.text }
  private var words: AttributionWords { phrases.words }

  enum Strength { case speech, statement, estimate, data, figure, rating, quoting }

  /// The frame whose verb stands at the token.
  ///
  /// - Parameter last: the frame before it in the sentence, whose subject a verb without one shares.
  func frame(at index: Int, in sentence: Range<Int>, last: AttributionFrame?) -> AttributionFrame? {
    guard let verb = verb(at: index) else { return nil }
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
    var strength: Strength
    var end: Int
  }

  private func verb(at index: Int) -> Verb? {
    guard text.tokens[index].isWord, !text.tokens[index].isCapitalized else { return nil }
    let end = index + 1
    if phrases.isA(words.speechVerb, index) { return Verb(strength: .speech, end: end) }
    if phrases.isA(words.statementVerb, index) { return Verb(strength: .statement, end: end) }
    if phrases.isA(words.dataVerb, index) { return Verb(strength: .data, end: end) }
    if phrases.isA(words.estimateVerb, index) { return Verb(strength: .estimate, end: end) }
    if phrases.isA(words.ratingVerb, index) { return Verb(strength: .rating, end: end) }
    if phrases.isA(words.figureVerb, index) { return Verb(strength: .figure, end: end) }
    if let match = text.phrase(words.speechPhrase, at: index) {
      return Verb(strength: .speech, end: index + match.count)
    }
    if phrases.isA(words.quotingVerb, index) { return Verb(strength: .quoting, end: end) }
    return nil
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
      if text.isWord(words.possessive, at: previous) || phrases.isA(words.preposition, previous) {
        return true
      }
      if previous >= 0, text.tokens[index].isJoined, text.tokens[previous].isDash { return true }
    }
    if index + 1 < text.tokens.count, text.tokens[index + 1].isDash,
      text.tokens[index + 1].isJoined, !text.tokens[index + 1].isLongDash
    {
      return true
    }
    if group.hasBe { return !phrases.isA(words.verbIng, index) }
    return phrases.isA(words.verbIng, index) && !isParticipleClause(index, group: group)
  }

  /// ", saying that": a participle after a comma shares the subject.
  private func isParticipleClause(_ index: Int, group: Group) -> Bool {
    phrases.isComma(group.start - 1)
  }

  // MARK: - "said X"

  private func inverted(
    _ verb: Verb, at index: Int, group: Group, in sentence: Range<Int>
  ) -> AttributionFrame? {
    let previous = index - 1
    guard group.start == index, previous >= sentence.lowerBound,
      verb.strength == .speech || verb.strength == .quoting || verb.strength == .statement
    else { return nil }
    let afterQuote =
      phrases.isQuoteMark(previous)
      || phrases.isComma(previous) && phrases.isQuoteMark(previous - 1)
    guard afterQuote || phrases.isComma(previous), verb.strength == .speech || afterQuote,
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
      || phrases.isA(words.personPronoun, index) || phrases.isNoun(index)
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
    }
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
    guard phrases.isVerb(previous) || phrases.isA(words.verbIng, previous) else { return false }
    return
      !(phrases.isA(words.speechVerb, previous) || phrases.isA(words.statementVerb, previous)
      || phrases.isA(words.estimateVerb, previous) || phrases.isA(words.dataVerb, previous))
  }

  /// "Advisers" in "advisers who have run the numbers argue".
  private func relativeSubject(before end: Int, in sentence: Range<Int>) -> SpeakerPhrase? {
    var index = end - 1
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
    let end = phrases.isComma(index - 1) ? index - 1 : index
    guard let found = phrases.phrase(before: end, limit: sentence.lowerBound) else { return nil }
    let nearest = SpeakerPhrase(
      span: found.span, base: found.base, kind: .other, isPlural: false)
    return phrases.classified(nearest, mentions: mentions)
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
    if phrases.isA(words.adverb, start) || phrases.isA(words.contrast, start) {
      return end - start <= 3
    }
    if phrases.isA(words.article, start) || phrases.isA(words.possessivePronoun, start) {
      return !(start..<end).contains { phrases.isVerb($0) && !isReduced($0) }
        || (start..<end).contains { phrases.isA(words.relative, $0) }
    }
    if phrases.isA(words.preposition, start) { return true }
    if phrases.isA(words.verbIng, start) || phrases.isA(words.citing, start) { return true }
    if phrases.isA(words.verbParticiple, start) { return phrases.isA(words.preposition, start + 1) }
    if phrases.isA(words.roleNoun, start) || phrases.isA(words.adverb, start) { return true }
    // "Tampa, Fla.," and "deputy head of the office".
    return phrases.isCapitalized(start)
      ? end - start <= 3
      : (start..<min(end, start + 4)).contains { phrases.isA(words.roleNoun, $0) }
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
    let before = subject.span.lowerBound - 1
    if before >= sentence.lowerBound, text.isWord(words.than, at: before) { return false }
    if subject.span.upperBound <= index, !agrees(subject, at: index, group: group) { return false }
    let canSpeak = subject.kind != .other
    let isThing = subject.kind == .data
    switch verb.strength {
    case .speech:
      return
        !(subject.kind == .other && subject.base.count == 1
        && phrases.isA(words.determiner, subject.head) && subject.isPlural)
    case .statement, .estimate: return canSpeak
    case .data:
      return isThing || canSpeak && opensClause(verb.end)
    case .figure: return isThing && hasFigure(from: verb.end, in: sentence)
    case .rating: return canSpeak && hasFigure(from: verb.end, in: sentence)
    case .quoting:
      return canSpeak && (opensQuote(verb.end) || closesQuote(before: subject.span.lowerBound))
    }
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
      || phrases.isA(words.thirdSubject, index)
    {
      return true
    }
    for next in index..<min(index + 14, text.tokens.count) {
      if text.isSign(".", at: next) || phrases.isComma(next) || phrases.isQuoteMark(next) {
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
    guard verb.strength != .quoting, let subject = frame.speaker else { return [] }
    let start = subject.span.lowerBound
    let after = verb.end
    let isBehind =
      start < frame.cue.lowerBound && start > sentence.lowerBound
      && (phrases.isComma(start - 1) || phrases.isQuoteMark(start - 1)
        || text.isWord(words.as_, at: start - 1) || text.tokens[start - 1].isLongDash)
    let ends = after >= sentence.upperBound || isSentenceSign(after)
    if isBehind, ends || phrases.isAdverbial(from: after, in: sentence) {
      let left = phrases.clauseStart(before: start, in: sentence)..<start
      let right = after..<phrases.clauseEnd(from: after, in: sentence, contrasts: true)
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
