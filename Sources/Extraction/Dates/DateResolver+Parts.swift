import Model

extension DateResolver {
  func part(_ part: DatePart, of inner: DateExpression) -> DateSpan? {
    guard let whole = span(inner), let from = whole.from, let to = whole.to else { return nil }
    switch part {
    case .untilNow:
      guard let reference, from < reference, reference < to else { return whole }
      return DateSpan(from: from, to: reference, precision: whole.precision)
    case .fromNow:
      guard let reference, from <= reference, reference + 1 < to else { return whole }
      return DateSpan(from: reference + 1, to: to, precision: whole.precision)
    case .early: return thirds(from, to, 0, 1, whole.precision)
    case .mid: return thirds(from, to, 1, 2, whole.precision)
    case .late, .end: return thirds(from, to, 2, 3, whole.precision)
    }
  }

  /// From one third of a period to another: months where they divide it, days where not.
  ///
  /// A month's thirds are its first ten days, the next ten and the rest; a week's are three days,
  /// one and three.
  private func thirds(
    _ from: Day, _ to: Day, _ first: Int, _ last: Int, _ precision: DatePrecision
  ) -> DateSpan {
    let months = (to.year - from.year) * 12 + to.month - from.month
    let days = to.number - from.number
    func edge(_ third: Int) -> Day {
      if third == 0 { return from }
      if third == 3 { return to }
      if from.dayOfMonth == 1, to.dayOfMonth == 1, months % 3 == 0 {
        return from.adding(months: months / 3 * third)
      }
      if days == 7 { return from + (third == 1 ? 2 : 4) }
      return days > 27 && days < 32 ? from + 10 * third : from + days * third / 3
    }
    guard days >= 3 else { return DateSpan(from: from, to: to, precision: precision) }
    return DateSpan(from: edge(first), to: edge(last), precision: precision)
  }

  func nth(_ number: Int, _ unit: CalendarUnit, of inner: DateExpression?) -> DateSpan? {
    guard let inner else {
      return latest { nth(number, unit, from: $0, to: $0.adding(months: 12)) }
    }
    guard let whole = span(inner), let from = whole.from, let to = whole.to else { return nil }
    return nth(number, unit, from: from, to: to)
  }

  private func nth(_ number: Int, _ unit: CalendarUnit, from: Day, to: Day) -> DateSpan? {
    if unit == .half, !isYear(from, to) { return half(number, from: from, to: to) }
    if number < 0 {
      let last = unit.add(-1, to: to)
      return unit == .week
        ? unit.span(around: Self.firstWeek(of: to), offset: -1)
        : DateSpan(from: max(from, last), to: to, precision: unit.precision)
    }
    let first = unit == .week ? Self.firstWeek(of: from) : from
    let start = unit.add(number - 1, to: first)
    guard start < to else { return nil }
    return DateSpan(from: start, to: unit.add(1, to: start), precision: unit.precision)
  }

  private func isYear(_ from: Day, _ to: Day) -> Bool { from.adding(months: 12) == to }

  /// The first or the second half of a period that is no year: "the second half of August".
  private func half(_ number: Int, from: Day, to: Day) -> DateSpan? {
    let months = (to.year - from.year) * 12 + to.month - from.month
    let middle =
      months % 2 == 0 && from.dayOfMonth == to.dayOfMonth
      ? from.adding(months: months / 2) : from + (to.number - from.number) / 2
    return number == 1
      ? DateSpan(from: from, to: middle, precision: .week)
      : DateSpan(from: middle, to: to, precision: .week)
  }

  func stretch(_ count: Int, _ unit: CalendarUnit, _ direction: Int, of inner: DateExpression?)
    -> DateSpan?
  {
    guard count > 0 else { return nil }
    func cut(_ from: Day, _ to: Day) -> DateSpan? {
      let first = unit == .week ? Self.firstWeek(of: from) : from
      let end = unit.add(count, to: first)
      let start = unit.add(-count, to: to)
      guard direction < 0 || end <= to + 7, direction > 0 || start >= from else { return nil }
      return direction < 0
        ? DateSpan(from: start, to: to, precision: unit.precision)
        : DateSpan(from: first, to: end, precision: unit.precision)
    }
    if let inner {
      guard let whole = span(inner), let from = whole.from, let to = whole.to else { return nil }
      return cut(from, to)
    }
    // Figures of so many months are published when the last of them is over, or nearly so.
    guard let reference else { return nil }
    let spans = [0, -1].compactMap { offset in
      let year = CalendarUnit.year.span(around: reference, offset: offset)
      return year.from.flatMap { from in year.to.flatMap { cut(from, $0) } }
    }
    return choice == .next ? spans.first : spans.first { ($0.to ?? reference) <= reference + 31 }
  }

  /// The span of a year that `make` gives for its first day: the latest that has begun.
  private func latest(_ make: (Day) -> DateSpan?) -> DateSpan? {
    guard let reference else { return nil }
    let starts = [-1, 0, 1].map { reference.firstOfYear.adding(months: 12 * $0) }
    let spans = starts.compactMap(make)
    return choice == .next
      ? spans.first { ($0.to ?? reference) > reference }
      : spans.last { ($0.from ?? reference) <= reference }
  }

  /// The Monday of the week that has the period's first Thursday, as ISO 8601 counts weeks.
  static func firstWeek(of day: Day) -> Day {
    let monday = CalendarUnit.week.start(of: day)
    return day.weekday <= 4 ? monday : monday + 7
  }
}
