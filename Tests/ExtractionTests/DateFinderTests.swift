import Language
import Model
import Testing

@testable import Extraction

/// Reads `Cases/dates.tsv`, whose head says what stands in its lines.
@Suite struct DateFinderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let published: Day?
    let text: String
    let dates: String
    let times: String?

    var testDescription: String { text }
  }

  static let cases = Cases.rows(of: "dates.tsv").map { row in
    Case(
      published: Day(iso: row[0]), text: row[1], dates: row[2],
      times: row.count > 3 ? row[3] : nil)
  }

  static let lexicon = Lexicon.builtIn(language: "en")
  static let finder = DateFinder(lexicon: lexicon)

  static func dates(in text: String, published: Day?) -> [FoundDate] {
    finder.dates(in: TokenizedText(text, lexicon: lexicon), published: published)
  }

  @Test(arguments: cases)
  func `dates are found and resolved`(_ example: Case) {
    let text = TokenizedText(example.text, lexicon: Self.lexicon)
    let found = Self.finder.dates(in: text, published: example.published)
    let dates = found.map { date in
      let words = text.string(date.mention.evidence)
      let modifier = date.mention.modifier.map { " \($0.rawValue)" } ?? ""
      return "\(words)=\(Self.days(date.mention.span))\(modifier)"
    }
    #expect((dates.isEmpty ? "-" : dates.joined(separator: " ; ")) == example.dates)
    if let times = example.times {
      #expect(
        found.map { "\($0.role) \(Self.days($0.directed))" }.joined(separator: " ; ") == times)
    }
  }

  static func days(_ span: DateSpan) -> String {
    "\(span.from?.description ?? "")..\(span.to?.description ?? "")"
  }
}
