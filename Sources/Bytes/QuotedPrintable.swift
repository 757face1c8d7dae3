/// Quoted-printable (RFC 2045, section 6.7), and the form of it that header fields have.
public enum QuotedPrintable {
  /// The bytes that `text` stands for.
  ///
  /// What breaks the rules stands for itself: a mark without two digits behind it, bytes beyond
  /// ASCII, long lines. Blanks at the end of a line are what some relay added, and go.
  public static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == UInt8(ascii: "=") {
        if let next = softBreak(in: text, behind: index) {
          index = next
          continue
        }
        if let value = pair(in: text, behind: index) {
          bytes.append(value)
          index += 3
          continue
        }
      } else if byte == 0x20 || byte == 0x09 {
        let end = blanks(in: text, from: index)
        if end == text.endIndex || text[end] == 0x0A || text[end] == 0x0D {
          index = end
          continue
        }
        bytes += text[index..<end]
        index = end
        continue
      }
      bytes.append(byte)
      index += 1
    }
    return bytes
  }

  /// The "Q" form of encoded words (RFC 2047, section 4.2), where a low line is a blank.
  public static func decodeWord(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "="), let value = pair(in: text, behind: index) {
        bytes.append(value)
        index += 3
      } else {
        bytes.append(text[index] == UInt8(ascii: "_") ? 0x20 : text[index])
        index += 1
      }
    }
    return bytes
  }

  /// The byte that two hexadecimal digits behind a mark stand for.
  ///
  /// Also for the percent sign of RFC 2231 and of addresses.
  public static func pair(in text: ArraySlice<UInt8>, behind mark: Int) -> UInt8? {
    guard text.endIndex - mark > 2, let high = digit(text[mark + 1]),
      let low = digit(text[mark + 2])
    else { return nil }
    return high << 4 | low
  }

  /// Where the text goes on, if the mark joins two lines.
  private static func softBreak(in text: ArraySlice<UInt8>, behind mark: Int) -> Int? {
    var end = blanks(in: text, from: mark + 1)
    if end == text.endIndex { return end }
    if text[end] == 0x0D { end += 1 }
    if end < text.endIndex, text[end] == 0x0A { return end + 1 }
    return text[end - 1] == 0x0D ? end : nil
  }

  private static func blanks(in text: ArraySlice<UInt8>, from start: Int) -> Int {
    var end = start
    while end < text.endIndex, text[end] == 0x20 || text[end] == 0x09 { end += 1 }
    return end
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 48
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 55
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 87
    default: nil
    }
  }
}
