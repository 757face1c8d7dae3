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

  /// Eight sentences of about twelve words each.
  static let long = """
    The ferry line between Vladivostok and Rason was busier in spring than ever before. Most of \
    those who came aboard were traders with goods for the markets in the north. The harbour had \
    been closed by ice until late in March, said the woman who runs the pier.

    Her office wants a second ship, and the owner of the line has promised to look for one. \
    Whether the pier can hold it is another question, and nobody has measured the piles in years. \
    An engineer from the shipyard came down with a lamp and shook his head at what he saw.

    For now the old ship goes out on Mondays and comes back when the weather lets it. The traders \
    sit on their bundles, drink tea from flasks and talk about the price of squid.
    """

  private func near(_ texts: [String]) throws -> [ArticleRecord] {
    let reports = texts.enumerated().map {
      report("site\($0.offset)", "2025-10-0\($0.offset + 1)", $0.element)
    }
    return try Fixture.archive(with: reports).articles(ArticleQuery()).all()
  }

  @Test func `a cut and mended text under a new lead is a copy of what it was cut from`() throws {
    let half = Self.long.components(separatedBy: "\n\n")[0...1].joined(separator: " ")
    let mended =
      "Trade by sea is growing, our reader writes.\n\n"
      + half.replacing("another question", with: "a different matter")
    let articles = try near([Self.long, mended])
    #expect(articles.map(\.copyOf) == [nil, articles[0].id])
    let share = try #require(articles[1].copyShare)
    #expect(share > 0.7 && share < 1)
  }

  @Test func `stories can be listed alone`() throws {
    let archive = try Fixture.archive(with: [
      report("wire", "2025-10-01"), report("daily", "2025-10-02"),
      report("else", "2025-10-03", Self.long),
    ])
    var query = ArticleQuery()
    query.copies = true
    #expect(
      try archive.articles(query).all().map(\.source) == ["wire.example", "daily.example"])
  }

  @Test func `a quotation makes no copy, and does not join two stories`() throws {
    let quoted = Self.long.components(separatedBy: "\n\n")[1]
    let other = """
      Nothing in the budget of the district pays for piers, says its council. Of the roads that \
      lead to the harbour two are closed to lorries, and the third is mud from April on. A member \
      who asked not to be named called the plans for a bigger ship a dream of people who have \
      never had to drive there with a full load behind them and a queue in front.
      """
    let articles = try near([Self.long, other + "\n\n" + quoted, quoted])
    #expect(articles.map(\.copyOf) == [nil, nil, articles[0].id])
  }

  /// A release of which only the figures change.
  private func release(_ month: String, _ seed: Int) -> String {
    let figures = (1...8).map { String(seed * 37 + $0 * 91) }
    return """
      Trade between the two provinces came to \(figures[0]) million dollars in \(month), the customs \
      office said. Exports reached \(figures[1]) million and imports \(figures[2]) million. Coal made \
      up \(figures[3]) thousand tonnes of it and timber \(figures[4]) thousand. The number of lorries \
      on the bridge was \(figures[5]), and \(figures[6]) waggons went by rail. The office counted \
      \(figures[7]) firms that took part. It will publish its next figures in a month.
      """
  }

  @Test func `two releases of one template are no copies, but a copy of either is`() throws {
    let may = release("May", 3)
    let articles = try near([release("April", 1), may, "From our desk. " + may])
    #expect(articles.map(\.copyOf) == [nil, nil, articles[1].id])
  }

  @Test func `a late original takes the copies of its copies`() throws {
    let cut = Self.long.components(separatedBy: "\n\n")[0...1].joined(separator: "\n\n")
    let archive = try Fixture.archive(with: [
      report("brief", "2025-10-03", cut.components(separatedBy: "\n\n")[0]),
      report("daily", "2025-10-02", cut), report("wire", "2025-10-01", Self.long),
    ])
    let articles = try archive.articles(ArticleQuery()).all()
    #expect(articles.map(\.source) == ["wire.example", "daily.example", "brief.example"])
    #expect(articles.map(\.copyOf) == [nil, 3, 3])
    try archive.purge(article: 3)
    #expect(try archive.articles(ArticleQuery()).all().map(\.copyOf) == [nil, 2])
    #expect(try archive.check().faults.isEmpty)
  }

  @Test func `a copy of a version that was corrected since is a copy still`() throws {
    let first = report("wire", "2025-10-01", Self.long)
    var corrected = report(
      "wire", "2025-10-01", String(Self.long.reversed()).replacing("e", with: "e "))
    corrected.updatedAt = Instant(rfc3339: "2025-10-02T08:00:00Z")
    let copy = report("daily", "2025-10-03", Self.long)
    for reports in [
      [first, corrected, copy], [copy, corrected, first], [corrected, copy, first],
    ] {
      let articles = try Fixture.archive(with: reports).articles(ArticleQuery()).all()
      #expect(articles.map(\.source) == ["wire.example", "daily.example"])
      #expect(articles[1].copyOf == articles[0].id)
    }
  }
}
