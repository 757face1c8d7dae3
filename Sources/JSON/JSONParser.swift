/// Why bytes are not JSON, and at which byte.
public struct JSONError: Error, Hashable {
  public var offset: Int
  public var reason: String
}

/// Reads one JSON text (RFC 8259) from UTF-8 bytes.
public struct JSONParser {
  private let bytes: [UInt8]
  private var position = 0
  private let maximumDepth: Int
  private var valuesLeft = JSONParser.valueLimit

  /// More values than this are no text that one object or document is written in; each takes many
  /// times the memory of its bytes.
  private static let valueLimit = 1 << 20

  /// Reads all of `bytes`; anything but white space behind the value is an error.
  ///
  /// Invalid UTF-8 is replaced by U+FFFD, lone surrogates too; nesting stops at `maximumDepth`.
  public static func parse(
    _ bytes: [UInt8], maximumDepth: Int = 128
  ) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes: bytes, maximumDepth: maximumDepth)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == bytes.count else { throw parser.error("text behind the value") }
    return value
  }

  private init(bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  private func error(_ reason: String) -> JSONError { JSONError(offset: position, reason: reason) }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    guard depth < maximumDepth else { throw error("nested too deeply") }
    guard valuesLeft > 0 else { throw error("more values than are read") }
    valuesLeft -= 1
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case nil: throw error("the text ends too early")
    default: return try number()
    }
  }

  private mutating func literal(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count,
      bytes[position..<end].elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    else { throw error("not a value") }
    position = end
    return value
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    skipSpace()
    if next == UInt8(ascii: "}") {
      position += 1
      return .object(members)
    }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error("a member's name is missing") }
      let key = try string()
      skipSpace()
      guard next == UInt8(ascii: ":") else { throw error("a colon is missing") }
      position += 1
      members.append(JSONValue.Member(key, try value(depth: depth + 1)))
      if try !goesOn(until: UInt8(ascii: "}")) { return .object(members) }
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    skipSpace()
    if next == UInt8(ascii: "]") {
      position += 1
      return .array(values)
    }
    while true {
      values.append(try value(depth: depth + 1))
      if try !goesOn(until: UInt8(ascii: "]")) { return .array(values) }
    }
  }

  private mutating func goesOn(until end: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: ",") || next == end else {
      throw error(next == nil ? "the text ends too early" : "a comma is missing")
    }
    defer { position += 1 }
    return next != end
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { (48...57).contains($0) } ?? false }
    if next == UInt8(ascii: "-") { position += 1 }
    guard isDigit(next) else {
      position = start
      throw error("not a value")
    }
    let leadingZero = next == UInt8(ascii: "0")
    position += 1
    while isDigit(next) {
      if leadingZero { throw error("a number begins with 0") }
      position += 1
    }
    if next == UInt8(ascii: ".") {
      position += 1
      guard isDigit(next) else { throw error("a digit is missing") }
      while isDigit(next) { position += 1 }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      guard isDigit(next) else { throw error("a digit is missing") }
      while isDigit(next) { position += 1 }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = Double(text), value.isFinite else { throw error("a number out of range") }
    return .number(value)
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    var start = position
    skipPlain()
    if next == UInt8(ascii: "\"") {
      defer { position += 1 }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(64)
    while true {
      decoded.append(contentsOf: bytes[start..<position])
      guard let byte = next else { throw error("a string does not end") }
      guard byte >= 0x20 else { throw error("a control character in a string") }
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: decoded, as: UTF8.self) }
      try escape(into: &decoded)
      start = position
      skipPlain()
    }
  }

  /// Goes on to what ends a string, or a run of bytes in it that stand for themselves.
  private mutating func skipPlain() {
    var end = position
    while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\"),
      bytes[end] >= 0x20
    { end += 1 }
    position = end
  }

  private mutating func escape(into decoded: inout [UInt8]) throws(JSONError) {
    guard let byte = next else { throw error("a string does not end") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"):
      var code = UInt32(try hexadecimal())
      if (0xD800..<0xDC00).contains(code), position + 6 <= bytes.count,
        bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
      {
        let before = position
        position += 2
        let low = UInt32(try hexadecimal())
        if (0xDC00..<0xE000).contains(low) {
          code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        } else {
          position = before
        }
      }
      decoded.append(contentsOf: (Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    default:
      position -= 1
      throw error("an unknown escape")
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt16 {
    guard position + 4 <= bytes.count else {
      throw error("four hexadecimal digits are missing")
    }
    var value: UInt16 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Self.hexadecimal(byte) else {
        throw error("four hexadecimal digits are missing")
      }
      value = value << 4 | digit
    }
    position += 4
    return value
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
