/// Texts as they are laid into a full-text index that knows no language.
///
/// The index cuts words at spaces and punctuation. Chinese has neither: each run of its characters
/// becomes pairs of neighbours. Korean and Russian words change at their end: a text that has any
/// is followed by itself with those ends cut. Queries are treated in the same way.
public enum SearchText {
  /// The text for the index.
  public static func indexed(_ text: String) -> String {
    var text = text
    let needs = text.withUTF8 { Needs(of: $0) }
    guard needs.rewriting else { return text }
    let pieces = SearchPieces(text)
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count * 2)
    pieces.write(stemming: false, into: &result)
    if needs.stemming {
      result.append(UInt8(ascii: "\n"))
      pieces.write(stemming: true, into: &result)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The words of a query as the index has them, separated by spaces: a phrase of the index.
  ///
  /// - Parameters:
  ///   - text: what the user typed, without operators.
  ///   - isPrefix: whether the last word may go on; its end is then not cut.
  /// - Returns: an empty text where there is no word in it, and whether its last word stands for
  ///   all that begin with it.
  public static func phrase(
    _ text: String, isPrefix: Bool = false
  ) -> (words: String, isPrefix: Bool) {
    let pieces = SearchPieces(text)
    var result: [UInt8] = []
    let isPrefix = pieces.writeQuery(isPrefix: isPrefix, into: &result)
    return (String(decoding: result, as: UTF8.self), isPrefix)
  }

  /// The word without its grammar: what two forms of one word have in common.
  public static func stem(_ word: String) -> String {
    let scalars = Array(word.unicodeScalars)
    guard let first = scalars.first else { return word }
    switch Script(first) {
    case .cyrillic: return CyrillicStemmer.stem(scalars)
    case .hangul: return HangulStemmer.stem(scalars)
    default: return word
    }
  }

  /// Whether the index takes a character for a part of a word.
  public static func isWord(_ scalar: Unicode.Scalar) -> Bool { SearchPieces.isWord(scalar) }

  /// Whether it is a character that the index has in pairs.
  public static func isChinese(_ scalar: Unicode.Scalar) -> Bool { Script(scalar) == .han }

  /// What has to be done with a text, told by its bytes.
  private struct Needs {
    var rewriting = false
    var stemming = false

    init(of bytes: UnsafeBufferPointer<UInt8>) {
      for (index, byte) in bytes.enumerated() where byte >= 0xC2 {
        switch byte {
        // Cyrillic; Hangul is somewhere behind EA to ED.
        case 0xD0...0xD3, 0xEA...0xED:
          rewriting = true
          stemming = true
          return
        // Chinese and kana, full-width forms, supplementary planes.
        case 0xE3...0xE9, 0xEF, 0xF0: rewriting = true
        // Soft hyphens.
        case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xAD: rewriting = true
        // Joiners and the like.
        case 0xE2
        where index + 2 < bytes.count && bytes[index + 1] == 0x80
          && (0x8B...0x8D).contains(bytes[index + 2]):
          rewriting = true
        default: break
        }
      }
    }
  }
}

/// What kind of writing a character belongs to, as far as it is cut in its own way.
enum Script {
  case han, hangul, cyrillic, other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x400...0x52F: self = .cyrillic
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3: self = .hangul
    case 0x3005...0x3007, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      self = .han
    default: self = .other
    }
  }
}
