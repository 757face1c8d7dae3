import Bytes
import Language

/// Tells the same text again, however its words are set.
enum TextHash {
  /// Shorter texts are alike by chance: a standing notice is nobody's report.
  private static let fewestBytes = 60

  /// The hash of a text's letters and digits, small and unaccented; `nil` for a short one.
  static func of(_ text: String) -> Int? {
    var words: [UInt8] = []
    words.reserveCapacity(text.utf8.count)
    for byte in Folding.folded(text).utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x80...: words.append(byte)
      case UInt8(ascii: "'"): break
      default: if let last = words.last, last != 0x20 { words.append(0x20) }
      }
    }
    if words.last == 0x20 { words.removeLast() }
    guard words.count >= fewestBytes else { return nil }
    return Digest.sha256(words).prefix(8).reduce(0) { $0 << 8 | Int($1) }
  }
}
