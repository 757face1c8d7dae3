import Language

/// Nouns that speak: "in X's assessment", "X's claim that", "estimates reaching", "in a survey by X".
extension NamedSources {
  /// "By X's account", "in X's assessment", "X's claim that", "X's estimate of".
  func possessor(at index: Int, in sentence: Range<Int>) -> AttributionFrame? {
    guard
      let noun = (index + 1..<min(index + 4, sentence.upperBound)).first(where: {
        !phrases.noun($0).isDisjoint(with: [.account, .accountBy, .report])
      }), let start = phrases.baseStart(before: index, limit: sentence.lowerBound)
    else { return nil }
    let phrase = SpeakerPhrase(
      span: start..<index, base: start..<index, kind: .other, isPlural: false)
    guard let speaker = phrases.classified(phrase, mentions: mentions), speaker.kind != .other,
      speaker.kind != .data
    else { return nil }
    let before = start - 1
    let isPhrase =
      text.isWord(words.by, at: before) || text.isWord(words.in_, at: before)
      || text.isWord(words.on, at: before)
    if isPhrase,
      phrases.noun(noun).contains(text.isWord(words.in_, at: before) ? .account : .accountBy)
        || phrases.noun(noun).contains(.account)
    {
      let extent = before..<noun + 1
      return AttributionFrame(
        kind: .source, speaker: speaker, cue: extent, content: around(extent, in: sentence))
    }
    guard phrases.noun(noun).contains(.report), statesFigure(after: noun), !isDenied(start) else {
      return nil
    }
    let end = phrases.clauseEnd(from: noun + 1, in: sentence, contrasts: true)
    return AttributionFrame(
      kind: .noun, speaker: speaker, cue: noun..<noun + 1, content: [noun + 1..<end])
  }

  /// "A ministry statement in June that 48 bridges were unsafe": the name before the noun speaks.
  func issued(at noun: Int, in sentence: Range<Int>) -> AttributionFrame? {
    let limit = min(sentence.upperBound, noun + 6)
    // "That" is a determiner, too.
    let end =
      (noun + 1..<max(noun + 1, limit)).first { text.isWord(words.that, at: $0) }
      ?? limit
    guard phrases.pastTime(from: noun + 1, limit: end) == end, text.isWord(words.that, at: end),
      !phrases.isVerb(end + 1),
      let start = phrases.baseStart(before: noun + 1, limit: sentence.lowerBound), start < noun,
      !isDenied(start),
      // "The center estimates that": a verb; "a Reuters estimate that" is none.
      phrases.verb(noun).isEmpty
        || phrases.isA(words.article, start) && !text.isWord(words.the, at: start)
    else { return nil }
    let first = phrases.isA(words.determiner, start) ? start + 1 : start
    guard first < noun else { return nil }
    let name = SpeakerPhrase(span: first..<noun, base: first..<noun, kind: .other, isPlural: false)
    guard let speaker = phrases.classified(name, mentions: mentions),
      [.person, .institution, .name].contains(speaker.kind)
    else { return nil }
    let close = phrases.clauseEnd(from: end, in: sentence, contrasts: true)
    guard end + 1 < close else { return nil }
    return AttributionFrame(
      kind: .noun, speaker: speaker, cue: noun..<noun + 1, content: [end + 1..<close])
  }

  /// "Denied Seoul's claim that": whoever rejects it is asked, and not whose it is.
  private func isDenied(_ start: Int) -> Bool {
    phrases.verb(verbs.beforeVerdict(start - 1)).contains(.denial)
  }

  private func statesFigure(after noun: Int) -> Bool {
    let next = noun + 1
    guard text.tokens.indices.contains(next) else { return false }
    return text.isWord(words.that, at: next) || text.isWord(words.of, at: next)
      || phrases.isA(words.figureParticiple, next) || phrases.verb(next).contains(.data)
      || phrases.isA(words.preposition, next) || phrases.isA(words.formOfBe, next)
  }

  /// "Unofficial estimates reaching 50,000", "a poll showing 40 percent".
  func estimate(at index: Int, in sentence: Range<Int>) -> AttributionFrame? {
    let verb = index + 1
    guard
      phrases.isA(words.figureParticiple, verb)
        || phrases.isA(words.verbIng, verb)
          && phrases.verb(verb).contains(.data),
      let phrase = phrases.phrase(before: verb, limit: sentence.lowerBound),
      let speaker = phrases.classified(phrase, mentions: mentions)
    else { return nil }
    let end = phrases.clauseEnd(from: verb, in: sentence, contrasts: true)
    return AttributionFrame(
      kind: .noun, speaker: speaker, cue: verb..<verb + 1, content: [verb + 1..<max(verb + 1, end)])
  }

  /// "It raised its forecast to 5 percent": whoever raised it.
  func ownEstimate(at index: Int, in sentence: Range<Int>) -> AttributionFrame? {
    guard phrases.isA(words.preposition, index + 1) || text.isWord(words.that, at: index + 1),
      let own = (max(sentence.lowerBound, index - 3)..<index).last(where: {
        phrases.isA(words.possessivePronoun, $0)
      }), let speaker = verbs.sentenceSubject(before: own, in: sentence), speaker.kind != .other
    else { return nil }
    let end = phrases.clauseEnd(from: index + 1, in: sentence, contrasts: true)
    return AttributionFrame(
      kind: .noun, speaker: speaker, cue: index..<index + 1, content: [index + 1..<end])
  }

  /// "In a survey by X, …" at the head of a sentence.
  func fronted(at index: Int, in sentence: Range<Int>) -> AttributionFrame? {
    guard phrases.isA(words.article, index + 1),
      let phrase = phrases.phrase(at: index + 1, limit: sentence.upperBound),
      phrases.noun(phrase.head).contains(.survey),
      let speaker = phrases.classified(phrase, mentions: mentions)
    else { return nil }
    let start = phrase.span.upperBound
    let end = phrases.clauseEnd(from: start, in: sentence, contrasts: true)
    guard start < end else { return nil }
    return AttributionFrame(
      kind: .source, speaker: speaker, cue: index..<index + 1, content: [start..<end])
  }
}
