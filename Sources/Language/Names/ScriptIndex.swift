import Model

/// The names in Chinese and Korean letters, found inside runs of their script.
///
/// Chinese sets no spaces, so any place in a run may begin a name; the longest wins. A Korean name
/// begins its word, or follows another name or a prefix, and what follows it in the word must be a
/// particle where the name is ambiguous.
struct ScriptIndex: Sendable {
  struct Entry: Sendable {
    var name: Int32
    var bytes: [UInt8]
    var ambiguous: Bool
  }

  /// By the first character, the longest first.
  private var entries: [UInt32: [Entry]] = [:]
  private var filter = [Bool](repeating: false, count: 1 << 16)
  private var tails: Set<[UInt8]> = []
  private var prefixes: Set<[UInt8]> = []
  private var longestTail = 0

  mutating func learn(korean: Lexicon) {
    for name in ["particle", "suffix"] {
      for (word, _) in korean.words(of: korean.wordClass(name)) { tails.insert(Array(word.utf8)) }
    }
    for (word, _) in korean.words(of: korean.wordClass("prefix")) {
      prefixes.insert(Array(word.utf8))
    }
    longestTail = tails.map(\.count).max() ?? 0
  }

  mutating func add(_ text: String, name: Int, ambiguous: Bool) {
    guard let first = text.unicodeScalars.first else { return }
    filter[Int(first.value & 0xFFFF)] = true
    let entry = Entry(name: Int32(name), bytes: Array(text.utf8), ambiguous: ambiguous)
    var list = entries[first.value] ?? []
    let place = list.firstIndex { $0.bytes.count < entry.bytes.count } ?? list.count
    list.insert(entry, at: place)
    entries[first.value] = list
  }

  mutating func markAmbiguous(_ text: String) {
    guard let first = text.unicodeScalars.first, var list = entries[first.value] else { return }
    let bytes = Array(text.utf8)
    for index in list.indices where list[index].bytes == bytes { list[index].ambiguous = true }
    entries[first.value] = list
  }

  /// Finds the names that begin in the run of script at a token; gives the next token to look at.
  func matches(
    at index: Int, in text: TokenizedText, into found: inout [NameIndex.Match]
  ) -> Int {
    let token = text.tokens[index]
    var next = index + 1
    var position = Int(token.start)
    var wordStart = true
    while position < Int(token.end) {
      let (scalar, length) = Tokenizer.scalar(in: text.bytes, at: position)
      guard filter[Int(scalar.value & 0xFFFF)], let list = entries[scalar.value],
        wordStart || !Self.isHangul(scalar),
        let (entry, end) = longest(of: list, at: position, in: text)
      else {
        wordStart =
          !Self.isHangul(scalar)
          || position == Int(token.start)
            && prefixes.contains(Array(text.bytes[position..<position + length]))
        position += length
        continue
      }
      while next < text.tokens.count, Int(text.tokens[next].start) < end { next += 1 }
      found.append(
        NameIndex.Match(
          name: Int(entry.name), entry: -1, tokens: index..<next,
          evidence: TextSpan(start: position, end: end)))
      position = end
      wordStart = true
    }
    return next
  }

  private func longest(
    of list: [Entry], at position: Int, in text: TokenizedText
  ) -> (entry: Entry, end: Int)? {
    for entry in list {
      guard let end = Self.end(of: entry.bytes, at: position, in: text.bytes) else { continue }
      if entry.ambiguous, !endsWell(at: end, in: text.bytes) { continue }
      return (entry, end)
    }
    return nil
  }

  /// Whether a Korean word may end so behind a name: with nothing more, or with one or two tails.
  private func endsWell(at position: Int, in bytes: [UInt8]) -> Bool {
    guard position >= 3, Self.isHangul(Tokenizer.scalar(in: bytes, at: position - 3).scalar) else {
      return true
    }
    var end = position
    while end < bytes.count, end - position <= 2 * longestTail {
      let (scalar, length) = Tokenizer.scalar(in: bytes, at: end)
      guard Self.isHangul(scalar) else { break }
      end += length
    }
    let tail = Array(bytes[position..<end])
    if tail.isEmpty || tails.contains(tail) { return true }
    return stride(from: 3, to: tail.count, by: 3).contains {
      tails.contains(Array(tail[..<$0])) && tails.contains(Array(tail[$0...]))
    }
  }

  @inline(__always)
  private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
    (0xAC00...0xD7A3).contains(scalar.value)
  }

  /// Where the name ends, if it stands there; a space in it may be a no-break space.
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
