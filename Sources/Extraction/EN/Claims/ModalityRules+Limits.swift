import Language
import Model

/// Bounds that somebody sets: what is permitted up to a figure, or on condition that it is kept to.
extension ModalityRules {
  /// "May not exceed 6 percent", "no brother may own more than two", "allows no more than 70".
  ///
  /// `spent` is the negator that has turned the figure's bound around.
  func setsLimit(
    _ verb: Int, _ figure: Range<Int>, sparing spent: Int?, _ tree: ClauseTree,
    _ text: TokenizedText
  ) -> Bool {
    let permits =
      tree.tag(of: verb) == .modal
      // "Could turn out no more than 30 tanks": what it is able to.
      ? text.value(words.modalOp, at: verb) == Modality.possible.rawValue
        && !text.isWord(words.could, at: verb)
      : text.isForm(of: words.permittingVerb, at: verb)
    guard permits else { return false }
    if let spent { return abs(spent - verb) <= 4 }
    return text.isA(words.negator, at: figure.lowerBound)
      && text.isA(words.comparison, at: figure.lowerBound + 1)
  }

  /// "Only if their share does not exceed 15 per cent".
  func limit(of found: FoundQuantity, _ tree: ClauseTree, _ text: TokenizedText) -> Range<Int>? {
    let clause = tree.clauses[tree.verbalClause(of: found.number.lowerBound)]
    guard found.turnedBy != nil, clause.kind == .adverbial,
      text.isA(words.condition, at: clause.start)
    else { return nil }
    return clause.start..<clause.start + 1
  }
}
