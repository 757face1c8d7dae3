/// A set of phrases that is looked for in folded lines.
struct PhraseSet: Sendable {
  private let whole: Set<[UInt8]>
  private let byStart: [UInt16: [[UInt8]]]

  /// How long a line can be that is one of them, so that no longer one need be hashed.
  private let longest: Int

  init(_ phrases: [String]) {
    let all = phrases.map { Array($0.utf8) }
    whole = Set(all)
    longest = all.map(\.count).max() ?? 0
    byStart = Dictionary(grouping: all) { PhraseSet.key($0, 0) }
  }

  private static func key(_ bytes: [UInt8], _ index: Int) -> UInt16 {
    UInt16(bytes[index]) << 8 | UInt16(index + 1 < bytes.count ? bytes[index + 1] : 0)
  }

  /// Whether the line is one of the phrases; a colon at its end does not count.
  func isLine(_ line: [UInt8]) -> Bool {
    guard line.count <= longest + 1 else { return false }
    if whole.contains(line) { return true }
    guard let last = line.last, last == UInt8(ascii: ":") || last == UInt8(ascii: ".") else {
      return false
    }
    return whole.contains(Array(line.dropLast()))
  }

  /// The length of the longest phrase that the line opens with, up to a word's end; 0 if none.
  func prefixLength(of line: [UInt8], at start: Int = 0) -> Int {
    guard start < line.count, let candidates = byStart[PhraseSet.key(line, start)] else { return 0 }
    var longest = 0
    for phrase in candidates where phrase.count > longest {
      let end = start + phrase.count
      guard end <= line.count, line[start..<end].elementsEqual(phrase) else { continue }
      let isOpen = end < line.count && isWord(line[end]) && isWord(line[end - 1])
      if !isOpen { longest = phrase.count }
    }
    return longest
  }

  /// How many of the phrases' places the line holds, each starting at a word's start.
  func count(in line: [UInt8], atMost limit: Int = .max) -> Int {
    var count = 0
    var index = 0
    while index < line.count, count < limit {
      let byte = line[index]
      let isStart = index == 0 || !isWord(byte) || !isWord(line[index - 1]) || byte >= 0xE3
      let length = isStart ? prefixLength(of: line, at: index) : 0
      if length > 0 { count += 1 }
      index += max(1, length)
    }
    return count
  }

  func occurs(in line: [UInt8]) -> Bool { count(in: line, atMost: 1) > 0 }

  @inline(__always)
  private func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || (byte >= 0xC3 && byte < 0xE2)
      || (byte >= 0x80 && byte < 0xC0)
  }
}
