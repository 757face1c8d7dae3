import Language

/// Finds what is spoken of before a number that has no noun of its own: "Tajiks worked there. Their
/// number fell to 310."
struct TopicNouns {
  let text: TokenizedText
  let tables: QuantityTables
  let nouns: EnglishNouns
  let sentence: Range<Int>

  /// The plural that a number stands for by what is beside it, told in its sentence or the one before.
  ///
  /// - Parameters:
  ///   - candidate: a number without a unit.
  ///   - lastCount: where the last number stands that has counted something; nothing is looked for
  ///     where that is in reach.
  /// - Returns: `nil` where nothing points back, or nothing is there.
  func noun(for candidate: Candidate, lastCount: Int?) -> CountedNoun? {
    let start = candidate.span.lowerBound
    if start > sentence.lowerBound, pointsBack(candidate), text.isSign(":", at: start - 1) {
      return last(in: sentence.lowerBound..<start - 1)
    }
    guard let before = sentenceBefore(), (lastCount ?? -1) < before.lowerBound else { return nil }
    if isNumberOf(before: start) || opensSpeech(start) {
      return first(in: before)
    }
    return pointsBack(candidate) ? last(in: before) : nil
  }

  /// "16 of them".
  private func pointsBack(_ candidate: Candidate) -> Bool {
    text.isWord(tables.of, at: candidate.core.upperBound)
      && text.isA(tables.pronoun, at: candidate.core.upperBound + 1)
      // "30,000 of it" is so much of what was measured.
      && !text.isA(tables.entityPronoun, at: candidate.core.upperBound + 1)
  }

  /// "Their number fell from 900".
  private func isNumberOf(before start: Int) -> Bool {
    (sentence.lowerBound..<max(sentence.lowerBound, start)).contains {
      text.isA(tables.possessivePronoun, at: $0) && text.isA(tables.numberNoun, at: $0 + 1)
    }
  }

  private func opensSpeech(_ start: Int) -> Bool {
    start > sentence.lowerBound ? text.tokens[start - 1].flags.contains(.opensQuote) : false
  }

  /// The sentence before in the same paragraph.
  private func sentenceBefore() -> Range<Int>? {
    guard !text.tokens[sentence.lowerBound].flags.contains(.opensParagraph) else { return nil }
    let index = text.sentence(of: sentence.lowerBound)
    return index > 0 ? text.sentences[index - 1] : nil
  }

  private func first(in range: Range<Int>) -> CountedNoun? {
    range.first(where: isPlural).flatMap { nouns.make(text, words: [$0], head: $0) }
  }

  private func last(in range: Range<Int>) -> CountedNoun? {
    range.last(where: isPlural).flatMap { nouns.make(text, words: [$0], head: $0) }
  }

  private func isPlural(_ index: Int) -> Bool {
    text.tokens[index].isWord && nouns.isPlural(text, index)
      && !text.isAny(nouns.stops, at: index) && !text.isA(tables.dateUnit, at: index)
      && !nouns.isVerbS(text, index)
  }
}
