import Model

/// A date as feeds write it: RFC 822 with its variants, ISO 8601 with its variants.
///
/// The day is the one in the feed's own zone; what could be two days is none. The instant is known
/// only where the zone is.
struct FeedDate: Hashable {
  var day: Day
  var instant: Instant?

  init?(_ written: String) {
    let text = written.trimmed
    guard !text.isEmpty, text.utf8.count <= 120 else { return nil }
    guard let time = ClockTime(in: text) else {
      guard let day = FeedDate.day(in: text) else { return nil }
      self.day = day
      return
    }
    // Unix has the year behind the time: Thu Aug 30 17:26:16 2012.
    guard let day = FeedDate.day(in: time.before) ?? FeedDate.day(in: time.before + time.year)
    else { return nil }
    self.day = day
    instant = time.offset.map { Instant(day: day, secondOfDay: time.second - $0) }
  }

  private static func day(in text: String) -> Day? {
    WrittenDate.first(in: text, slack: 2)?.day ?? shortYear(text).flatMap(Day.init(iso:))
      ?? WrittenDate.first(in: longYear(text), slack: 2)?.day
  }

  /// 20040708 is read as a day; a year with a month alone is not one.
  private static func shortYear(_ text: String) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 8, text.count == 8 || text.dropFirst(8).first == "T" else { return nil }
    return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
  }

  /// The text with the year of two digits behind a month's name as RFC 2822 reads it.
  private static func longYear(_ text: String) -> String {
    var words = text.split { $0 == " " || $0 == "-" || $0 == "," }.map(String.init)
    guard let month = words.firstIndex(where: WrittenDate.isMonth), month + 1 < words.count,
      words[month + 1].utf8.count == 2, let year = Int(words[month + 1])
    else { return text }
    words[month + 1] = String(year < 50 ? 2000 + year : 1900 + year)
    return words.joined(separator: " ")
  }
}

/// The time of day in a date, and what stands around it.
private struct ClockTime {
  var before: String

  /// The year that stands behind it, if any.
  var year = ""
  var second: Int

  /// Seconds east of Greenwich.
  var offset: Int?

  init?(in text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      if bytes[start] &- 48 < 10, start == 0 || bytes[start - 1] &- 48 >= 10,
        let (second, end) = ClockTime.time(bytes, at: start)
      {
        var before = String(decoding: bytes[..<start], as: UTF8.self)
        while let last = before.last, last == "T" || last == "t" || last == "-" || last == " " {
          before.removeLast()
        }
        if before.hasSuffix(" at") { before.removeLast(3) }
        self.before = before
        self.second = second
        readRest(String(decoding: bytes[end...], as: UTF8.self))
        return
      }
      start += 1
    }
    return nil
  }

  /// `9:05`, `09:05:30`, `09:05:30.250`.
  private static func time(_ bytes: [UInt8], at start: Int) -> (second: Int, end: Int)? {
    var index = start
    func digits() -> (value: Int, count: Int) {
      let begin = index
      var value = 0
      while index < bytes.count, index - begin < 3, bytes[index] &- 48 < 10 {
        value = value * 10 + Int(bytes[index] - 48)
        index += 1
      }
      return (value, index - begin)
    }
    func colon() -> Bool {
      guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return false }
      index += 1
      return true
    }
    let hour = digits()
    guard hour.count <= 2, hour.value < 24, colon() else { return nil }
    let minute = digits()
    guard minute.count == 2, minute.value < 60 else { return nil }
    var second = (value: 0, count: 2)
    if colon() { second = digits() }
    guard second.count == 2, second.value <= 60 else { return nil }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") {
      index += 1
      while index < bytes.count, bytes[index] &- 48 < 10 { index += 1 }
    }
    return (hour.value * 3600 + minute.value * 60 + min(second.value, 59), index)
  }

  private mutating func readRest(_ text: String) {
    for word in text.split(separator: " ") {
      let upper = word.uppercased()
      switch upper {
      case "AM", "A.M.": if second >= 12 * 3600 { second -= 12 * 3600 }
      case "PM", "P.M.": if second < 12 * 3600 { second += 12 * 3600 }
      case _ where word.utf8.count == 4 && word.utf8.allSatisfy({ $0 &- 48 < 10 }):
        year = " \(word)"
      default: offset = offset ?? ClockTime.offset(upper)
      }
    }
  }

  private static func offset(_ zone: String) -> Int? {
    if let hours = zones[zone] { return Int(hours * 3600) }
    var rest = Substring(zone)
    for prefix in ["UTC", "GMT"] where rest.hasPrefix(prefix) && rest.count > 3 {
      rest = rest.dropFirst(3)
    }
    guard let sign = rest.first, sign == "+" || sign == "-" else { return nil }
    let digits = rest.dropFirst().filter { $0 != ":" }
    guard digits.utf8.allSatisfy({ $0 &- 48 < 10 }), let value = Int(digits) else { return nil }
    let (hours, minutes) = digits.utf8.count > 2 ? (value / 100, value % 100) : (value, 0)
    guard digits.utf8.count <= 4, hours <= 15, minutes < 60 else { return nil }
    return (sign == "+" ? 1 : -1) * (hours * 3600 + minutes * 60)
  }

  /// The zones of RFC 822, and those whose letters stand for one offset all over the world.
  private static let zones: [String: Double] = [
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "ETC/GMT": 0, "ETC/UTC": 0, "WET": 0, "EST": -5,
    "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9,
    "AKDT": -8, "HST": -10, "CET": 1, "MEZ": 1, "CEST": 2, "MEST": 2, "MESZ": 2, "WEST": 1,
    "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "VLAT": 10,
    "NZST": 12, "NZDT": 13,
  ]
}
