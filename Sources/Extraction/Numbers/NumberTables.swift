import Language

/// What a language's words say of numbers, by the lexicon's number of the word.
final class NumberTables: Sendable {
  let values: [Int32: UInt64]
  let magnitudes: [Int32: Int]
  let suffixes: [Int32: Int]
  let letters: [Int32: Int]
  let multipliers: [Int32: UInt64]
  let vague: [Int32: UInt64]
  let fractions: [Int32: UInt64]
  let pluralFractions: [Int32: UInt64]
  let folds: [Int32: UInt64]
  let negatives: Set<Int32>
  let ordinalSuffixes: Set<Int32>
  let number: WordClass
  let vagueQuantifier: WordClass
  let ordinal: WordClass
  let article: WordClass
  let demonstrative: WordClass
  let preposition: WordClass
  let verbBase: WordClass
  let and: WordID
  let of: WordID

  init(lexicon: Lexicon) {
    let numbers = Self.entries("number", lexicon)
    let ends = Self.entries("number-suffix", lexicon)
    values = Self.table(numbers) { UInt64($0) }
    magnitudes = Self.table(numbers) { $0.hasPrefix("e") ? Int($0.dropFirst()) : nil }
    multipliers = Self.table(numbers) { Self.number($0, behind: "x") }
    vague = Self.table(numbers) { Self.number($0, behind: "~") }
    fractions = Self.table(numbers) { Self.number($0, behind: "/") }
    pluralFractions = Self.table(numbers) { Self.number($0, behind: "//") }
    folds = Self.table(numbers) { Self.number($0, behind: "*") }
    negatives = Set(Self.table(numbers) { $0 == "-" ? true : nil }.keys)
    suffixes = Self.table(ends) { Int($0) }
    letters = Self.table(ends) { $0.hasSuffix("?") ? Int($0.dropLast()) : nil }
    ordinalSuffixes = Set(
      Self.table(Self.entries("ordinal", lexicon)) { $0 == "-" ? true : nil }.keys)
    number = lexicon.wordClass("number")
    vagueQuantifier = lexicon.wordClass("vague-quantifier")
    ordinal = lexicon.wordClass("ordinal")
    demonstrative = lexicon.wordClass("demonstrative")
    preposition = lexicon.wordClass("preposition")
    verbBase = lexicon.wordClass("verb-base")
    article = lexicon.wordClass("article")
    and = lexicon.word("and")
    of = lexicon.word("of")
  }

  private static func entries(_ name: String, _ lexicon: Lexicon) -> [(Int32, String)] {
    lexicon.words(of: lexicon.wordClass(name)).map { (lexicon.word($0.word).rawValue, $0.value) }
  }

  private static func table<Value>(
    _ entries: [(Int32, String)], _ read: (String) -> Value?
  ) -> [Int32: Value] {
    var result: [Int32: Value] = [:]
    for (code, text) in entries {
      if let value = read(text) { result[code] = value }
    }
    return result
  }

  private static func number(_ text: String, behind mark: String) -> UInt64? {
    text.hasPrefix(mark) ? UInt64(text.dropFirst(mark.count)) : nil
  }
}
