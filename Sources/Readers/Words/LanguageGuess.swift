import Language

/// The language of a text, told by its letters and its frequent short words.
enum LanguageGuess {
  /// How many bytes from the start are looked at.
  private static let window = 1 << 11

  /// An ISO 639-1 code, or `nil` where neither letters nor words decide.
  static func language(of text: String) -> String? {
    var text = text
    return text.withUTF8 { language(of: Array($0.prefix(window))) }
  }

  private static func language(of bytes: [UInt8]) -> String? {
    var letters = Letters()
    letters.count(bytes)
    if let language = letters.language { return language }
    return byWords(bytes, isCyrillic: letters.cyrillic > letters.latin)
  }

  private struct Letters {
    var latin = 0
    var cyrillic = 0
    var hangul = 0
    var kana = 0
    var han = 0
    var greek = 0
    var arabic = 0
    var hebrew = 0
    var thai = 0
    var devanagari = 0

    mutating func count(_ bytes: [UInt8]) {
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          if (byte | 0x20) &- 0x61 < 26 { latin += 1 }
          index += 1
          continue
        }
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard byte >= 0xC2, index + length <= bytes.count else {
          index += 1
          continue
        }
        var scalar = UInt32(byte) & (0x7F >> UInt32(length))
        for next in bytes[(index + 1)..<(index + length)] {
          scalar = scalar << 6 | UInt32(next & 0x3F)
        }
        count(scalar)
        index += length
      }
    }

    private mutating func count(_ scalar: UInt32) {
      switch scalar {
      case 0xC0...0x24F: latin += 1
      case 0x370...0x3FF: greek += 1
      case 0x400...0x52F: cyrillic += 1
      case 0x590...0x5FF: hebrew += 1
      case 0x600...0x6FF: arabic += 1
      case 0x900...0x97F: devanagari += 1
      case 0xE00...0xE7F: thai += 1
      case 0x3040...0x30FF: kana += 1
      case 0x3400...0x9FFF: han += 1
      case 0xAC00...0xD7AF: hangul += 1
      default: break
      }
    }

    /// The language, where letters alone tell; a sign of Chinese stands for about three letters.
    var language: String? {
      let signs = kana + han + hangul
      if signs * 3 > latin + cyrillic, signs > 0 {
        if hangul * 2 > signs { return "ko" }
        return kana * 10 > signs ? "ja" : "zh"
      }
      let counts = [
        ("el", greek), ("ar", arabic), ("he", hebrew), ("th", thai), ("hi", devanagari),
      ]
      return counts.first { $0.1 > latin + cyrillic }?.0
    }
  }

  /// A short word's bytes as two numbers, so that words are told apart without allocating one.
  private struct PackedWord: Equatable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var count = 0

    /// No table's word is longer.
    static let longest = 16

    @inline(__always)
    mutating func append(_ byte: UInt8) {
      if count < 8 {
        low |= UInt64(byte) << UInt64(count * 8)
      } else if count < Self.longest {
        high |= UInt64(byte) << UInt64((count - 8) * 8)
      }
      count += 1
    }

    static let slots = 4096

    /// One of the slots, spread by a multiplication with an odd constant (2^64 over the golden ratio).
    @inline(__always)
    var slot: Int { Int(((low ^ high &* 31) &* 0x9E37_79B9_7F4A_7C15) >> 52) }
  }

  private struct Vocabulary {
    /// The words, each at its slot or behind it, and their languages as bits by their order.
    private var words = [PackedWord](repeating: PackedWord(), count: PackedWord.slots)
    private var languages = [UInt64](repeating: 0, count: PackedWord.slots)
    var codes: [String] = []

    init() {
      for phrase in ReadingWords.builtIn["function-word"] {
        let index = codes.firstIndex(of: phrase.value) ?? codes.count
        if index == codes.count { codes.append(phrase.value) }
        var word = PackedWord()
        for byte in phrase.text.utf8 { word.append(byte) }
        let place = place(of: word)
        words[place] = word
        languages[place] |= 1 << UInt64(index)
      }
    }

    func languages(of word: PackedWord) -> UInt64 {
      word.count <= PackedWord.longest ? languages[place(of: word)] : 0
    }

    private func place(of word: PackedWord) -> Int {
      var place = word.slot
      while languages[place] != 0, words[place] != word {
        place = (place + 1) & (PackedWord.slots - 1)
      }
      return place
    }
  }

  private static let vocabulary = Vocabulary()

  /// The languages that can be told.
  static let known = Set(vocabulary.codes + ["ko", "ja", "zh", "el", "ar", "he", "th", "hi"])

  /// The language most of whose words stand in the text, where they are a tenth of all at least.
  private static func byWords(_ bytes: [UInt8], isCyrillic: Bool) -> String? {
    let vocabulary = vocabulary
    var counts = [Int](repeating: 0, count: vocabulary.codes.count)
    var words = 0
    var word = PackedWord()
    func endWord() {
      guard word.count > 0 else { return }
      words += 1
      var languages = vocabulary.languages(of: word)
      while languages != 0 {
        counts[languages.trailingZeroBitCount] += 1
        languages &= languages - 1
      }
      word = PackedWord()
    }
    for byte in Fold.line(bytes) {
      if byte < 0x30 || (0x3A...0x60).contains(byte) { endWord() } else { word.append(byte) }
    }
    endWord()
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), words > 0 else {
      return nil
    }
    let isSure = counts[best] >= 3 && counts[best] * 10 >= words
    if isSure, counts.count(where: { $0 == counts[best] }) == 1 { return vocabulary.codes[best] }
    guard isCyrillic else { return nil }
    // Neighbours share their short words, and of these letters Ukrainian and Bulgarian have none.
    return !isSure || bytes.indices.dropLast().contains(where: { isRussian(bytes, at: $0) })
      ? "ru" : nil
  }

  /// Whether ы, э or ё stands there.
  private static func isRussian(_ bytes: [UInt8], at index: Int) -> Bool {
    bytes[index] == 0xD1 && [0x8B, 0x8D, 0x91].contains(bytes[index + 1])
  }
}
