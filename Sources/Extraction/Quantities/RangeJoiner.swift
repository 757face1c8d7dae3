import Language

/// Joins two numbers into a range, a share, or one sum of money.
struct RangeJoiner {
  let text: TokenizedText
  let tables: QuantityTables
  let sentence: Range<Int>

  /// Joins the number with the one before it where the words between them say so.
  ///
  /// - Returns: the joined candidate, or `nil` where the two stay apart.
  func join(_ first: Candidate, _ second: Candidate) -> Candidate? {
    let gap = tokens(from: first.core.upperBound, to: second.core.lowerBound)
    guard first.isInDate == second.isInDate || first.isBare else { return nil }
    if let share = share(first, second, gap) { return share }
    if let sum = sum(first, second, gap) ?? duration(first, second, gap) { return sum }
    guard first.high == nil, isRange(first, second, gap) else { return nil }
    return ranged(first, second)
  }

  // MARK: Ranges

  private func isRange(_ first: Candidate, _ second: Candidate, _ gap: Range<Int>) -> Bool {
    guard areAlike(first, second) else { return false }
    let opener = opener(before: first)
    if gap.count == 1, text.tokens[gap.lowerBound].isDash {
      return isDashRange(first, second, at: gap.lowerBound)
    }
    if gap.isEmpty { return false }
    if isOpened(opener, first, second, gap) { return true }
    guard let match = text.phrase(tables.rangeConnector, at: gap.lowerBound),
      match.count == gap.count || onlyDash(gap.lowerBound + match.count..<gap.upperBound)
    else { return isAlternative(first, second, gap) }
    if isChangeAndLevel(first, second, opener) || isResult(first, second, opener) { return false }
    // "Fell by a fifth to 7.9 million tonnes": a part and a level.
    if first.numeral.isFraction, !second.numeral.isFraction, !second.isPercent { return false }
    // "grew 2% to 40": a change and the level it reached.
    if first.unit != nil || first.noun != nil, second.isBare { return false }
    if first.isBare, second.isBare, opener == nil {
      return first.numeral.isPunctuated == second.numeral.isPunctuated || second.low.value > 1
    }
    return true
  }

  /// "By $2.50 to $17.99", "by 51.2 percent to 44.2 percent", "by 40 to 110 aircraft": two figures far
  /// apart or falling are no range unless a word opens one.
  private func isChangeAndLevel(_ first: Candidate, _ second: Candidate, _ opener: String?) -> Bool
  {
    guard opener == nil, !first.isInherited, !second.isInherited,
      text.isWord(tables.by, at: first.core.lowerBound - 1)
    else { return false }
    if first.isBare {
      // "Could rise by 10 to 30 percent" is a range, and so is what is only planned.
      let start = first.core.lowerBound
      guard second.form == .count || first.numeral.magnitude > 0, second.per == nil,
        first.numeral.magnitude == second.numeral.magnitude,
        !(max(sentence.lowerBound, start - 10)..<start).contains(where: {
          text.isA(tables.modal, at: $0) || text.isWord(tables.to, at: $0)
        })
      else { return false }
      return first.low.value > second.low.value || first.low.value * 2.5 < second.low.value
    }
    return first.low.value > second.low.value || first.low.value * 3 < second.low.value
  }

  /// "Leads by six points, 47 to 41 percent": what two have each, the first one more.
  private func isResult(_ first: Candidate, _ second: Candidate, _ opener: String?) -> Bool {
    opener == nil && second.isPercent && first.isBare && first.low.value > second.low.value
      && text.isSign(",", at: first.core.lowerBound - 1)
  }

  private func onlyDash(_ range: Range<Int>) -> Bool {
    range.isEmpty || range.count == 1 && text.tokens[range.lowerBound].isDash
  }

  /// What the word before the first number says to stand before the second: "between" says "and".
  private func opener(before first: Candidate) -> String? {
    var index = first.core.lowerBound
    if let (_, start) = text.phrase(
      tables.comparatorBefore, endingAt: index, from: sentence.lowerBound)
    {
      index = start
    }
    guard
      let (match, _) = text.phrase(
        tables.rangeOpener, endingAt: index, from: sentence.lowerBound)
    else { return nil }
    return match.value
  }

  /// "between 50 and 70", "from 21 mpg combined to 23", "from $200 to $414 million".
  private func isOpened(
    _ opener: String?, _ first: Candidate, _ second: Candidate, _ gap: Range<Int>
  ) -> Bool {
    // A number between the two is a date of its own: "from 3 million in 2022 to 4 million".
    guard let opener, gap.count <= 6, !gap.contains(where: { text.tokens[$0].isNumber }) else {
      return false
    }
    let words = gap.filter { text.tokens[$0].isWord }
    for index in words.reversed() {
      if opener == "and",
        text.isWord(tables.and, at: index) || text.isWord(tables.to, at: index)
      {
        return gap.count <= 3 && index <= gap.lowerBound + 1
      }
      guard opener != "and", text.isWord(tables.to, at: index) else { continue }
      let rest = index + 1..<gap.upperBound
      guard
        rest.isEmpty
          || text.phrase(tables.comparatorBefore, at: rest.lowerBound)?.count == rest.count
          || text.isWord(tables.to, at: gap.upperBound - 1)
      else { continue }
      return !gap.contains { text.isSign(",", at: $0) || text.isSign(")", at: $0) }
    }
    if opener != "and" {
      guard let last = text.phrase(tables.rangeConnector, at: gap.upperBound - 2), last.count == 2
      else { return false }
      return !gap.contains { text.isSign(",", at: $0) }
    }
    return false
  }

