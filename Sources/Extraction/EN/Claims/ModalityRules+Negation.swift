import Language
import Model

/// The words that turn a clause over.
extension ModalityRules {
  /// "It was not 40 trucks but 14": behind "but" stands what was so.
  func isSetAside(_ negator: Int, _ figure: Range<Int>, _ text: TokenizedText) -> Bool {
    let but = text.isA(words.adverb, at: figure.lowerBound - 1) ? 2 : 1
    return negator < figure.lowerBound - but && text.isWord(words.but, at: figure.lowerBound - but)
  }

  /// The words that turn over what the verbs say: of their own clause, not of a relative one.
  func negators(
    in range: Range<Int>, beside verbs: [Int], _ tree: ClauseTree, _ text: TokenizedText
  ) -> [Int] {
    let clauses = verbs.map { tree.clause(of: $0) } + [tree.verbalClause(of: range.lowerBound)]
    return range.filter { index in
      guard text.isA(words.negator, at: index), !text.isA(words.restrictor, at: index + 1) else {
        return false
      }
      // "no fewer than", "no later than", "not more than": part of a comparator.
      if text.isA(words.comparison, at: index + 1) { return false }
      return clauses.contains(tree.verbalClause(of: index))
    }
  }

  /// Whether a negator stands shortly before the verb.
  func isNegated(_ verb: Int, _ text: TokenizedText) -> Bool {
    (max(0, verb - 3)..<verb).contains { text.isA(words.negator, at: $0) }
  }
}
