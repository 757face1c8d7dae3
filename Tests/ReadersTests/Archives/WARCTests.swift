import Bytes
import Model
import Readers
import Testing
import Trials

@Suite struct WARCTests {
  private let one = "Forty ships came to the port on Monday, the harbour office said."
  private let two = "The ferry left for the islands with 300 passengers on Tuesday."

  private func report(_ bytes: [UInt8]) throws -> Report {
    for case .report(let report) in try items(bytes, .warc) { return report }
    return Report(path: "none", text: "", original: [])
  }

  @Test func `a page in a response is a report with the record's fields`() throws {
    let first = record(
      "warcinfo", ["Content-Type: application/warc-fields"], Array("a: b\r\n".utf8))
    let report = try report(first + record(response(page(one))))
    #expect(report.text == one)
    #expect(report.url == "https://tide.example/2025/ships")
    #expect(report.capturedAt?.description == "2025-09-04T01:05:00Z")
    #expect(report.recordID == "urn:uuid:0001")
    #expect(report.offset == first.count)
    #expect(report.original == page(one))
    #expect(report.complete)
  }

  @Test(arguments: [
    ("<link rel=canonical href='/2025/forty-ships'>", "https://tide.example/2025/forty-ships"),
    ("<link rel=canonical href='https://tide.example/'>", "https://tide.example/2025/ships"),
    ("", "https://tide.example/2025/ships"),
  ])
  func `a page's own address goes before the record's, if it is more than a front page`(
    head: String, url: String
  ) throws {
    #expect(try report(record(response(page(one, head: head)))).url == url)
  }

  @Test func `answers that are no documents are counted by their types`() throws {
    let answers = ["image/png", "application/pdf", "image/png"].map {
      record(response(["Content-Type: \($0)"], [1, 2, 3]))
    }
    let others = record(response(page(one))) + record(response(["Content-Type: image/png"], []))
    let all = try items(answers.joined() + others, .warc)
    guard all.count == 2, case .passedOver(let types) = all[1] else {
      Issue.record("\(all.count) items")
      return
    }
    #expect(types == ["image/png": 2, "application/pdf": 1])
    #expect(try items(others, .warc).count == 1)
  }

  @Test func `links are resolved against the record's address`() throws {
    let bytes = page("\(one) <a href='ferry'>The ferry</a> came too.")
    #expect(try report(record(response(bytes))).references == ["https://tide.example/2025/ferry"])
  }

  @Test func `a resource is a document by its own type`() throws {
    let html = record("resource", ["Content-Type: text/html"], page(one))
    let text = record("resource", ["Content-Type: text/plain; charset=utf-8"], Array(two.utf8))
    #expect(try outline(html + text) == [one, two])
  }

  @Test func `other records and other answers are passed over`() throws {
    let image = response(["Content-Type: image/png"], [0x89, 0x50, 0x4E, 0x47])
    let bytes =
      record("request", [], Array("GET / HTTP/1.1\r\n\r\n".utf8)) + record(image)
      + record("revisit", [], response([])) + record("metadata", [], page(one))
      + record(response([], page(one), status: "404 Not Found")) + record(response([]))
      + record("response", ["Content-Type: text/dns"], Array("tide.example. 60 IN A\n".utf8))
      + record(response(["Content-Type: application/json"], Array("{\"a\":1}".utf8)))
      + record(response(Array("%PDF-1.7\n\0\0\0".utf8)))
    #expect(try outline(bytes + record(response(page(two)))) == [two])
  }

  @Test func `the entries of a feed have the record's place`() throws {
    let feed = """
      <rss version="2.0"><channel><title>Tide</title><item><title>a</title><description>\(one)\
      </description></item><item><title>b</title><description>\(two)</description></item>\
      </channel></rss>
      """
    let before = record(response(page(one)))
    let bytes = before + record(response(["Content-Type: text/plain"], Array(feed.utf8)))
    #expect(try outline(bytes) == [one, "feed windows-1252", one, two])
    for case .report(let report) in try items(bytes, .warc).dropFirst() {
      #expect(report.offset == before.count)
      #expect(report.recordID == "urn:uuid:0001")
      #expect(report.url == nil)
    }
  }

  @Test func `what is written for crawlers is no text`() throws {
    let text = String(
      decoding: record("resource", ["Content-Type: text/plain"], Array("Disallow: /".utf8)),
      as: UTF8.self)
    let bytes = Array(text.replacing("/2025/ships", with: "/robots.txt").utf8)
    #expect(try outline(Array(text.utf8)).count == 1)
    #expect(try outline(bytes).isEmpty)
  }

