import Language

/// Reads numbers out of tokens: digits, words, magnitudes, fractions, vague decades.
struct NumberReader {
  let text: TokenizedText
  let tables: NumberTables

  /// The number that begins at the token, or `nil`.
  ///
  /// Never looks farther than a number's own words, so a whole text is read in one pass.
  func numeral(at index: Int, in sentence: Range<Int>) -> Numeral? {
    let token = text.tokens[index]
    switch token.kind {
    case .number: return digits(at: index, in: sentence)
    case .word: return words(at: index, in: sentence)
    case .sign: return sign(at: index, in: sentence)
    case .script: return nil
    }
  }

  // MARK: Digits

  private func digits(at index: Int, in sentence: Range<Int>) -> Numeral? {
    guard var (number, punctuated) = plainDigits(at: index) else { return nil }
    var end = index + 1
    // 15 000 and 2 435 000: groups behind a space, as long as each has three digits.
    if !punctuated, text.tokens[index].length <= 3, text.bytes[Int(text.tokens[index].start)] != 48
    {
      var all = Array(bytes(of: index))
      while end < sentence.upperBound, isSpacedGroup(at: end, first: end == index + 1, in: sentence)
      {
        all += bytes(of: end)
        end += 1
      }
      // 1'500 and 1’500’000.
      while end + 1 < sentence.upperBound, isApostrophe(at: end), isJoinedGroup(at: end + 1) {
        all += bytes(of: end + 1)
        end += 2
      }
      if end > index + 1 {
        number = ExactNumber(digits: all)
        punctuated = true
      }
    }
    var numeral = Numeral(
      tokens: index..<end, number: number, hasDigits: true, isPunctuated: punctuated)
    if let mixed = mixedFraction(after: numeral, in: sentence) { numeral = mixed }
    if let power = scientific(after: numeral.tokens.upperBound, in: sentence) {
      numeral.number = numeral.number.scaled(byPowerOfTen: power.exponent)
      numeral.tokens = index..<power.end
      numeral.isPunctuated = true
      return numeral
    }
    return withMagnitude(numeral, in: sentence)
  }

  private func isApostrophe(at index: Int) -> Bool {
    (text.isSign("'", at: index) || text.isSign("\u{2019}", at: index))
      && text.tokens[index].isJoined
  }

  private func isJoinedGroup(at index: Int) -> Bool {
    let token = text.tokens[index]
    return token.isNumber && token.isJoined && token.length == 3
  }

  private func bytes(of index: Int) -> ArraySlice<UInt8> {
    text.bytes[Int(text.tokens[index].start)..<Int(text.tokens[index].end)]
  }

