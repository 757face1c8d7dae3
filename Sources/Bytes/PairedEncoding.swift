/// How many bits the signs of an East Asian encoding cost in text of its language.
///
/// A class of signs that makes up the share s of a text and has n signs costs log2(n / s) bits.
protocol PairedEncoding {
  static var name: String { get }

  /// The cost of a byte that is a sign by itself, or `nil` if it is none.
  static func cost(of byte: UInt8) -> Int?

  /// The cost of a sign of two bytes, or `nil` if there is none such.
  static func cost(of lead: UInt8, _ trail: UInt8) -> Int?
}

extension PairedEncoding {
  static func cost(of byte: UInt8) -> Int? { nil }
}

/// EUC-KR: 2,350 syllables in the order of the alphabet, then 4,888 Chinese signs, which are rare.
enum KoreanPairs: PairedEncoding {
  static let name = "euc-kr"

  static func cost(of lead: UInt8, _ trail: UInt8) -> Int? {
    switch (lead, trail) {
    case (0xB0...0xC8, 0xA1...0xFE): 11
    case (0xA1...0xA3, 0xA1...0xFE): 13
    case (0xA4...0xAC, 0xA1...0xFE): 16
    case (0xCA...0xFD, 0xA1...0xFE): 19
    case (0x81...0xC6, 0x41...0x5A), (0x81...0xC6, 0x61...0x7A), (0x81...0xC6, 0x81...0xFE): 21
    default: nil
    }
  }
}

/// GB 2312: 3,755 frequent signs, then 3,008 rare ones; GBK fills the other rows with rarer ones.
enum ChinesePairs: PairedEncoding {
  static let name = "gb18030"

  static func cost(of lead: UInt8, _ trail: UInt8) -> Int? {
    switch (lead, trail) {
    case (0xB0...0xD7, 0xA1...0xFE): 12
    case (0xA1, 0xA1...0xFE), (0xA3, 0xA1...0xFE): 10
    case (0xA2...0xA9, 0xA1...0xFE): 16
    case (0xD8...0xF7, 0xA1...0xFE): 18
    case (0x81...0xFE, 0x40...0x7E), (0x81...0xFE, 0x80...0xFE): 22
    default: nil
    }
  }
}

/// Big5: 5,401 frequent signs, then 7,652 rare ones; two signs in five have a trail in ASCII.
enum TaiwanesePairs: PairedEncoding {
  static let name = "big5"

  static func cost(of lead: UInt8, _ trail: UInt8) -> Int? {
    guard (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else { return nil }
    return switch lead {
    case 0xA4...0xC6: 12
    case 0xA1...0xA3: 10
    case 0xC9...0xF9: 19
    case 0x87...0xA0, 0xC7, 0xC8, 0xFA...0xFE: 23
    default: nil
    }
  }
}

/// Shift_JIS: the syllables make up half of a text; below them 2,965 frequent signs.
enum ShiftedJapanesePairs: PairedEncoding {
  static let name = "shift_jis"

  static func cost(of byte: UInt8) -> Int? { (0xA1...0xDF).contains(byte) ? 12 : nil }

  static func cost(of lead: UInt8, _ trail: UInt8) -> Int? {
    guard (0x40...0x7E).contains(trail) || (0x80...0xFC).contains(trail) else { return nil }
    return switch (lead, trail) {
    case (0x82, 0x9F...0xF1): 8
    case (0x81, _), (0x83, 0x40...0x96): 10
    case (0x82, _), (0x88...0x97, _): 13
    case (0x98...0x9F, _), (0xE0...0xEA, _): 19
    case (0x81...0x9F, _), (0xED...0xFC, _): 22
    default: nil
    }
  }
}

/// EUC-JP: the same signs as Shift_JIS has, in rows of 94.
enum JapanesePairs: PairedEncoding {
  static let name = "euc-jp"

  static func cost(of lead: UInt8, _ trail: UInt8) -> Int? {
    guard (0xA1...0xFE).contains(trail) else { return nil }
    return switch (lead, trail) {
    case (0xA4, 0xA1...0xF3): 8
    case (0xA1, _), (0xA5, 0xA1...0xF6): 10
    case (0xA3, _), (0xB0...0xCF, _): 13
    case (0x8E, 0xA1...0xDF): 16
    case (0xD0...0xF4, _): 19
    case (0xA2...0xFE, _), (0x8F, _): 22
    default: nil
    }
  }
}
