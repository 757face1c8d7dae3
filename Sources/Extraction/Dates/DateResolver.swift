import Model

/// Turns what a text says of a date into days, counted from the day it was published.
struct DateResolver: Sendable {
  /// Which of the possible days is meant where the words leave the year or the week open.
  enum Choice: Sendable {
    /// The one that news means: the latest past one, for a day and a month the nearest.
    case usual

    /// The latest one that begins on the reference day or before.
    case latest

    /// The first one that is not over on the reference day.
    case next
  }

  /// The day that relative times count from, or `nil` if it is not known.
  var reference: Day?
  var choice: Choice

  /// The days of an expression, or `nil` where the reference day is needed and not known.
  func span(_ expression: DateExpression) -> DateSpan? {
    guard let span = unchecked(expression) else { return nil }
    let from = span.from ?? span.to
    let to = span.to ?? span.from
    guard let from, let to, from < to || span.from == nil || span.to == nil,
      (1...9999).contains(from.year), (1...9999).contains(to.year)
    else { return nil }
    return span
  }

  private func unchecked(_ expression: DateExpression) -> DateSpan? {
    switch expression {
    case .fixed(let span): return span
    case .month, .monthDay, .season, .weekday: return yearless(expression)
    case .unit(let unit, let offset):
      return reference.map { unit.span(around: $0, offset: offset) }
    case .timeOfDay: return reference.map { CalendarUnit.day.span(around: $0) }
    case .weekend(let offset): return weekend(offset)
    case .fullYear:
      // In its first quarter a year is looked back on, and no full year is past before it ends.
      return reference.map {
        CalendarUnit.year.span(
          around: $0, offset: choice == .latest || $0.month <= 3 && choice != .next ? -1 : 0)
      }
    case .shifted(let inner, let offset): return shifted(inner, offset)
    case .rolling(let unit, let count, let direction):
      return reference.map { rolling(unit, count, direction, from: $0) }
    case .distance(let amounts, let direction, let anchor):
      return distance(amounts, direction, anchor)
    case .part(let part, let inner): return self.part(part, of: inner)
    case .nth(let number, let unit, let inner): return nth(number, unit, of: inner)
    case .stretch(let count, let unit, let direction, let inner):
      return stretch(count, unit, direction, of: inner)
    case .inYear(let inner, let year): return inYear(inner, year)
    case .dayOfWeek(let weekday, let week):
      guard let from = span(week)?.from else { return nil }
      return CalendarUnit.day.span(around: from + (weekday - from.weekday + 7) % 7)
    case .ending(let count, let unit, let last):
      guard let to = span(last)?.to else { return nil }
      return DateSpan(from: unit.add(-count, to: to), to: to, precision: unit.precision)
    case .around(let unit, let day):
      return span(day)?.from.map { unit.span(around: $0) }
    case .range(let first, let last): return range(first, last)
    case .context(let shift, let otherwise):
      if let otherwise { return span(otherwise) }
      guard case .by(let unit, let count) = shift, let reference else { return nil }
      return unit.span(around: unit.add(count, to: reference))
    }
  }

  /// The day, month or season in a given year.
  private func span(_ expression: DateExpression, inYear year: Int) -> DateSpan? {
    switch expression {
    case .month(let month):
      return Day(year: year, month: month, day: 1).map { CalendarUnit.month.span(around: $0) }
    case .monthDay(let month, let day):
      return Day(year: year, month: month, day: day).map { CalendarUnit.day.span(around: $0) }
    case .season(let month):
      return Day(year: year, month: month, day: 1).map {
        DateSpan(from: $0, to: $0.adding(months: 3), precision: .quarter)
      }
    default: return nil
    }
  }

  private func yearless(_ expression: DateExpression) -> DateSpan? {
    guard let reference else { return nil }
    if case .weekday(let weekday) = expression {
      let back = (reference.weekday - weekday + 7) % 7
      let day = choice == .next && back > 0 ? reference + (7 - back) : reference - back
      return CalendarUnit.day.span(around: day)
    }
    // Four years each way, for 29 February.
    let candidates = (reference.year - 4...reference.year + 4).compactMap {
      span(expression, inYear: $0)
    }
    let past = candidates.last { ($0.from ?? reference) <= reference }
    let coming = candidates.first { ($0.to ?? reference) > reference }
    switch choice {
    case .latest: return past
    case .next: return coming
    case .usual:
      guard case .monthDay = expression, let before = past?.from, let after = coming?.from else {
        return past
      }
      return reference.number - before.number <= after.number - reference.number ? past : coming
    }
  }

