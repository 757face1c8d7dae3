/// The encoding that a page declares of itself.
enum CharsetDeclaration {
  /// How far into a page its declaration is looked for; some sites write long comments first.
  private static let window = 1 << 14

  /// The label in `<meta charset>`, in its older form, or in an XML declaration.
  static func label(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(window).map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
    let start = head.drop { $0 <= 0x20 }.prefix(200)
    if start.starts(with: "<?xml".utf8), let label = value(after: "encoding", in: start) {
      return label
    }
    var rest = head[...]
    while let found = rest.place(ofRun: "<meta".utf8) {
      rest = rest[(found + 5)...]
      let tag = rest.prefix { $0 != UInt8(ascii: ">") }
      if let label = value(after: "charset", in: tag) { return label }
    }
    return nil
  }

  private static func value(after word: String, in bytes: ArraySlice<UInt8>) -> String? {
    guard let found = bytes.place(ofRun: word.utf8) else { return nil }
    var rest = bytes[(found + word.utf8.count)...].drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    rest = rest.dropFirst().drop {
      $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
    }
    let label = rest.prefix { $0 > 0x20 && !"\"'/;>?".utf8.contains($0) }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
  }
}
