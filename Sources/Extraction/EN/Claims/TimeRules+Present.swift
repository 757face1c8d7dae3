import Language
import Model

/// Figures of the day of the report, whatever times stand in other parts of their sentence.
extension TimeRules {
  /// "Now it costs 4.5 million", "from 180 at present".
  func isPresent(
    _ index: Int, clause: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let text = context.text
    let figure = context.quantities[index].tokens
    let next = next(behind: index, sentence, context)
    let behind = figure.upperBound..<max(figure.upperBound, min(figure.upperBound + 3, next))
    for place in behind {
      if text.phrase(presentTime, at: place) != nil { return true }
      if text.tokens[place].kind == .sign { break }
    }
    let start = max(sentence.tree.clauses[clause].start, sentence.tokens.lowerBound)
    for place in stride(from: figure.lowerBound - 1, through: start, by: -1) {
      if sentence.dates.contains(where: { context.dates[$0].tokens.contains(place) }) {
        return false
      }
      if text.phrase(presentTime, at: place) != nil {
        return sentence.tree.verbalClause(of: place) == clause
      }
    }
    return false
  }

  /// "It now holds 84,000, which comes to three per reader": a relative clause on such a figure.
  func restsOnPresent(
    _ index: Int, clause: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    guard sentence.tree.clauses[clause].kind == .relative,
      let (other, parent) = antecedent(of: index, clause: clause, sentence, context)
    else { return false }
    return isPresent(other, clause: parent, sentence, context)
  }
}
