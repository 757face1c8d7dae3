/// Tells the line ends inside a paragraph that only keep lines short from those that end a line.
///
/// A line end is such a wrap where no longer line of the paragraph would have had room for the first word
/// of the next one, and where the sentence plainly goes on: the next line begins with a small letter, or
/// the line ends with a comma or with a word that no sentence ends with (class `never-last`). Where a
/// whole paragraph is set to a width and a third of its lines begin with a small letter, all its line ends
/// are wraps: the lines of a list begin alike.
struct LineWraps {
  private let bytes: [UInt8]

  /// The end of the paragraph that was looked at last, its longest line, and whether all its line ends are
  /// wraps.
  private var paragraphEnd = 0
  private var longest = 0
  private var isSetToWidth = false

  /// What is shorter is a line of its own: a headline, an item, a row.
  private static let shortest = 40

  /// No mail and no wire sets its lines wider.
  private static let widest = 100

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether the line from `start` that ends at `newline` goes on in the next one.
  ///
  /// `isOpen` says that its last word is one that no sentence ends with.
  mutating func goesOn(from start: Int, at newline: Int, isOpen: Bool) -> Bool {
    let line = trimmed(start..<newline)
    let next = trimmed(newline + 1..<end(of: newline + 1))
    guard line.count >= Self.shortest, !next.isEmpty, !isItem(next) else { return false }
    if newline >= paragraphEnd { lookAtParagraph(from: start) }
    if isSetToWidth { return true }
    guard isFull(line, before: next) else { return false }
    let last = bytes[line.upperBound - 1]
    if last == UInt8(ascii: ",") { return true }
    guard isLetterOrDigit(last) else { return false }
    return isOpen || isSmall(bytes[next.lowerBound])
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
    longest = lines.reduce(0) { max($0, $1.count) }
    let small = lines.dropFirst().count { isSmall(bytes[$0.lowerBound]) }
    isSetToWidth =
      lines.count > 2 && longest <= Self.widest && small * 3 >= lines.count - 1
      && !lines.contains { isItem($0) || isRow($0) }
      && zip(lines, lines.dropFirst()).allSatisfy { isFull($0, before: $1) }
  }

  /// Whether the first word of `next` would have made the line longer than any of its paragraph.
  private func isFull(_ line: Range<Int>, before next: Range<Int>) -> Bool {
    line.count + 1 + firstWord(of: next) > longest
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
}
