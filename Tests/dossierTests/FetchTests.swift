import Foundation
import LocalServer
import Testing

@Suite struct FetchTests {
  let place: Workplace

  init() throws { place = try Workplace() }

  /// A feed of so many entries, whose pages lie beside it.
  private static func feed(_ count: Int, at port: String, text: String = "ships") -> String {
    let items = (1...count).map { number in
      """
      <item><title>Ships \(number)</title><link>http://\(port)/page/\(number)</link>
      <guid>http://\(port)/page/\(number)</guid>
      <description>Russia sent \(number + 40) \(text) to China.</description></item>
      """
    }
    return """
      <rss version="2.0"><channel><title>Tide Table</title><link>http://\(port)/</link>
      \(items.joined())</channel></rss>
      """
  }

  private static func page(_ path: String) -> String {
    """
    <html><head><title>Ships</title></head><body><article><h1>Ships \(path)</h1>
    <p>Russia sent 40 ships to China in August 2025, the ministry of transport said.</p>
    <p>In 2024 more than 15,000 North Korean workers moved to Primorsky Krai.</p>
    </article></body></html>
    """
  }

  /// A server with a feed of two entries, and pages.
  private func newsServer(
    _ special: @escaping @Sendable (LocalServer.Request) -> LocalResponse? = { _ in nil }
  ) throws -> LocalServer {
    try LocalServer { request in
      if let response = special(request) { return response }
      let host = request.headers["host"] ?? ""
      switch request.path {
      case "/feed.xml":
        if request.headers["if-none-match"] == "\"1\"" { return LocalResponse(304) }
        return LocalResponse(
          Self.feed(2, at: host), type: "application/rss+xml", [("ETag", "\"1\"")])
      case let path where path.hasPrefix("/page/"):
        return LocalResponse(
          Self.page(path), type: "text/html; charset=utf-8",
          [("Date", "Thu, 04 Sep 2025 01:05:00 GMT")])
      default: return LocalResponse(404)
      }
    }
  }

  @discardableResult
  private func run(_ arguments: String...) throws -> Outcome {
    try place.shell("dossier --archive a.db " + arguments.joined(separator: " "))
  }

  private func feeds() throws -> [[String: Any]] { try run("sources feeds --json").objects() }

  @Test func `a feed is fetched once, and asked whether it has changed`() throws {
    let server = try newsServer()
    defer { server.close() }
    let added = try run("sources add", server.url("/feed.xml"), "--allow-private")
    #expect(added.output.hasPrefix("added 1  http://127.0.0.1"), "\(added.errors)")
    #expect(added.output.contains("“Tide Table”"))
    let first = try run("fetch --allow-private")
    #expect(first.status == 0)
    #expect(first.lines.last == "2 added, 0 updated, 0 same, 0 refused")
    #expect(try run("fetch --allow-private").lines == ["0 added, 0 updated, 0 same, 0 refused"])
    #expect(server.requests.map { $0.headers["if-none-match"] } == [nil, nil, "\"1\""])
    let feed = try #require(try feeds().first)
    #expect(feed["status"] as? String == "not modified")
    #expect(feed["source"] as? String == "Tide Table")
  }

  @Test func `a page stands for the feed that it names`() throws {
    let server = try newsServer { request in
      request.path == "/"
        ? LocalResponse(
          "<html><head><link rel='alternate' type='application/rss+xml' href='feed.xml'></head>"
            + "<body><p>News.</p></body></html>", type: "text/html") : nil
    }
    defer { server.close() }
    let added = try run("sources add", server.url("/"), "--name Tides --allow-private")
    #expect(added.lines == ["added 1  \(server.url("/feed.xml"))  “Tides”"])
    #expect(try run("sources add", server.url("/"), "--allow-private").output.hasPrefix("same 1"))
    let none = try run("sources add", server.url("/page/1"), "--allow-private")
    #expect(none.status == 66)
    #expect(none.errors.contains("no feed, and no page that names one"))
  }

