import Language
import Model

/// Months and days of them.
extension EnglishDates {
  // MARK: Months

  /// "March", "March 9", "March 9-15, 2025", "March 2025", "March last year".
  func monthPoint(at index: Int) -> Reading? {
    guard let month = month(at: index) else { return nil }
    var end = afterPoint(index)
    if let days = days(ofMonth: month, at: end, isBare: text.isWord(words.in, at: index - 1)) {
      return days
    }
    if let quarter = quarterTail(of: month, at: end) {
      guard isRangeEnd(index) else { return quarter }
      // "The January-March quarter of 2024": its last month.
      end += 1
    }
    if let year = yearTail(at: end) { return inYear(.month(month), year) }
    guard isMonth(at: index, isBare: true) else { return nil }
    return Reading(expression: .month(month), end: end > afterPoint(index) ? end : index + 1)
  }

  /// "March" in "January-March" and "January to March".
  private func isRangeEnd(_ index: Int) -> Bool {
    guard isDash(at: index - 1) || text.isWord(words.to, at: index - 1) else { return false }
    return text.isA(words.month, at: isSign(".", at: index - 2) ? index - 3 : index - 2)
  }

  /// "The September quarter", "the March quarter of 2024": the one that ends with the month.
  private func quarterTail(of month: Int, at index: Int) -> Reading? {
    guard text.value(words.unit, at: index) == "quarter" else { return nil }
    let last = yearTail(at: index + 1).flatMap { inYear(.month(month), $0) }
    return Reading(
      expression: .ending(1, .quarter, last?.expression ?? .month(month)),
      end: last?.end ?? index + 1)
  }

  /// The month that a word names, where it does not plainly stand for something else.
  private func month(at index: Int) -> Int? {
    guard isMonth(at: index, isBare: false) else { return nil }
    return text.value(words.month, at: index).flatMap { Int($0) }
  }

  /// Whether a word is a month and not its homonym.
  ///
  /// "May", "March" and the like need a capital and, standing bare, a word in front or behind that
  /// takes a time; in lower case only a number beside them makes them months.
  private func isMonth(at index: Int, isBare: Bool) -> Bool {
    guard text.isA(words.month, at: index) else { return false }
    let token = text.tokens[index]
    // "Jun" and the like, standing bare, are as often a name.
    let isShort = isBare && token.length < 4
    if isShort, isDash(at: index + 1), isJoined(at: index + 1), isJoined(at: index + 2),
      !text.isA(words.month, at: index + 2)
    {
      return false
    }
    guard isShort || text.isA(words.homonym, at: index) else {
      return !isBare || takesTime(before: index) || !isName(at: index + 1)
    }
    if !isBare {
      let numbered =
        text.tokens.indices.contains(afterPoint(index))
        && (text.tokens[afterPoint(index)].isNumber || ordinal(at: afterPoint(index)) != nil)
      return token.isCapitalized || numbered || ordinalOf(before: index)
        || text.isWord(words.in, at: index - 1)
    }
    guard token.isCapitalized || text.isWord(words.in, at: index - 1) else { return false }
    return takesTime(before: index) || listed(beside: index) || isOfTrade(index)
  }

  /// "May exports reached", "March sales": before what is counted month by month.
  private func isOfTrade(_ index: Int) -> Bool {
    text.isA(words.nounFirst, at: index + 1) && !text.tokens[index + 1].isCapitalized
      && (text.isA(words.pastVerb, at: index + 2) || text.isA(words.presentVerb, at: index + 2))
  }

  private func isName(at index: Int) -> Bool {
    index < text.tokens.count && text.tokens[index].isWord && text.tokens[index].isCapitalized
      && text.tokens[index].code < 0 && !text.tokens[index].isJoined
  }

  private func ordinalOf(before index: Int) -> Bool {
    text.isWord(words.of, at: index - 1) || (index > 0 && text.tokens[index - 1].isNumber)
      || text.isA(words.suffix, at: index - 1) || text.isA(words.ordinal, at: index - 1)
  }

  private func takesTime(before index: Int) -> Bool {
    let previous = isDash(at: index - 1) ? index - 2 : index - 1
    return isLicense(at: previous) || text.isA(words.part, at: previous)
      || text.isA(words.shift, at: previous) || text.isA(words.link, at: previous)
      || text.isA(words.month, at: previous)
  }

