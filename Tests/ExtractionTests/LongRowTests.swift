import Language
import Model
import Testing

@testable import Extraction

/// Long rows of one piece, which a search that looks too far around would never get through.
@Suite struct LongRowTests {
  @Test(arguments: [
    "Russia ", "Georgia and ", "в ", "朝鲜", "북한", "U.S.", "Primorsky, ", "Bank of ", "Moscow, ",
    "China-", "a@", "'s ", "North and ", "\u{FFFD}", "Congo\n",
    "early ", "the end of ", "first week of ", "2024-", "between ", "one year and ", "May to ",
    "last year's first half of ", "three days after ", "'", "a year earlier ",
    "the ministry said ", "“ ", "“a b c” ", "X: “a b c” said Y. ", "ORLOV: yes\n", "( ",
    "according to ", "who ", "“a b c d\n\n", "X, the head of Y, ",
    "5 ", "5-", "$", "5 to ", "one ", "5 percent and ", "that it sold, and ",
  ])
  func `a long row of one piece is read to its end`(piece: String) {
    let text = String(repeating: piece, count: 3_000)
    let findings = ClaimCasesTests.extractor.findings(
      in: text, published: Day(year: 2025, month: 10, day: 16), language: "en")
    let whole = TextSpan(start: 0, end: text.utf8.count)
    #expect(findings.mentions.allSatisfy { whole.contains($0.evidence) })
    #expect(findings.dates.allSatisfy { whole.contains($0.evidence) })
    #expect(findings.quantities.allSatisfy { whole.contains($0.evidence) })
    #expect(findings.claims.allSatisfy { $0.sentence.contains($0.quantity.evidence) })
  }
}
