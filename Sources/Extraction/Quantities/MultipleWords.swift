import Language
import Model

/// Reads words that say a multiple without a number: "doubled", "halved", "twice what".
struct MultipleWords {
  let text: TokenizedText
  let tables: QuantityTables

  /// The quantity that the word at the token says, or `nil`.
  func candidate(at index: Int, in sentence: Range<Int>) -> Candidate? {
    if let share = everyNth(at: index, in: sentence) { return share }
    guard let value = text.value(tables.multipleWord, at: index), !value.isEmpty else { return nil }
    let next = index + 1
    // "double-digit", "triple-A": part of another word.
    if next < sentence.upperBound, text.tokens[next].isDash, text.tokens[next].isJoined {
      return nil
    }
    let isVerb =
      (value.hasPrefix("+") || value.hasPrefix("-")) && !setsBeside(index, sentence)
    guard isVerb ? isVerbal(index, sentence) : comparesTo(next) else { return nil }
    let digits = value.filter { $0.isNumber }
    guard let number = UInt64(digits) else { return nil }
    let candidate = Candidate(
      Numeral(tokens: index..<next, number: ExactNumber(number), fold: index))
    candidate.form = .multipleWord
    candidate.unit = tables.units[value.hasSuffix("%") ? "%" : "{times}"]
    candidate.unitTokens = index..<next
    if isVerb {
      candidate.change = value.hasPrefix("+") ? .up : .down
      candidate.directionWord = index
    }
    return candidate
  }

  /// "Every third flat", which is 33.3 percent; but "every second day" says how often.
  private func everyNth(at index: Int, in sentence: Range<Int>) -> Candidate? {
    let noun = index + 2
    guard text.isWord(tables.every, at: index), noun < sentence.upperBound,
      let number = text.value(tables.dateOrdinal, at: index + 1).flatMap({ UInt64($0) }),
      (2...20).contains(number), text.tokens[noun].isWord, !text.tokens[noun].isCapitalized,
      !text.isA(tables.dateUnit, at: noun), !text.isA(tables.recurringNoun, at: noun),
      !text.isA(tables.preposition, at: noun), !text.isA(tables.verbPast, at: noun),
      let share = ExactNumber(100).divided(by: number)
    else { return nil }
    let candidate = Candidate(Numeral(tokens: index..<noun, number: share, fold: index))
    candidate.form = .ratio
    candidate.unit = tables.units["%"]
    candidate.unitTokens = index..<noun
    return candidate
  }

  /// "twice what we can carry", "twice as many", "twice the figure"; not "twice a week".
  private func comparesTo(_ index: Int) -> Bool {
    if text.isWord(tables.a, at: index) { return false }
    return text.isA(tables.determiner, at: index) || text.isA(tables.relative, at: index)
      || text.isA(tables.pronoun, at: index) || text.isWord(tables.what, at: index)
      || text.isWord(tables.as, at: index)
  }

  /// "Sold for 1,900 won, double the price in May": a measure by a standard, and no change.
  private func setsBeside(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard text.isA(tables.verbBase, at: index) else { return false }
    if text.isWord(tables.what, at: index + 1) { return true }
    return index > sentence.lowerBound && text.tokens[index - 1].kind == .sign
      && text.isA(tables.article, at: index + 1)
  }

  /// "has doubled", "were halved", "will triple", "expects traffic to triple"; not "a double room".
  private func isVerbal(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard index > sentence.lowerBound else { return false }
    if text.isA(tables.verbPast, at: index) || text.isA(tables.verbIng, at: index)
      || text.bytes[Int(text.tokens[index].end) - 1] == UInt8(ascii: "d")
    {
      return !text.isA(tables.determiner, at: index - 1)
    }
    return text.isWord(tables.to, at: index - 1) || text.isA(tables.modal, at: index - 1)
  }
}
