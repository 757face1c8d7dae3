/// The encoding that a page declares of itself.
enum CharsetDeclaration {
  /// How far into a page its declaration is looked for; some sites write long comments first.
  private static let window = 1 << 14

  /// The label in `<meta charset>`, in its older form, or in an XML declaration.
  static func label(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(window).map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
    let start = Array(head.drop { $0 <= 0x20 }.prefix(200))
    if start.starts(with: Array("<?xml".utf8)) {
      if let label = value(after: Array("encoding".utf8), in: start, from: 0) { return label }
    }
    var index = 0
    let meta = Array("<meta".utf8)
    while let found = position(of: meta, in: head, from: index) {
      index = found + meta.count
      let end = head[index...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
      if let label = value(after: Array("charset".utf8), in: Array(head[index..<end]), from: 0) {
        return label
      }
    }
    return nil
  }

  private static func position(of word: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + word.count <= bytes.count {
      if bytes[index] == word[0], bytes[index..<index + word.count].elementsEqual(word) {
        return index
      }
      index += 1
    }
    return nil
  }

  private static func value(after word: [UInt8], in bytes: [UInt8], from start: Int) -> String? {
    guard let found = position(of: word, in: bytes, from: start) else { return nil }
    var rest = bytes[(found + word.count)...].drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    rest = rest.dropFirst().drop {
      $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
    }
    let label = rest.prefix { $0 > 0x20 && !"\"'/;>?".utf8.contains($0) }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
  }
}
