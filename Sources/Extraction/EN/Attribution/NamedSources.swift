import Language

/// Finds who speaks by other words than verbs: "according to X", "in X's assessment", "X's estimate
/// of", "estimates reaching"; and hearsay.
struct NamedSources {
  let phrases: SpeakerPhrases
  let mentions: MentionIndex

  var verbs: ReportingVerbs { ReportingVerbs(phrases: phrases, mentions: mentions) }
  var text: TokenizedText { phrases.text }
  var words: AttributionWords { phrases.words }

  func frame(at index: Int, in sentence: Range<Int>) -> AttributionFrame? {
    guard text.tokens[index].isWord else {
      return isPossessive(index) ? possessor(at: index, in: sentence) : nil
    }
    if let match = text.phrase(words.sourcePhrase, at: index),
      accepts(match, at: index, in: sentence)
    {
      return source(cue: index..<index + match.count, in: sentence)
    }
    if let match = text.phrase(words.hearsay, at: index) {
      return hearsay(cue: index..<index + match.count, in: sentence)
    }
    if text.isWord(words.by, at: index),
      let frame = reckoned(at: index, in: sentence) ?? agent(at: index, in: sentence)
    {
      return frame
    }
    if text.isWord(words.as_, at: index), let frame = quotedAs(at: index, in: sentence) {
      return frame
    }
    if isPossessive(index) { return possessor(at: index, in: sentence) }
    let noun = phrases.noun(index)
    if noun.contains(.report), let frame = issued(at: index, in: sentence) { return frame }
    if noun.contains(.estimate) {
      return estimate(at: index, in: sentence) ?? ownEstimate(at: index, in: sentence)
    }
    if text.isWord(words.in_, at: index), index == sentence.lowerBound {
      return fronted(at: index, in: sentence)
    }
    return nil
  }

  /// Whether what a phrase needs beside it stands there.
  private func accepts(_ match: Lexicon.Match, at index: Int, in sentence: Range<Int>) -> Bool {
    switch match.value {
    case "name":
      (phrases.isComma(index - 1) || index == sentence.lowerBound)
        && phrases.isCapitalized(index + match.count)
    case "data":
      phrases.phrase(at: sentence.lowerBound, limit: index).map {
        phrases.noun($0.head).contains(.data)
      } ?? false
    default: true
    }
  }

  private func isPossessive(_ index: Int) -> Bool {
    if text.isWord(words.possessive, at: index) { return true }
    let token = text.tokens[index]
    return (token.isSign("'") || token.isSign("\u{2019}")) && token.isJoined
      && text.tokens.indices.contains(index + 1) && text.tokens[index + 1].isWord
      && !text.tokens[index + 1].isJoined && !token.flags.contains(.closesQuote)
  }

  // MARK: - "According to X"

  private func source(cue: Range<Int>, in sentence: Range<Int>) -> AttributionFrame? {
    guard var phrase = phrases.phrase(at: cue.upperBound, limit: sentence.upperBound) else {
      return nil
    }
    let citation = citation(in: phrase)
    if let citation {
      phrase = phrases.phrase(at: cue.upperBound, limit: citation.lowerBound) ?? phrase
    }
    if citation == nil, phrases.noun(phrase.head).contains(.data) {
      phrase.span = phrase.span.lowerBound..<publicationEnd(behind: phrase, in: sentence)
    }
    guard let speaker = phrases.classified(phrase, mentions: mentions) else { return nil }
    var frame = AttributionFrame(kind: .source, speaker: speaker, cue: cue, content: [])
    frame.carrier = citation.flatMap {
      phrases.phrase(at: $0.upperBound, limit: sentence.upperBound).flatMap {
        phrases.classified($0, mentions: mentions)
      }
    }
    let end = frame.carrier?.span.upperBound ?? speaker.span.upperBound
    frame.content = around(cue.lowerBound..<end, in: sentence)
    return frame
  }

  /// Where "a table posted on Monday by the registry" ends, as a time ends all other phrases.
  private func publicationEnd(behind data: SpeakerPhrase, in sentence: Range<Int>) -> Int {
    let end = data.span.upperBound
    var index = phrases.isA(words.verbParticiple, end - 1) ? end - 1 : end
    guard phrases.isA(words.verbParticiple, index), !phrases.isA(words.citing, index) else {
      return end
    }
    index += 1
    let limit = min(sentence.upperBound, end + 8)
    guard let by = (index..<max(index, limit)).first(where: { text.isWord(words.by, at: $0) }),
      phrases.pastTime(from: index, limit: by) == by
    else { return end }
    return phrases.phrase(at: by + 1, limit: sentence.upperBound)?.span.upperBound ?? end
  }

  /// The "cited by" of "estimates cited by X".
  private func citation(in phrase: SpeakerPhrase) -> Range<Int>? {
    let verb = phrase.span.dropFirst().first {
      phrases.isA(words.citing, $0) && phrases.isA(words.verbParticiple, $0)
        && text.isWord(words.by, at: $0 + 1)
    }
    return verb.map { $0..<$0 + 2 }
  }

