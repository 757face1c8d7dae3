import Model

/// The time of day in a date, and what stands around it.
struct ClockTime {
  var before: String

  /// The year that stands behind it, if any.
  var year = ""
  var second: Int

  /// Seconds east of Greenwich, where they are written or are the same all year.
  private var offset: Int?

  /// The zone whose offset depends on the day.
  private var zone: TimeZone?

  init?(in text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let isFirst = start == 0 || bytes[start - 1] &- 48 >= 10 && bytes[start - 1] != 0x3A
      if bytes[start] &- 48 < 10, isFirst,
        let (second, end) = ClockTime.time(bytes, at: start)
      {
        var before = String(decoding: bytes[..<start], as: UTF8.self)
        while let last = before.last, last == "T" || last == "t" || last == "-" || last == " " {
          before.removeLast()
        }
        if before.hasSuffix(" at") { before.removeLast(3) }
        self.before = before
        self.second = second
        if let last = before.split(separator: " ").last, readHalf(last) {
          self.before.removeLast(last.count)
        }
        readRest(String(decoding: bytes[end...], as: UTF8.self))
        if offset == nil, zone == nil, ClockTime.isKorean(before) { zone = .korea }
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
    // A bracket holds the name of the zone once more: +09:00[Asia/Seoul].
    for word in text.split(whereSeparator: { $0 == " " || $0 == "[" }) where !readHalf(word) {
      if word.utf8.count == 4, word.utf8.allSatisfy({ $0 &- 48 < 10 }) {
        year = " \(word)"
      } else if offset == nil, zone == nil {
        offset = ClockTime.offset(word.uppercased())
        if offset == nil { zone = TimeZone(named: word) }
      }
    }
  }

  /// Takes the time for one of the half of the day that the word names, if it does.
  private mutating func readHalf(_ word: Substring) -> Bool {
    switch word.lowercased() {
    case "am", "a.m.", "a.m", "오전", "上午", "午前": if second >= 12 * 3600 { second -= 12 * 3600 }
    case "pm", "p.m.", "p.m", "오후", "下午", "午後": if second < 12 * 3600 { second += 12 * 3600 }
    default: return false
    }
    return true
  }

  /// Whether the words are of a language that is spoken in one zone only.
  private static func isKorean(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
  }

  /// Seconds east of Greenwich at this time of the day, or `nil` if the zone is not known.
  func offset(on day: Day) -> Int? { offset ?? zone?.offset(day: day, second: second) }

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
    "EET": 2, "EEST": 3, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11,
    "NZST": 12, "NZDT": 13,
  ]
}
