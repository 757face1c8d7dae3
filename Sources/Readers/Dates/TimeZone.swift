import Model

/// A zone of the IANA database whose offset is known from some day on.
///
/// Only the rules of our time are here: before them, and in the hour that a clock shows twice, the
/// offset is not known.
struct TimeZone: Sendable {
  /// Seconds east of Greenwich in winter.
  private let standard: Int
  private let rule: Rule

  /// The first day on which that holds.
  private let since: Day

  static let korea = TimeZone(named: "Asia/Seoul")

  init?(named name: some StringProtocol) {
    guard let zone = TimeZone.byName[name.lowercased()] else { return nil }
    self = zone
  }

  private init(standard: Int, rule: Rule, since: Day) {
    self.standard = standard
    self.rule = rule
    self.since = since
  }

  private enum Rule: String {
    case none = "-"

    /// From the second Sunday of March to the first of November, at two.
    case america = "us"

    /// From the last Sunday of March to the last of October, at one in Greenwich.
    case europe = "eu"

    /// From the first Sunday of October to the first of April, at two in winter time.
    case australia = "au"

    /// From the last Sunday of September to the first of April, at two in winter time.
    case newZealand = "nz"
  }

  /// Seconds east of Greenwich where a clock shows `second` on `day`, or `nil` if not known.
  func offset(day: Day, second: Int) -> Int? {
    guard day >= since else { return nil }
    guard rule != .none else { return standard }
    guard let (start, end) = summer(in: day.year) else { return nil }
    let clock = day.number * 86_400 + second
    // An hour is left out in spring and comes twice in autumn.
    if (start..<start + 3600).contains(clock) || (end..<end + 3600).contains(clock) { return nil }
    let isSummer = start < end ? clock > start && clock < end : clock > start || clock < end
    return isSummer ? standard + 3600 : standard
  }

  /// When summer time begins and ends, as clocks in winter time show it.
  private func summer(in year: Int) -> (start: Int, end: Int)? {
    func sunday(_ month: Int, _ place: Int) -> Int? { TimeZone.sunday(place, of: month, year) }
    let ends: (start: Int?, end: Int?, startSecond: Int, endSecond: Int)
    switch rule {
    case .none: return nil
    case .america: ends = (sunday(3, 2), sunday(11, 1), 2 * 3600, 3600)
    case .europe: ends = (sunday(3, -1), sunday(10, -1), 3600 + standard, 3600 + standard)
    case .australia: ends = (sunday(10, 1), sunday(4, 1), 2 * 3600, 2 * 3600)
    case .newZealand: ends = (sunday(9, -1), sunday(4, 1), 2 * 3600, 2 * 3600)
    }
    guard let start = ends.start, let end = ends.end else { return nil }
    return (start * 86_400 + ends.startSecond, end * 86_400 + ends.endSecond)
  }

  /// The number of the first, second … Sunday of a month, or of its last one for -1.
  private static func sunday(_ place: Int, of month: Int, _ year: Int) -> Int? {
    let isLast = place < 0
    let first = Day(
      year: isLast && month == 12 ? year + 1 : year, month: isLast ? month % 12 + 1 : month, day: 1)
    guard let first else { return nil }
    // Day 3 of the count, 4 January 1970, was a Sunday.
    let sunday = first.number + ((3 - first.number) % 7 + 7) % 7
    return sunday + 7 * (isLast ? -1 : place - 1)
  }

  private static let byName: [String: TimeZone] = {
    var zones: [String: TimeZone] = [:]
    for row in TimeZoneNames.table.split(separator: "\n") {
      let words = row.split(separator: " ")
      guard words.count > 3, let minutes = Int(words[0]),
        let rule = Rule(rawValue: String(words[1])),
        let since = Day(iso: words[2])
      else { continue }
      let zone = TimeZone(standard: minutes * 60, rule: rule, since: since)
      for name in words[3...] { zones[name.lowercased()] = zone }
    }
    return zones
  }()
}
