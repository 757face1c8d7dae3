import Bytes

/// The beginning of an input, by which its format is known.
public struct Head: Sendable {
  /// As they are.
  let bytes: ArraySlice<UInt8>

  /// In UTF-8, ASCII letters in lower case.
  let text: [UInt8]

  /// Whether it holds bytes that no text has.
  let isBinary: Bool

  static let length = 4096

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    let decoded = DecodedText(Array(bytes))
    text = decoded.utf8.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
    // Zeros are half of what these encodings have for ASCII.
    let isMarked = ["utf-16", "utf-32"].contains { decoded.encoding.name.hasPrefix($0) }
    let controls = text.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B }
    let isPacked = bytes.starts(with: GzipMembers.magic) || bytes.starts(with: ZIPArchive.magic)
    isBinary = isPacked || !isMarked && (bytes.contains(0) || controls * 50 > text.count)
  }

  /// What comes first, white space aside.
  var start: ArraySlice<UInt8> { text.drop { $0 <= 0x20 } }

  func contains(_ needle: String) -> Bool { text.containsRun(needle.utf8) }
}
