import Language

/// The language of a text, told by its letters and its frequent short words.
enum LanguageGuess {
  /// How many bytes from the start are looked at.
  private static let window = 1 << 12

  /// An ISO 639-1 code, or `nil` where neither letters nor words decide.
  static func language(of text: String) -> String? {
    var text = text
    return text.withUTF8 { language(of: Array($0.prefix(window))) }
  }

  private static func language(of bytes: [UInt8]) -> String? {
    var letters = Letters()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { letters.count(scalar) }
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

    mutating func count(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin += 1
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

  private struct Vocabulary {
    /// The languages of a word, as bits by their order.
    var languages: [[UInt8]: UInt64] = [:]
    var codes: [String] = []

    init() {
      for phrase in ReadingWords.builtIn["function-word"] {
        let index = codes.firstIndex(of: phrase.value) ?? codes.count
        if index == codes.count { codes.append(phrase.value) }
        languages[Array(phrase.text.utf8), default: 0] |= 1 << UInt64(index)
      }
    }
  }

  private static let vocabulary = Vocabulary()

  /// The languages that can be told.
  static let known = Set(vocabulary.codes + ["ko", "ja", "zh", "el", "ar", "he", "th", "hi"])

  /// The language most of whose words stand in the text, where they are a tenth of all at least.
  private static func byWords(_ bytes: [UInt8], isCyrillic: Bool) -> String? {
    let folded = Fold.line(bytes)
    var counts = [Int](repeating: 0, count: vocabulary.codes.count)
    var words = 0
    for word in folded.split(whereSeparator: { $0 < 0x30 || (0x3A...0x60).contains($0) }) {
      words += 1
      guard var languages = vocabulary.languages[Array(word)] else { continue }
      while languages != 0 {
        counts[languages.trailingZeroBitCount] += 1
        languages &= languages - 1
      }
    }
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), words > 0 else {
      return nil
    }
    let isSure = counts[best] >= 3 && counts[best] * 10 >= words
    if isSure, counts.count(where: { $0 == counts[best] }) == 1 { return vocabulary.codes[best] }
    return isCyrillic && !isSure ? "ru" : nil
  }
}
