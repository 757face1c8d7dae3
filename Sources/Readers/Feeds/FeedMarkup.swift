import Markup

/// What in a feed's text is a tag, where the format does not say whether the text is HTML.
enum FeedMarkup {
  /// The text with `&lt;` for each `<` that opens no tag of HTML, and whether it has any tag.
  ///
  /// A name that HTML does not have ("<vector>", "</example>") is what the author wrote; one with a
  /// hyphen or a colon is an element that a program has made.
  static func escaped(_ text: String) -> (html: String, hasTags: Bool) {
    var text = text
    return text.withUTF8 { bytes in
      var output: [UInt8] = []
      var start = 0
      var hasTags = false
      for index in bytes.indices where bytes[index] == UInt8(ascii: "<") {
        switch kind(bytes, at: index) {
        case .tag: hasTags = true
        case .other: break
        case .text:
          output += bytes[start..<index]
          output += Array("&lt;".utf8)
          start = index + 1
        }
      }
      if start == 0 { return (String(decoding: bytes, as: UTF8.self), hasTags) }
      output += bytes[start...]
      return (String(decoding: output, as: UTF8.self), hasTags)
    }
  }

  private enum Kind {
    case tag
    case text

    /// A comment, or a sign that HTML takes for text by itself.
    case other
  }

  private static func kind(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Kind {
    var index = start + 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
    let nameStart = index
    while index < bytes.count, index - nameStart < 24, isNameByte(bytes[index]) { index += 1 }
    let name = bytes[nameStart..<index]
    guard let first = name.first, (first | 0x20) &- 97 < 26 else { return .other }
    if name.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }) { return .tag }
    let lower = String(decoding: name.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    return names.contains(lower) ? .tag : .text
  }

  /// The elements of HTML: those that readers have rules for, and the others.
  private static let names = Set(Tag.allCases.map(\.rawValue)).union([
    "acronym", "applet", "area", "basefont", "bdi", "bdo", "blink", "col", "colgroup", "isindex",
    "marquee", "math", "nobr", "noembed", "noframes", "noscript", "plaintext", "script", "search",
    "slot", "style", "track", "xmp",
  ])

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ":")
  }
}
