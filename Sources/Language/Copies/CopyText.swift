/// A text as copies of it are told: its words one after the other, and which of them are figures.
///
/// Letters and digits alone count, small and unaccented: outlets set quotation marks, hyphens and
/// paragraphs each in their own way. A sign of Chinese is a word of its own, for want of spaces.
public struct CopyText: Sendable {
  /// A hash for each word.
  private(set) var words: [UInt64]

  /// Whether each word holds a digit.
  let isFigure: [Bool]

  public init(_ text: String) {
    let written = Array(text.utf8)
    let bytes = Folding.bytes(of: written, from: 0, to: written.count)
    var cutter = WordCutter()
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        cutter.take(ascii: bytes[index])
        index += 1
      } else {
        let (scalar, length) = Tokenizer.scalar(in: bytes, at: index)
        cutter.take(scalar)
        index += length
      }
    }
    cutter.endWord()
    words = cutter.words
    isFigure = cutter.isFigure
  }

  /// How many words it has.
  public var count: Int { words.count }

  /// The hashes of the runs of so many words, in their order; each is of its words in their order.
  func runs(of length: Int) -> [UInt64] {
    guard words.count >= length else { return [] }
    // A polynomial in an odd base, modulo 2^64, so that the next run costs one step.
    var leaving: UInt64 = 1
    for _ in 1..<length { leaving = leaving &* Self.base }
    var hash: UInt64 = 0
    var runs: [UInt64] = []
    runs.reserveCapacity(words.count - length + 1)
    for index in words.indices {
      if index >= length { hash = hash &- words[index - length] &* leaving }
      hash = hash &* Self.base &+ words[index]
      if index >= length - 1 { runs.append(Self.spread(hash)) }
    }
    return runs
  }

  /// Makes all figures alike.
  mutating func maskFigures() {
    for index in words.indices where isFigure[index] { words[index] = 0 }
  }

  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Lets every bit of a hash depend on all others.
  static func spread(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
    hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ (hash >> 32)
  }
}

/// Cuts a folded text into words.
private struct WordCutter {
  var words: [UInt64] = []
  var isFigure: [Bool] = []
  private var hash = Lexicon.hashSeed
  private var length = 0
  private var hasDigit = false

  /// A point or comma behind a digit, which belongs to the number if a digit follows.
  private var point: UInt8?

  mutating func take(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
      return endWord()
    }
    let stands = (0x2E80...0x9FFF).contains(value) || (0x2_0000...0x3_FFFF).contains(value)
    if stands { endWord() }
    UTF8.encode(scalar)?.forEach { add($0) }
    if stands { endWord() }
  }

  mutating func take(ascii byte: UInt8) {
    switch byte {
    case 0x30...0x39:
      if let point { add(point) }
      point = nil
      add(byte)
      hasDigit = true
    case 0x61...0x7A:
      if point != nil { endWord() }
      add(byte)
    case UInt8(ascii: "'"): break
    case UInt8(ascii: "."), UInt8(ascii: ","):
      if hasDigit, point == nil { point = byte } else { endWord() }
    default: endWord()
    }
  }

  private mutating func add(_ byte: UInt8) {
    hash = Lexicon.mix(hash, byte)
    length += 1
  }

  mutating func endWord() {
    point = nil
    guard length > 0 else { return }
    words.append(CopyText.spread(hash))
    isFigure.append(hasDigit)
    (hash, length, hasDigit) = (Lexicon.hashSeed, 0, false)
  }
}