  /// What a phrase governs that stands before, in or behind its sentence.
  func around(_ extent: Range<Int>, in sentence: Range<Int>) -> [Range<Int>] {
    let after = extent.upperBound
    let left = start(of: extent, in: sentence)..<extent.lowerBound
    let end = phrases.clauseEnd(from: after, in: sentence, contrasts: true)
    let right = after..<max(after, end)
    let isFront = left.allSatisfy {
      phrases.isA(words.coordinator, $0) || phrases.isA(words.adverb, $0)
        || text.tokens[$0].kind == .sign || phrases.isA(words.contrast, $0)
    }
    if isFront { return right.isEmpty ? [] : [right] }
    return right.isEmpty || opensTail(after) ? [left] : [left, right]
  }

  /// A phrase between commas behind a relative or a conjunction governs that clause alone:
  /// "shipments that, in X's view, have grown".
  private func start(of extent: Range<Int>, in sentence: Range<Int>) -> Int {
    let comma = extent.lowerBound - 1
    if comma > sentence.lowerBound, phrases.isComma(comma),
      phrases.isA(words.relative, comma - 1)
        // "Than in the year before, according to": no conjunction.
        || phrases.isA(words.subordinator, comma - 1) && !phrases.isTime(comma - 2)
        || phrases.isA(words.contrast, comma - 1)
    {
      return comma
    }
    let start = phrases.clauseStart(before: extent.lowerBound, in: sentence)
    // "5,000, according to police; 20,000, according to the organisers": each has its own.
    let other = (start..<max(start, comma)).last { text.isSign(";", at: $0) }
    let isSecond = other.map { sign in
      (start..<sign).contains { text.phrase(words.sourcePhrase, at: $0) != nil }
    }
    return isSecond == true ? other.map { $0 + 1 } ?? start : start
  }

  /// Whether a comma opens an apposition or a relative clause to the speaker: the writer's own.
  private func opensTail(_ index: Int) -> Bool {
    phrases.isComma(index)
      && (phrases.isA(words.relative, index + 1)
        || phrases.isA(words.article, index + 1) && !phrases.isA(words.numberWord, index + 2))
  }

  // MARK: - "Citing X"

  /// Whom a carrier cites.
  struct Origin {
    var cue: Int
    var speaker: SpeakerPhrase
  }

  /// The first "citing X" of the sentence, X somebody or something that can speak.
  func cited(in sentence: Range<Int>) -> Origin? {
    for index in sentence where phrases.isA(words.citing, index) {
      guard phrases.isA(words.verbIng, index),
        let phrase = phrases.phrase(at: index + 1, limit: sentence.upperBound),
        let speaker = phrases.classified(phrase, mentions: mentions), speaker.kind != .other,
        speaker.kind != .pronoun
      else { continue }
      return Origin(cue: index, speaker: speaker)
    }
    return nil
  }

  /// "X quoted Y as saying", "Y was quoted as saying".
  private func quotedAs(at index: Int, in sentence: Range<Int>) -> AttributionFrame? {
    guard text.isWord(words.as_, at: index), phrases.isA(words.verbIng, index + 1),
      phrases.verb(index + 1).contains(.speech)
    else { return nil }
    let verb = (max(sentence.lowerBound, index - 12)..<index).last {
      text.value(words.citing, at: $0) == "say" && !phrases.isA(words.verbIng, $0)
    }
    guard let verb else { return nil }
    var start = verb
    while start > sentence.lowerBound,
      phrases.isA(words.auxiliary, start - 1) || phrases.isA(words.adverb, start - 1)
    { start -= 1 }
    let left =
      phrases.isComma(start - 1)
      ? verbs.insertionSubject(before: start, in: sentence)
      : phrases.phrase(before: start, limit: sentence.lowerBound)
    let isPassive = phrases.isA(words.formOfBe, verb - 1)
    let right = phrases.phrase(at: verb + (isPassive ? 2 : 1), limit: index)
    guard let said = isPassive ? left : right,
      let speaker = phrases.classified(said, mentions: mentions)
    else { return nil }
    var frame = AttributionFrame(
      kind: .speech, speaker: speaker, cue: index + 1..<index + 2, content: [])
    frame.content = verbs.content(
      of: frame, verb: ReportingVerbs.Verb(kinds: .speech, end: index + 2), in: sentence)
    frame.carrier = (isPassive ? right : left).flatMap {
      phrases.classified($0, mentions: mentions)
    }
    return frame
  }

  // MARK: - Hearsay

  private func hearsay(cue: Range<Int>, in sentence: Range<Int>) -> AttributionFrame? {
    let end = phrases.clauseEnd(from: cue.upperBound, in: sentence, contrasts: true)
    var start = cue.lowerBound
    let limit = max(sentence.lowerBound, start - SpeakerPhrases.reach)
    while start > limit, !text.isSign(";", at: start - 1), !phrases.isA(words.contrast, start - 1) {
      start -= 1
    }
    return AttributionFrame(
      kind: .hearsay, speaker: nil, cue: cue, content: [start..<max(end, cue.upperBound)])
  }
}
