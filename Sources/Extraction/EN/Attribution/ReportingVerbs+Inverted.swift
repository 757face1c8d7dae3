import Language

/// A verb before who speaks: "…, said X", "the plant, say engineers, makes 70".
extension ReportingVerbs {
  func inverted(
    _ verb: Verb, at index: Int, group: Group, in sentence: Range<Int>
  ) -> AttributionFrame? {
    let previous = index - 1
    guard group.start == index, previous >= sentence.lowerBound,
      !verb.kinds.isDisjoint(with: [.speech, .quoting, .statement, .estimate])
    else { return nil }
    let afterQuote =
      phrases.isQuoteMark(previous)
      || phrases.isComma(previous) && phrases.isQuoteMark(previous - 1)
    let opens =
      phrases.isComma(previous) || text.isSign("(", at: previous)
      || text.tokens[previous].isLongDash
    guard afterQuote || opens, verb.kinds.contains(.speech) || afterQuote,
      !phrases.isA(words.verbIng, index), !verb.kinds.contains(.audience),
      startsPhrase(verb.end, afterQuote: afterQuote),
      afterQuote || insertionSubject(before: index, in: sentence) == nil,
      let phrase = phrases.phrase(at: verb.end, limit: sentence.upperBound),
      let office = phrases.classified(phrase, mentions: mentions)
    else { return nil }
    let speaker = name(behind: office) ?? office
    let start = phrases.clauseStart(before: previous, in: sentence)
    var content = [start..<index]
    // "A, said X, who heads the union, and B": the statement goes on.
    let end = phrases.clauseEnd(from: phrase.span.upperBound, in: sentence, contrasts: true)
    if text.isSign(":", at: phrase.span.upperBound) {
      content.append(phrase.span.upperBound..<end)
    } else if !afterQuote, isBroken(before: previous, in: sentence),
      let closing = insertionEnd(from: phrase.span.upperBound, before: end)
    {
      content.append(closing + 1..<end)
    } else if !afterQuote,
      let comma = (phrase.span.upperBound..<max(phrase.span.upperBound, end)).first(where: {
        phrases.isComma($0)
          && (text.isWord(words.and, at: $0 + 1)
            || phrases.isA(words.subordinator, $0 + 1)
              && !phrases.isA(words.contrast, $0 + 1))
      })
    {
      content.append(comma..<end)
    }
    return AttributionFrame(
      kind: .speech, speaker: speaker, cue: index..<verb.end, content: content)
  }

  /// Whether a clause waits for its verb, or a verb for its object, where an insertion begins: "the
  /// plant, say engineers, makes 70", "there are, says she, 800".
  func isBroken(before comma: Int, in sentence: Range<Int>) -> Bool {
    let last = comma - 1
    guard last >= sentence.lowerBound else { return false }
    if phrases.isA(words.auxiliary, last) || phrases.isA(words.preposition, last) { return true }
    let start = (sentence.lowerBound..<comma).last { phrases.isComma($0) } ?? sentence.lowerBound
    // "And what came": a clause that is a subject.
    if phrases.isA(words.coordinator, start + 1), text.isWord(words.what, at: start + 2) {
      return true
    }
    return !(start..<comma).contains { phrases.isVerb($0) && !phrases.isNoun($0) }
  }

  /// The comma that closes an insertion, past the age, the office and the clauses of who speaks.
  private func insertionEnd(from start: Int, before end: Int) -> Int? {
    var index = start
    if phrases.isA(words.relative, index) {
      guard let comma = (index..<max(index, end)).first(where: { phrases.isComma($0) }) else {
        return nil
      }
      index = comma
    }
    while index + 1 < end, phrases.isComma(index) {
      let next = index + 1
      let goesOn =
        text.tokens[next].isNumber && phrases.isComma(next + 1) || phrases.isA(words.relative, next)
        || phrases.isA(words.article, next) || phrases.isCapitalized(next)
      guard goesOn, let comma = (next..<end).first(where: { phrases.isComma($0) }) else {
        return index
      }
      index = comma
    }
    return nil
  }

  /// "Natalia Balova" in "said the minister of labour, Natalia Balova".
  private func name(behind office: SpeakerPhrase) -> SpeakerPhrase? {
    let start = office.span.upperBound + 1
    guard phrases.isComma(start - 1) else { return nil }
    var end = start
    while phrases.isCapitalized(end) || end > start && phrases.isJoinedDash(end) { end += 1 }
    guard phrases.isComma(end) || text.isSign(".", at: end) || end == text.tokens.count else {
      return nil
    }
    return name(in: start..<end, of: office)
  }

  func startsPhrase(_ index: Int, afterQuote: Bool) -> Bool {
    guard text.tokens.indices.contains(index), text.tokens[index].isWord,
      !text.isWord(words.that, at: index)
    else { return false }
    if phrases.isCapitalized(index) || phrases.isA(words.determiner, index)
      || phrases.pronoun(index) == .person || phrases.isNoun(index)
      || phrases.hasAgentEnding(index)
    {
      return true
    }
    // Behind a quotation any noun will do: said one.
    return afterQuote
      && !(phrases.isA(words.preposition, index) || phrases.isAdverb(index)
        || phrases.isA(words.coordinator, index) || phrases.isA(words.subordinator, index)
        || phrases.isA(words.relative, index) || phrases.isA(words.pronoun, index)
        || phrases.isVerb(index) || phrases.isTime(index))
  }
}
