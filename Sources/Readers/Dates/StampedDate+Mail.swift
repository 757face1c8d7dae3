import Model

extension StampedDate {
  /// Reads the form that nearly all feeds have, "Thu, 04 Sep 2025 01:05:00 +1000", at once; `nil`
  /// for all others.
  init?(mail text: String) {
    var rest = Array(text.utf8)[...]
    if rest.count > 5, rest[3] == UInt8(ascii: ","), rest[4] == 0x20 { rest = rest.dropFirst(5) }
    func take(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest = rest.dropFirst()
      return true
    }
    func number(_ digits: ClosedRange<Int>) -> Int? {
      let part = rest.prefix(digits.upperBound).prefix { $0 &- 48 < 10 }
      guard digits.contains(part.count) else { return nil }
      rest = rest.dropFirst(part.count)
      return part.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
    guard let day = number(1...2), take(0x20) else { return nil }
    let name = rest.prefix(3).map { $0 | 0x20 }
    rest = rest.dropFirst(3)
    guard let month = StampedDate.months.firstIndex(of: name), take(0x20),
      let year = number(4...4), year >= 1800,
      take(0x20), let date = Day(year: year, month: month + 1, day: day),
      let hour = number(2...2), hour < 24, take(UInt8(ascii: ":")),
      let minute = number(2...2), minute < 60, take(UInt8(ascii: ":")),
      let second = number(2...2), second < 60, take(0x20)
    else { return nil }
    var offset = 0
    if !rest.elementsEqual("GMT".utf8) {
      let isWest = rest.first == UInt8(ascii: "-")
      guard isWest || rest.first == UInt8(ascii: "+") else { return nil }
      rest = rest.dropFirst()
      guard let hours = number(2...2), hours <= 15, let minutes = number(2...2), minutes < 60,
        rest.isEmpty
      else { return nil }
      offset = (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
    self.day = date
    instant = Instant(day: date, secondOfDay: hour * 3600 + minute * 60 + second - offset)
  }

  /// In English and lower case, as mail shortens them.
  static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ].map { Array($0.utf8) }
}
