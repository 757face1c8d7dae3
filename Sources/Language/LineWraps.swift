/// Tells the line ends inside a paragraph that only keep lines short from those that end a line.
///
/// A line end is such a wrap where the paragraph is set to a width: no line of it would have had room for
/// the first word of the next one. Where too few lines show that, it is one where the sentence plainly
/// goes on: the next line begins with a small letter, or the line ends with a comma or with a word that
/// no sentence ends with.
struct LineWraps {
  private let bytes: [UInt8]

  /// The end of the paragraph that was looked at last, and whether it is set to a width.
  private var paragraphEnd = 0
  private var isSetToWidth = false

  /// What is shorter is a line of its own: a headline, an item, a row.
  private static let shortest = 40

  /// No mail and no wire sets its lines wider.
  private static let widest = 100

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether the line from `start` that ends at `newline` goes on in the next one.
  mutating func goesOn(from start: Int, at newline: Int) -> Bool {
    let line = trimmed(start..<newline)
    let next = trimmed(newline + 1..<end(of: newline + 1))
    guard line.count >= Self.shortest, !next.isEmpty, !isItem(next) else { return false }
    if newline >= paragraphEnd { lookAtParagraph(from: start) }
    if isSetToWidth { return true }
    let last = bytes[line.upperBound - 1]
    if last == UInt8(ascii: ",") { return true }
    guard isLetterOrDigit(last) else { return false }
    return isSmall(bytes[next.lowerBound]) || endsOpen(line)
  }

  private mutating func lookAtParagraph(from start: Int) {
    var lines: [Range<Int>] = []
    var position = start
    while position < bytes.count {
      let stop = end(of: position)
      let line = trimmed(position..<stop)
      if line.isEmpty { break }
      lines.append(line)
      position = stop + 1
    }
    paragraphEnd = position
    let longest = lines.reduce(0) { max($0, $1.count) }
    isSetToWidth =
      lines.count > 2 && (Self.shortest...Self.widest).contains(longest)
      && !lines.contains { isItem($0) || isRow($0) }
      && zip(lines, lines.dropFirst()).allSatisfy { line, next in
        line.count + 1 + firstWord(of: next) > longest
      }
  }

  private func end(of position: Int) -> Int {
    bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    var (start, end) = (line.lowerBound, line.upperBound)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while start < end, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// "- 40 ships", "> said": of a list, of a quotation in a mail.
  private func isItem(_ line: Range<Int>) -> Bool {
    switch bytes[line.lowerBound] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: ">"), UInt8(ascii: "|"),
      UInt8(ascii: "#"):
      true
    // Bullets and long dashes, but no quotation marks.
    case 0xE2:
      [[0x80, 0x93], [0x80, 0x94], [0x80, 0xA2], [0x96, 0xAA]].contains {
        bytes[line].dropFirst().prefix(2).elementsEqual($0)
      }
    default: false
    }
  }

  /// A row of a table: columns a tab or two blanks apart.
  private func isRow(_ line: Range<Int>) -> Bool {
    zip(bytes[line], bytes[line].dropFirst()).contains { one, other in
      one == UInt8(ascii: "\t") || one == UInt8(ascii: " ") && other == one
    }
  }

  private func firstWord(of line: Range<Int>) -> Int {
    (bytes[line].firstIndex(where: isBlank) ?? line.upperBound) - line.lowerBound
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  private func isSmall(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isSmall(byte | 0x20) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Words that no sentence ends with.
  private static let open: Set<[UInt8]> = Set(
    [
      "a", "an", "the", "of", "and", "or", "in", "to", "by", "for", "at", "with", "from", "that",
      "than",
    ]
    .map { Array($0.utf8) })

  private func endsOpen(_ line: Range<Int>) -> Bool {
    let start = bytes[line].lastIndex(where: isBlank).map { $0 + 1 } ?? line.lowerBound
    return Self.open.contains(Array(bytes[start..<line.upperBound]))
  }
}
