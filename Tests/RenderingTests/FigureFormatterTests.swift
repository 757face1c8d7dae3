import Model
import Testing

@testable import Rendering

@Suite struct FigureFormatterTests {
  struct Case: Sendable {
    var comparator = Comparator.equal
    var value: Double? = nil
    var low: Double? = nil
    var high: Double? = nil
    var approximate = false
    var change: Direction? = nil
    var unit: String? = nil
    var per: String? = nil
    var text: String
  }

  @Test(arguments: [
    Case(comparator: .moreThan, value: 15_000, unit: "{worker}", text: "> 15,000 workers"),
    Case(comparator: .atMost, value: 50_000, text: "≤ 50,000"),
    Case(value: 36, change: .up, unit: "%", text: "36 % up"),
    Case(value: 1e12, unit: "RUB", text: "1 trillion RUB"),
    Case(value: 12.6e9, unit: "USD", text: "12.6 billion USD"),
    Case(value: 5_500_000, change: .up, unit: "t", text: "5.5 million t up"),
    Case(value: 1_234_567, unit: "t", text: "1,234,567 t"),
    Case(comparator: .range, low: 25, high: 40, approximate: true, unit: "km", text: "≈ 25–40 km"),
    Case(comparator: .about, value: 40, unit: "%", text: "≈ 40 %"),
    Case(comparator: .lessThan, value: 2.7, unit: "[mi_i]2", text: "< 2.7 square miles"),
    Case(comparator: .atLeast, value: 6.9e6, unit: "km2", text: "≥ 6.9 million km²"),
    Case(value: 1, unit: "{company}", text: "1 company"),
    Case(value: 3, unit: "{company}", text: "3 companies"),
    Case(value: 800, unit: "USD", per: "mo", text: "800 USD per month"),
    Case(value: 10, unit: "{times}", text: "10 times"),
    Case(value: -10, unit: "Cel", text: "-10 °C"),
    Case(value: 100.0 / 3, unit: "%", text: "33.33 %"),
    Case(value: 2.0 / 3, unit: "t", text: "0.6667 t"),
    Case(value: 1500.123456789, unit: "t", text: "1,500.123456789 t"),
    Case(value: 0.5, unit: "har", per: "{person}", text: "0.5 ha per person"),
  ])
  func `a figure is written for people`(sample: Case) {
    let quantity = Quantity(
      evidence: TextSpan(start: 0, end: 1), value: sample.value, low: sample.low,
      high: sample.high, comparator: sample.comparator, approximate: sample.approximate,
      change: sample.change, unit: sample.unit, per: sample.per)
    #expect(FigureFormatter.figure(quantity) == sample.text)
  }

  @Test(arguments: [
    ("worker", "workers"), ("person", "people"), ("North Korean", "North Koreans"),
    ("policeman", "policemen"), ("freight train", "freight trains"), ("box", "boxes"),
    ("city", "cities"), ("railway", "railways"), ("aircraft", "aircraft"),
  ])
  func `nouns have their plural`(singular: String, plural: String) {
    #expect(FigureFormatter.plural(singular) == plural)
  }
}