  /// A token of digits with the commas and points inside it, or `nil` where they make no number.
  private func plainDigits(at index: Int) -> (ExactNumber, Bool)? {
    let bytes = bytes(of: index)
    var commas = 0
    var points = 0
    for byte in bytes {
      if byte == UInt8(ascii: ",") { commas += 1 }
      if byte == UInt8(ascii: ".") { points += 1 }
    }
    guard points <= 1 else {
      // 1.234.567, with points for commas.
      guard commas == 0, isGrouped(bytes, by: UInt8(ascii: ".")) else { return nil }
      return (ExactNumber(digits: bytes.filter { $0 != UInt8(ascii: ".") }), true)
    }
    if commas == 0 { return (ExactNumber(digits: bytes), points == 1) }
    let whole = bytes.prefix { $0 != UInt8(ascii: ".") }
    if whole.count < bytes.count, bytes.dropFirst(whole.count).contains(UInt8(ascii: ",")) {
      return nil
    }
    if isGrouped(whole, by: UInt8(ascii: ",")) || isIndianGrouped(whole) {
      return (ExactNumber(digits: bytes), true)
    }
    // 3,5: a decimal comma.
    guard commas == 1, points == 0 else { return nil }
    return (
      ExactNumber(digits: bytes.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }), true
    )
  }

  private func isGrouped(_ bytes: ArraySlice<UInt8>, by separator: UInt8) -> Bool {
    let groups = bytes.split(separator: separator, omittingEmptySubsequences: false)
    return (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// 12,34,567: groups of two, the last of three.
  private func isIndianGrouped(_ bytes: ArraySlice<UInt8>) -> Bool {
    let groups = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    return groups.count > 2 && (1...2).contains(groups[0].count) && groups.last?.count == 3
      && groups.dropFirst().dropLast().allSatisfy { $0.count == 2 }
  }

  /// Three digits behind one space; behind a plain one only where no other reading is likely.
  private func isSpacedGroup(at index: Int, first: Bool, in sentence: Range<Int>) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .number, !token.isJoined, token.length == 3,
      bytes(of: index).allSatisfy({ $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ".") }),
      index + 1 >= text.tokens.count || text.tokens[index + 1].kind != .number
        || !text.tokens[index + 1].isJoined
    else { return false }
    let gap = Int(text.tokens[index - 1].end)..<Int(token.start)
    if gap.count > 1 { return text.bytes[gap.lowerBound] >= 0xC2 && gap.count <= 3 }
    guard text.bytes[gap.lowerBound] == 0x20 else { return false }
    let before = index - 2
    return !first || before < sentence.lowerBound || !text.tokens[before].isCapitalized
  }

  // MARK: Fractions in digits

  /// "1/2", "10 1/2", "2½", "½".
  private func mixedFraction(after numeral: Numeral, in sentence: Range<Int>) -> Numeral? {
    guard !numeral.isPunctuated, let whole = numeral.number.whole else { return nil }
    var result = numeral
    result.isFraction = true
    let next = numeral.tokens.upperBound
    if let fraction = vulgarFraction(at: next, in: sentence), text.tokens[next].isJoined,
      let sum = numeral.number.adding(fraction)
    {
      result.number = sum
      result.tokens = numeral.tokens.lowerBound..<next + 1
      return result
    }
    if let (fraction, end) = slashFraction(at: numeral.tokens.lowerBound, in: sentence) {
      result.number = fraction
      result.tokens = numeral.tokens.lowerBound..<end
      return result
    }
    // "10 1/2" and "4-1/4".
    let isTied =
      next + 1 < sentence.upperBound && text.tokens[next].isDash && text.tokens[next].isJoined
      && text.tokens[next + 1].isJoined
    if whole < 1000, next < sentence.upperBound, isTied || !text.tokens[next].isJoined,
      let (fraction, end) = slashFraction(at: isTied ? next + 1 : next, in: sentence),
      let sum = numeral.number.adding(fraction)
    {
      result.number = sum
      result.tokens = numeral.tokens.lowerBound..<end
      return result
    }
    return nil
  }

  private func slashFraction(at index: Int, in sentence: Range<Int>) -> (ExactNumber, Int)? {
    guard index + 2 < sentence.upperBound, text.tokens[index].isNumber,
      text.isSign("/", at: index + 1), text.tokens[index + 1].isJoined,
      text.tokens[index + 2].isNumber, text.tokens[index + 2].isJoined,
      let upper = ExactNumber(digits: bytes(of: index)).whole,
      let lower = ExactNumber(digits: bytes(of: index + 2)).whole, upper > 0, upper < lower,
      [2, 3, 4, 5, 6, 8, 10, 16, 32, 64].contains(lower),
      !text.isSign("/", at: index + 3)
    else { return nil }
    return (ExactNumber(UInt64(upper), denominator: UInt64(lower)), index + 3)
  }

  private func vulgarFraction(at index: Int, in sentence: Range<Int>) -> ExactNumber? {
    guard index < sentence.upperBound, text.tokens[index].kind == .sign else { return nil }
    switch text.tokens[index].code {
    case 0xBC: return ExactNumber(1, denominator: 4)
    case 0xBD: return ExactNumber(1, denominator: 2)
    case 0xBE: return ExactNumber(3, denominator: 4)
    case 0x2153: return ExactNumber(1, denominator: 3)
    case 0x2154: return ExactNumber(2, denominator: 3)
    case 0x215B: return ExactNumber(1, denominator: 8)
    default: return nil
    }
  }

  /// "×10−8", "x 10^6", "e-8": the power of ten behind a decimal number.
  private func scientific(after index: Int, in sentence: Range<Int>) -> (exponent: Int, end: Int)? {
    guard index + 2 < sentence.upperBound,
      text.isSign("×", at: index) || text.folded(text.tokens[index]) == "x",
      text.tokens[index + 1].isNumber, text.string(text.tokens[index + 1]) == "10"
    else { return nil }
    var next = index + 2
    if text.isSign("^", at: next) { next += 1 }
    var negative = false
    if next < sentence.upperBound, text.tokens[next].isDash, text.tokens[next].isJoined {
      negative = true
      next += 1
    }
    guard next < sentence.upperBound, text.tokens[next].isNumber, text.tokens[next].isJoined,
      let power = ExactNumber(digits: bytes(of: next)).whole, power < 100
    else { return nil }
    return (negative ? -power : power, next + 1)
  }

  // MARK: Signs

  /// ".534", "-5", "+0.2", "½".
  private func sign(at index: Int, in sentence: Range<Int>) -> Numeral? {
    let next = index + 1
    if let fraction = vulgarFraction(at: index, in: sentence) {
      return Numeral(
        tokens: index..<next, number: fraction, hasDigits: true, isPunctuated: true,
        isFraction: true)
    }
    guard next < sentence.upperBound, text.tokens[next].isNumber else { return nil }
    let token = text.tokens[index]
    let opens = !token.isJoined || index == sentence.lowerBound || isOpening(index - 1)
    guard opens else { return nil }
    if token.isSign("."), text.tokens[next].isJoined, plainDigits(at: next)?.1 == false {
      var numeral = Numeral(
        tokens: index..<next + 1,
        number: ExactNumber(digits: [UInt8(ascii: ".")] + Array(bytes(of: next))),
        hasDigits: true, isPunctuated: true)
      numeral = withMagnitude(numeral, in: sentence)
      return numeral
    }
    guard token.isDash && !token.isLongDash || token.isSign("+"),
      text.tokens[next].isJoined || index > sentence.lowerBound,
      var numeral = digits(at: next, in: sentence)
    else { return nil }
    if !text.tokens[next].isJoined {
      // A dash between spaces is a minus only where no clause or range ends before it.
      guard token.isSign("-"), startsNegative(at: index, in: sentence) else { return nil }
    }
    if token.isSign("+") { numeral.hasPlus = true } else { numeral.number.isNegative = true }
    numeral.tokens = index..<numeral.tokens.upperBound
    return numeral
  }

  private func isOpening(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.isSign("(") || token.isSign("[") || token.flags.contains(.opensQuote)
  }

  /// Whether no clause can end before a dash between spaces: "convert - 20 degrees", "to - 5".
  private func startsNegative(at index: Int, in sentence: Range<Int>) -> Bool {
    guard index > sentence.lowerBound else { return false }
    return text.isA(tables.preposition, at: index - 1) || text.isA(tables.verbBase, at: index - 1)
  }

  // MARK: Magnitudes

  /// Takes the magnitude behind digits: "2.7 million", "50.4 thousand", "5 hundred thousand", "3bn".
  private func withMagnitude(_ numeral: Numeral, in sentence: Range<Int>) -> Numeral {
    var result = numeral
    var next = numeral.tokens.upperBound
    // "30-million" and "1.5-billion-dollar".
    if next + 1 < sentence.upperBound, text.tokens[next].isDash, text.tokens[next].isJoined,
      text.tokens[next + 1].isJoined, magnitude(at: next + 1) != nil
    {
      next += 1
    }
    var factor: UInt64 = 1
    while next < sentence.upperBound, !text.tokens[next].flags.contains(.opensLine) {
      if let power = magnitude(at: next) {
        result.magnitude += power
        next += 1
      } else if let multiplier = tables.multipliers[text.tokens[next].code],
        text.tokens[next].isWord, factor == 1, !text.tokens[next].isJoined
      {
        factor = multiplier
        next += 1
      } else {
        break
      }
      if result.magnitude > 30 { break }
    }
    if next == numeral.tokens.upperBound {
      if next < sentence.upperBound, text.tokens[next].isWord,
        let power = tables.suffixes[text.tokens[next].code]
      {
        result.magnitude = power
        next += 1
      } else if next < sentence.upperBound, text.tokens[next].isWord,
        let power = tables.letters[text.tokens[next].code]
      {
        result.letter = (next, power)
      }
    }
    result.number = result.number.scaled(byPowerOfTen: result.magnitude)
    if factor > 1, let product = result.number.multiplied(by: factor) { result.number = product }
    result.tokens = numeral.tokens.lowerBound..<max(next, numeral.tokens.upperBound)
    return result
  }

  private func magnitude(at index: Int) -> Int? {
    text.tokens[index].isWord ? tables.magnitudes[text.tokens[index].code] : nil
  }
}
