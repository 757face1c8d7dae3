extension PairedEncoding {
  static let all = [korean, chinese, taiwanese, shiftedJapanese, japanese]

  /// 2,350 syllables in the order of the alphabet, then 4,888 Chinese signs, which are rare; Windows
  /// fills the other places with syllables that are as rare.
  private static let korean = PairedEncoding(name: "euc-kr") { lead, trail in
    switch (lead, trail) {
    case (0xB0...0xC8, 0xA1...0xFE): 11
    case (0xA1...0xA3, 0xA1...0xFE): 13
    case (0xA4...0xAC, 0xA1...0xFE): 16
    case (0xCA...0xFD, 0xA1...0xFE): 19
    case (0x81...0xC6, 0x41...0x5A), (0x81...0xC6, 0x61...0x7A), (0x81...0xC6, 0x81...0xFE): 21
    default: nil
    }
  }

  /// GB 2312 has 3,755 frequent signs, then 3,008 rare ones; GBK adds rarer ones around them.
  private static let chinese = PairedEncoding(name: "gb18030") { lead, trail in
    switch (lead, trail) {
    case (0xB0...0xD7, 0xA1...0xFE): 12
    case (0xA1, 0xA1...0xFE), (0xA3, 0xA1...0xFE): 10
    case (0xA2...0xA9, 0xA1...0xFE): 16
    case (0xD8...0xF7, 0xA1...0xFE): 18
    case (0x81...0xFE, 0x40...0x7E), (0x81...0xFE, 0x80...0xFE): 22
    default: nil
    }
  }

  /// 5,401 frequent signs, then 7,652 rare ones; two trails in five are ASCII bytes.
  private static let taiwanese = PairedEncoding(name: "big5") { lead, trail in
    guard (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else { return nil }
    return switch lead {
    case 0xA4...0xC6: 12
    case 0xA1...0xA3: 10
    case 0xC9...0xF9: 19
    case 0x87...0xA0, 0xC7, 0xC8, 0xFA...0xFE: 23
    default: nil
    }
  }

  /// The 83 syllables of hiragana make up half of a text, and 2,965 signs are frequent.
  ///
  /// Syllables of half width are single bytes.
  private static let shiftedJapanese = PairedEncoding(
    name: "shift_jis", single: { (0xA1...0xDF).contains($0) ? 12 : nil }
  ) { lead, trail in
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

  /// The same signs as Shift_JIS has, in rows of 94.
  private static let japanese = PairedEncoding(name: "euc-jp") { lead, trail in
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
