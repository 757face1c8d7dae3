import Markup

/// Short texts of metadata, which may hold references and tags of their own.
enum PlainMarkup {
  /// The text that a browser would show, white space folded.
  static func text(_ value: String) -> String {
    guard value.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) else {
      return folded(value)
    }
    let tree = HTMLDocument(utf8: Array("<p>\(value)</p>".utf8)).tree
    guard !tree.nodes.isEmpty else { return folded(value) }
    return folded(String(decoding: tree.content(of: 0), as: UTF8.self))
  }

  /// One blank for each run of white space, none at the ends.
  static func folded(_ value: String) -> String {
    var value = value
    return value.withUTF8 { bytes in
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count)
      var index = 0
      var isAfterSpace = false
      while index < bytes.count {
        let length = spaceLength(bytes, at: index)
        if length == 0 {
          if isAfterSpace, !output.isEmpty { output.append(0x20) }
          output.append(bytes[index])
        }
        isAfterSpace = length > 0
        index += max(1, length)
      }
      return String(decoding: output, as: UTF8.self)
    }
  }

  /// The length of the white space (Unicode, `White_Space`) at `index`; 0 if there is none.
  @inline(__always)
  private static func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
    guard byte == 0xC2 || byte >= 0xE1 && byte <= 0xE3, index + 1 < bytes.count else { return 0 }
    let next = bytes[index + 1]
    if byte == 0xC2 { return next == 0x85 || next == 0xA0 ? 2 : 0 }
    guard index + 2 < bytes.count else { return 0 }
    let last = bytes[index + 2]
    let isSpace =
      switch (byte, next) {
      case (0xE1, 0x9A): last == 0x80
      case (0xE2, 0x80): last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF
      case (0xE2, 0x81): last == 0x9F
      case (0xE3, 0x80): last == 0x80
      default: false
      }
    return isSpace ? 3 : 0
  }
}
