import Language
import Model

/// Years and decades.
extension EnglishDates {
  // MARK: Years

  /// A year in four digits, "2023-24" and "fiscal 2024" with it.
  ///
  /// A number between 1900 and 2100 is a year unless something says otherwise; other numbers, and
  /// round ones, need a word in front that leads into a year.
  func year(at index: Int, licensed: Bool) -> Reading? {
    if let fiscal = fiscalYear(at: index) { return fiscal }
    guard let (value, count) = digits(at: index), count == 4, (1000...2199).contains(value),
      isFree(at: index)
    else { return nil }
    let likely = (1900...2100).contains(value) && value % 100 != 0
    guard likely || (licensed && value >= 1400 && isUnlikelyYear(at: index)),
      !isCount(at: index, likely: likely)
    else { return nil }
    return years(from: value, end: index + 1)
  }

  /// Whether a number that is seldom a year stands where only a year can: "in 1860", "by 2120".
  private func isUnlikelyYear(at index: Int) -> Bool {
    let value = digits(at: index)?.value ?? 0
    if value == 2000 || value == 2100, !text.isWord(words.to, at: index + 1) { return true }
    guard !text.isA(words.article, at: index - 1), index + 1 < text.tokens.count else {
      return !text.isA(words.article, at: index - 1)
    }
    // "From 1500 to 1800 hires".
    if let link = text.phrase(words.link, at: index + 1),
      text.tokens.indices.contains(index + 1 + link.count),
      text.tokens[index + 1 + link.count].isNumber
    {
      return year(at: index + 1 + link.count, licensed: true) != nil
    }
    let next = text.tokens[index + 1]
    return !next.isWord || isLicense(at: index + 1) || text.isA(words.coordinator, at: index + 1)
      || text.isA(words.auxiliary, at: index + 1) || text.isA(words.pastVerb, at: index + 1)
  }

  /// "2024", or "2023-24" and "2023/24" where the second number goes on from the first.
  private func years(from value: Int, end: Int) -> Reading? {
    guard var span = Day(year: value, month: 1, day: 1).map({ CalendarUnit.year.span(around: $0) })
    else { return nil }
    guard isJoined(at: end), isDash(at: end) || isSign("/", at: end), isJoined(at: end + 1),
      let (second, count) = digits(at: end + 1), !isDash(at: end + 2) || !isJoined(at: end + 2)
    else { return Reading(expression: .fixed(span), end: end) }
    let last = count == 2 ? value / 100 * 100 + second : second
    guard count == 2 || isSign("/", at: end), last > value, last < value + 30,
      count == 4 || (second > 12 && last <= value + 12) || last == value + 1
    else { return Reading(expression: .fixed(span), end: end) }
    span.to = Day(year: last + 1, month: 1, day: 1)
    return Reading(expression: .fixed(span), end: end + 2)
  }

  /// Whether nothing is stuck to the digits that makes them part of another thing.
  private func isFree(at index: Int) -> Bool {
    let token = text.tokens[index]
    if token.isJoined, index > 0 {
      let before = text.tokens[index - 1]
      if before.isWord { return false }
      // "Mid-2011", "(2008)", "2014-2018" and "2019/2020"; but not "$2000", "Su-2000", "#2017".
      let isOpen =
        before.isDash || before.flags.contains(.opensQuote)
        || isSign("(", at: index - 1) || isSign("/", at: index - 1) || isSign("=", at: index - 1)
      guard isOpen else { return false }
      if before.isDash || isSign("/", at: index - 1), before.isJoined, index > 1 {
        let first = text.tokens[index - 2]
        guard first.isNumber ? (digits(at: index - 2)?.count ?? 0) == 4 : isCalendarWord(index - 2)
        else { return false }
      }
    }
    guard isJoined(at: index + 1) else { return true }
    let after = text.tokens[index + 1]
    if after.isWord { return text.isWord(words.possessive, at: index + 1) }
    guard after.isDash || after.isSign(":") || after.isSign("/") || after.isSign("%") else {
      return true
    }
    // "2000-page", "2010:30", "2015-1-32".
    guard isJoined(at: index + 2) else { return !after.isSign("%") }
    // "since 2023—shipments": a long dash begins something else.
    if after.isLongDash, text.tokens[index + 2].isWord { return true }
    if after.isDash, text.tokens[index + 2].isNumber {
      return !(isDash(at: index + 3) && isJoined(at: index + 3))
        && (digits(at: index + 2)?.count ?? 5) % 2 == 0
    }
    if after.isSign("/"), let (_, count) = digits(at: index + 2) { return count % 2 == 0 }
    return isCalendarWord(index + 2)
  }

  private func isCalendarWord(_ index: Int) -> Bool {
    text.isA(words.month, at: index) || text.isA(words.part, at: index)
      || text.isA(words.shortUnit, at: index) || text.isA(words.season, at: index)
      || text.isA(words.unit, at: index)
  }

  /// Whether the digits count or number something: "2000 pieces", "Resolution 1718".
  private func isCount(at index: Int, likely: Bool) -> Bool {
    if text.isA(words.nameBefore, at: index - 1) { return true }
    guard index + 1 < text.tokens.count else { return false }
    let next = text.tokens[index + 1]
    if next.isSign("%") { return true }
    if next.isNumber, !next.isJoined { return !isYearLicense(at: index - 1) }
    guard next.isWord, !next.isJoined else { return false }
    if let noun = text.value(words.noun, at: index + 1) {
      return noun == "counted" || !isLicense(at: index - 1)
    }
    guard !next.isCapitalized, !likely || !isYearLicense(at: index - 1) else { return false }
    return isPlural(at: index + 1)
  }

