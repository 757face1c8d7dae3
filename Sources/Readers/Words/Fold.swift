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
