/// The form in which lines are compared with the tables: lower case, straight quotes, one blank
/// between words.
enum Fold {
  /// Folds the Latin and Cyrillic letters that the tables have; other letters stay.
  static func line(_ bytes: some Collection<UInt8>) -> [UInt8] {
    bytes.withContiguousStorageIfAvailable(folded) ?? line(Array(bytes))
  }

  /// What is folded is never longer than what it was.
  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
      var index = 0
      while index < bytes.count {
        let lead = bytes[index]
        if lead > 0x20, lead < 0x80 {
          output[count] = lead &- 0x41 < 26 ? lead | 0x20 : lead
          count += 1
          index += 1
          continue
        }
        let one = lead >= 0x80 && index + 1 < bytes.count ? bytes[index + 1] : 0
        let two = lead >= 0x80 && index + 2 < bytes.count ? bytes[index + 2] : 0
        let (length, pair) = character(lead, one, two)
        if pair.0 == 0x20 {
          if count > 0, output[count - 1] != 0x20 {
            output[count] = 0x20
            count += 1
          }
        } else if pair.0 > 0 {
          output[count] = pair.0
          count += 1
          if pair.1 > 0 {
            output[count] = pair.1
            count += 1
          }
        }
        index += length
      }
      if count > 0, output[count - 1] == 0x20 { count -= 1 }
    }
  }

  /// What a blank, or a character beyond ASCII, that begins with these bytes is folded to, and how
  /// many bytes it has; a blank stands for all white space, zeros for nothing.
  private static func character(
    _ lead: UInt8, _ one: UInt8, _ two: UInt8
  ) -> (length: Int, folded: (UInt8, UInt8)) {
    switch (lead, one, two) {
    case (0..<0x21, _, _): (1, (0x20, 0))
    case (0xC2, 0xA0, _): (2, (0x20, 0))
    case (0xC3, 0x80...0x9E, _) where one != 0x97: (2, (0xC3, one | 0x20))
    case (0xD0, 0x90...0x9F, _): (2, (0xD0, one + 0x20))
    case (0xD0, 0xA0...0xAF, _): (2, (0xD1, one - 0x20))
    case (0xD0, 0x80...0x8F, _): (2, (0xD1, one + 0x10))
    case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99): (3, (UInt8(ascii: "'"), 0))
    case (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D): (3, (UInt8(ascii: "\""), 0))
    case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0x8E), (0xEF, 0xBB, 0xBF): (3, (0, 0))
    default: (1, (lead, 0))
    }
  }

  static func line(_ text: some StringProtocol) -> [UInt8] { line(Array(text.utf8)) }
}

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