  private func isYearLicense(at index: Int) -> Bool {
    text.isA(words.direction, at: index) || text.isWord(words.in, at: index)
      || text.isA(words.article, at: index) || text.isA(words.possessivePronoun, at: index)
      || text.isA(words.month, at: index) || text.isWord(words.possessive, at: index)
      || text.isA(words.link, at: index)
  }

  /// Whether a word in lower case ends in "s" like a plural noun.
  private func isPlural(at index: Int) -> Bool {
    let token = text.tokens[index]
    return token.isWord && token.length > 3 && text.bytes[Int(token.end) - 1] == UInt8(ascii: "s")
      && text.bytes[Int(token.end) - 2] != UInt8(ascii: "s")
      && !text.isA(words.preposition, at: index) && !text.isA(words.possessivePronoun, at: index)
  }

  /// "Fiscal 2024", "fiscal year 2024", "the year 2008", "FY2025", "FY 25".
  private func fiscalYear(at index: Int) -> Reading? {
    var next = index
    if text.value(words.shortUnit, at: next) == "year" {
      next += 1
      if let (value, count) = digits(at: next), count == 2, value < 60 {
        return years(from: 2000 + value, end: next + 1)
      }
    } else {
      if text.isA(words.yearKind, at: next) { next += 1 }
      if isDash(at: next), next > index { next += 1 }
      if text.isWord(words.year, at: next) { next += 1 }
      guard next > index else { return nil }
      if next == index + 2, isFullYear(at: index) {
        return Reading(expression: .fullYear, end: next)
      }
      // "Full-year profit" stands for a year of its own, "fiscal-year" does not.
      if isDash(at: index + 1), isJoined(at: index + 2), digits(at: next)?.count != 4 {
        return text.isA(words.fullKind, at: index) && text.isWord(words.year, at: next - 1)
          ? Reading(expression: .fullYear, end: next) : nil
      }
      if text.isWord(words.of, at: next) { next += 1 }
    }
    guard let (value, count) = digits(at: next), count == 4, (1400...2199).contains(value) else {
      return nil
    }
    return years(from: value, end: next + 1)
  }

  /// "In the full year", "over the whole year", but not "the full year 2025", "the full year through March".
  private func isFullYear(at index: Int) -> Bool {
    let next = index + 2
    return text.isA(words.fullKind, at: index) && text.isWord(words.the, at: index - 1)
      && !text.isWord(words.of, at: next) && digits(at: next) == nil
      && text.phrase(words.direction, at: next) == nil
  }

  /// The year behind a day, a month or a part of one: "2025", ", 2025", "of last year", "'24".
  func yearTail(at index: Int) -> Reading? {
    var next = index
    if isSign(",", at: next) || (isJoined(at: next) && (isDash(at: next) || isSign("/", at: next)))
    {
      next += 1
    } else if text.isWord(words.of, at: next) || text.isWord(words.in, at: next) {
      next += 1
    }
    if isApostrophe(at: next), isJoined(at: next + 1), let (value, count) = digits(at: next + 1),
      count == 2
    {
      return years(from: value < 60 ? 2000 + value : 1900 + value, end: next + 2)
    }
    if let (value, count) = digits(at: next), count == 4, (1000...2199).contains(value),
      text.value(words.noun, at: next + 1) != "counted", !isSign("%", at: next + 1)
    {
      return years(from: value, end: next + 1)
    }
    guard !isSign(",", at: index) || fiscalYear(at: next) != nil else { return nil }
    if let fiscal = fiscalYear(at: next) { return fiscal }
    let definite = text.isWord(words.the, at: next)
    if definite { next += 1 }
    if let year = shifted(at: next, definite: false), year.expression.isYear { return year }
    // "Of the year", "of the fiscal year".
    guard definite, text.isWord(words.of, at: index) else { return nil }
    if text.isA(words.yearKind, at: next) { next += 1 }
    return text.isWord(words.year, at: next)
      ? Reading(expression: .unit(.year, offset: 0), end: next + 1) : nil
  }

  // MARK: Decades

  /// "The 1990s", "1990's", "the '90s", "the 90s", "the nineties".
  func decade(at index: Int, definite: Bool) -> Reading? {
    var next = index
    let cut = isApostrophe(at: next)
    if cut { next += 1 }
    guard next < text.tokens.count else { return nil }
    if let name = text.value(words.decade, at: next), definite, let value = Int(name) {
      return decade(1900 + value, end: next + 1)
    }
    guard let (value, count) = digits(at: next), value % 10 == 0, isJoined(at: next + 1),
      text.value(words.suffix, at: next + 1) == "decade"
    else { return nil }
    if count == 4, (1000...2190).contains(value) { return decade(value, end: next + 2) }
    let listed =
      text.isA(words.coordinator, at: next - 1)
      && text.value(words.suffix, at: next - 2) == "decade"
    guard count == 2, value >= 20,
      cut || (definite && !isDash(at: index - 1)) || listed
    else { return nil }
    return decade(1900 + value, end: next + 2)
  }

  private func decade(_ year: Int, end: Int) -> Reading? {
    Day(year: year, month: 1, day: 1).map {
      Reading(expression: .fixed(CalendarUnit.decade.span(around: $0)), end: end)
    }
  }
}

extension DateExpression {
  fileprivate var isYear: Bool {
    switch self {
    case .unit(.year, _): true
    case .context(_, let otherwise): otherwise?.isYear ?? false
    default: false
    }
  }
}
