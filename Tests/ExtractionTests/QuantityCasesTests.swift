import Language
import Model
import Testing

@testable import Extraction

/// Reads `Cases/quantities.tsv`, whose head says what stands in its lines.
@Suite struct QuantityCasesTests {
  static let lexicon = Lexicon.builtIn(language: "en")
  static let dateFinder = DateFinder(lexicon: lexicon)
  static let finder = QuantityFinder(lexicon: lexicon, units: .builtIn)
  static let cases = Cases.rows(of: "quantities.tsv").map { (text: $0[0], columns: $0.dropFirst()) }

  static func found(in text: String) -> (TokenizedText, [FoundQuantity]) {
    let text = TokenizedText(text, lexicon: lexicon)
    let dates = dateFinder.dates(in: text, published: Day(iso: "2025-10-16")).map(\.tokens)
    return (text, finder.quantities(in: text, dates: dates, names: []))
  }

  @Test func `there are cases`() { #expect(Self.cases.count > 80) }

  @Test(arguments: cases.indices)
  func `a text has the quantities of its line`(index: Int) {
    let (text, columns) = Self.cases[index]
    let (tokens, found) = Self.found(in: text)
    let columnsFound = found.filter { $0.form != .multipleWord }.map { column($0.quantity, tokens) }
    #expect(columnsFound == Array(columns), "\(text)")
  }

  private func column(_ quantity: Quantity, _ text: TokenizedText) -> String {
    var value = quantity.value.map(number) ?? ""
    if let low = quantity.low, let high = quantity.high {
      value = "\(number(low))..\(number(high))"
    } else if quantity.comparator != .equal {
      value = quantity.comparator.rawValue + value
    }
    var unit = quantity.unit ?? "-"
    if let per = quantity.per { unit += "/\(per)" }
    if quantity.dimension == "age" { unit += " age" }
    let parts = [text.string(quantity.evidence), value, unit, quantity.change?.rawValue]
    return parts.compactMap { $0 }.joined(separator: "|")
  }

  private func number(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? String(value)
  }
}
