import Model

/// A unit that a calendar is cut into, smallest first.
enum CalendarUnit: Int, Hashable, Sendable, CaseIterable {
  case day, week, month, quarter, half, year, decade

  /// The unit's name in the lexicon's tables.
  init?(name: String) {
    switch name {
    case "day": self = .day
    case "week": self = .week
    case "month": self = .month
    case "quarter": self = .quarter
    case "half": self = .half
    case "year": self = .year
    case "decade": self = .decade
    default: return nil
    }
  }

  var precision: DatePrecision {
    switch self {
    case .day: .day
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    case .half: .half
    case .year: .year
    case .decade: .decade
    }
  }

  /// How many months it has; `nil` for those that are counted in days.
  var months: Int? {
    switch self {
    case .day, .week: nil
    case .month: 1
    case .quarter: 3
    case .half: 6
    case .year: 12
    case .decade: 120
    }
  }

  /// The first day of the unit that holds a day; weeks begin on Monday.
  func start(of day: Day) -> Day {
    switch self {
    case .day: return day
    case .week: return day - (day.weekday - 1)
    case .month: return day.firstOfMonth
    case .quarter: return day.firstOfMonth.adding(months: -((day.month - 1) % 3))
    case .half: return day.firstOfMonth.adding(months: -((day.month - 1) % 6))
    case .year: return day.firstOfYear
    case .decade: return day.firstOfYear.adding(months: -12 * (day.year % 10))
    }
  }

  /// The day that lies so many units later.
  func add(_ count: Int, to day: Day) -> Day {
    if let months { return day.adding(months: months * count) }
    return day + (self == .week ? 7 * count : count)
  }

  /// The unit that lies `offset` units after the one that holds a day.
  func span(around day: Day, offset: Int = 0) -> DateSpan {
    let from = add(offset, to: start(of: day))
    return DateSpan(from: from, to: add(1, to: from), precision: precision)
  }
}
