import Language
import Model

/// Which date of a clause stands nearest to a figure, with no other figure's between.
extension TimeRules {
  /// The date behind the figure before the next one.
  func behind(
    _ own: [Int], _ index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Int? {
    let end = context.quantities[index].number.upperBound
    let next = next(behind: index, sentence, context)
    return own.first {
      let start = context.dates[$0].tokens.lowerBound
      return start >= end && start < next && !isParted(end..<start, context.text)
        && !leads(context.dates[$0].tokens, from: end, to: next, sentence, context)
    }
  }

  /// "In January we sold 412 cars, in March 230": a date that a comma parts from the figure before it
  /// and nothing from the one behind.
  private func leads(
    _ date: Range<Int>, from end: Int, to next: Int, _ sentence: SentenceContext,
    _ context: ClaimContext
  ) -> Bool {
    let gap = end..<date.lowerBound
    return next < sentence.tokens.upperBound && next - date.upperBound <= 1
      && gap.count <= 3 && gap.contains { context.text.isSign(",", at: $0) }
  }

  /// "In March 40; in April, 55", "half of what it cost in 2023": what stands behind belongs there.
  private func isParted(_ gap: Range<Int>, _ text: TokenizedText) -> Bool {
    gap.contains { text.isSign(";", at: $0) || text.isWord(what, at: $0) }
  }

  /// The nearest date before the figure; else the one behind the list that it stands in.
  func nearest(
    _ own: [Int], to index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Int? {
    let figure = context.quantities[index]
    let before = own.last {
      context.dates[$0].tokens.upperBound <= figure.number.lowerBound
        && !isOfWhole(context.dates[$0], figure, sentence, context)
    }
    if let before, isFree(before, for: index, sentence, context) { return before }
    if isWhole(index, sentence, context) { return before }
    return own.first {
      let start = context.dates[$0].tokens.lowerBound
      return start >= figure.number.upperBound
        && !isParted(figure.number.upperBound..<start, context.text)
    } ?? before
  }

  /// "Of 43 ships, 19 had been delivered by January": the time is that of the part.
  private func isWhole(
    _ index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let start = context.quantities[index].tokens.lowerBound
    return context.text.isWord(of, at: start - 1) && start - 1 == sentence.tokens.lowerBound
  }

  /// "Of the 900 million promised in 2022, 650 has been paid": up to now.
  private func isOfWhole(
    _ date: FoundDate, _ figure: FoundQuantity, _ sentence: SentenceContext,
    _ context: ClaimContext
  ) -> Bool {
    let (text, tree) = (context.text, sentence.tree)
    guard text.isWord(of, at: sentence.tokens.lowerBound),
      let comma = sentence.tokens.first(where: { text.isSign(",", at: $0) }),
      date.tokens.upperBound <= comma, comma < figure.tokens.lowerBound
    else { return false }
    let verbs = tree.clauses[tree.verbalClause(of: figure.number.lowerBound)].verbs
    return verbs.contains { $0 > comma && text.isA(present, at: $0) }
  }

  /// Whether a date before a figure is not that of the figure before: nothing counted between the two.
  private func isFree(
    _ date: Int, for index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let start = context.dates[date].tokens.lowerBound
    return !sentence.quantities.contains {
      $0 < index && context.quantities[$0].tokens.upperBound <= start
    }
  }
}