  private func weekend(_ offset: Int?) -> DateSpan? {
    guard let reference else { return nil }
    let saturday = reference - (reference.weekday - 6)
    let begun = reference >= saturday
    let from: Day
    switch offset {
    case nil where choice == .next: from = saturday
    case nil: from = begun ? saturday : saturday - 7
    case .some(let offset) where offset < 0: from = saturday - 7
    case .some(let offset): from = saturday + 7 * offset
    }
    return DateSpan(from: from, to: from + 2, precision: .day)
  }

  /// "Last Friday" is the latest one before today, "last May" the latest one before this month.
  private func shifted(_ inner: DateExpression, _ offset: Int) -> DateSpan? {
    guard let reference else { return nil }
    if case .weekday(let weekday) = inner {
      let monday = CalendarUnit.week.start(of: reference)
      var day = monday + (weekday - 1)
      // A day or two back one says "on Wednesday"; "last Wednesday" is the one before.
      if offset < 0, day >= reference - 2 { day = day - 7 }
      if offset > 0 { day = day + 7 }
      return CalendarUnit.day.span(around: day)
    }
    let candidates = (reference.year - 4...reference.year + 4).compactMap {
      span(inner, inYear: $0)
    }
    if offset < 0 { return candidates.last { ($0.to ?? reference) <= reference } }
    if offset > 0 { return candidates.first { ($0.from ?? reference) > reference } }
    // In March "this winter" is still the one that began in December.
    let isPastWinter = inner == .season(12) && reference.month < 6
    return span(inner, inYear: isPastWinter ? reference.year - 1 : reference.year)
  }

  private func rolling(_ unit: CalendarUnit, _ count: Int?, _ direction: Int, from day: Day)
    -> DateSpan
  {
    // Quarters are counted whole; the other units from the day itself.
    let edge = unit == .quarter ? unit.start(of: day) : day
    guard let count else {
      return direction < 0
        ? DateSpan(from: nil, to: day, precision: unit.precision)
        : DateSpan(from: day, to: nil, precision: unit.precision)
    }
    if direction < 0 {
      return DateSpan(from: unit.add(-count, to: edge), to: edge, precision: unit.precision)
    }
    let from = unit == .quarter ? unit.add(1, to: edge) : day + 1
    return DateSpan(from: from, to: unit.add(count, to: from), precision: unit.precision)
  }

  private func distance(_ amounts: [DateAmount], _ direction: Int, _ anchor: DateExpression?)
    -> DateSpan?
  {
    guard let smallest = amounts.map(\.unit).min(by: { $0.rawValue < $1.rawValue }) else {
      return nil
    }
    if let anchor {
      guard let start = span(anchor)?.from else { return nil }
      let day = amounts.reduce(start) { $1.unit.add(direction * $1.count, to: $0) }
      return CalendarUnit.day.span(around: day)
    }
    guard let reference else { return nil }
    let day = amounts.reduce(reference) { $1.unit.add(direction * $1.count, to: $0) }
    // "A decade ago" is about ten years ago, no decade of the calendar.
    return (smallest == .decade ? .year : smallest).span(around: day)
  }

  private func inYear(_ inner: DateExpression, _ year: DateExpression) -> DateSpan? {
    guard let from = span(year)?.from else { return nil }
    if inner == .timeOfDay {
      return reference.flatMap { Day(year: from.year, month: $0.month, day: $0.dayOfMonth) }
        .map { CalendarUnit.day.span(around: $0) }
    }
    return span(inner, inYear: from.year)
  }

  /// Both ends of a range; where one has no year, it is taken beside the other.
  private func range(_ first: DateExpression, _ last: DateExpression) -> DateSpan? {
    func joined(_ one: DateSpan?, _ other: DateSpan?) -> DateSpan? {
      guard let from = one?.from, let to = other?.to, let precision = one?.precision else {
        return nil
      }
      return DateSpan(from: from, to: to, precision: precision)
    }
    if first.isYearless {
      let end = span(last)
      guard let limit = end?.from else { return nil }
      return joined(DateResolver(reference: limit, choice: .latest).span(first), end)
    }
    let start = span(first)
    guard last.isYearless, let from = start?.from else { return joined(start, span(last)) }
    return joined(start, DateResolver(reference: from, choice: .next).span(last))
  }
}

extension DateExpression {
  /// Whether the year, or the week, has to be guessed.
  var isYearless: Bool {
    switch self {
    case .month, .monthDay, .weekday, .season, .fullYear: true
    case .nth(_, _, let inner), .stretch(_, _, _, let inner): inner?.isYearless ?? true
    case .part(_, let inner), .around(_, let inner), .ending(_, _, let inner): inner.isYearless
    case .range(let first, let last): first.isYearless && last.isYearless
    case .weekend(let offset): offset == nil
    case .context(_, let otherwise): otherwise?.isYearless ?? false
    default: false
    }
  }
}
