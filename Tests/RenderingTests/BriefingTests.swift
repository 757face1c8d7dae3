import Model
import Testing

@testable import Rendering

@Suite struct BriefingTests {
  private func claim(
    _ id: Int, article: Int = 1, _ comparator: Comparator, _ value: Double,
    unit: String = "{worker}", modality: Modality = .asserted, basis: Basis? = nil,
    speaker: String? = nil, sameAs: Int? = nil, copyOf: Int? = nil
  ) -> ClaimRecord {
    let (low, high) = comparator.bounds(around: value)
    let quantity = Quantity(
      evidence: TextSpan(start: 4, end: 9), value: value, low: low, high: high,
      comparator: comparator, unit: unit)
    var record = ClaimRecord(
      id: id, key: "k\(id)", articleID: article, articleKey: "a\(article)", revision: 1,
      title: "Title", url: "https://e.org/\(article)", source: "Source \(article)",
      sourceReliability: "F", published: Day(iso: "2025-10-16"), saidOn: Day(iso: "2025-10-16"),
      sentence: "The quote | here.", quote: "quote",
      claim: Claim(
        quantity: quantity, sentence: TextSpan(start: 0, end: 17), subjects: ["north-korea"],
        modality: modality, basis: basis, speaker: speaker), sameAsID: sameAs)
    record.copyOf = copyOf
    return record
  }

  private func page(_ claims: [ClaimRecord]) -> String {
    var articles: [Int: Briefing.Article] = [:]
    for claim in claims {
      var record = ArticleRecord(id: claim.articleID, key: claim.articleKey)
      record.title = "A <b>title</b>"
      record.url = claim.url
      articles[claim.articleID] = Briefing.Article(
        record: record, accessed: Instant(seconds: 0), sha256: "0123456789abcdef")
    }
    return MarkdownBriefing.page(
      Briefing(
        title: "North \"Korea\"", query: "--entity x", dataUntil: nil, archiveHash: "h",
        claims: claims, articles: articles, names: ["north-korea": "North Korea"], since: nil))
  }

  @Test func `official stands beside unofficial`() {
    let page = page([
      claim(1, .moreThan, 15_000, basis: .official),
      claim(2, .atMost, 50_000, basis: .unofficial),
    ])
    #expect(page.contains("- **North Korea** (ratio 3.3)\n"))
    #expect(page.contains("  - \\> 15,000 workers (official) [\\[1\\]]("))
    #expect(page.contains("  - ≤ 50,000 workers (unofficial) [\\[1\\]]("))
  }

  @Test func `who states two figures does not contradict himself`() {
    let none = "## Disagreements\n\nNone among these figures.\n"
    let one = [claim(1, .equal, 58), claim(2, .equal, 7)]
    #expect(page(one).contains(none))
    #expect(page(one + [claim(3, article: 2, .equal, 58)]).contains(none))
    let both = one + [claim(3, article: 2, .equal, 58), claim(4, article: 2, .equal, 7)]
    #expect(page(both).contains(none))
    #expect(page([claim(1, .equal, 58), claim(2, .equal, 7, speaker: "A")]).contains(none))
  }

  @Test func `others do`() {
    let articles = page([claim(1, .equal, 58), claim(2, article: 2, .equal, 60)])
    #expect(articles.contains("- **North Korea** (ratio 1)\n"))
    let speakers = page([claim(1, .equal, 20, speaker: "A"), claim(2, .equal, 500, speaker: "B")])
    #expect(speakers.contains("- **North Korea** (ratio 25)\n"))
    let reported = page([
      claim(1, .equal, 58), claim(2, article: 2, .equal, 60), claim(3, article: 3, .equal, 58),
      claim(4, article: 3, .equal, 60),
    ])
    #expect(reported.contains("- **North Korea** (ratio 1)\n"))
  }

  @Test func `forecasts stand apart from facts`() throws {
    let page = page([claim(1, .equal, 5), claim(2, .equal, 7, modality: .planned)])
    let plans = try #require(page.firstRange(of: "## Forecasts and plans"))
    let planned = try #require(page.firstRange(of: "| 7 workers"))
    let stated = try #require(page.firstRange(of: "| 5 workers"))
    #expect(stated.lowerBound < plans.lowerBound)
    #expect(plans.lowerBound < planned.lowerBound)
  }

  @Test func `a figure of two sources has no mark, that of one and its copy has`() {
    let two = page([claim(1, .equal, 5), claim(2, article: 2, .equal, 5)])
    #expect(two.contains("| 5 workers |"))
    let copied = page([claim(1, .equal, 5), claim(2, article: 2, .equal, 5, copyOf: 1)])
    #expect(copied.contains("| 5 workers † |"))
  }

  @Test func `a conversion is told with its figure`() {
    let page = page([
      claim(1, .equal, 1e12, unit: "RUB"), claim(2, .equal, 12.6e9, unit: "USD", sameAs: 1),
    ])
    #expect(page.contains("| 1 trillion RUB (12.6 billion USD) † |"))
  }

  @Test func `text of others stays text`() {
    let page = page([claim(1, .equal, 5)])
    #expect(page.contains("title: \"North \\\"Korea\\\"\"\n"))
    #expect(page.contains("*A \\<b\\>title\\</b\\>*"))
    #expect(page.contains("“The **quote** \\| here.”"))
    #expect(page.contains("SHA-256 `0123456789ab`"))
    #expect(page.contains("accessed 1970-01-01"))
  }

  @Test func `no claims are a page, too`() {
    #expect(page([]).contains("No figures."))
  }
}
