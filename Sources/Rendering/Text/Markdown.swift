/// Text of others made harmless in Markdown.
public enum Markdown {
  /// The text on one line with all its signs of Markdown and HTML escaped.
  public static func escaped(_ text: some StringProtocol) -> String {
    var escaped = ""
    for scalar in TerminalText.escaped(TerminalText.oneLine(text)).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&", "!":
        escaped += "\\"
      default: break
      }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }

  /// A web address in the form in which it can stand between brackets, or `nil` where it is of
  /// another scheme, such as `javascript:`.
  public static func address(_ url: String) -> String? {
    let scheme = url.prefix(8).lowercased()
    guard scheme.hasPrefix("http://") || scheme.hasPrefix("https://") else { return nil }
    return PercentEncoding.encoded(url) { byte in
      // Whatever may stand in an address, but for what would end it in Markdown.
      PercentEncoding.isUnreserved(byte) || "%:/?#@!$&+,;='*".utf8.contains(byte)
    }
  }

  /// A table's row; the cells are Markdown already.
  static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  static func heading(_ titles: [String]) -> String {
    row(titles) + row(titles.map { _ in "---" })
  }
}

/// Bytes of addresses as `%20`.
enum PercentEncoding {
  static func encoded(_ text: some StringProtocol, keeping isKept: (UInt8) -> Bool) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isKept(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}

/// Addresses that lead to a sentence in a page, which browsers scroll to and mark.
public enum TextFragment {
  /// The address of the page with a text fragment (`#:~:text=`) for the sentence.
  ///
  /// A long sentence is named by its first and last words, as line breaks and links inside it
  /// would keep a browser from finding it whole.
  public static func address(of url: String, to sentence: String) -> String {
    let words = sentence.split(whereSeparator: { $0.isWhitespace })
    guard !words.isEmpty else { return url }
    let text =
      words.count <= 8
      ? encoded(words)
      : encoded(words.prefix(4)) + "," + encoded(words.suffix(4))
    return url + (url.contains("#") ? ":~:text=" : "#:~:text=") + text
  }

  private static func encoded(_ words: some Sequence<Substring>) -> String {
    // A dash and a comma have a meaning of their own in a text fragment.
    PercentEncoding.encoded(words.joined(separator: " ")) {
      PercentEncoding.isUnreserved($0) && $0 != UInt8(ascii: "-")
    }
  }
}
