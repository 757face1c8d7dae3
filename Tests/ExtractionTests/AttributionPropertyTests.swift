import Language
import Model
import Testing

@testable import Extraction

@Suite struct AttributionPropertyTests {
  static let lexicon = AttributionCasesTests.lexicon

  /// Words that open, close, attribute and interrupt, in an order that a small generator picks.
  static let pieces = [
    "said", "the ministry", "Orlov", ",", "“", "”", "''", "‘", "’", "according to", "3,400",
    "who", "that", "(", ")", ".", "\n\n", "ORLOV:", "and", "but", "estimates", "'s", "citing",
    "it", "-", ";", "in", "quoted", "as saying", "reportedly", "\n", "—", "an estimate by", "“",
  ]

  static func text(seed: UInt64, length: Int) -> String {
    var state = seed
    return (0..<length).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return pieces[Int(state >> 33) % pieces.count]
    }.joined(separator: " ")
  }

  @Test(arguments: 0..<60)
  func `whatever the text, ranges lie inside it and are not empty`(seed: Int) {
    let text = TokenizedText(
      Self.text(seed: UInt64(seed), length: 150), lexicon: Self.lexicon)
    let found = AttributionCasesTests.attributions(in: text)
    for attribution in found.list {
      #expect(attribution.isHearsay == (attribution.speaker == nil))
      for range in attribution.content + [attribution.cue] + [attribution.mention ?? 0..<1] {
        #expect(!range.isEmpty && range.lowerBound >= 0 && range.upperBound <= text.tokens.count)
      }
      #expect(attribution.speaker != "")
    }
    for (quote, next) in zip(found.quotes, found.quotes.dropFirst()) {
      #expect(quote.upperBound <= next.lowerBound)
    }
  }

  @Test func `the same text gives the same attributions`() {
    let text = TokenizedText(Self.text(seed: 7, length: 2_000), lexicon: Self.lexicon)
    #expect(
      AttributionCasesTests.attributions(in: text).list
        == AttributionCasesTests.attributions(in: text).list)
  }

  @Test func `a statement keeps its speaker whatever paragraphs stand around it`() throws {
    let middle = "The port lost 3,400 wagons, the harbour master said."
    for before in ["", "“A quotation that nobody closes.\n\n", "He left.\n\n", "NOTE: two\n\n"] {
      let text = TokenizedText(before + middle + "\n\nNobody knows.", lexicon: Self.lexicon)
      let token = try #require(text.tokens.firstIndex { text.string($0) == "3,400" })
      let found = AttributionCasesTests.attributions(in: text).attribution(at: token)
      #expect(found?.speaker == "harbour master")
    }
  }
}
