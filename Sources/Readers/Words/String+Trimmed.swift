extension String {
  /// The text with U+FFFD for U+0000, which no archive can hold.
  var withoutZeros: String {
    var text = self
    return text.withUTF8 { $0.contains(0) }
      ? String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 })) : self
  }

  var nonEmpty: String? { isEmpty ? nil : self }

  /// The text without white space around it, no-break spaces included.
  var trimmed: String { String(Substring(self).trimmed) }
}

extension Substring {
  var trimmed: Substring {
    var text = self
    while let first = text.unicodeScalars.first, first.properties.isWhitespace {
      text.unicodeScalars.removeFirst()
    }
    while let last = text.unicodeScalars.last, last.properties.isWhitespace {
      text.unicodeScalars.removeLast()
    }
    return text
  }
}
