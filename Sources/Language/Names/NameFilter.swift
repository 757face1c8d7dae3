/// Tells by a word's first two bytes whether a name may begin with it; most words end here.
struct NameFilter: Sendable {
  private var pairs = [Bool](repeating: false, count: 1 << 16)

  /// Whether all second bytes beyond ASCII are open behind a first one.
  private var accented = [Bool](repeating: false, count: 256)

  @inline(__always)
  func passes(_ token: Token, in bytes: [UInt8]) -> Bool {
    let first = Int(bytes[Int(token.start)])
    let second = token.length > 1 ? Int(bytes[Int(token.start) + 1]) : 0
    return pairs[first << 8 | second]
  }

  /// Lets through whatever a name's first word may begin with, in any case that fits it.
  mutating func open(for token: Token, in bytes: [UInt8]) {
    let word = Folding.bytes(of: bytes, from: Int(token.start), to: Int(token.end))
    guard let first = word.first else { return }
    if first >= 0x80 || bytes[Int(token.start)] >= 0x80 { openOtherLetters() }
    guard first < 0x80 else { return }
    let second = word.count > 1 ? word[1] : 0
    for lead in token.isCapitalized ? [upper(first)] : [first, upper(first)] {
      pairs[Int(lead) << 8 | Int(second)] = true
      pairs[Int(lead) << 8 | Int(upper(second))] = true
      if accented[Int(lead)] { continue }
      accented[Int(lead)] = true
      for second in 0x80..<0x100 { pairs[Int(lead) << 8 | second] = true }
    }
  }

  /// Letters of other alphabets, and those with an accent, whose first bytes tell little.
  private mutating func openOtherLetters() {
    if accented[0x80] { return }
    accented[0x80] = true
    for pair in 0x8000..<0x10000 { pairs[pair] = true }
  }

  private func upper(_ byte: UInt8) -> UInt8 {
    (0x61...0x7A).contains(byte) ? byte & ~0x20 : byte
  }
}
