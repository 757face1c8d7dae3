import Language

extension NumberReader {
  /// A number in words that begins at the token, or `nil`.
  func words(at index: Int, in sentence: Range<Int>) -> Numeral? {
    let code = text.tokens[index].code
    guard code >= 0 else { return nil }
    if text.isA(tables.article, at: index) { return afterArticle(at: index, in: sentence) }
    guard text.isA(tables.number, at: index) else { return nil }
    if tables.values[code] != nil { return counted(from: index, at: index, in: sentence) }
    if tables.magnitudes[code] != nil || tables.multipliers[code] != nil {
      return isOpenMagnitude(at: index, in: sentence)
        ? nil : counted(from: index, at: index, in: sentence)
    }
    if let first = tables.vague[code] { return vague(first, at: index, in: sentence) }
    if let factor = tables.folds[code] {
      return Numeral(tokens: index..<index + 1, number: ExactNumber(factor), fold: index)
    }
    if tables.fractions[code] != nil { return fraction(from: index, at: index, in: sentence) }
    if tables.negatives.contains(code) { return negative(at: index, in: sentence) }
    return nil
  }

  /// Whether words leave the magnitude open: "several hundred", "a few thousand".
  private func isOpenMagnitude(at index: Int, in sentence: Range<Int>) -> Bool {
    guard index > sentence.lowerBound else { return false }
    let previous = text.tokens[index - 1]
    guard previous.isWord else { return false }
    if text.isA(tables.vagueQuantifier, at: index - 1) || tables.magnitudes[previous.code] != nil {
      return true
    }
    return text.isWord(tables.of, at: index - 1) && text.isA(tables.vagueQuantifier, at: index - 2)
  }

  /// "a million", "a dozen", "a third", "a half million"; other articles begin no number.
  private func afterArticle(at index: Int, in sentence: Range<Int>) -> Numeral? {
    let next = index + 1
    guard next < sentence.upperBound, text.tokens[next].isWord else { return nil }
    let code = text.tokens[next].code
    // Of "the third" nothing is known; only "a" and "an" count one.
    guard text.tokens[index].length <= 2 else { return nil }
    if tables.magnitudes[code] != nil || tables.multipliers[code] != nil {
      return counted(from: index, at: next, in: sentence)
    }
    return tables.fractions[code] != nil ? fraction(from: index, at: next, in: sentence) : nil
  }

  private func negative(at index: Int, in sentence: Range<Int>) -> Numeral? {
    var next = index + 1
    if next < sentence.upperBound, text.tokens[next].isDash, text.tokens[next].isJoined {
      next += 1
    }
    guard next < sentence.upperBound,
      text.tokens[next].isNumber || tables.values[text.tokens[next].code] != nil,
      var numeral = numeral(at: next, in: sentence), !numeral.number.isNegative
    else { return nil }
    numeral.number.isNegative = true
    numeral.tokens = index..<numeral.tokens.upperBound
    return numeral
  }

  // MARK: Whole numbers

  /// Reads "twenty-eight thousand six hundred and forty-two", "a hundred", "two dozen".
  private func counted(from start: Int, at index: Int, in sentence: Range<Int>) -> Numeral? {
    var sum = WordSum()
    var next = index
    var end = index
    while next < sentence.upperBound, text.tokens[next].isWord {
      let code = text.tokens[next].code
      if let value = tables.values[code] {
        guard sum.add(value) else { break }
      } else if let power = tables.magnitudes[code] {
        guard sum.multiply(byPowerOfTen: power) else { break }
      } else if let factor = tables.multipliers[code] {
        guard sum.multiply(by: factor) else { break }
      } else {
        break
      }
      end = next + 1
      next = continuation(after: next, in: sentence)
    }
    guard end > index, let number = sum.total else { return nil }
    if isOrdinal(after: end, in: sentence) { return nil }
    let numeral = Numeral(tokens: start..<end, number: number, magnitude: sum.magnitude)
    return withFraction(numeral, in: sentence)
  }

  /// The next word of the same number: behind a hyphen, behind "and", or right away.
  private func continuation(after index: Int, in sentence: Range<Int>) -> Int {
    let next = index + 1
    guard next + 1 < sentence.upperBound else { return next }
    let isHyphen =
      text.tokens[next].isDash && text.tokens[next].isJoined
      && text.tokens[next + 1].isJoined
    let joinsAfterHundred =
      text.isWord(tables.and, at: next)
      && tables.magnitudes[text.tokens[index].code] != nil
    guard isHyphen || joinsAfterHundred, text.tokens[next + 1].isWord else { return next }
    let code = text.tokens[next + 1].code
    if tables.values[code] != nil { return next + 1 }
    return isHyphen && (tables.magnitudes[code] != nil || tables.multipliers[code] != nil)
      ? next + 1 : next
  }

