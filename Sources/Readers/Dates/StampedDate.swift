import Model

/// A date as feeds and mail write it: RFC 822 with its variants, ISO 8601 with its variants.
///
/// The day is the one in the feed's own zone; what could be two days is none. The instant is known
/// only where the zone is.
struct StampedDate: Hashable {
  var day: Day
  var instant: Instant?

  init?(_ written: String) {
    let text = written.trimmed
    guard !text.isEmpty, text.utf8.count <= 120 else { return nil }
    if let stamp = Timestamp(rfc3339: text), let instant = stamp.instant {
      day = stamp.day
      self.instant = instant
      return
    }
    if let date = StampedDate(mail: text) {
      self = date
      return
    }
    guard let time = ClockTime(in: StampedDate.parted(text)) else {
      guard let day = StampedDate.day(in: text) else { return nil }
      self.day = day
      return
    }
    // Unix has the year behind the time: Thu Aug 30 17:26:16 2012.
    guard let day = StampedDate.day(in: time.before) ?? StampedDate.day(in: time.before + time.year)
    else { return nil }
    self.day = day
    instant = time.offset(on: day).map { Instant(day: day, secondOfDay: time.second - $0) }
  }

  /// The basic form of ISO 8601, 20031231T101455Z, with colons in its time.
  private static func parted(_ text: String) -> String {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 8, parts[0].utf8.allSatisfy({ $0 &- 48 < 10 })
    else { return text }
    let time = parts[1].prefix { $0.isASCII && $0.isNumber }
    guard time.count == 4 || time.count == 6 else { return text }
    let pairs = stride(from: 0, to: time.count, by: 2).map { time.dropFirst($0).prefix(2) }
    return "\(parts[0])T\(pairs.joined(separator: ":"))\(parts[1].dropFirst(time.count))"
  }

  private static func day(in text: String) -> Day? {
    WrittenDate.first(in: text, slack: 2)?.day ?? shortYear(text).flatMap(Day.init(iso:))
      ?? ordinal(text) ?? WrittenDate.first(in: longYear(text), slack: 2)?.day
  }

  /// 20040708 is read as a day; a year with a month alone is not one.
  private static func shortYear(_ text: String) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 8, text.count == 8 || text.dropFirst(8).first == "T" else { return nil }
    return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
  }

  /// The day of a year, as ISO 8601 has it: 2003-335.
  private static func ordinal(_ text: String) -> Day? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 3,
      let year = Int(parts[0]), let place = Int(parts[1]), place > 0,
      let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31),
      place <= last.number - first.number + 1
    else { return nil }
    return Day(number: first.number + place - 1)
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
