/// Names of up to eight letters as numbers, and classes of bytes.
extension HTMLCleaner {
  static let br = code("br")
  static let iframe = code("iframe")
  static let math = code("math")
  static let noembed = code("noembed")
  static let p = code("p")
  static let script = code("script")
  static let source = code("source")
  static let style = code("style")
  static let svg = code("svg")
  static let textarea = code("textarea")
  static let title = code("title")
  static let track = code("track")
  static let wbr = code("wbr")

  /// The elements without content that libxml2 knows as such.
  static let voids: Set<UInt64> = [
    code("area"), code("base"), code("basefont"), br, code("col"), code("embed"), code("frame"),
    code("hr"), code("img"), code("input"), code("isindex"), code("link"), code("meta"),
    code("param"),
  ]

  private static func code(_ name: String) -> UInt64 {
    name.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The number of a name, or 0 if it is longer.
  func packed(_ name: [UInt8]) -> UInt64 {
    name.count > 8 ? 0 : name.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Whether the name of that number, in any case, stands whole at `index`.
  func isName(_ code: UInt64, at index: Int) -> Bool {
    var found: UInt64 = 0
    var index = index
    while index < input.count, isLetter(input[index]) {
      guard found < 1 << 56 else { return false }
      found = found << 8 | UInt64(lowered(input[index]))
      index += 1
    }
    guard found == code else { return false }
    guard index < input.count else { return true }
    let next = input[index]
    return isSpace(next) || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
  }

  func matches(_ text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= input.count else { return false }
    for place in 0..<text.utf8CodeUnitCount where input[index + place] != text.utf8Start[place] {
      return false
    }
    return true
  }

  @inline(__always)
  func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  @inline(__always)
  func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }

  @inline(__always)
  func lowered(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }
}
