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
