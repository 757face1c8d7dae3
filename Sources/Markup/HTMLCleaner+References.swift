extension HTMLCleaner {
  /// Writes the character of the reference at `position`, or the ampersand if it is none.
  mutating func reference(inAttribute: Bool) {
    position += 1
    if position < input.count, input[position] == UInt8(ascii: "#") {
      if let scalar = number() { return write(scalar) }
    } else if let scalar = named(inAttribute: inAttribute) {
      return write(scalar)
    }
    write("&")
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": output += Array("&amp;".utf8)
    case "<": output += Array("&lt;".utf8)
    case "\"": output += Array("&quot;".utf8)
    default: output += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// A numeric reference, with or without its semicolon.
  private mutating func number() -> Unicode.Scalar? {
    var index = position + 1
    var radix: UInt32 = 10
    if index < input.count, input[index] | 0x20 == UInt8(ascii: "x") {
      radix = 16
      index += 1
    }
    let start = index
    var value: UInt32 = 0
    while index < input.count, let digit = digit(input[index]), digit < radix {
      value = min(value * radix + digit, 0x110000)
      index += 1
    }
    guard index > start else { return nil }
    if index < input.count, input[index] == UInt8(ascii: ";") { index += 1 }
    position = index
    return CharacterReferences.scalar(numbered: value)
  }

  private func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 48...57: UInt32(byte - 48)
    case 65...70: UInt32(byte - 55)
    case 97...102: UInt32(byte - 87)
    default: nil
    }
  }

  /// A named reference; the old ones may lack their semicolon, in an attribute only where no
  /// further letter and no `=` follows.
  private mutating func named(inAttribute: Bool) -> Unicode.Scalar? {
    var code: UInt64 = 0
    var index = position
    var old: (scalar: Unicode.Scalar, end: Int)?
    while index < input.count, index - position < 8,
      isLetter(input[index]) || (48...57).contains(input[index])
    {
      code = code << 8 | UInt64(input[index])
      index += 1
      if let scalar = CharacterReferences.old[code] { old = (scalar, index) }
    }
    if index < input.count, input[index] == UInt8(ascii: ";"),
      let scalar = CharacterReferences.all[code]
    {
      position = index + 1
      return scalar
    }
    guard let old else { return nil }
    if inAttribute, old.end < input.count {
      let next = input[old.end]
      if next == UInt8(ascii: "=") || isLetter(next) || (48...57).contains(next) { return nil }
    }
    position = old.end
    return old.scalar
  }
}
