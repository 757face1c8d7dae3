/// A day of the proleptic Gregorian calendar, without a time zone.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public var number: Int

  public init(number: Int) { self.number = number }

  /// The day of a year, a month 1...12 and a day of that month, or `nil` if there is no such day.
  ///
  /// Years run from 1 to 9999, so that the ISO 8601 form always has ten characters.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Day.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.init(number: Day.number(year: year, month: month, day: day))
  }

  /// Reads `YYYY-MM-DD` and nothing else.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  public static func < (one: Day, other: Day) -> Bool { one.number < other.number }

  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }

  public static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }

  public var year: Int { civil.year }
  public var month: Int { civil.month }
  public var dayOfMonth: Int { civil.day }

  /// 1 for Monday to 7 for Sunday, as in ISO 8601.
  public var weekday: Int { Day.floored(number + 3, 7).remainder + 1 }

  /// The same day of the month `months` later, or that month's last day where it is shorter.
  public func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let index = Day.floored(year * 12 + month - 1 + months, 12)
    let target = min(day, Day.length(ofMonth: index.remainder + 1, year: index.quotient))
    return Day(
      number: Day.number(year: index.quotient, month: index.remainder + 1, day: target))
  }

  public var firstOfMonth: Day { self - (dayOfMonth - 1) }

  public var firstOfYear: Day { Day(number: Day.number(year: year, month: 1, day: 1)) }

  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Year, month and day, by the era arithmetic of Howard Hinnant's "chrono-Compatible Low-Level
  /// Date Algorithms".
  public var civil: (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = Day.floored(number + 719_468, 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let (era, yearOfEra) = floored(month <= 2 ? year - 1 : year, 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func floored(_ value: Int, _ divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

extension Day: CustomStringConvertible {
  /// The ISO 8601 form, `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = civil
    func digit(_ value: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10) }
    return String(unsafeUninitializedCapacity: 10) { bytes in
      let all = (
        digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), UInt8(ascii: "-"),
        digit(month / 10), digit(month), UInt8(ascii: "-"), digit(day / 10), digit(day)
      )
      return withUnsafeBytes(of: all) { bytes.initialize(fromContentsOf: $0) }
    }
  }
}
