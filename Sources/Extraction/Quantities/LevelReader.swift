import Language

/// Reads "rose from 21 to 23" as two levels, where "costs from 21 to 23" is a range.
struct LevelReader {
  let text: TokenizedText
  let tables: QuantityTables

  /// The level before and the one behind; none where no word of change leads to the range.
  func levels(of range: Candidate) -> [Candidate] {
    guard range.comparator == .range, let (first, second) = range.ends else { return [] }
    let from = first.core.lowerBound - 1
    guard from >= 0, text.isWord(tables.from, at: from),
      range.direction != nil || isMove(before: from)
    else { return [] }
    let before = level(first, of: range, value: range.isFalling ? range.high : range.low)
    before.direction = nil
    before.directionWord = nil
    return [before, level(second, of: range, value: range.isFalling ? range.low : range.high)]
  }

  private func level(_ end: Candidate, of range: Candidate, value: ExactNumber?) -> Candidate {
    let level = Candidate(copying: range)
    level.low = value ?? end.low
    level.high = nil
    level.ends = nil
    level.comparator = end.comparator == .range ? nil : end.comparator
    level.number = end.number
    level.core = end.core
    level.span = end.core
    level.isInherited = end.isBare
    if level.comparator == nil {
      let sentence = text.sentences[text.sentence(of: end.core.lowerBound)]
      BoundReader(text: text, tables: tables, sentence: sentence).read(level, after: nil)
    }
    return level
  }

  /// Whether a word of change stands before "from", what is changed between them at most.
  private func isMove(before from: Int) -> Bool {
    // "Nearly tripled, from 29 to 84".
    if text.isSign(",", at: from - 1) { return text.isA(tables.multipleWord, at: from - 2) }
    for place in stride(from: from - 1, through: max(0, from - 10), by: -1) {
      if text.isForm(of: tables.levelMove, at: place)
        || text.isForm(of: tables.directionVerb, at: place)
        || text.isA(tables.directionNoun, at: place)
      {
        return true
      }
      // "Lowered its forecast for 2025 from 90 to 72".
      let isYear = text.tokens[place].isNumber && text.tokens[place].length == 4
      if text.tokens[place].kind == .sign || text.tokens[place].isNumber && !isYear { return false }
    }
    return false
  }
}