  private func isDashRange(_ first: Candidate, _ second: Candidate, at dash: Int) -> Bool {
    guard first.low.value != second.low.value else { return false }
    if !text.tokens[dash].isJoined && !text.tokens[dash].isLongDash { return false }
    if second.isBare, first.isBare {
      // A bare pair is a score, unless a word announces a range or the numbers are large.
      return opener(before: first) != nil
        || first.low.value < second.low.value && second.low.value >= 100
    }
    return true
  }

  /// "four or five", "six, seven hundred": neighbours that leave the number open.
  private func isAlternative(_ first: Candidate, _ second: Candidate, _ gap: Range<Int>) -> Bool {
    guard gap.count == 1,
      first.isBare || first.isInherited, !second.isMoney,
      !first.numeral.isPunctuated, !second.numeral.isPunctuated,
      let low = first.low.whole, let high = second.numeral.number.whole
    else { return false }
    let scale = second.numeral.magnitude > 0 && first.numeral.magnitude == 0
    let upper = scale ? mantissa(second) : high
    guard
      text.isWord(tables.or, at: gap.lowerBound) || text.isSign(",", at: gap.lowerBound) && scale
    else { return false }
    // "ten, twelve thousand".
    return upper == low + 1 || scale && upper > low && 2 * upper <= 3 * low
  }

  private func mantissa(_ candidate: Candidate) -> Int {
    candidate.low.scaled(byPowerOfTen: -candidate.numeral.magnitude).whole
      ?? Int(candidate.low.value / pow10(candidate.numeral.magnitude))
  }

  private func pow10(_ power: Int) -> Double { ExactNumber(1, exponent: power).value }

  /// Whether the two are of one kind, or one of them has no unit of its own.
  private func areAlike(_ first: Candidate, _ second: Candidate) -> Bool {
    if first.isAge != second.isAge { return first.isBare && second.isAge }
    if first.isBare || second.isBare { return !first.numeral.isVague && !second.numeral.isVague }
    if let unit = first.unit, let other = second.unit {
      return unit.code == other.code
        || unit.dimension == "money" && other.dimension == "money"
          && (unit.code == other.code
            || second.hasCurrencyBefore == first.hasCurrencyBefore
              && unit.code == "USD")
    }
    if let noun = first.noun, let other = second.noun { return noun.head == other.head }
    return false
  }

  private func ranged(_ first: Candidate, _ second: Candidate) -> Candidate {
    let takesFirst = second.isBare && (first.unit != nil || first.noun != nil)
    let result = Candidate(copying: takesFirst ? first : second)
    if first.isMoney, !second.isMoney { result.unit = first.unit }
    if first.isMoney, second.isMoney, second.unit?.code != first.unit?.code,
      second.unit?.code == "USD"
    {
      result.unit = first.unit
    }
    result.per = second.per ?? first.per
    result.low = first.low
    result.high = second.high ?? second.low
    // "1 to 2 thousand", "$13–14bn": the magnitude is said once.
    if first.numeral.magnitude == 0, second.numeral.magnitude > 0,
      !first.numeral.isPunctuated
        || first.low.value < 100, first.low.value < 1000,
      first.low.value < second.low.value / pow10(second.numeral.magnitude)
    {
      result.low = first.low.scaled(byPowerOfTen: second.numeral.magnitude)
    }
    if let high = result.high, high.value < result.low.value {
      (result.low, result.high) = (high, result.low)
      result.isFalling = true
    }
    result.numeral = second.numeral
    result.numeral.isPunctuated = first.numeral.isPunctuated || second.numeral.isPunctuated
    result.number = first.number.lowerBound..<second.number.upperBound
    result.core = first.core.lowerBound..<second.core.upperBound
    result.ends = (first, second)
    result.comparator = .range
    result.approximate = first.approximate
    result.isHyphenated = second.isHyphenated
    result.form = second.isBare ? first.form : second.form
    if first.isMoney { result.form = .money }
    return result
  }

  // MARK: Shares