  @Test func `the language and encoding of HTTP count where a page names none`() throws {
    let word = Array("<p>".utf8) + [0xF0, 0xCF, 0xD2, 0xD4] + Array("</p>".utf8)
    let fields = ["Content-Type: text/html; charset=\"KOI8-R\"", "Content-Language: ru"]
    let report = try report(record(response(fields, word)))
    #expect(report.text == "Порт")
    #expect(report.languageDeclared == "ru")
  }

  @Test func `a record that was broken off is not complete`() throws {
    #expect(try !report(record("response", ["WARC-Truncated: time"], response(page(one)))).complete)
  }

  @Test(arguments: ["WARC/1.0\r\n", "WARC/1.1\n"])
  func `an archive is known by its first bytes, packed or not`(first: String) throws {
    let line = Array("WARC/1.1\r\n".utf8)
    let bytes = Array(first.utf8) + record(response(page(one))).dropFirst(line.count)
    #expect(try outline(bytes, nil) == [one])
    #expect(try outline(Gzip.member(bytes), nil) == [one])
  }

  @Test func `gzip that holds no archive is no format`() {
    #expect(throws: ReadingError("no reader knows this format")) {
      try items(Gzip.member(page(one)))
    }
  }

  @Test func `what the input throws goes through`() throws {
    struct Broken: Error {}
    let input = ByteInput { _ in throw Broken() }
    var reader = try DocumentReader(input, format: .warc, options: ReadingOptions(name: "-"))
    #expect(throws: Broken.self) { _ = try reader.next() }
  }

  // MARK: Packed archives

  @Test func `a record that is packed by itself is where its member is`() throws {
    let first = Gzip.member(record(response(page(one))))
    let all = try items(first + Gzip.member(record(response(page(two)))), .warc)
    #expect(
      all.compactMap { if case .report(let report) = $0 { report.offset } else { nil } } == [
        0, first.count,
      ])
  }

  @Test func `an archive that is packed as a whole is read`() throws {
    let first = record(response(page(one)))
    let all = try items(Gzip.member(first + record(response(page(two)))), .warc)
    #expect(
      all.compactMap { if case .report(let report) = $0 { report.offset } else { nil } } == [
        0, first.count,
      ])
  }

  @Test func `records may be cut by members`() throws {
    let bytes = record(response(page(one))) + record(response(page(two)))
    let packed = stride(from: 0, to: bytes.count, by: 100).flatMap {
      Gzip.member(Array(bytes[$0..<min($0 + 100, bytes.count)]))
    }
    #expect(try outline(packed) == [one, two])
  }

  @Test func `a damaged member costs its own records`() throws {
    var first = Gzip.member(record(response(page(one))))
    first[40] ^= 0xFF
    let second = Gzip.member(record(response(page(two))))
    let found = try outline(first + second)
    #expect(found.first?.hasPrefix("offset 0: ") == true)
    #expect(found.dropFirst() == [two])
  }

  @Test func `a member that breaks off does not take the next with it`() throws {
    let cut = Gzip.member(record(response(page(one)))).dropLast(60)
    let found = try outline(cut + Gzip.member(record(response(page(two)))))
    #expect(found == ["offset 0: a gzip member that is cut short", two])
    let last = try outline(Gzip.member(record(response(page(two)))) + cut)
    #expect(last.count == 2 && last[0] == two)
    #expect(last[1].hasSuffix(": a gzip member that is cut short"))
  }

  @Test func `what stands between members is refused, and padding is not`() throws {
    let member = Gzip.member(record(response(page(one))))
    let bytes = member + Array("junk".utf8) + member
    #expect(try outline(bytes) == [one, "offset \(member.count): no gzip member", one])
    #expect(try outline(member + [0, 0, 0, 0] + member + [0, 0]) == [one, one])
  }

  @Test func `a bomb is refused, and the next record read`() throws {
    let zeros = [UInt8](repeating: 0x20, count: 40 << 20)
    let bomb = Gzip.member(record(response(zeros)))
    let found = try outline(bomb + Gzip.member(record(response(page(two)))))
    #expect(
      found == [
        "offset 0: a gzip member that unpacks to more than a thousand times its length", two,
      ])
  }
}