  @Test func `the page of an entry is a revision of it`() throws {
    let server = try newsServer()
    defer { server.close() }
    try run("sources add", server.url("/feed.xml"), "--allow-private")
    try run("fetch --allow-private")
    let full = try run("fetch --full-text --allow-private")
    #expect(full.status == 0, "\(full.errors)")
    #expect(full.lines.last == "0 added, 2 updated, 2 same, 0 refused")
    let articles = try run("articles --json").objects()
    #expect(articles.count == 2)
    #expect(articles.allSatisfy { $0["revisions"] as? Int == 2 && $0["revision"] as? Int == 2 })
    let shown = try #require(try run("show 1 --json").objects().first)
    #expect((shown["text"] as? String)?.contains("15,000 North Korean workers") == true)
    #expect(shown["complete"] as? Bool == true)
    // They are all there: nothing more is asked for.
    let count = server.requests.count
    #expect(
      try run("fetch --full-text --allow-private").output
        == "0 added, 0 updated, 0 same, 0 refused\n")
    #expect(server.requests.count == count + 1)
  }

  @Test func `the page of an entry of two feeds is asked for once`() throws {
    let server = try newsServer { request in
      request.path == "/other.xml"
        ? LocalResponse(Self.feed(2, at: request.headers["host"] ?? ""), type: "text/xml") : nil
    }
    defer { server.close() }
    let urls = ["/feed.xml", "/other.xml"].map { "<outline text='F' xmlUrl='\(server.url($0))'/>" }
    try place.write("<opml version='2.0'><body>\(urls.joined())</body></opml>", to: "two.opml")
    try run("sources import two.opml")
    try run("fetch --full-text --allow-private")
    #expect(
      server.requests.map(\.path).sorted() == ["/feed.xml", "/other.xml", "/page/1", "/page/2"])
  }

  @Test func `a summary that changes does not go before the whole text`() throws {
    let server = try LocalServer { request in
      let isLater = request.headers["if-none-match"] != nil
      return request.path == "/feed.xml"
        ? LocalResponse(
          Self.feed(1, at: request.headers["host"] ?? "", text: isLater ? "boats" : "ships"),
          type: "text/xml", [("ETag", "\"1\"")])
        : LocalResponse(Self.page(request.path), type: "text/html")
    }
    defer { server.close() }
    try run("sources add", server.url("/feed.xml"), "--allow-private")
    try run("fetch --full-text --allow-private")
    #expect(try run("fetch --allow-private").output.contains("updated 1"))
    #expect(try run("show 1 --text").output.contains("15,000 North Korean workers"))
  }

  @Test func `a feed that has moved for good is asked where it is now`() throws {
    let server = try newsServer { request in
      request.path == "/old.xml" ? .redirect(301, to: "/feed.xml") : nil
    }
    defer { server.close() }
    try place.write(
      "<opml version='2.0'><body><outline text='T' xmlUrl='\(server.url("/old.xml"))'/></body></opml>",
      to: "old.opml")
    #expect(try run("sources import old.opml").output == "1 added, 0 same\n")
    try run("fetch --allow-private")
    try run("fetch --allow-private")
    #expect(server.requests.map(\.path) == ["/old.xml", "/feed.xml", "/feed.xml"])
    let feed = try #require(try feeds().first)
    #expect(feed["url"] as? String == server.url("/old.xml"))
    #expect(feed["moved_to"] as? String == server.url("/feed.xml"))
    // Both addresses are the one feed.
    #expect(
      try run("sources add", server.url("/feed.xml"), "--allow-private").output.hasPrefix("same"))
  }

  @Test func `a host that wants to be left alone is left alone`() throws {
    let server = try LocalServer { _ in LocalResponse(503, [("Retry-After", "7200")]) }
    defer { server.close() }
    try place.write(
      "<opml version='2.0'><body><outline text='A' xmlUrl='\(server.url("/a"))'/>"
        + "<outline text='B' xmlUrl='\(server.url("/b"))'/></body></opml>", to: "two.opml")
    try run("sources import two.opml")
    let time = "--now 2025-10-16T00:00:00Z"
    let fetched = try run("fetch --allow-private", time)
    #expect(fetched.status == 66)
    #expect(fetched.errors.contains("\(server.url("/a")): HTTP status 503"))
    #expect(server.requests.count == 1)
    let known = try feeds()
    #expect(
      known.map { $0["next_poll_at"] as? String }
        == .init(repeating: "2025-10-16T02:00:00Z", count: 2))
    #expect(known.map { $0["failures"] as? Int } == [1, 0])
    let waiting = try run("fetch --allow-private --now 2025-10-16T01:59:00Z")
    #expect(waiting.status == 0)
    #expect(waiting.errors.contains("waits until 2025-10-16T02:00:00Z"))
    #expect(server.requests.count == 1)
  }

  @Test func `one feed that fails stops no other, and waits longer each time`() throws {
    let server = try newsServer()
    defer { server.close() }
    let broken = try LocalServer { request in
      switch request.path {
      case "/page": return LocalResponse("<html><p>No feed.</p></html>", type: "text/html")
      case "/stall":
        var response = LocalResponse("<rss", type: "text/xml")
        response.length = 100
        response.stalls = true
        return response
      default: return LocalResponse(410)
      }
    }
    defer { broken.close() }
    let urls = [
      broken.url("/page"), broken.url("/stall"), broken.url("/gone"), server.url("/feed.xml"),
    ]
    let outlines = urls.map { "<outline text='\($0)' xmlUrl='\($0)'/>" }.joined()
    try place.write("<opml version='2.0'><body>\(outlines)</body></opml>", to: "all.opml")
    try run("sources import all.opml")
    let fetched = try run("fetch --allow-private --timeout 1 --now 2025-10-16T00:00:00Z")
    #expect(fetched.status == 1)
    #expect(fetched.lines.last == "2 added, 0 updated, 0 same, 3 refused")
    #expect(fetched.errorLines.count == 3)
    #expect(fetched.errors.contains("\(urls[1]): given up after 1 s, with 4 bytes received"))
    try run("fetch gone --allow-private --now 2025-10-16T00:05:00Z")
    #expect(
      try feeds().map { $0["next_poll_at"] as? String } == [
        "2025-10-16T00:05:00Z", "2025-10-16T00:05:00Z", "2025-10-16T00:15:00Z", nil,
      ])
  }

  @Test func `nothing leads into the network that the machine stands in`() throws {
    let server = try newsServer()
    defer { server.close() }
    for url in [server.url("/page/1"), "http://localhost:\(server.port)/page/1"] {
      let run = try run("ingest", url)
      #expect(run.status == 66)
      #expect(run.errors.hasPrefix("\(url): "))
      #expect(run.errors.contains("--allow-private"))
    }
    #expect(server.requests.isEmpty)
  }

  @Test func `a feed in a private network need not wait until that is allowed`() throws {
    let server = try newsServer()
    defer { server.close() }
    try run("sources add", server.url("/feed.xml"), "--allow-private")
    let refused = try run("fetch")
    #expect(refused.status == 66)
    #expect(refused.errors.contains("--allow-private allows it"))
    #expect(
      try run("fetch --allow-private").output.hasSuffix("2 added, 0 updated, 0 same, 0 refused\n"))
  }

  @Test func `a broken feed is not subscribed to, and the reason is told`() throws {
    let server = try LocalServer { _ in
      LocalResponse(
        "{\"version\":\"https://jsonfeed.org/version/1.1\",", type: "application/feed+json")
    }
    defer { server.close() }
    let added = try run("sources add", server.url("/"), "--allow-private")
    #expect(added.status == 66)
    #expect(added.errors.hasPrefix("\(server.url("/")): "), "\(added.errors)")
  }

  @Test func `an address is ingested with what its server says of it`() throws {
    let server = try LocalServer { request in
      request.path == "/short"
        ? .redirect(302, to: "/page")
        : LocalResponse(
          200,
          [
            ("Content-Type", "text/html; charset=windows-1251"),
            ("Date", "Thu, 16 Oct 2025 01:05:00 GMT"),
          ],
          body: Array("<html><title>".utf8) + [0xCA, 0xEE, 0xF0, 0xE0, 0xE1, 0xEB, 0xFC]
            + Array("</title><body><p>40 </p></body></html>".utf8))
    }
    defer { server.close() }
    let ingested = try run(
      "ingest", server.url("/short"), "--allow-private --now 2025-10-16T02:00:00Z")
    #expect(ingested.status == 0, "\(ingested.errors)")
    let shown = try #require(try run("show 1 --json").objects().first)
    #expect(shown["title"] as? String == "Корабль")
    #expect(shown["url"] as? String == server.url("/page"))
    #expect(shown["path"] as? String == server.url("/short"))
    #expect(shown["captured_at"] as? String == "2025-10-16T01:05:00Z")
    let originals = shown["originals"] as? [[String: Any]]
    let headers = originals?.first?["headers"] as? [[String]]
    #expect(headers?.contains(["Content-Type", "text/html; charset=windows-1251"]) == true)
    // It goes with an export, and comes back.
    let exported = try place.shell(
      "dossier --archive a.db export --all | tee x | dossier --archive b.db import -; dossier --archive b.db export --all | cmp - x"
    )
    #expect(exported.status == 0, "\(exported.errors)")
    #expect(
      try run("ingest", server.url("/page"), "--allow-private").lines.last
        == "0 added, 0 updated, 1 same, 0 refused")
    #expect(try run("ingest http://nowhere.invalid/ --allow-private").status == 66)
  }

  @Test func `extract fetches nothing`() throws {
    let run = try place.dossier("extract", "http://127.0.0.1:1/")
    #expect(run.status == 66)
    #expect(run.errors.contains("dossier ingest fetches addresses"))
  }

  @Test func `what cannot be subscribed to is told, and the rest goes in`() throws {
    let addresses = ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.example/f", "/feed"]
    let outlines = (addresses + ["https://c.example/feed"]).map {
      "<outline text='Folder'><outline text='F' xmlUrl='\($0)'/></outline>"
    }
    try place.write("<opml version='2.0'><body>\(outlines.joined())</body></opml>", to: "in.opml")
    let imported = try run("sources import in.opml")
    #expect(imported.status == 1)
    #expect(imported.output == "1 added, 0 same\n")
    #expect(imported.errorLines == addresses.map { "in.opml: no address of a feed: \($0)" })
    // As no list is a document, its faults are none in a folder.
    let walked = try place.shell("mkdir f; cp in.opml f; dossier --archive a.db ingest f")
    #expect(walked.status == 0)
  }

  @Test func `subscriptions go out and come in again`() throws {
    try place.write(
      """
      <opml version="2.0"><body><outline text="Ports"><outline type="rss" text="A &amp; B"
      xmlUrl="https://a.example/feed?x=1&amp;y=2" htmlUrl="https://a.example/" category="sea,ice"/>
      </outline><outline text="C" xmlUrl="https://c.example/feed"/></body></opml>
      """, to: "in.opml")
    #expect(try run("sources import in.opml").output == "2 added, 0 same\n")
    #expect(try run("sources import in.opml").output == "0 added, 2 same\n")
    let exported = try run("sources export --format opml")
    try place.write(exported.output, to: "out.opml")
    #expect(try run("sources import out.opml").output == "0 added, 2 same\n")
    try place.dossier("--archive", "b.db", "sources", "import", "out.opml")
    let again = try place.dossier("--archive", "b.db", "sources", "export")
    let tags = try place.dossier("--archive", "b.db", "sources", "feeds", "--json").objects()
    #expect(tags.contains { $0["tags"] as? [String] == ["Ports", "sea", "ice"] })
    #expect(again.lines.sorted() == exported.lines.sorted())
    #expect(try run("sources remove c.example").output == "removed 2  https://c.example/feed\n")
    #expect(try feeds().count == 1)
    #expect(try run("sources remove c.example").status == 1)
    // The address of the one that is left ends in `x=1&y=2`.
    for command in ["sources remove 2", "fetch 2"] {
      let unknown = try run(command)
      #expect(unknown.status == 1)
      #expect(unknown.errors.contains("no feed 2"))
    }
    #expect(try feeds().count == 1)
  }
}
