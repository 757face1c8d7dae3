/// Makes letters alike that readers take for one another: case, accents, forms of the apostrophe.
public enum Folding {
  /// A text in lower case without accents, with plain apostrophes, hyphens and spaces.
  ///
  /// It is for comparing, not for showing: offsets into it mean nothing in the text.
  public static func folded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: self.bytes(of: bytes, from: 0, to: bytes.count), as: UTF8.self)
  }

  /// The bytes of a word as folding leaves them.
  static func bytes(of bytes: [UInt8], from start: Int, to end: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(end - start)
    forEachFoldedByte(of: bytes, from: start, to: end) { result.append($0) }
    return result
  }

  /// The hash of a word as folding leaves it, as `Lexicon.hash` has it for words of plain letters.
  static func hash(_ bytes: [UInt8], from start: Int, to end: Int) -> UInt64 {
    var hash = Lexicon.hashSeed
    forEachFoldedByte(of: bytes, from: start, to: end) { hash = Lexicon.mix(hash, $0) }
    return Lexicon.finish(hash)
  }

  @inline(__always)
  private static func forEachFoldedByte(
    of bytes: [UInt8], from start: Int, to end: Int, _ body: (UInt8) -> Void
  ) {
    var position = start
    while position < end {
      let byte = bytes[position]
      if byte < 0x80 {
        body((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        position += 1
        continue
      }
      let (scalar, length) = Tokenizer.scalar(in: bytes, at: position)
      if (0x3000...0xFDFF).contains(scalar.value) && scalar.value != 0x3000 {
        for offset in 0..<length { body(bytes[position + offset]) }
      } else {
        forEachFoldedByte(of: scalar, body)
      }
      position += length
    }
  }

  private static func forEachFoldedByte(of scalar: Unicode.Scalar, _ body: (UInt8) -> Void) {
    switch scalar.value {
    case 0x300...0x36F: break
    case 0xC0...0x17F:
      let base = latin[Int(scalar.value) - 0xC0]
      switch base {
      case UInt8(ascii: "1"): "ss".utf8.forEach(body)
      case UInt8(ascii: "2"): "ae".utf8.forEach(body)
      case UInt8(ascii: "3"): "oe".utf8.forEach(body)
      case UInt8(ascii: "4"): "th".utf8.forEach(body)
      case UInt8(ascii: "5"): "ij".utf8.forEach(body)
      case UInt8(ascii: "x"): UTF8.encode(scalar)?.forEach(body)
      default: body(base)
      }
    case 0x1A0, 0x1A1: body(UInt8(ascii: "o"))
    case 0x1AF, 0x1B0: body(UInt8(ascii: "u"))
    case 0x1CD...0x1DC: body(pinyin[Int(scalar.value - 0x1CD) / 2])
    case 0x218, 0x219: body(UInt8(ascii: "s"))
    case 0x21A, 0x21B: body(UInt8(ascii: "t"))
    case 0x1EA0...0x1EF9: body(vietnamese(scalar.value))
    case 0x401, 0x451: UTF8.encode("е")?.forEach(body)
    case 0x2018, 0x2019, 0x2BC: body(UInt8(ascii: "'"))
    case 0x2010...0x2015, 0x2212: body(UInt8(ascii: "-"))
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: body(UInt8(ascii: " "))
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: break
    default: UTF8.encode(Tokenizer.lowercased(scalar))?.forEach(body)
    }
  }

  /// The plain letters of U+00C0 to U+017F; a digit stands for two letters, `x` for no folding.
  private static let latin = Array(
    ("aaaaaa2ceeeeiiiidnooooo" + "xouuuuy41" + "aaaaaa2ceeeeiiiidnooooo" + "xouuuuy4y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii55jjkkk"
      + "llllllllllnnnnnnnnnoooooo33rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  /// The vowels of U+01CD to U+01DC, two forms each.
  private static let pinyin = Array("aiouuuuu".utf8)

  /// The vowels of U+1EA0 to U+1EF9, which lie in rows of one letter.
  private static func vietnamese(_ value: UInt32) -> UInt8 {
    switch value {
    case ...0x1EB7: UInt8(ascii: "a")
    case ...0x1EC7: UInt8(ascii: "e")
    case ...0x1ECB: UInt8(ascii: "i")
    case ...0x1EE3: UInt8(ascii: "o")
    case ...0x1EF1: UInt8(ascii: "u")
    default: UInt8(ascii: "y")
    }
  }
}
