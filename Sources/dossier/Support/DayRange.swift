import ArgumentParser
import Model

/// Reads days, months and years, and ranges of them: `2025`, `2025-01..2025-06`, `..2024`.
enum DayRange {
  static let first = Day(number: -719_162)
  static let last = Day(number: 2_932_896)

  /// The range with both ends inclusive, a month or year as a whole.
  static func range(_ text: String) throws -> ClosedRange<Day> {
    let range: ClosedRange<Day>?
    if let dots = text.range(of: "..") {
      let from = text[..<dots.lowerBound]
      let to = text[dots.upperBound...]
      let start = from.isEmpty ? first : period(from)?.lowerBound
      let end = to.isEmpty ? last : period(to)?.upperBound
      if let start, let end, start > end {
        throw ValidationError("'\(text)' ends before it begins")
      }
      range = start.flatMap { start in end.map { start...$0 } }
    } else {
      range = period(text[...])
    }
    guard let range, text != ".." else {
      throw ValidationError(
        "'\(text)' is no time; write a day, a month, a year or A..B, such as 2025-01..2025-06")
    }
    return range
  }

  /// The days of a year, a month or a day.
  private static func period(_ text: Substring) -> ClosedRange<Day>? {
    switch text.utf8.count {
    case 4:
      guard let first = Day(iso: text + "-01-01") else { return nil }
      return first...(first.adding(months: 12) - 1)
    case 7:
      guard let first = Day(iso: text + "-01") else { return nil }
      return first...(first.adding(months: 1) - 1)
    default: return Day(iso: text).map { $0...$0 }
    }
  }
}

extension String {
  /// The first place of a text in this one.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
