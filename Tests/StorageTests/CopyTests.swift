import Model
import Storage
import Testing

@Suite struct CopyTests {
  static let wire = """
    More than 9,000 visas were issued to North Koreans in three months, the border service said, \
    and most of those who came went on to building sites in Primorsky Krai.
    """

  private func report(
    _ site: String, _ published: String?, _ text: String = wire, title: String? = nil
  ) -> Report {
    Fixture.report(text, title: title, url: "https://\(site).example/1", published: published)
  }

  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func `copies are joined to the earliest, in whatever order they come`(order: [Int]) throws {
    let reports = [
      report("wire", "2025-10-01"), report("daily", "2025-10-02", title: "Visas"),
      // Quotation marks, capitals, spaces and lines do not make another text.
      report("blog", "2025-10-03", Self.wire.uppercased().replacing(", ", with: ",\n\n")),
    ]
    let archive = try Fixture.archive(with: order.map { reports[$0] })
    let articles = try archive.articles(ArticleQuery()).all()
    #expect(articles.map(\.source) == ["wire.example", "daily.example", "blog.example"])
    #expect(articles.map(\.copyOf) == [nil, articles[0].id, articles[0].id])
    #expect(articles.map(\.copyShare) == [nil, 1, 1])
    #expect(try archive.statistics().copies == 2)
    let sources = try archive.sources()
    #expect(sources.first { $0.name == "wire.example" }?.timesCopied == 2)
    #expect(sources.first { $0.name == "blog.example" }?.copiesMade == 1)
  }

  @Test func `the outcome names the origin as it stands after the batch`() throws {
    let archive = try Fixture.archive()
    let outcomes = try Fixture.ingest(
      [report("daily", "2025-10-02"), report("wire", "2025-10-01")], into: archive)
    #expect(outcomes.map(\.copyOf) == [2, nil])
  }

  @Test func `a day ends behind its hours, and no day behind all`() throws {
    var timed = report("timed", "2025-10-02")
    timed.publishedAt = Instant(rfc3339: "2025-10-02T20:00:00Z")
    let archive = try Fixture.archive(with: [
      report("undated", nil), report("dayonly", "2025-10-02"), timed,
    ])
    let articles = try archive.articles(ArticleQuery()).all()
    #expect(articles.map(\.source) == ["timed.example", "dayonly.example", "undated.example"])
    #expect(articles.map(\.copyOf) == [nil, 3, 3])
  }

  @Test func `another figure is another text, and a short text is nobody's`() throws {
    let archive = try Fixture.archive(with: [
      report("a", "2025-10-01"),
      report("b", "2025-10-02", Self.wire.replacing("9,000", with: "8,000")),
      report("c", "2025-10-01", "Read more."), report("d", "2025-10-02", "Read more."),
    ])
    #expect(try archive.statistics().copies == 0)
  }

  @Test func `copies without their origin are copies of each other`() throws {
    let archive = try Fixture.archive(with: [
      report("wire", "2025-10-01"), report("daily", "2025-10-02"), report("blog", "2025-10-03"),
    ])
    try archive.purge(article: 1)
    let articles = try archive.articles(ArticleQuery()).all()
    #expect(articles.map(\.copyOf) == [nil, 2])
    try archive.purge(article: 2)
    #expect(try archive.articles(ArticleQuery()).all().map(\.copyOf) == [nil])
    #expect(try archive.check().faults.isEmpty)
  }
}
