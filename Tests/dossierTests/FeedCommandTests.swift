import Foundation
import Testing

@Suite struct FeedCommandTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(
      """
      <rss version="2.0"><channel><title>Tide Table</title><link>https://tide.example/</link>
      <item><title>Ships</title><link>https://tide.example/1</link><guid>https://tide.example/1</guid>
      <pubDate>Thu, 04 Sep 2025 11:05:00 +1000</pubDate>
      <description>Russia sent 40 ships to China in August.</description></item>
      <item><title>Ice</title><link>https://tide.example/2</link><guid>https://tide.example/2</guid>
      <description>The ice off Vladivostok is 30 cm thick.</description></item></channel></rss>
      """, to: "feed.xml")
  }

  @Test func `the same feed again changes nothing`() throws {
    let first = try place.dossier("--archive", "a.db", "ingest", "feed.xml")
    #expect(first.status == 0)
    #expect(first.lines.last == "2 added, 0 updated, 0 same, 0 refused")
    let again = try place.dossier("--archive", "a.db", "ingest", "feed.xml")
    #expect(again.lines.last == "0 added, 0 updated, 2 same, 0 refused")
  }

  @Test func `a feed that is cut off gives its whole entries, and says where it ends`() throws {
    try place.shell("head -c 420 feed.xml > cut.xml")
    let run = try place.dossier("--archive", "a.db", "ingest", "cut.xml")
    #expect(run.status == 1)
    #expect(run.lines.last == "1 added, 0 updated, 0 same, 1 refused")
    #expect(run.errors == "cut.xml:6: cut off in the middle of an entry\n")
  }

  @Test func `a list that is cut off gives its whole outlines, and says where it ends`() throws {
    try place.write(
      """
      <opml version="2.0"><body>
      <outline text="A" xmlUrl="https://a.example/feed"/>
      <outline text="B" xmlUrl="https://b.example/fe
      """, to: "cut.opml")
    let run = try place.dossier("--archive", "a.db", "sources", "import", "cut.opml")
    #expect(run.status == 1)
    #expect(run.output == "1 added, 0 same\n")
    #expect(run.errors == "cut.opml:3: cut off in the middle of the list\n")
  }

  @Test func `what is named and holds nothing says so`() throws {
    try place.write("<rss version='2.0'><channel><title>T</title></channel></rss>", to: "f/e.xml")
    try place.write("<opml version='2.0'><body></body></opml>", to: "e.opml")
    let named = try place.dossier("--archive", "a.db", "ingest", "f/e.xml")
    #expect(named.status == 0)
    #expect(named.errors == "f/e.xml: no document in it\n")
    #expect(try place.dossier("--archive", "a.db", "ingest", "f").errors.isEmpty)
    let list = try place.dossier("--archive", "a.db", "sources", "import", "e.opml")
    #expect(list.errors == "e.opml: no feed in it\n")
  }

  @Test func `a feed begins with a line of its own`() throws {
    let objects = try place.dossier("extract", "--from", "feed", "feed.xml").objects()
    #expect(objects.map { $0["type"] as? String } == ["feed", nil, nil])
    #expect((objects[0]["feed"] as? [String: Any])?["title"] as? String == "Tide Table")
    #expect(objects[1]["published"] as? String == "2025-09-04")
    #expect(objects[1]["complete"] as? Bool == false)
    #expect(objects[2]["published"] is NSNull)
    #expect((objects[1]["provenance"] as? [String: String])?["title"] == "feed")
  }
}