  /// "one in three", "two out of five", "one hectare in every six".
  private func share(_ first: Candidate, _ second: Candidate, _ gap: Range<Int>) -> Candidate? {
    guard let part = first.numeral.number.whole, first.high == nil, !first.isMoney,
      !first.isPercent,
      first.numeral.magnitude == 0, part > 0, part < 100,
      let whole = second.numeral.number.whole, whole > part, second.high == nil, !gap.isEmpty,
      gap.count <= 5
    else { return nil }
    var words = Array(gap).filter { text.tokens[$0].isWord }
    guard words.count == gap.count else { return nil }
    // "one of only four".
    if words.count == 2, text.isA(tables.comparatorSkip, at: words[1]) { words.removeLast() }
    guard let last = words.last else { return nil }
    let every = text.isWord(tables.every, at: last)
    let link = every ? last - 1 : last
    // "Eight of every ten rubles", but "two out of 5 dollars" is no share.
    guard link >= gap.lowerBound, every || second.unit == nil else { return nil }
    let isOut = text.isWord(tables.of, at: link) && text.isWord(tables.out, at: link - 1)
    let isIn = text.isWord(tables.in, at: link)
    let isOf =
      text.isWord(tables.of, at: link) && words.count == 1 && part == 1
      && first.numeral.hasDigits == second.numeral.hasDigits && !first.numeral.hasDigits
    guard isOut || isIn || isOf || every && text.isWord(tables.of, at: link) else { return nil }
    // "12 in 2019", "three in 10 years": a time, not a whole.
    if isIn, second.numeral.hasDigits, whole > 1000, second.numeral.magnitude == 0 { return nil }
    // "six in 10" is a share, "two people in 10 cars" none.
    let isOfTen = isIn && words.count == 1 && [10, 100, 1000].contains(whole)
    if first.numeral.hasDigits != second.numeral.hasDigits && !every && !isOfTen { return nil }
    if !every, first.unit != nil || !isOut && words.count > 1 { return nil }
    // "one household in ten": in words only, as "two people in 10" is no share.
    // "Four kiosks out of seven", "three winters in four" are.
    let isPlain =
      !first.numeral.hasDigits && !second.numeral.hasDigits
      && (second.noun == nil || part == 1 && isVerb(behind: second))
    if !every, first.noun != nil, !(isPlain && (isOut || whole <= 12)) {
      return nil
    }
    guard let value = ExactNumber(UInt64(part)).multiplied(by: 100)?.divided(by: UInt64(whole))
    else { return nil }
    let result = Candidate(copying: first)
    result.low = value
    result.noun = nil
    result.unit = tables.units["%"]
    result.form = isOf ? .oneOf : .ratio
    result.number = first.number.lowerBound..<second.number.upperBound
    result.core = first.core.lowerBound..<(isOf ? second.number : second.number).upperBound
    return result
  }

  /// "One farm in eight already uses drones", "one bus in ten runs empty": no noun follows the number.
  private func isVerb(behind candidate: Candidate) -> Bool {
    let next = candidate.number.upperBound
    return text.isA(tables.adverb, at: next)
      || text.isA(tables.verbS, at: next) && !text.isA(tables.nounFirst, at: next)
  }

  // MARK: Sums

  /// A unit of time with the next smaller one, and how many of those it has.
  private static let parts: [String: (unit: String, count: UInt64)] = [
    "a": ("mo", 12), "wk": ("d", 7), "d": ("h", 24), "h": ("min", 60), "min": ("s", 60),
  ]

  /// "Three years and six months", "two hours 40 minutes": one stretch of time, in the smaller unit.
  private func duration(_ first: Candidate, _ second: Candidate, _ gap: Range<Int>) -> Candidate? {
    guard let code = first.unit?.code, let part = Self.parts[code], second.unit?.code == part.unit,
      !first.isAge, !second.isAge, first.per == nil, first.high == nil, second.high == nil,
      gap.isEmpty || gap.count == 1 && text.isWord(tables.and, at: gap.lowerBound),
      let rest = second.low.whole, rest < part.count,
      let total = first.low.multiplied(by: part.count)?.adding(
        ExactNumber(UInt64(rest)))
    else { return nil }
    let result = Candidate(copying: first)
    result.low = total
    result.unit = second.unit
    result.number = first.number.lowerBound..<second.number.upperBound
    result.core = first.core.lowerBound..<second.core.upperBound
    return result
  }

  /// "3 dollars 50 cents", "17 dollars 25".
  private func sum(_ first: Candidate, _ second: Candidate, _ gap: Range<Int>) -> Candidate? {
    guard gap.isEmpty, first.isMoney, !first.hasCurrencyBefore, second.per == nil,
      first.high == nil, second.high == nil, first.unit?.code.hasPrefix("{") == false,
      let minor = second.low.whole, minor < 100, !first.numeral.isPunctuated,
      !second.numeral.isPunctuated, first.numeral.magnitude == 0, !first.isHyphenated
    else { return nil }
    let isMinor = second.unit?.dimension == "money" && second.unit?.code.hasPrefix("{") == true
    guard isMinor || second.isBare,
      let total = first.low.adding(ExactNumber(UInt64(minor), exponent: -2))
    else { return nil }
    let result = Candidate(copying: first)
    result.low = total
    result.number = first.number.lowerBound..<second.number.upperBound
    result.core = first.core.lowerBound..<second.core.upperBound
    return result
  }
}
