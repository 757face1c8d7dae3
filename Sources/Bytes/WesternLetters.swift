/// How many bits the characters of windows-1252 cost in text of a Western language.
enum WesternLetters {
  static func cost(of sample: [UInt8]) -> Int {
    var cost = 0
    for index in sample.indices {
      let byte = sample[index]
      guard byte >= 0x80 else {
        cost += EncodingGuess.plain
        continue
      }
      let isInWord =
        index > 0 && isLetter(sample[index - 1])
        || index + 1 < sample.count && isLetter(sample[index + 1])
      cost += WesternLetters.cost(of: byte, isInWord: isInWord)
    }
    return cost
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }

  /// A letter with a mark stands among plain ones, only now and then by itself ("à").
  private static func cost(of byte: UInt8, isInWord: Bool) -> Int {
    switch byte {
    case 0x81, 0x8D, 0x8F, 0x90, 0x9D: EncodingGuess.impossible
    // The euro, quotation marks, dashes, no-break space, and signs of price and number.
    case 0x80, 0x85, 0x91...0x97, 0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB7, 0xBB: 8
    case 0xDF...0xF6, 0xF8...0xFC: isInWord ? 7 : 12
    case 0xC0...0xD6, 0xD8...0xDE: isInWord ? 9 : 12
    case 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F, 0xFD...0xFF: isInWord ? 10 : 14
    default: 13
    }
  }
}
