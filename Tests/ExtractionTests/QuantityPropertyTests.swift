import Language
import Model
import Testing

@testable import Extraction

@Suite struct QuantityPropertyTests {
  /// Pieces that meet in hostile orders: signs, units, number words, line breaks.
  static let pieces = [
    "5", "12", "2019", "1,200", "3.5", "$", "€", "-", "–", "—", "%", "/", ".", ",", "(", ")", ":",
    "+",
    "one", "half", "a", "third", "million", "thousands", "of", "the", "m", "km", "years", "old",
    "US",
    "RM", "to", "from", "between", "and", "or", "about", "more", "than", "up", "down", "by", "in",
    "every", "per", "day", "workers", "rose", "no", "th", "²", "½", "\"", "'s", "\n", "\n\n",
    "Model",
    "percent", "each", "ago", "dozen", "minus", "~", "<", "万", "\u{A0}",
  ]

  /// Texts from a fixed sequence, so that every run sees the same ones.
  static func texts(_ count: Int) -> [String] {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    return (0..<count).map { _ in
      (0..<next(30)).map { _ in pieces[next(pieces.count)] + (next(3) == 0 ? "" : " ") }.joined()
    }
  }

  @Test func `evidence lies in order, apart, and inside the text`() {
    for text in Self.texts(3000) {
      let (tokens, found) = QuantityCasesTests.found(in: text)
      var end = 0
      for quantity in found {
        let span = quantity.quantity.evidence
        #expect(end <= span.start && span.start < span.end && span.end <= tokens.bytes.count)
        #expect(quantity.tokens.lowerBound <= quantity.number.lowerBound, "\(text)")
        #expect(quantity.number.upperBound <= quantity.tokens.upperBound, "\(text)")
        end = span.end
      }
    }
  }

  @Test func `bounds fit the comparator`() {
    for text in Self.texts(3000) {
      for found in QuantityCasesTests.found(in: text).1 {
        let quantity = found.quantity
        switch quantity.comparator {
        case .range:
          #expect(quantity.value == nil)
          #expect((quantity.low ?? 1) <= (quantity.high ?? 0), "\(text)")
        case .moreThan, .atLeast: #expect(quantity.low == quantity.value && quantity.high == nil)
        case .lessThan, .atMost: #expect(quantity.high == quantity.value && quantity.low == nil)
        case .equal, .about: #expect(quantity.low == nil && quantity.high == nil)
        }
        #expect(quantity.value != nil || quantity.low != nil)
      }
    }
  }

  @Test func `lists and conversions point at quantities`() {
    for text in Self.texts(1000) {
      let found = QuantityCasesTests.found(in: text).1
      for (index, quantity) in found.enumerated() {
        if let original = quantity.conversionOf { #expect(original >= 0 && original < index) }
        if let list = quantity.list { #expect(found.indices.contains(list)) }
      }
    }
  }

  @Test func `a long line without an end is read in pieces`() {
    let text = String(repeating: "5 km and 30 men, ", count: 3000)
    let found = QuantityCasesTests.found(in: text).1
    #expect(found.count == 6000)
  }

  @Test func `a conversion in brackets names what it restates, and shares its bound`() throws {
    let found = QuantityCasesTests.found(in: "It cost over 1 trillion rubles ($12.6 billion).").1
    try #require(found.count == 2)
    #expect(found[1].conversionOf == 0)
    #expect(found[1].quantity.comparator == .moreThan)
    #expect(found[0].form == .money)
  }

  @Test(
    arguments: [
      ("The minister, Ana Ruiz, 41, left.", .age), ("The two sides met.", .structural),
      ("One of the bridges fell.", .oneOf), ("Dozens of ships sank.", .vague),
      ("Two in five agreed.", .ratio), ("A third of it is gone.", .fraction),
      ("Output doubled.", .multipleWord), ("It grew tenfold.", .multiple),
      ("It took 12 hours.", .duration), ("They sent 40 trucks.", .count),
      ("They paid $5.", .money), ("It weighs 5 kg.", .measure), ("It is 5%.", .percent),
    ] as [(String, FoundQuantity.Form)])
  func `a quantity has its form`(text: String, form: FoundQuantity.Form) {
    #expect(QuantityCasesTests.found(in: text).1.map(\.form) == [form])
  }
}
