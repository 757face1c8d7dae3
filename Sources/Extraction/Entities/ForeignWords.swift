import Language

/// The words beside Russian, Chinese and Korean names that tell what these stand for.
///
/// A text is cut with the lexicon of one language, English, so the words of others are looked up by
/// their letters.
struct ForeignWords: Sendable {
  /// Before a town: "in", "near"; and before any place.
  let russianLocatives, russianPrepositions: Set<String>

  /// Places whose names people bear.
  let russianPersons: Set<String>
  private let chinese, korean: Script

  /// What stands right before or behind the name of a seat of government.
  private struct Script: Sendable {
    let locatingBefore, locatingAfter, actingAfter: Set<String>

    init(_ lexicon: Lexicon) {
      locatingBefore = ForeignWords.words(of: "locating-before", in: lexicon)
      locatingAfter = ForeignWords.words(of: "locating-after", in: lexicon)
      actingAfter = ForeignWords.words(of: "acting-after", in: lexicon)
    }
  }

  init() {
    let russian = Lexicon.builtIn(language: "ru")
    russianLocatives = Self.words(of: "locative", in: russian)
    russianPrepositions = Self.words(of: "place-preposition", in: russian)
    russianPersons = Self.words(of: "person-name", in: russian)
    chinese = Script(.builtIn(language: "zh"))
    korean = Script(.builtIn(language: "ko"))
  }

  private static func words(of name: String, in lexicon: Lexicon) -> Set<String> {
    Set(lexicon.words(of: lexicon.wordClass(name)).map(\.word))
  }

  /// Whether the seat whose Chinese or Korean name fills a span of bytes is the city.
  ///
  /// These name the city more often than English does, so it is the government only where it acts.
  func isCity(_ name: Range<Int>, in bytes: [UInt8], isKorean: Bool) -> Bool {
    let words = isKorean ? korean : chinese
    // Words of up to four characters, of three bytes each.
    let before = [3, 6, 9, 12].filter { $0 <= name.lowerBound }
      .map { bytes[name.lowerBound - $0..<name.lowerBound] }
    let after = [3, 6, 9, 12].filter { name.upperBound + $0 <= bytes.count }
      .map { bytes[name.upperBound..<name.upperBound + $0] }
    func has(_ set: Set<String>, _ pieces: [ArraySlice<UInt8>]) -> Bool {
      pieces.contains { set.contains(String(decoding: $0, as: UTF8.self)) }
    }
    return has(words.locatingBefore, before) || has(words.locatingAfter, after)
      || !has(words.actingAfter, after)
  }
}
