/// A second in coordinated universal time.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public var seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  public init(day: Day, secondOfDay: Int = 0) {
    seconds = day.number * 86_400 + secondOfDay
  }

  /// Reads RFC 3339 with its offset, such as `2025-10-16T09:30:00+10:00`.
  ///
  /// Seconds may be missing, fractions are dropped, a blank may stand for the `T`. Without an
  /// offset it is no instant: `nil`.
  public init?(rfc3339 text: some StringProtocol) {
    guard let stamp = Timestamp(rfc3339: text), let offset = stamp.offset else { return nil }
    self.init(day: stamp.day, secondOfDay: stamp.secondOfDay - offset)
  }

  public static func < (one: Instant, other: Instant) -> Bool { one.seconds < other.seconds }

  /// The day in coordinated universal time.
  public var day: Day {
    Day(number: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
  }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339 in coordinated universal time: `2025-10-16T09:30:00Z`.
  public var description: String {
    let second = seconds - day.number * 86_400
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(day)T\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))Z"
  }
}

/// A day and a time as a document writes them, with the offset where it gives one.
public struct Timestamp: Hashable, Sendable {
  /// The day as written, in the document's own time zone.
  public var day: Day

  /// Seconds after midnight, in the document's own time zone.
  public var secondOfDay: Int

  /// Seconds east of Greenwich, or `nil` if the document gives none.
  public var offset: Int?

  public init(day: Day, secondOfDay: Int, offset: Int?) {
    self.day = day
    self.secondOfDay = secondOfDay
    self.offset = offset
  }

  public init?(rfc3339 text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 16, let day = Day(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
      [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[10])
    else { return nil }
    var position = 11
    func twoDigits() -> Int? {
      guard position + 2 <= bytes.count, (48...57).contains(bytes[position]),
        (48...57).contains(bytes[position + 1])
      else { return nil }
      defer { position += 2 }
      return Int(bytes[position] - 48) * 10 + Int(bytes[position + 1] - 48)
    }
    func skip(_ character: Character) -> Bool {
      guard position < bytes.count, bytes[position] == character.asciiValue else { return false }
      position += 1
      return true
    }
    guard let hour = twoDigits(), hour < 24, skip(":"), let minute = twoDigits(), minute < 60 else {
      return nil
    }
    var second = 0
    if skip(":") {
      guard let value = twoDigits(), value <= 60 else { return nil }
      second = min(value, 59)
      if skip(".") || skip(",") {
        while position < bytes.count, (48...57).contains(bytes[position]) { position += 1 }
      }
    }
    self.init(day: day, secondOfDay: hour * 3600 + minute * 60 + second, offset: nil)
    _ = skip(" ")
    if position == bytes.count { return }
    if skip("Z") || skip("z") {
      offset = 0
    } else {
      let sign = skip("+") ? 1 : skip("-") ? -1 : 0
      guard sign != 0, let hours = twoDigits(), hours < 24 else { return nil }
      _ = skip(":")
      let minutes = position < bytes.count ? twoDigits() : 0
      guard let minutes, minutes < 60 else { return nil }
      offset = sign * (hours * 3600 + minutes * 60)
    }
    guard position == bytes.count else { return nil }
  }

  /// The instant, where the offset is known.
  public var instant: Instant? {
    offset.map { Instant(day: day, secondOfDay: secondOfDay - $0) }
  }
}
