import Language

/// Whom "by" names: "is put at 4,000 by X", "by one estimate".
extension NamedSources {
  /// Whom a passive of speech or reckoning names behind its figure.
  func agent(at index: Int, in sentence: Range<Int>) -> AttributionFrame? {
    let kinds: AttributionWords.VerbKinds = [.speech, .statement, .estimate, .rating, .placing]
    guard
      let verb = (max(sentence.lowerBound, index - 12)..<index).last(where: {
        phrases.isVerb($0)
          || text.tokens[$0].kind == .sign && !text.tokens[$0].isJoined && !isCurrency($0)
      }), phrases.isA(words.verbParticiple, verb),
      !phrases.verb(verb).contains(.placing) || text.isWord(words.at, at: verb + 1),
      !phrases.verb(verb).isDisjoint(with: kinds),
      verbs.verbGroup(before: verb, in: sentence)?.hasBe == true,
      verbs.hasFigure(from: verb, in: sentence.lowerBound..<index),
      let phrase = phrases.phrase(at: index + 1, limit: sentence.upperBound),
      let speaker = phrases.classified(phrase, mentions: mentions), speaker.kind != .other
    else { return nil }
    let start = phrases.clauseStart(before: verb, in: sentence)
    return AttributionFrame(
      kind: .speech, speaker: speaker, cue: verb..<verb + 1,
      // "By the ministry in 2020": when it was.
      content: [
        start..<verb, verb + 1..<index,
        phrase.span
          .upperBound..<phrases.pastTime(
            from: phrase.span.upperBound, limit: sentence.upperBound),
      ])
  }

  /// A sign right before its number.
  private func isCurrency(_ index: Int) -> Bool {
    text.tokens.indices.contains(index + 1) && text.tokens[index + 1].isNumber
      && text.tokens[index + 1].isJoined
  }

  /// An account that nobody in particular gives: "by some accounts", "by official estimates".
  func reckoned(at index: Int, in sentence: Range<Int>) -> AttributionFrame? {
    guard let phrase = phrases.phrase(at: index + 1, limit: min(index + 6, sentence.upperBound)),
      !phrases.noun(phrase.head).isDisjoint(with: [.accountBy, .estimate]),
      phrase.base.count > 1, !phrases.isA(words.article, phrase.base.lowerBound),
      !phrase.base.contains(where: { text.isWord(words.possessive, at: $0) }),
      let speaker = phrases.classified(phrase, mentions: mentions), speaker.kind == .data
    else { return nil }
    let cue = index..<index + 1
    return AttributionFrame(
      kind: .source, speaker: speaker, cue: cue,
      content: around(index..<phrase.span.upperBound, in: sentence))
  }
}
