import Language

/// Tells the numbers that measure nothing: years, clock times, names, codes, addresses.
struct NumberExclusions {
  let text: TokenizedText
  let tables: QuantityTables
  let sentence: Range<Int>

  /// Where to go on, and why, if the digits at the token are no number of measure at all.
  ///
  /// This is decided from what touches them, before any unit is read.
  func exclusion(at index: Int) -> (end: Int, why: NumberExclusion)? {
    let next = index + 1
    if isGluedToWord(index) { return (endOfRun(from: index), .code) }
    if let end = clock(at: index) { return (end, .clock) }
    if let end = dashedCode(at: index) { return (end, .code) }
    if next < sentence.upperBound, text.tokens[next].isWord, text.tokens[next].isJoined,
      tables.numbers.ordinalSuffixes.contains(text.tokens[next].code)
        || text.tokens[next].length == 1 && text.folded(text.tokens[next]) == "s"
    {
      return (next + 1, .ordinal)
    }
    if isFootnote(index) { return (next + 1, .footnote) }
    if opensListItem(index) { return (next + 1, .listItem) }
    if isNumbered(index) { return (next, .reference) }
    if let end = slashed(at: index) { return (end, .reference) }
    if let end = address(at: index) { return (end, .address) }
    if isInAddressOfWeb(index) { return (endOfRun(from: index), .web) }
    if let end = dayOfMonth(at: index) { return (end, .date) }
    return nil
  }

  /// "S23", "M50", and behind a hyphen "T-72", "COVID-19".
  private func isGluedToWord(_ index: Int) -> Bool {
    guard index > sentence.lowerBound, text.tokens[index].isJoined else { return false }
    let previous = text.tokens[index - 1]
    if previous.isWord || previous.isSign("_") || previous.isSign("@") {
      return !isCurrency(endingAt: index)
    }
    guard previous.isDash, previous.isJoined, index > sentence.lowerBound + 1 else { return false }
    let word = text.tokens[index - 2]
    guard word.isWord, !text.isA(tables.rangeConnector, at: index - 2) else { return false }
    return word.isCapitalized || word.length < 3 || !isTimeUnit(behind: index)
  }

  /// "now-18 month-old": digits behind a hyphen that do measure.
  private func isTimeUnit(behind index: Int) -> Bool {
    var next = index + 1
    if next < sentence.upperBound, text.tokens[next].isDash { next += 1 }
    return tables.units.match(in: text, at: next, glued: false)?.unit.dimension == "time"
  }

  private func isCurrency(endingAt index: Int) -> Bool {
    for count in 1...3 where index - count >= sentence.lowerBound {
      if let match = tables.units.match(
        in: text, at: index - count, glued: true, before: true), match.count == count,
        !match.isWord,
        !text.tokens[index - count].isJoined || count > 1
          || isOpening(index - count - 1)
      {
        return true
      }
    }
    return false
  }

  private func isOpening(_ index: Int) -> Bool {
    guard index >= sentence.lowerBound else { return true }
    return text.tokens[index].kind == .sign
  }

  /// The end of the tokens that touch one another from here.
  private func endOfRun(from index: Int) -> Int {
    var next = index + 1
    while next < sentence.upperBound, text.tokens[next].isJoined,
      text.tokens[next].kind != .sign || text.tokens[next].isDash
    { next += 1 }
    return next
  }

  /// "5:25", "1:36.6", "5 p.m.", "11am", "1.56pm".
  private func clock(at index: Int) -> Int? {
    var next = index + 1
    while next + 1 < sentence.upperBound, text.isSign(":", at: next), text.tokens[next].isJoined,
      text.tokens[next + 1].isNumber, text.tokens[next + 1].isJoined
    { next += 2 }
    if next > index + 1 { return next }
    if let word = text.phrase(tables.clockWord, at: next) { return next + word.count }
    return nil
  }