  private func isOrdinal(after index: Int, in sentence: Range<Int>) -> Bool {
    guard index + 1 < sentence.upperBound, text.tokens[index].isDash, text.tokens[index].isJoined
    else { return false }
    return text.isA(tables.ordinal, at: index + 1)
      && text.tokens[index + 1].isJoined
      && tables.fractions[text.tokens[index + 1].code] == nil
  }

  // MARK: Fractions

  /// Goes on behind a whole number: "two-thirds", "two and a half", "three quarters billion".
  private func withFraction(_ numeral: Numeral, in sentence: Range<Int>) -> Numeral {
    var next = numeral.tokens.upperBound
    guard next < sentence.upperBound else { return numeral }
    // "two and a half", "three-and-a-half".
    let and = next + 1 < sentence.upperBound && isHyphen(next) ? next + 1 : next
    if text.isWord(tables.and, at: and), let part = addedFraction(at: and + 1, in: sentence),
      let sum = numeral.number.adding(part.number)
    {
      var result = numeral
      result.number = sum
      result.tokens = numeral.tokens.lowerBound..<part.end
      return scaledByMagnitude(result, in: sentence)
    }
    if text.tokens[next].isDash, text.tokens[next].isJoined { next += 1 }
    guard next < sentence.upperBound, text.tokens[next].isWord, numeral.magnitude == 0,
      let denominator = tables.fractions[text.tokens[next].code]
        ?? tables.pluralFractions[text.tokens[next].code],
      let upper = numeral.number.whole, UInt64(upper) < denominator, upper > 0
    else { return numeral }
    let isPlural = tables.pluralFractions[text.tokens[next].code] != nil
    guard isPlural ? upper > 1 : upper == 1, !isPlural || denominator != 4 || upper == 3 else {
      return numeral
    }
    var result = numeral
    result.number = ExactNumber(UInt64(upper), denominator: denominator)
    result.isFraction = true
    result.tokens = numeral.tokens.lowerBound..<next + 1
    return scaledByMagnitude(result, in: sentence)
  }

  private func isHyphen(_ index: Int) -> Bool {
    text.tokens[index].isDash && text.tokens[index].isJoined
  }

  /// "a half", "one-half", "a quarter" behind "and".
  private func addedFraction(
    at start: Int, in sentence: Range<Int>
  ) -> (number: ExactNumber, end: Int)? {
    let index = start < sentence.upperBound && isHyphen(start) ? start + 1 : start
    guard index + 1 < sentence.upperBound, text.tokens[index].isWord else { return nil }
    guard
      text.isA(tables.article, at: index) && text.tokens[index].length <= 2
        || tables.values[text.tokens[index].code] == 1
    else { return nil }
    var next = index + 1
    if text.tokens[next].isDash, text.tokens[next].isJoined { next += 1 }
    guard next < sentence.upperBound, text.tokens[next].isWord,
      let denominator = tables.fractions[text.tokens[next].code]
    else { return nil }
    return (ExactNumber(1, denominator: denominator), next + 1)
  }

  /// "half", "a third", "half a million", "quarter million", "half an hour".
  private func fraction(from start: Int, at index: Int, in sentence: Range<Int>) -> Numeral? {
    guard let denominator = tables.fractions[text.tokens[index].code] else { return nil }
    // Alone, only "half" is a fraction, and a "quarter" before a magnitude; "third" is an ordinal.
    let next = index + 1
    let scales =
      next < sentence.upperBound && text.tokens[next].isWord
      && tables.magnitudes[text.tokens[next].code] != nil
    guard denominator == 2 || scales && denominator == 4 || start < index else { return nil }
    if start == index, index > sentence.lowerBound,
      text.isA(tables.ordinal, at: index - 1)
        || text.isA(tables.article, at: index - 1) || text.isA(tables.demonstrative, at: index - 1)
    {
      return nil
    }
    // "a third-party", "a quarter-final".
    if next + 1 < sentence.upperBound, denominator != 2, text.tokens[next].isDash,
      text.tokens[next].isJoined, text.tokens[next + 1].isJoined
    {
      return nil
    }
    var numeral = Numeral(
      tokens: start..<next, number: ExactNumber(1, denominator: denominator), isFraction: true)
    if next + 1 < sentence.upperBound {
      var after = next
      if text.tokens[after].isDash, text.tokens[after].isJoined { after += 1 }
      let isOf = text.isWord(tables.of, at: after)
      if isOf { after += 1 }
      if text.isA(tables.article, at: after), text.tokens[after].length <= 2 {
        let scaled = after + 1 < sentence.upperBound ? text.tokens[after + 1].code : -1
        let isScale = tables.magnitudes[scaled] != nil || tables.multipliers[scaled] != nil
        // "half an hour" takes the article along, "a third of a unit" does not.
        if isScale || denominator == 2 && !isOf { numeral.tokens = start..<after + 1 }
      } else if after > next, !isOf, after < sentence.upperBound,
        tables.multipliers[text.tokens[after].code] != nil
      {
        numeral.tokens = start..<after
      }
    }
    return scaledByMagnitude(numeral, in: sentence)
  }

