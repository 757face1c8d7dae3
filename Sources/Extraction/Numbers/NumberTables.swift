import Language

/// What a language's words say of numbers, by the lexicon's number of the word.
final class NumberTables: Sendable {
  let values: WordTable<UInt64>
  let magnitudes: WordTable<Int>
  let suffixes: WordTable<Int>
  let letters: WordTable<Int>
  let multipliers: WordTable<UInt64>
  let vague: WordTable<UInt64>
  let fractions: WordTable<UInt64>
  let pluralFractions: WordTable<UInt64>
  let folds: WordTable<UInt64>
  let negatives: WordTable<Bool>
  let ordinalSuffixes: WordTable<Bool>
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
    number = lexicon.wordClass("number")
    ordinal = lexicon.wordClass("ordinal")
    let suffix = lexicon.wordClass("number-suffix")
    values = WordTable(number, of: lexicon) { UInt64($0) }
    magnitudes = WordTable(number, of: lexicon) { $0.hasPrefix("e") ? Int($0.dropFirst()) : nil }
    multipliers = WordTable(number, of: lexicon) { Self.number($0, behind: "x") }
    vague = WordTable(number, of: lexicon) { Self.number($0, behind: "~") }
    fractions = WordTable(number, of: lexicon) { Self.number($0, behind: "/") }
    pluralFractions = WordTable(number, of: lexicon) { Self.number($0, behind: "//") }
    folds = WordTable(number, of: lexicon) { Self.number($0, behind: "*") }
    negatives = WordTable(number, of: lexicon) { $0 == "-" ? true : nil }
    suffixes = WordTable(suffix, of: lexicon) { Int($0) }
    letters = WordTable(suffix, of: lexicon) { $0.hasSuffix("?") ? Int($0.dropLast()) : nil }
    ordinalSuffixes = WordTable(ordinal, of: lexicon) { $0 == "-" ? true : nil }
    vagueQuantifier = lexicon.wordClass("vague-quantifier")
    demonstrative = lexicon.wordClass("demonstrative")
    preposition = lexicon.wordClass("preposition")
    verbBase = lexicon.wordClass("verb-base")
    article = lexicon.wordClass("article")
    and = lexicon.word("and")
    of = lexicon.word("of")
  }

  private static func number(_ text: String, behind mark: String) -> UInt64? {
    text.hasPrefix(mark) ? UInt64(text.dropFirst(mark.count)) : nil
  }
}
