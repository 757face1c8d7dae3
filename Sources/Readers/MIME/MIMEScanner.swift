/// Takes words, quoted strings and comments from a structured field (RFC 5322, section 3.2).
struct MIMEScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index >= bytes.count }

  /// Takes one mark, if it comes next.
  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skip()
    guard index < bytes.count, bytes[index] == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  /// What stands before the next of `marks`, quotes and comments taken away, blanks around it cut.
  mutating func word(until marks: String) -> [UInt8] {
    let stops = Array(marks.utf8)
    var word: [UInt8] = []
    skip()
    while index < bytes.count, !stops.contains(bytes[index]) {
      switch bytes[index] {
      case UInt8(ascii: "\""): word += quoted()
      case UInt8(ascii: "("): skip()
      default:
        word.append(bytes[index])
        index += 1
      }
    }
    return Array(word[...].trimmingBlanks)
  }

  /// The content of a quoted string; one that nothing closes ends with the field.
  private mutating func quoted() -> [UInt8] {
    var content: [UInt8] = []
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count { index += 1 }
      content.append(bytes[index])
      index += 1
    }
    index += 1
    return content
  }

  /// Passes over blanks and comments, which nest.
  private mutating func skip() {
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")") where depth > 0: depth -= 1
      case UInt8(ascii: "\\") where depth > 0: index += 1
      case 0...0x20: break
      default: if depth == 0 { return }
      }
      index += 1
    }
  }
}
