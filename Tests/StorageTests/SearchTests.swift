import Model
import Storage
import Testing

@Suite struct SearchTests {
  static let reports = [
    Fixture.report(
      "Russian firms requested labor\u{A0}contracts worth 1\u{A0}trillion rubles.\n\nThe C++ park.",
      title: "Contracts", url: "https://a.example/1", published: "2025-10-01"),
    Fixture.report(
      "Russia’s “Far East” café hired workers; working hours grew.", title: "Hiring",
      url: "https://b.example/1", published: "2025-10-02"),
    Fixture.report(
      "俄罗斯的朝鲜工人越来越多。中国商人也来。", url: "https://c.example/1", published: "2025-10-03",
      language: "zh"),
    Fixture.report(
      "북한 노동자들이 연해주에 도착했다.", url: "https://d.example/1", published: "2025-10-04",
      language: "ko"),
    Fixture.report(
      "Около 4 тысяч рабочих из КНДР живут в Приморье.", url: "https://e.example/1",
      published: "2025-10-05", language: "ru"),
  ]

  private func found(_ text: String, _ archive: Archive) throws -> [Int] {
    try archive.search(SearchQuery(text)).all().map(\.article.id).sorted()
  }

  @Test func `words, phrases and operators find what they say`() throws {
    let archive = try Fixture.archive(with: Self.reports)
    let cases: [(String, [Int])] = [
      ("1 trillion rubles", [1]), ("“1 trillion rubles”", [1]), ("\"1 trillion rubles\"", [1]),
      ("\"trillion 1\"", []), ("TRILLION", [1]), ("cafe", [2]), ("Russia's Far East", [2]),
      ("\"labor contracts\" OR work*", [1, 2]), ("work", []), ("work*", [2]),
      ("russia* NOT café", [1]), ("contracts AND workers", []), ("(contracts OR workers) far", [2]),
      ("NEAR(hired hours, 5)", [2]), ("NEAR(hired hours, 1)", []), ("park.", [1]), ("C++", [1]),
      ("hiring", [2]), ("朝鲜", [3]), ("朝鲜工人", [3]), ("工人朝鲜", []), ("\"朝鲜工人\"", [3]),
      ("商", [3]), ("北", []), ("노동자", [4]), ("노동자는", [4]), ("북한", [4]), ("도착했*", [4]),
      ("рабочие", [5]), ("Рабочий", [5]), ("\"тысяч рабочих\"", [5]), ("приморью", [5]),
      ("\"4 тысячи рабочих\"", [5]), ("КНДР OR 朝鲜", [3, 5]), ("", [1, 2, 3, 4, 5]),
      ("  ", [1, 2, 3, 4, 5]), ("nothing", []),
    ]
    for (text, expected) in cases { #expect(try found(text, archive) == expected, "\(text)") }
  }

  private static let oddities = [
    "NOT", "AND", "OR", "NOT a", "a NOT", "a AND", "AND a", "a OR OR b", "\"open", "“", "\"\"", "(",
    ")", "((((((((((((((((((((((((((((((((a", ")))a(((", "*", "a**", "* a", "NEAR(", "NEAR(a)",
    "NEAR(a b, x)", "NEAR(a b, -1)", "NEAR(\"a b\" c, 2)", "a:b", "search_title:a", "{a b}:c", "^a",
    "a + b", "-a", "'", "''", "%_", "a;b--", "\u{0}", "a\u{0}b", "😀", "…", "₽", "+++", "a\"b\"c",
    "\"a\" \"", "(a OR", "(a AND) b", "a NOT NOT b", "(NOT a)", "()", "(()) a",
  ]

  @Test func `no input is an error`() throws {
    let archive = try Fixture.archive(with: [Self.reports[0]])
    for text in Self.oddities {
      #expect(throws: Never.self, "\(text)") { try archive.search(SearchQuery(text)).all() }
    }
  }

  @Test func `a search too long to be meant is refused with a reason`() throws {
    let archive = try Fixture.archive()
    for text in [
      String(repeating: "a ", count: 65), String(repeating: "a", count: 5_000),
      "\"" + String(repeating: "a ", count: 65) + "\"",
    ] {
      let error = #expect(throws: ArchiveError.self) { try archive.search(SearchQuery(text)) }
      #expect(error.map { "\($0)" }?.contains("at most") == true)
    }
  }

  @Test func `a snippet shows and marks what was found`() throws {
    let filler = String(repeating: "Nothing of note happened at the harbour today. ", count: 20)
    let archive = try Fixture.archive(with: [
      Fixture.report(filler + "Then Korean workers came\nby rail. " + filler),
      Fixture.report("俄罗斯的朝鲜工人越来越多。"), Fixture.report("В порту 40 рабочих."),
    ])
    func marked(_ text: String) throws -> [String] {
      guard let hit = try archive.search(SearchQuery(text)).next() else { return [] }
      let bytes = Array(hit.snippet.utf8)
      #expect(bytes.count < 300)
      return hit.matches.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    }
    #expect(try marked("korean work* rail") == ["Korean", "workers", "rail"])
    #expect(try marked("朝鲜工人") == ["朝鲜工人"])
    #expect(try marked("рабочие") == ["рабочих"])
    let hit = try archive.search(SearchQuery("korean")).next()
    #expect(hit?.snippet.contains("workers came by rail") == true)
    #expect(hit?.snippet.hasPrefix("… ") == true && hit?.snippet.hasSuffix(" …") == true)
  }

  @Test func `a title counts for more than a text, and filters narrow`() throws {
    let archive = try Fixture.archive(with: [
      Fixture.report("Ships and salt and more.", title: "Harbour", url: "https://a.example/1"),
      Fixture.report("Nothing else to be told here.", title: "Salt", url: "https://b.example/1"),
      Fixture.report("Salt from North Korea.", title: "Trade", url: "https://c.example/1"),
    ])
    #expect(try archive.search(SearchQuery("salt")).next()?.article.id == 2)
    var query = SearchQuery("salt")
    query.articles.entity.any = ["north-korea"]
    #expect(try archive.search(query).all().map(\.article.id) == [3])
    query = SearchQuery("salt")
    query.articles.limit = 2
    let page = try archive.search(query)
    var found = try page.all().map(\.article.id)
    query.articles.after = page.token
    found += try archive.search(query).all().map(\.article.id)
    #expect(found.sorted() == [1, 2, 3])
  }
}