  /// "April and May", "May to July", "May, June".
  private func listed(beside index: Int) -> Bool {
    func isOther(_ place: Int) -> Bool {
      text.isA(words.month, at: place) && !text.isA(words.homonym, at: place)
    }
    let links = { (place: Int) in
      text.isA(self.words.link, at: place) || self.isSign(",", at: place)
        || self.isDash(at: place) || text.isA(self.words.coordinator, at: place)
    }
    // "Jan.-Aug."
    let next = isSign(".", at: index + 1) && isJoined(at: index + 1) ? index + 2 : index + 1
    return (links(next) && isOther(next + 1)) || (links(index - 1) && isOther(index - 2))
  }

  /// The token behind a month or weekday, and behind the point that cuts it short.
  func afterPoint(_ index: Int) -> Int {
    let short =
      text.tokens[index].length <= 5 && isSign(".", at: index + 1)
      && isJoined(at: index + 1)
    return short ? index + 2 : index + 1
  }

  // MARK: Days

  /// "Before the New Year", "on Christmas Eve 2024": days with a name of their own; "the Lunar New
  /// Year" is another one each year.
  func feast(at index: Int) -> Reading? {
    guard text.tokens[index].isCapitalized, isLicense(at: index - 1),
      let match = text.phrase(words.feast, at: index)
    else { return nil }
    let numbers = match.value.split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    let day = DateExpression.monthDay(month: numbers[0], day: numbers[1])
    let end = index + match.count
    return yearTail(at: end).flatMap { inYear(day, $0) } ?? Reading(expression: day, end: end)
  }

  /// A day number in digits or as an ordinal, and the token behind it.
  private func dayNumber(at index: Int) -> (value: Int, end: Int, isOrdinal: Bool)? {
    if let (value, end) = ordinal(at: index) {
      return (1...31).contains(value) ? (value, end, true) : nil
    }
    guard let (value, count) = digits(at: index), count <= 2, (1...31).contains(value) else {
      return nil
    }
    return (value, index + 1, false)
  }

  /// The days behind a month's name: "9", "9th", "the 9th", "9-15", "9 and 10", with their year.
  private func days(ofMonth month: Int, at index: Int, isBare: Bool) -> Reading? {
    var start = index
    if isSign(",", at: start)
      || (isJoined(at: start) && (isDash(at: start) || isSign("/", at: start)))
    {
      start += 1
      // "October, 1st" is a day, "in October, 12 ships" is not.
      guard isSign("/", at: index) || isDash(at: index) || ordinal(at: start) != nil else {
        return nil
      }
    }
    if text.isWord(words.the, at: start) { start += 1 }
    guard let day = dayNumber(at: start), day.isOrdinal || isDay(at: start, isBare: isBare) else {
      return nil
    }
    var last = day
    if let other = secondDay(at: day.end), other.value > day.value { last = other }
    return days(month, day.value, last.value, end: last.end)
  }

  /// Whether digits behind a month are its day, and do not count what follows: "in May 25 ships".
  private func isDay(at index: Int, isBare: Bool) -> Bool {
    let next = index + 1
    if next < text.tokens.count, text.tokens[next].isSign("%") { return false }
    guard next < text.tokens.count, text.tokens[next].isWord else { return !isDecimal(at: index) }
    if text.isA(words.noun, at: next) { return false }
    return !isBare || isLicense(at: next) || text.isA(words.coordinator, at: next)
  }

  private func isDecimal(at index: Int) -> Bool {
    isSign("%", at: index + 1) || (isJoined(at: index + 1) && isSign(":", at: index + 1))
  }

  /// The last day of "9-15", "9 to 15", "9 and 10".
  private func secondDay(at index: Int) -> (value: Int, end: Int, isOrdinal: Bool)? {
    var next = index
    let isTight = isDash(at: next) && isJoined(at: next) && isJoined(at: next + 1)
    if isDash(at: next) {
      next += 1
    } else if let link = text.phrase(words.link, at: next), link.value == "to" {
      next += link.count
    } else {
      return nil
    }
    if text.isWord(words.the, at: next) { next += 1 }
    guard let day = dayNumber(at: next), text.value(words.month, at: day.end) == nil,
      day.isOrdinal || isDay(at: next, isBare: !isTight)
    else { return nil }
    return day
  }

