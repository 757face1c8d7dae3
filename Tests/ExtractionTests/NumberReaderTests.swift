import Language
import Testing

@testable import Extraction

@Suite struct NumberReaderTests {
  private static let lexicon = Lexicon.builtIn(language: "en")
  private static let tables = NumberTables(lexicon: lexicon)

  /// The first number of a text, and what of the text it takes.
  private func number(_ text: String) -> (value: Double, text: String)? {
    let text = TokenizedText(text, lexicon: Self.lexicon)
    let reader = NumberReader(text: text, tables: Self.tables)
    for index in text.tokens.indices {
      if let found = reader.numeral(at: index, in: text.tokens.indices) {
        return (found.number.value, text.string(found.tokens))
      }
    }
    return nil
  }

  @Test(
    arguments: [
      ("15,000", 15_000), ("15 000", 15_000), ("15\u{A0}000\u{A0}000", 15_000_000),
      ("1.234.567", 1_234_567), ("12,34,567", 1_234_567), ("3,5", 3.5), ("0.1", 0.1),
      (".534", 0.534), ("-5", -5), ("minus five", -5), ("2.7 million", 2_700_000),
      ("5 hundred", 500), ("50.4 thousand", 50_400), ("3bn", 3e9), ("1.5-billion", 1.5e9),
      ("2.998×10−8", 2.998e-8), ("1/2", 0.5), ("10 1/2", 10.5), ("2½", 2.5), ("¾", 0.75),
      ("zero", 0), ("a hundred", 100), ("twenty-eight thousand six hundred forty-two", 28_642),
      ("one hundred and five", 105), ("two dozen", 24), ("half a million", 500_000),
      ("three quarters billion", 750_000_000), ("two and a half", 2.5), ("two-thirds", 2.0 / 3),
      ("six hundred thousand million", 6e11), ("35 lakh", 3_500_000),
    ] as [(String, Double)])
  func `a number has its value`(text: String, value: Double) {
    let found = number(text)
    #expect(found?.value == value)
    #expect(found?.text == text)
  }

  @Test(arguments: [
    "several hundred", "a couple of thousand", "the third", "a few", "twenty-first", "second half",
    "1.2.3",
  ])
  func `what states no number is none`(text: String) {
    #expect(number(text) == nil)
  }

  @Test func `the value is the double nearest to the digits`() {
    #expect(number("1.1 million")?.value == 1_100_000)
    #expect(number("4.35 billion")?.value == 4_350_000_000)
    #expect(number("12,345,678,901,234,567,890,123")?.value == 1.2345678901234567890123e22)
    #expect(number("0.07 trillion")?.value == 70_000_000_000)
  }

  @Test func `two numbers side by side stay two`() {
    #expect(number("two three")?.text == "two")
    #expect(number("2.9 million 9 liter cases")?.text == "2.9 million")
  }

  @Test func `sums that do not fit are nil, not wrong`() {
    let huge = ExactNumber(UInt64.max)
    #expect(huge.adding(huge) == nil)
    #expect(huge.multiplied(by: 3) == nil)
    #expect(ExactNumber(1).scaled(byPowerOfTen: 30).whole == nil)
  }
}
