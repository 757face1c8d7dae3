extension HTMLCleaner {
  /// The most attributes of one element, and bytes of one value, that are passed on.
  private static let attributeLimit = 64
  private static let valueLimit = 1 << 14

  private static let type = PackedName("type")

  /// Reads the attributes of a tag, up to and with its `>`, and writes them or gives the value of
  /// `type`, if it has one.
  mutating func attributes(writing: Bool) -> [UInt8]? {
    var type: [UInt8]?
    var written = 0
    while position < input.count {
      let byte = input[position]
      if byte == UInt8(ascii: ">") {
        position += 1
        return type
      }
      if isSpace(byte) || byte == UInt8(ascii: "/") {
        position += 1
        continue
      }
      let start = position
      let name = attributeName()
      let end = position
      let value = attributeValue()
      if !writing {
        if type == nil, name == HTMLCleaner.type { type = Array(input[value]) }
      } else if written < HTMLCleaner.attributeLimit, AttributeName.isKept(name) {
        written += 1
        write(start..<end, value)
      }
    }
    return type
  }

  /// The name in lower case.
  private mutating func attributeName() -> PackedName {
    var name = PackedName()
    let start = position
    while position < input.count {
      let byte = input[position]
      if isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      if byte == UInt8(ascii: "="), position > start { break }
      name.append(lowered(byte))
      position += 1
    }
    return name
  }

  /// The range of the value behind a name; empty if it has none.
  private mutating func attributeValue() -> Range<Int> {
    var index = position
    while index < input.count, isSpace(input[index]) { index += 1 }
    guard index < input.count, input[index] == UInt8(ascii: "=") else {
      return position..<position
    }
    index += 1
    while index < input.count, isSpace(input[index]) { index += 1 }
    guard index < input.count else {
      position = index
      return index..<index
    }
    let quote = input[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = index + 1
      index = start
      while index < input.count, input[index] != quote { index += 1 }
      position = min(index + 1, input.count)
      return start..<index
    }
    let start = index
    while index < input.count, !isSpace(input[index]), input[index] != UInt8(ascii: ">") {
      index += 1
    }
    position = index
    return start..<index
  }

  private mutating func write(_ name: Range<Int>, _ range: Range<Int>) {
    output.append(0x20)
    for byte in input[name] { output.append(lowered(byte)) }
    output.append(UInt8(ascii: "="))
    output.append(UInt8(ascii: "\""))
    let after = position
    position = range.lowerBound
    var end = range.upperBound
    if range.count > HTMLCleaner.valueLimit {
      end = range.lowerBound + HTMLCleaner.valueLimit
      while end > range.lowerBound, input[end] & 0xC0 == 0x80 { end -= 1 }
    }
    while position < end {
      let byte = input[position]
      switch byte {
      case UInt8(ascii: "&"): reference(inAttribute: true)
      case UInt8(ascii: "\""):
        output += Array("&quot;".utf8)
        position += 1
      case UInt8(ascii: "<"):
        output += Array("&lt;".utf8)
        position += 1
      default:
        output.append(byte < 0x20 ? 0x20 : byte)
        position += 1
      }
    }
    output.append(UInt8(ascii: "\""))
    position = after
  }
}
