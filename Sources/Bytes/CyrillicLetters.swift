/// How many bits the characters of a Cyrillic encoding cost in Russian text.
struct CyrillicLetters {
  let name: String

  /// For each byte from 0x80 up, what it is.
  private let kinds: [Kind]

  private enum Kind {
    case lower(bits: Int)
    case upper(bits: Int)

    /// Letters of the neighbouring languages and marks that stand in news.
    case mark
    case other

    var isLetter: Bool {
      switch self {
      case .lower, .upper: true
      case .mark, .other: false
      }
    }
  }

  private static let alphabet = Array("абвгдежзийклмнопрстуфхцчшщъыьэюя")

  /// The order of KOI-8: each letter below the Latin one that sounds like it.
  private static let soundOrder = "юабцдефгхийклмнопярстужвьызшэщчъ"

  /// By the share of each letter in Russian prose, rounded: о is every ninth letter.
  private static let bits = Array("46465476465554354445978678966876").compactMap(\.wholeNumberValue)

  /// What a capital costs more at the beginning of a word, after another one, and after a small
  /// letter, where it hardly ever stands.
  private static let capital = (first: 4, next: 1, inside: 8)

  /// What a letter costs more that touches a Latin one.
  private static let mixed = 8

  static let all = [
    CyrillicLetters("windows-1251", lower: [0xE0...0xFF], upper: [0xC0...0xDF]) {
      [0x84, 0x85, 0x93, 0x94, 0x96, 0x97, 0xA0, 0xA8, 0xAA, 0xAB, 0xAF, 0xB2, 0xB3, 0xB8, 0xB9]
        .contains($0) || [0xBA, 0xBB, 0xBF].contains($0)
    },
    CyrillicLetters(
      "koi8-r", lower: [0xC0...0xDF], upper: [0xE0...0xFF], order: soundOrder
    ) { [0x9A, 0xA3, 0xB3].contains($0) },
    // The same but for the letters of Ukrainian in place of lines for drawing.
    CyrillicLetters(
      "koi8-u", lower: [0xC0...0xDF], upper: [0xE0...0xFF], order: soundOrder
    ) { [0x9A, 0xA3, 0xA4, 0xA6, 0xA7, 0xB3, 0xB4, 0xB6, 0xB7].contains($0) },
    CyrillicLetters("iso-8859-5", lower: [0xD0...0xEF], upper: [0xB0...0xCF]) {
      [0xA0, 0xA1, 0xA4, 0xA6, 0xA7, 0xF0, 0xF1, 0xF4, 0xF6, 0xF7].contains($0)
    },
    CyrillicLetters("ibm866", lower: [0xA0...0xAF, 0xE0...0xEF], upper: [0x80...0x9F]) {
      (0xF0...0xF7).contains($0) || $0 == 0xFC || $0 == 0xFF
    },
  ]

  private init(
    _ name: String, lower: [ClosedRange<UInt8>], upper: [ClosedRange<UInt8>],
    order: String? = nil, isMark: (UInt8) -> Bool
  ) {
    self.name = name
    var kinds = (0x80...0xFF).map { isMark(UInt8($0)) ? Kind.mark : .other }
    let letters = order.map(Array.init) ?? CyrillicLetters.alphabet
    for (letter, (low, high)) in zip(letters, zip(lower.joined(), upper.joined())) {
      let place = CyrillicLetters.alphabet.firstIndex(of: letter) ?? 0
      let bits = CyrillicLetters.bits[place]
      kinds[Int(low) - 0x80] = .lower(bits: bits)
      kinds[Int(high) - 0x80] = .upper(bits: bits)
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
      case (.lower(let bits), _): cost += bits
      case (.upper(let bits), .upper): cost += bits + CyrillicLetters.capital.next
      case (.upper(let bits), .lower): cost += bits + CyrillicLetters.capital.inside
      case (.upper(let bits), _): cost += bits + CyrillicLetters.capital.first
      }
      if kind.isLetter, isBesideLatin(index, in: sample) { cost += CyrillicLetters.mixed }
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
