import Model
import Storage
import Testing

@Suite struct FeedTests {
  private let start = Instant(seconds: 1_760_000_000)

  private func archive() throws -> Archive {
    let archive = try Fixture.archive(with: [
      Fixture.report("One.", url: "https://a.example/1", outlet: "Tide Table")
    ])
    var feed = FeedSubscription(url: "https://a.example/feed", title: "Tides")
    feed.tags = ["Ports"]
    _ = try archive.subscribe(to: [feed], at: start)
    return archive
  }

  private func note(_ archive: Archive, _ change: (inout FeedPoll) -> Void) throws -> FeedRecord {
    var poll = FeedPoll(at: start, status: "x")
    change(&poll)
    try archive.note(poll, of: archive.feeds()[0])
    return try archive.feeds()[0]
  }

  @Test func `an address is subscribed to once`() throws {
    let archive = try archive()
    let again = try archive.subscribe(
      to: [.init(url: "https://a.example/feed"), .init(url: "https://b.example/feed")], at: start)
    #expect(again.map(\.id) == [1, 2])
    #expect(again.map(\.isNew) == [false, true])
    #expect(try archive.feeds().map(\.title) == ["Tides", nil])
    #expect(try archive.feeds()[0].tags == ["Ports"])
    try archive.unsubscribe(from: 1)
    #expect(try archive.feeds().map(\.id) == [2])
  }

  @Test func `a pause doubles with each failure, up to a day`() throws {
    let archive = try archive()
    var pauses: [Int?] = []
    for _ in 0..<11 {
      let feed = try note(archive) { $0.isFailure = true }
      pauses.append(feed.nextPollAt.map { $0.seconds - start.seconds })
    }
    #expect(pauses.prefix(3) == [300, 600, 1200])
    #expect(pauses.last == 86_400)
    let feed = try note(archive) { $0.status = "fetched" }
    #expect(feed.failures == 0 && feed.nextPollAt == nil)
  }

  @Test(arguments: [(7200, 7200), (60, 300), (10_000_000, 86_400), (-5, 300)])
  func `a server may want more patience, and no more than a day`(wanted: Int, pause: Int) throws {
    let feed = try note(archive()) {
      $0.isFailure = true
      $0.retryAt = Instant(seconds: start.seconds + wanted)
    }
    #expect(feed.nextPollAt == Instant(seconds: start.seconds + pause))
  }

  @Test func `marks stay until an answer has new ones, and moving is remembered`() throws {
    let archive = try archive()
    var feed = try note(archive) {
      $0.marks = .init(etag: "\"1\"", lastModified: nil)
      $0.movedTo = "https://a.example/new"
      $0.article = 1
    }
    feed = try note(archive) { $0.isFailure = true }
    #expect(feed.etag == "\"1\"")
    #expect(feed.currentURL == "https://a.example/new")
    #expect(feed.source == "Tide Table")
    let known = try archive.subscribe(to: [.init(url: "https://a.example/new")], at: start)
    #expect(known.map(\.isNew) == [false])
  }

  @Test func `a feed is found by its title, address or source`() throws {
    let archive = try archive()
    for name in ["1", "tides", "A.EXAMPLE", "https://a.example/feed"] {
      #expect(try archive.feeds(matching: name).map(\.id) == [1])
    }
    #expect(throws: ArchiveError.self) { try archive.feeds(matching: "nothing") }
  }

  @Test func `a number stands for the feed of that id, never for a part of an address`() throws {
    let archive = try archive()
    _ = try archive.subscribe(
      to: [.init(url: "https://b.example/2025/7/feed", title: "24")], at: start)
    #expect(try archive.feeds(matching: "2").map(\.id) == [2])
    for name in ["7", "24", "2025", "99999999999999999999"] {
      #expect(throws: ArchiveError.unknown(kind: "feed", name: name, suggestions: [])) {
        try archive.feeds(matching: name)
      }
    }
  }

  @Test func `a whole text goes before summaries, in any order of arrival`() throws {
    var summary = Fixture.report(
      "Short.", url: "https://a.example/2", captured: "2025-09-03T00:00:00Z")
    summary.complete = false
    let whole = Fixture.report(
      "All of it.", url: "https://a.example/2", captured: "2025-09-02T00:00:00Z")
    for reports in [[summary, whole], [whole, summary]] {
      let archive = try Fixture.archive(with: reports)
      #expect(try archive.revision(of: 1).report.text == "All of it.")
      #expect(try archive.hasCompleteText(1))
    }
    #expect(try !Fixture.archive(with: [summary]).hasCompleteText(1))
  }
}