  /// "9 March", "the 9th of March 2025", "9 to 15 March", "3-9 March".
  func dayAndMonth(at index: Int) -> Reading? {
    guard let first = dayNumber(at: index) else { return nil }
    guard index == 0 || !isMoney(at: index - 1),
      index == 0 || !text.tokens[index].isJoined || isDash(at: index - 1)
        || isSign("(", at: index - 1) || isSign(":", at: index - 1)
        || text.tokens[index - 1].flags.contains(.opensQuote)
    else { return nil }
    if let month = monthBehindDay(at: first.end) {
      return days(month.value, first.value, first.value, end: month.end)
    }
    guard first.end < text.tokens.count else { return nil }
    var next = first.end
    if isDash(at: next) {
      next += 1
    } else if let link = text.phrase(words.link, at: next), link.value == "to" {
      next += link.count
    } else {
      return nil
    }
    if text.isWord(words.the, at: next) { next += 1 }
    guard let last = dayNumber(at: next), last.value > first.value,
      let month = monthBehindDay(at: last.end)
    else { return nil }
    return days(month.value, first.value, last.value, end: month.end)
  }

  private func isMoney(at index: Int) -> Bool {
    guard text.tokens[index].kind == .sign else { return false }
    switch text.tokens[index].code {
    case 0x24, 0xA3, 0xA5, 0x20A0...0x20CF: return true
    default: return false
    }
  }

  private func monthBehindDay(at index: Int) -> (value: Int, end: Int)? {
    var next = index
    if isDash(at: next), isJoined(at: next) { next += 1 }
    if text.isWord(words.day, at: next) { next += 1 }
    if text.isWord(words.of, at: next) { next += 1 }
    guard let month = month(at: next) else { return nil }
    return (month, afterPoint(next))
  }

  /// Days of a month with the year that may follow.
  private func days(_ month: Int, _ first: Int, _ last: Int, end: Int) -> Reading? {
    guard last <= Day.length(ofMonth: month, year: 2000) else { return nil }
    let one = DateExpression.monthDay(month: month, day: first)
    let day =
      first == last
      ? one : .range(one, .monthDay(month: month, day: last))
    guard let year = yearTail(at: end) else {
      // The point behind a short month without a year may end the sentence.
      return Reading(expression: day, end: isSign(".", at: end - 1) ? end - 1 : end)
    }
    guard first != last else { return inYear(one, year) }
    let other = inYear(.monthDay(month: month, day: last), year)
    guard let start = inYear(one, year), let other else { return nil }
    return Reading(expression: .range(start.expression, other.expression), end: year.end)
  }

  func inYear(_ inner: DateExpression, _ year: Reading) -> Reading? {
    if case .fixed(let span) = year.expression, span.precision == .year, let from = span.from {
      return DateExpression.fixed(inner, year: from.year).map {
        Reading(expression: $0, end: year.end)
      }
    }
    return Reading(expression: .inYear(inner, year.expression), end: year.end)
  }
}

extension DateExpression {
  /// A month, day or season whose year is known.
  static func fixed(_ inner: DateExpression, year: Int) -> DateExpression? {
    switch inner {
    case .month(let month):
      Day(year: year, month: month, day: 1).map { .fixed(CalendarUnit.month.span(around: $0)) }
    case .monthDay(let month, let day):
      Day(year: year, month: month, day: day).map { .fixed(CalendarUnit.day.span(around: $0)) }
    default:
      Day(year: year, month: 1, day: 1).map {
        .inYear(inner, .fixed(CalendarUnit.year.span(around: $0)))
      }
    }
  }

  var isDay: Bool {
    switch self {
    case .fixed(let span): span.precision == .day
    case .monthDay: true
    case .inYear(let inner, _): inner.isDay
    default: false
    }
  }

  var isWeek: Bool {
    switch self {
    case .unit(.week, _): true
    case .context(_, let otherwise): otherwise?.isWeek ?? false
    default: false
    }
  }
}
