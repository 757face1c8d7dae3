import Language
import Model

/// What stands before the number: a currency, a sign.
extension UnitReader {
  func readCurrencyBefore(_ candidate: Candidate) {
    let start = candidate.core.lowerBound
    for count in stride(from: 4, through: 1, by: -1) {
      let index = start - count
      guard index >= floor else { continue }
      guard let match = tables.units.match(in: text, at: index, glued: true, before: true),
        match.count == count, isPrefix(match, at: index, number: start)
      else { continue }
      candidate.unit = match.unit
      candidate.unitTokens = index..<start
      candidate.hasCurrencyBefore = true
      candidate.form = .money
      candidate.core = index..<candidate.core.upperBound
      takeSign(candidate)
      return
    }
    readMillionsCode(candidate, at: start - 1)
  }

  /// A word of letters has to touch the number, or be a code in capitals: "RM3mil", "USD 10".
  func isPrefix(_ match: Units.Match, at index: Int, number: Int) -> Bool {
    let last = text.tokens[number - 1]
    if last.kind == .sign { return true }
    if match.isWord { return false }
    // "3 USD50": the code belongs to the number that it touches.
    if text.tokens[number].isJoined { return !text.tokens[index].isJoined || index == number - 1 }
    return last.flags.contains(.capitals) && last.length == 3 || last.length == 2
  }

  /// "The yen slipped to 148.6 to the dollar", "the won fell to 1,392 against the dollar": so many of the
  /// currency that is spoken of.
  func readExchangeRate(_ candidate: Candidate) {
    var index = candidate.core.upperBound
    guard let word = text.phrase(tables.exchangeWord, at: index),
      word.value.isEmpty || text.isWord(tables.to, at: candidate.core.lowerBound - 1)
    else { return }
    index += 1
    if text.isA(tables.article, at: index) { index += 1 }
    guard let base = currency(at: index) else { return }
    let own = (sentence.lowerBound..<candidate.core.lowerBound).last {
      currency(at: $0) != nil && !text.tokens[max(sentence.lowerBound, $0 - 1)].isNumber
    }
    guard let own, let match = currency(at: own), match.unit.code != base.unit.code else { return }
    candidate.unit = match.unit
    candidate.unitTokens = own..<own + match.count
    candidate.form = .money
    candidate.per = base.unit.code
    candidate.isExchangeRate = true
    candidate.core = candidate.core.lowerBound..<index + base.count
  }

  private func currency(at index: Int) -> Units.Match? {
    guard index < sentence.upperBound,
      let match = tables.units.match(in: text, at: index, glued: false, before: false),
      match.isWord, match.unit.dimension == "money"
    else { return nil }
    return match
  }

  /// "MAUD 60": millions of a currency by its code.
  func readMillionsCode(_ candidate: Candidate, at index: Int) {
    guard index >= sentence.lowerBound, let unit = millionsCode(at: index) else { return }
    candidate.unit = unit
    candidate.hasCurrencyBefore = true
    candidate.form = .money
    scale(candidate, by: 6)
    candidate.unitTokens = index..<index + 1
    candidate.core = index..<candidate.core.upperBound
  }

  func millionsCode(at index: Int) -> Unit? {
    let token = text.tokens[index]
    guard token.isWord, token.length == 4, token.flags.contains(.capitals),
      text.bytes[Int(token.start)] == UInt8(ascii: "M"),
      let unit = tables.units[String(text.string(token).dropFirst())], unit.dimension == "money"
    else { return nil }
    return unit
  }

  func takeSign(_ candidate: Candidate) {
    let index = candidate.core.lowerBound - 1
    guard index >= sentence.lowerBound, text.tokens[index + 1].isJoined else { return }
    let opens = index == sentence.lowerBound || !text.tokens[index].isJoined
    guard opens, text.tokens[index].isDash, !text.tokens[index].isLongDash else { return }
    candidate.low.isNegative = true
    candidate.core = index..<candidate.core.upperBound
  }
}
