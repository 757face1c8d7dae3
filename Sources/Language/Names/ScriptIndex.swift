import Model

/// The names in Chinese and Korean letters, found inside runs of their script.
struct ScriptIndex: Sendable {
  struct Entry: Sendable {
    var name: Int32
    var bytes: [UInt8]
  }

  /// By the first character, the longest first.
  private var entries: [UInt32: [Entry]] = [:]
  private var filter = [Bool](repeating: false, count: 1 << 16)

  mutating func add(_ text: String, name: Int) {
    guard let first = text.unicodeScalars.first else { return }
    filter[Int(first.value & 0xFFFF)] = true
    let entry = Entry(name: Int32(name), bytes: Array(text.utf8))
    var list = entries[first.value] ?? []
    let place = list.firstIndex { $0.bytes.count < entry.bytes.count } ?? list.count
    list.insert(entry, at: place)
    entries[first.value] = list
  }

  /// Finds the names that begin in the run of script at a token; gives the next token to look at.
  func matches(
    at index: Int, in text: TokenizedText, into found: inout [NameIndex.Match]
  ) -> Int {
    let token = text.tokens[index]
    var next = index + 1
    var position = Int(token.start)
    while position < Int(token.end) {
      let (scalar, length) = Tokenizer.scalar(in: text.bytes, at: position)
      guard filter[Int(scalar.value & 0xFFFF)], let list = entries[scalar.value],
        let (entry, end) = Self.longest(of: list, at: position, in: text.bytes)
      else {
        position += length
        continue
      }
      while next < text.tokens.count, Int(text.tokens[next].start) < end { next += 1 }
      found.append(
        NameIndex.Match(
          name: Int(entry.name), tokens: index..<next,
          evidence: TextSpan(start: position, end: end)))
      position = end
    }
    return next
  }

  private static func longest(
    of list: [Entry], at position: Int, in bytes: [UInt8]
  ) -> (entry: Entry, end: Int)? {
    for entry in list {
      if let end = end(of: entry.bytes, at: position, in: bytes) { return (entry, end) }
    }
    return nil
  }

  /// Where the name ends, if it stands there; a space in it is any space on one line.
  private static func end(of name: [UInt8], at position: Int, in bytes: [UInt8]) -> Int? {
    var position = position
    for byte in name {
      guard position < bytes.count else { return nil }
      if byte == 0x20, bytes[position] == 0xC2, position + 1 < bytes.count,
        bytes[position + 1] == 0xA0
      {
        position += 2
      } else {
        guard bytes[position] == byte else { return nil }
        position += 1
      }
    }
    return position
  }
}
