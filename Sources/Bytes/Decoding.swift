import CBytes

/// The decoders, each from one encoding to UTF-8 with U+FFFD for what is bad.
enum Decoding {
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// The length of the well-formed sequence of two to four bytes at `position`, or 0 (Unicode,
  /// table 3-7).
  @inline(__always)
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let lead = bytes[position]
    func trail(_ place: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      let index = position + place
      return index < bytes.count && bytes[index] >= low && bytes[index] <= high
    }
    switch lead {
    case 0xC2...0xDF: return trail(1) ? 2 : 0
    case 0xE0: return trail(1, 0xA0) && trail(2) ? 3 : 0
    case 0xED: return trail(1, 0x80, 0x9F) && trail(2) ? 3 : 0
    case 0xE1...0xEF: return trail(1) && trail(2) ? 3 : 0
    case 0xF0: return trail(1, 0x90) && trail(2) && trail(3) ? 4 : 0
    case 0xF1...0xF3: return trail(1) && trail(2) && trail(3) ? 4 : 0
    case 0xF4: return trail(1, 0x80, 0x8F) && trail(2) && trail(3) ? 4 : 0
    default: return 0
    }
  }

  /// UTF-8 with its damaged places mended; a sequence that breaks off is one U+FFFD.
  static func repaired(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.utf8.contains(0) ? withoutZeros(Array(text.utf8)) : Array(text.utf8)
  }

  private static func withoutZeros(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0) else { return bytes }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 16)
    for byte in bytes {
      if byte == 0 { output += replacement } else { output.append(byte) }
    }
    return output
  }

  static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2 + 1)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (one, two) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(bigEndian ? one << 8 | two : two << 8 | one)
      index += 2
    }
    if index < bytes.endIndex { units.append(0xFFFD) }
    return withoutZeros(Array(String(decoding: units, as: UTF16.self).utf8))
  }

  static func utf32(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
    var text = String.UnicodeScalarView()
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let part = bytes[index..<min(index + 4, bytes.endIndex)]
      let value = (bigEndian ? Array(part) : part.reversed()).reduce(UInt32(0)) {
        $0 << 8 | UInt32($1)
      }
      text.append(part.count == 4 ? Unicode.Scalar(value) ?? "\u{FFFD}" : "\u{FFFD}")
      index += 4
    }
    return withoutZeros(Array(String(text).utf8))
  }

  /// The bytes 0x80 to 0x9F; those that the code page leaves open are bad.
  private static let windows1252Upper: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  static func windows1252(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let upper = windows1252Upper
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      switch byte {
      case 0: output += replacement
      case 1..<0x80: output.append(byte)
      case 0x80..<0xA0: append(upper[Int(byte) - 0x80], to: &output)
      default: append(UInt16(byte), to: &output)
      }
    }
    return output
  }

  /// Appends a character from U+0080 up.
  private static func append(_ unit: UInt16, to output: inout [UInt8]) {
    if unit < 0x800 {
      output += [UInt8(0xC0 | unit >> 6), UInt8(0x80 | unit & 63)]
    } else {
      output += [UInt8(0xE0 | unit >> 12), UInt8(0x80 | unit >> 6 & 63), UInt8(0x80 | unit & 63)]
    }
  }

  /// Decodes with the C library, or gives `nil` where it does not know the encoding.
  static func iconv(_ bytes: ArraySlice<UInt8>, from name: String) -> [UInt8]? {
    guard let converter = bytes_converter_make(name) else { return nil }
    defer { bytes_converter_free(converter) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    bytes.withUnsafeBufferPointer { input in
      guard let start = input.baseAddress else { return }
      var position = 0
      while position < input.count {
        var used = 0
        var written = 0
        let status = bytes_converter_step(
          converter, start + position, input.count - position, &used, &buffer, buffer.count,
          &written)
        output += buffer[0..<written]
        position += used
        switch status {
        case -1:
          output += replacement
          // A lead byte alone is bad; what stands behind it may be good ("<" above all).
          position += 1
          bytes_converter_reset(converter)
        case -2:
          output += replacement
          position = input.count
        default:
          if used == 0, written == 0 { position = input.count }
        }
      }
    }
    return withoutZeros(output)
  }
}
