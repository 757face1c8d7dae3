import Language
import Model

/// What other figures are compared with, and the times that only those have.
extension TimeRules {
  /// What a figure is compared with: "from 28 billion in 2024", "compared with 1,290 a year earlier".
  func isBase(_ figure: FoundQuantity, _ text: TokenizedText) -> Bool {
    var before = figure.tokens.lowerBound - 1
    // "From a loss of 7 million".
    if text.isWord(of, at: before), text.isA(resultNoun, at: before - 1),
      let article = (2...3).first(where: { text.isA(article, at: before - $0) })
    {
      before -= article + 1
    }
    if text.isWord(the, at: before) { before -= 1 }
    return [from, with, against, than, after].contains { text.isWord($0, at: before) }
  }

  /// "From 3 percent last year", "after 9 percent in 2024": a level before, of a time that is past.
  func hasBeen(_ figure: FoundQuantity, at time: DateSpan?, _ context: ClaimContext) -> Bool {
    let before = figure.tokens.lowerBound - 1
    guard context.text.isWord(from, at: before) || context.text.isWord(after, at: before),
      let end = time?.to, let published = context.published
    else { return false }
    return end <= published
  }

  /// "46 percent, compared with 39 percent in 2021": the time of a base behind the figure.
  func isOfBase(
    _ date: FoundDate, behind index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let base = sentence.quantities.last {
      context.quantities[$0].tokens.upperBound <= date.tokens.lowerBound
    }
    guard let base, base != index else { return false }
    let figure = context.quantities[base]
    let gap = figure.tokens.upperBound..<date.tokens.lowerBound
    // "In the same five months a year ago".
    let isBeside =
      gap.count <= 6
      && gap.allSatisfy { index in
        context.text.tokens[index].kind != .sign && sentence.tree.tag(of: index)?.isVerb != true
      }
    guard isBeside else { return false }
    if isWholeOfPart(base, context) { return true }
    // "Rose to 40 from 30 in March" is told of either; "up from 30", "from the 30 of March", "from 30 in
    // March to 40", "from 30 in 2023", "from 30 a year ago" and "rose in May to 40 from 30 in March" are not.
    let before = figure.tokens.lowerBound - 1
    let isOpen =
      context.text.isWord(from, at: before) && base > index
      && context.text.phrase(comparisonBase, at: before - 1) == nil
      && !context.text.isWord(of, at: date.tokens.lowerBound - 1)
      && !context.text.isWord(ago, at: date.tokens.upperBound - 1)
      && date.role == .plain && !namesYear(date, context.text)
      && !sentence.dates.contains(where: { context.dates[$0].tokens.upperBound <= before })
    return isBase(figure, context.text) && !isOpen
  }

  /// "310 (2023: 280; 2022: 250)": in brackets a time with a colon is that of what stands behind it.
  func labelsOther(_ date: FoundDate, than figure: FoundQuantity, _ text: TokenizedText) -> Bool {
    let start = date.tokens.upperBound
    guard text.isSign(":", at: start),
      text.isSign("(", at: date.tokens.lowerBound - 1)
        || text.isSign(";", at: date.tokens.lowerBound - 1)
    else { return false }
    let end = (start..<text.tokens.count).first {
      text.isSign(";", at: $0) || text.isSign(")", at: $0)
    }
    return end.map { !(start..<$0).contains(figure.number.lowerBound) } ?? false
  }

  private func namesYear(_ date: FoundDate, _ text: TokenizedText) -> Bool {
    date.tokens.contains { text.tokens[$0].isNumber && text.tokens[$0].length == 4 }
  }

  /// "Three times the number of last spring", "five times as many as in April": the time of the
  /// standard that a multiple is told by, and of no figure.
  func isOfStandard(
    _ date: FoundDate, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let text = context.text
    let figure = sentence.quantities.map { context.quantities[$0] }.last {
      $0.tokens.upperBound <= date.tokens.lowerBound
    }
    guard let figure else { return false }
    let end = figure.tokens.upperBound
    // "8 percent below those of April", "12 percent above the figure for March".
    if figure.form == .percent, text.isA(levelComparator, at: end),
      date.tokens.lowerBound == end + 1
        || text.isA(determiner, at: end + 1) && date.tokens.lowerBound - end <= 6,
      !(end..<date.tokens.lowerBound).contains(where: {
        text.tokens[$0].kind == .sign || text.isWord(`in`, at: $0)
      })
    {
      return true
    }
    guard figure.form == .multiple || figure.form == .multipleWord else { return false }
    return (text.isWord(the, at: end) || text.isWord(`as`, at: end))
      && !(end..<date.tokens.lowerBound).contains { text.isSign(",", at: $0) }
  }

  /// "Less than a third of the 47,300 of 1991".
  private func isWholeOfPart(_ index: Int, _ context: ClaimContext) -> Bool {
    guard index > 0 else { return false }
    let (part, whole) = (context.quantities[index - 1], context.quantities[index])
    return part.quantity.unit == "%" && whole.tokens.lowerBound - part.tokens.upperBound <= 2
      && context.text.isWord(the, at: whole.tokens.lowerBound - 1)
  }

  /// "Down to 20 from 35": the level before, beside the one that the sentence's time is of.
  func isBesideLevel(
    _ index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let base = context.quantities[index]
    // "Fell from 40,000 to 28,500": the level may stand behind, too.
    return [index - 1, index + 1].contains {
      guard sentence.quantities.contains($0) else { return false }
      let level = context.quantities[$0]
      return level.quantity.unit == base.quantity.unit && level.quantity.change == nil
        && sentence.tree.verbalClause(of: level.number.lowerBound)
          == sentence.tree.verbalClause(of: base.number.lowerBound)
        && ($0 < index || context.text.isWord(to, at: level.tokens.lowerBound - 1))
    }
  }

  /// The date right behind a figure, a few words between at most.
  func attached(
    to index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> FoundDate? {
    let end = context.quantities[index].tokens.upperBound
    let limit = next(behind: index, sentence, context)
    return sentence.dates.map { context.dates[$0] }.first {
      $0.tokens.lowerBound >= end && $0.tokens.lowerBound < limit
        && $0.tokens.lowerBound - end <= 4
    }
  }
}
