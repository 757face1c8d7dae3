/// How many bits the characters of a single-byte encoding cost in text of its script.
struct LetterEncoding: Sendable {
  let name: String

  /// For each byte from 0x80 up, what it is.
  private let kinds: [Kind]

  private enum Kind {
    case small(bits: Int)
    case capital(bits: Int)

    /// Letters of the neighbouring languages and marks that stand in news.
    case mark
    case other

    var isLetter: Bool {
      switch self {
      case .small, .capital: true
      case .mark, .other: false
      }
    }
  }

  /// What a capital costs more at the beginning of a word, after another one, and after a small
  /// letter, where it hardly ever stands.
  private static let capital = (first: 4, next: 1, inside: 8)

  /// What a letter costs more that touches a Latin one.
  private static let mixed = 8

  /// An encoding with the letters `small` at `bytes`, and their capitals at `capitals`.
  init(
    _ name: String, _ script: LetterShares, small: [Unicode.Scalar], at bytes: [ClosedRange<UInt8>],
    capitals: [ClosedRange<UInt8>] = [], marks: Set<UInt8>
  ) {
    self.name = name
    var kinds = (0x80...0xFF).map { marks.contains(UInt8($0)) ? Kind.mark : .other }
    for (letter, byte) in zip(small, bytes.joined()) {
      kinds[Int(byte) - 0x80] = .small(bits: script.bits(of: letter))
    }
    for (letter, byte) in zip(small, capitals.joined()) {
      kinds[Int(byte) - 0x80] = .capital(bits: script.bits(of: letter))
    }
    self.kinds = kinds
  }

  func cost(of sample: [UInt8]) -> Int {
    var cost = 0
    var previous = Kind.other
    for index in sample.indices {
      let byte = sample[index]
      let kind = byte < 0x80 ? Kind.other : kinds[Int(byte) - 0x80]
      switch (kind, previous) {
      case (.other, _): cost += byte < 0x80 ? EncodingGuess.plain : 14
      case (.mark, _): cost += 8
      case (.small(let bits), _): cost += bits
      case (.capital(let bits), .capital): cost += bits + LetterEncoding.capital.next
      case (.capital(let bits), .small): cost += bits + LetterEncoding.capital.inside
      case (.capital(let bits), _): cost += bits + LetterEncoding.capital.first
      }
      if kind.isLetter, isBesideLatin(index, in: sample) { cost += LetterEncoding.mixed }
      previous = kind
    }
    return cost
  }

  private func isBesideLatin(_ index: Int, in sample: [UInt8]) -> Bool {
    func isLatin(_ place: Int) -> Bool {
      sample.indices.contains(place) && (sample[place] | 0x20) &- 97 < 26
    }
    return isLatin(index - 1) || isLatin(index + 1)
  }
}