  /// Three numbers or more joined by dashes, or an ISO time: a telephone number, an ISBN, a date.
  private func dashedCode(at index: Int) -> Int? {
    var next = index + 1
    var parts = 1
    while next + 1 < sentence.upperBound, text.tokens[next].isDash, text.tokens[next].isJoined,
      text.tokens[next + 1].isNumber, text.tokens[next + 1].isJoined
    {
      parts += 1
      next += 2
    }
    if parts > 2 { return endOfRun(from: next - 1) }
    // 2018-19: the second half of a season.
    let first = text.tokens[index]
    if parts == 2, isYear(index), text.tokens[next - 1].length == 2 { return next }
    // 007: no count begins with a zero.
    if first.length > 1, text.bytes[Int(first.start)] == 48, parts == 1 {
      let second = text.bytes[Int(first.start) + 1]
      if (48...57).contains(second) { return next }
    }
    return nil
  }

  func isYear(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.isNumber, token.length == 4 else { return false }
    let bytes = text.bytes[Int(token.start)..<Int(token.end)]
    guard bytes.allSatisfy({ (48...57).contains($0) }) else { return false }
    return bytes.starts(with: "19".utf8) || bytes.starts(with: "20".utf8)
  }

  private func isFootnote(_ index: Int) -> Bool {
    index > sentence.lowerBound && text.isSign("[", at: index - 1)
      && text.isSign("]", at: index + 1) && text.tokens[index].length <= 3
  }

  /// "1." and "2)" at the head of a line.
  private func opensListItem(_ index: Int) -> Bool {
    guard text.tokens[index].flags.contains(.opensLine), text.tokens[index].length <= 3,
      index + 1 < text.tokens.count, text.tokens[index + 1].isJoined
    else { return false }
    return text.isSign(".", at: index + 1) || text.isSign(")", at: index + 1)
  }

  /// "#5", "№ 7".
  private func isNumbered(_ index: Int) -> Bool {
    guard index > sentence.lowerBound else { return false }
    return text.isSign("#", at: index - 1) || text.isSign("№", at: index - 1)
  }

  /// "833/2014", "24/7".
  private func slashed(at index: Int) -> Int? {
    guard index + 2 < sentence.upperBound, text.isSign("/", at: index + 1),
      text.tokens[index + 1].isJoined, text.tokens[index + 2].isNumber,
      text.tokens[index + 2].isJoined
    else { return nil }
    let reader = NumberReader(text: text, tables: tables.numbers)
    if reader.numeral(at: index, in: sentence)?.isFraction == true { return nil }
    return endOfRun(from: index + 2)
  }

  /// "575 Wilbraham Road".
  private func address(at index: Int) -> Int? {
    guard text.tokens[index].length <= 5 else { return nil }
    var next = index + 1
    while next < min(index + 5, sentence.upperBound), text.tokens[next].isWord,
      text.tokens[next].isCapitalized
    {
      next += 1
      if next > index + 2, text.isA(tables.street, at: next - 1) { return next }
    }
    return nil
  }

  private func isInAddressOfWeb(_ index: Int) -> Bool {
    guard index > sentence.lowerBound + 1, text.tokens[index].isJoined else { return false }
    let sign = text.tokens[index - 1]
    guard sign.isSign("/") || sign.isSign(".") || sign.isSign("="), sign.isJoined else {
      return false
    }
    return text.tokens[index - 2].isWord
  }

  /// "16 July", "July 16", "May 20-24", where no date was told.
  private func dayOfMonth(at index: Int) -> Int? {
    guard text.tokens[index].length <= 2 else { return nil }
    if text.isA(tables.month, at: index + 1), text.tokens[index + 1].isCapitalized {
      return index + 2
    }
    var before = index - 1
    if before > sentence.lowerBound, text.isSign(".", at: before) { before -= 1 }
    guard before >= sentence.lowerBound, text.isA(tables.month, at: before),
      text.tokens[before].isCapitalized
    else { return nil }
    // "In March 20 boats sank".
    if before - 1 == sentence.lowerBound, text.isWord(tables.in, at: before - 1),
      index + 1 < sentence.upperBound, text.tokens[index + 1].isWord
    {
      return nil
    }
    var end = index + 1
    if end + 1 < sentence.upperBound, text.tokens[end].isDash, text.tokens[end + 1].isNumber {
      end += 2
    }
    return end
  }
}
