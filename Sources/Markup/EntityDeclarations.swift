/// The short texts that an XML document declares names for (`<!ENTITY id "tag:example.com,">`).
///
/// Only plain texts are taken: none with a reference or markup in it, so that nothing nests; and
/// only so much is written for their names, so that a small document stays one.
struct EntityDeclarations {
  private var texts: [[UInt8]: [UInt8]] = [:]

  /// How many bytes may still be written.
  private var budget = 1 << 14

  private static let countLimit = 64
  private static let nameLimit = 32
  private static let textLimit = 128

  /// Reads a document type declaration.
  mutating func read(_ declaration: ArraySlice<UInt8>) {
    var rest = declaration
    let opening = Array("<!ENTITY".utf8)
    while texts.count < EntityDeclarations.countLimit,
      let start = rest.firstRange(of: opening)
    {
      rest = rest[start.upperBound...]
      let name = word(in: &rest)
      guard !name.isEmpty, name.count <= EntityDeclarations.nameLimit, let text = quoted(in: &rest),
        text.count <= EntityDeclarations.textLimit, text.allSatisfy(isPlain)
      else { continue }
      // The first declaration of a name binds (XML 1.0, section 4.2).
      if texts[Array(name)] == nil { texts[Array(name)] = Array(text) }
    }
  }

  private func word(in rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    rest = rest.drop { $0 <= 0x20 }
    let word = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "\"") }
    rest = rest[word.endIndex...]
    return word
  }

  private func quoted(in rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    rest = rest.drop { $0 <= 0x20 }
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let end = rest.dropFirst().firstIndex(of: quote)
    else { return nil }
    defer { rest = rest[(end + 1)...] }
    return rest[(rest.startIndex + 1)..<end]
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && !"&<>%\"'".utf8.contains(byte)
  }

  /// What the name at an ampersand stands for, and where its reference ends.
  mutating func text(in bytes: [UInt8], at start: Int) -> (text: [UInt8], end: Int)? {
    guard !texts.isEmpty else { return nil }
    let name = bytes[(start + 1)...].prefix(EntityDeclarations.nameLimit + 1).prefix {
      $0 != UInt8(ascii: ";")
    }
    guard name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ";"),
      let text = texts[Array(name)], text.count <= budget
    else { return nil }
    budget -= text.count
    return (text, name.endIndex + 1)
  }
}
