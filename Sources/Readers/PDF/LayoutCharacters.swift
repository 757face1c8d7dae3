/// The characters of a layout as texts have them.
enum LayoutCharacters {
  private static let references: [(name: String, character: Character)] = [
    ("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("apos;", "'"), ("#39;", "'"),
  ]

  /// Puts characters in the place of the references that XML has names for.
  static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var parts = text.split(separator: "&", omittingEmptySubsequences: false)[...]
    var result = String(parts.removeFirst())
    for part in parts {
      let reference = references.first { part.hasPrefix($0.name) }
      result.append(reference?.character ?? "&")
      result += part.dropFirst(reference?.name.count ?? 0)
    }
    return result
  }

  /// Without controls, and with letters for the signs that stand for several at once: no word is
  /// found that begins with "ﬁ".
  static func cleaned(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    if isPlain { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFB00...0xFB06: result += ligatures[Int(scalar.value) - 0xFB00]
      // Where symbol fonts keep the point of a list.
      case 0xF0B7, 0xF0A7: result.append("•")
      case 0xFFFE, 0xFFFF: break
      default:
        switch scalar.properties.generalCategory {
        case .control, .privateUse, .surrogate: break
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result.trimmed
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// Digits as they are set above the line, or `nil` where there is anything else.
  static func raised(_ text: String) -> String? { digits(of: text, "⁰¹²³⁴⁵⁶⁷⁸⁹") }

  /// Digits as they are set below the line.
  static func lowered(_ text: String) -> String? { digits(of: text, "₀₁₂₃₄₅₆₇₈₉") }

  private static func digits(of text: String, _ signs: String) -> String? {
    let signs = Array(signs)
    guard text.utf8.count <= 3, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return String(text.utf8.map { signs[Int($0 - 0x30)] })
  }

  /// Whether it is written without spaces between words.
  static func isIdeographic(_ scalar: Unicode.Scalar?) -> Bool {
    guard let value = scalar?.value else { return false }
    return (0x3000...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value)
      || (0xF900...0xFAFF).contains(value) || (0xFF00...0xFFEF).contains(value)
      || (0x20000...0x3FFFF).contains(value)
  }
}