  private func scaledByMagnitude(_ numeral: Numeral, in sentence: Range<Int>) -> Numeral {
    let next = numeral.tokens.upperBound
    guard next < sentence.upperBound, text.tokens[next].isWord else { return numeral }
    var result = numeral
    if let power = tables.magnitudes[text.tokens[next].code] {
      result.number = numeral.number.scaled(byPowerOfTen: power)
      result.magnitude = power
    } else if let factor = tables.multipliers[text.tokens[next].code],
      let product = numeral.number.multiplied(by: factor)
    {
      result.number = product
    } else {
      return numeral
    }
    result.isFraction = false
    result.tokens = numeral.tokens.lowerBound..<next + 1
    return result
  }

  // MARK: Vague decades

  /// "dozens", "tens of thousands", "hundreds of millions".
  private func vague(_ first: UInt64, at index: Int, in sentence: Range<Int>) -> Numeral? {
    var number = ExactNumber(first)
    var end = index + 1
    while end + 1 < sentence.upperBound, text.isWord(tables.of, at: end),
      let factor = tables.vague[text.tokens[end + 1].code], text.tokens[end + 1].isWord,
      let product = number.multiplied(by: factor)
    {
      number = product
      end += 2
    }
    // "tens" and "scores" are figures only before "of": a score is also a result.
    if first == 10 || first == 20, !text.isWord(tables.of, at: end) { return nil }
    return Numeral(tokens: index..<end, number: number, high: number.scaled(byPowerOfTen: 1))
  }
}

/// Adds up the words of a number from the largest magnitude to the smallest.
private struct WordSum {
  private var sum: ExactNumber?
  private var current: UInt64 = 0
  private var hasUnits = false
  private var hasTens = false
  private var hasHundreds = false
  private var isEmpty = true
  private(set) var magnitude = 0
  private var smallest = Int.max

  var total: ExactNumber? {
    guard let sum else { return isEmpty ? nil : ExactNumber(current) }
    return current == 0 ? sum : sum.adding(ExactNumber(current))
  }

  /// - Returns: whether the word can stand here; "two three" are two numbers.
  mutating func add(_ value: UInt64) -> Bool {
    if value == 0 {
      guard isEmpty else { return false }
    } else if value < 10 {
      guard !hasUnits else { return false }
      hasUnits = true
    } else if value < 20 {
      guard !hasUnits, !hasTens else { return false }
      (hasUnits, hasTens) = (true, true)
    } else {
      guard !hasTens, !hasUnits else { return false }
      hasTens = true
    }
    isEmpty = false
    current += value
    return true
  }

  mutating func multiply(byPowerOfTen power: Int) -> Bool {
    if power == 2 {
      guard !hasHundreds, current < 100 else { return false }
      current = max(current, 1) * 100
      (hasHundreds, hasTens, hasUnits) = (true, false, false)
    } else {
      if current == 0 && !isEmpty {
        // "five thousand million": the whole sum is multiplied.
        guard let all = sum, magnitude + power <= 30 else { return false }
        sum = all.scaled(byPowerOfTen: power)
        magnitude += power
        return true
      }
      guard power < smallest else { return false }
      let part = ExactNumber(max(current, 1)).scaled(byPowerOfTen: power)
      sum = sum.map { $0.adding(part) } ?? part
      smallest = power
      current = 0
      (hasHundreds, hasTens, hasUnits) = (false, false, false)
    }
    magnitude = max(magnitude, power)
    isEmpty = false
    return true
  }

  mutating func multiply(by factor: UInt64) -> Bool {
    guard sum == nil, magnitude == 0 else { return false }
    current = max(current, 1) * factor
    (hasHundreds, hasTens, hasUnits) = (true, true, true)
    isEmpty = false
    return true
  }
}
