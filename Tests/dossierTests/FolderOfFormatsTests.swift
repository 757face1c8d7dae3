import Foundation
import Testing

/// One command over a folder that has a good and a hostile file of each format.
@Suite struct FolderOfFormatsTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    for (name, text) in Self.good { try place.write(text, to: "all/good." + name) }
    for (name, text) in Self.hostile { try place.write(text, to: "all/hostile." + name) }
  }

  private static let beginning = "In 2024 Russia sold 40 million tons of coal to China"

  /// What no other file says.
  private static func sentence(_ name: String) -> String { "\(beginning), file \(name) says." }

  private static func record(_ page: String, length: Int? = nil) -> String {
    let response = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    return "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://tide.example/1\r\n"
      + "WARC-Date: 2025-09-04T01:05:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
      + "Content-Type: application/http; msgtype=response\r\n"
      + "Content-Length: \(length ?? response.utf8.count)\r\n\r\n\(response)\r\n\r\n"
  }

  private static func message(_ rest: String) -> String {
    "From: Ann <ann@bay.example>\nSubject: Coal\nDate: Tue, 3 Jun 2025 09:00:00 +1000\n" + rest
  }

  private static func page(_ body: String) -> String {
    "<html><head><title>Coal</title></head><body>\(body)</body></html>"
  }

  private static let good = [
    "csv": "id,text\n2,\"\(sentence("csv"))\"\n",
    "eml": message("\n\(sentence("eml"))\n"),
    "feed.json":
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Gulf\","
      + "\"items\":[{\"id\":\"1\",\"content_text\":\"\(sentence("feed.json"))\"}]}",
    "html": page("<p>\(sentence("html"))</p>"),
    "jsonl": "{\"id\":\"1\",\"text\":\"\(sentence("jsonl"))\"}\n",
    "mbox": "From a@b.example Tue Jun  3 09:00:00 2025\n" + message("\n\(sentence("mbox"))\n"),
    "mhtml":
      "From: <x>\nSnapshot-Content-Location: https://tide.example/2\nMIME-Version: 1.0\n"
      + "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n"
      + page("<p>\(sentence("mhtml"))</p>") + "\n--b--\n",
    "rss":
      "<rss version=\"2.0\"><channel><title>Bay</title><item><guid>1</guid>"
      + "<description>\(sentence("rss"))</description></item></channel></rss>",
    "txt": sentence("txt"),
    "warc": record(page("<p>\(sentence("warc"))</p>")),
  ]

  private static let hostile = [
    "csv": "id,text\n1," + String(repeating: "\"", count: 1001) + "\n2,a,b,c\n",
    "eml": message(
      String(repeating: "Content-Type: multipart/mixed; boundary=b\n\n--b\n", count: 20_000)),
    "feed.json":
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":["
      + String(repeating: "[", count: 100_000),
    "html": page(String(repeating: "<div>", count: 300_000)),
    "jsonl": String(repeating: "{\"text\":", count: 100_000) + "\n",
    "mbox": "From a@b.example Tue Jun  3 09:00:00 2025\n\n\n",
    "mhtml":
      "From: <x>\nSnapshot-Content-Location: https://tide.example/3\nMIME-Version: 1.0\n"
      + "Content-Type: multipart/related; boundary=b\n\n--b\n\n",
    "rss":
      "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
      + "<rss version=\"2.0\"><channel><item>" + String(repeating: "<a>", count: 100_000),
    "txt": String(repeating: "\n", count: 3_000_000) + "a",
    "warc": record(page("<p>Coal.</p>"), length: 1 << 62),
  ]

  @Test func `what is good goes in, and what is hostile is refused by its name`() throws {
    let run = try place.dossier("--archive", "a.db", "ingest", "all")
    #expect(run.status == 1)
    for name in Self.good.keys {
      #expect(run.lines.contains { $0.contains("all/good.\(name)\t") }, "\(name)")
    }
    for name in Self.hostile.keys {
      #expect(run.errorLines.contains { $0.hasPrefix("all/hostile.\(name):") }, "\(name)")
    }
    #expect(run.lines.last?.hasPrefix("\(Self.good.count) added, 0 updated, 0 same, ") == true)
    #expect(run.errorLines.allSatisfy { $0.utf8.count < 200 })
    let check = try place.dossier("--archive", "a.db", "check")
    #expect(check.status == 0)
  }

  @Test func `each is refused in its place for programs, too`() throws {
    let run = try place.dossier("extract", "--refusals", "--end", "all")
    #expect(run.status == 0)
    let objects = try run.objects()
    #expect(
      objects.count { $0["type"] as? String == "end" } == Self.good.count + Self.hostile.count)
    let texts = objects.compactMap { $0["text"] as? String }
    #expect(texts.count { $0.hasPrefix(Self.beginning) } == Self.good.count)
  }
}
