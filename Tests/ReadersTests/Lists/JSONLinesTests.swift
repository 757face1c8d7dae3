import Model
import Readers
import Testing

@Suite struct JSONLinesTests {
  @Test func `every member finds its field`() throws {
    let line = """
      {"id":"a-1","title":"A port","published":"2025-12-03T08:30:00+10:00","updated":\
      "2025-12-04T00:00:00Z","url":"https://b.example.org/p","outlet":"Bay","language":"en_US",\
      "text":"40 ships\\u00a0came."}
      """
    let report = try report(line, .jsonl)
    #expect(report.id == "a-1")
    #expect(report.title == "A port")
    #expect(report.published?.description == "2025-12-03")
    #expect(report.publishedAt?.description == "2025-12-02T22:30:00Z")
    #expect(report.updatedAt?.description == "2025-12-04T00:00:00Z")
    #expect(report.url == "https://b.example.org/p")
    #expect(report.outlet == "Bay")
    #expect(report.language == "en")
    #expect(report.languageDeclared == "en_US")
    #expect(report.text == "40 ships\u{A0}came.")
    #expect(report.original == Array(line.utf8))
  }

  @Test(arguments: [
    ("[]", "not an object"), ("7", "not an object"), ("{\"id\":\"x\"}", "no text"),
    ("{\"text\":5}", "text is not a string"), ("{\"text\":\"t\",\"id\":[]}", "id is not a string"),
    ("{\"text\":\"t\",\"claims\":[]}", "use dossier import"),
    ("{\"html_base64\":\"!\"}", "html_base64 is not base64"),
    ("{\"text\":\"t\",\"published\":\"soon\"}", "published is neither a day nor RFC 3339: soon"),
    ("{\"text\":", "not JSON at byte 8: the text ends too early"),
  ])
  func `a bad line is refused by its number, and the rest is read`(
    line: String, reason: String
  ) throws {
    let text = "{\"text\":\"one\"}\n\n\(line)\n{\"text\":\"two\"}"
    #expect(try reports(text, .jsonl).map(\.text) == ["one", "two"])
    #expect(try refusals(text, .jsonl) == ["line 3: \(reason)"])
  }

  @Test func `html is cleaned like a page, and the line's own members win`() throws {
    let page = "<title>x</title><nav>Home</nav><h1>Old</h1><p>\(prose)</p>"
    let line = "{\"html\":\"\(page)\",\"title\":\"New\",\"published\":\"2025-01-02\"}"
    let report = try report(line, .jsonl)
    #expect(report.title == "New")
    #expect(report.text == prose)
    #expect(report.published?.description == "2025-01-02")
  }

  let prose =
    "The port handled forty ships in May, the harbor master said on Tuesday in Vladivostok."

  @Test func `packed html is a page too`() throws {
    let report = try report("{\"html_base64\":\"PHA+Rm9ydHkgc2hpcHMgY2FtZS48L3A+\"}", .jsonl)
    #expect(report.text == "Forty ships came.")
  }

  @Test func `offsets count from the start of the input`() throws {
    let reports = try reports("\u{FEFF}{\"text\":\"é\"}\r\n{\"text\":\"b\"}\r\n", .jsonl)
    #expect(reports.map(\.offset) == [0, 18])
  }

  @Test func `a zero is replaced`() throws {
    #expect(try report("{\"text\":\"a\\u0000b\"}", .jsonl).text == "a\u{FFFD}b")
  }

  @Test func `a line beyond the limit is passed over in bounded memory`() throws {
    var options = ReadingOptions(name: "-")
    options.documentLimit = 1000
    var pieces = 3000
    // A first line of 3,000,000 bytes, then a good one.
    let input = ByteInput { _ in
      pieces -= 1
      if pieces > 0 { return [UInt8](repeating: 0x20, count: 1000) }
      return pieces == 0 ? Array("\n{\"text\":\"two\"}".utf8) : []
    }
    var reader = try DocumentReader(input, format: .jsonl, options: options)
    guard case .refused(let error) = try reader.next() else {
      Issue.record("the long line was not refused")
      return
    }
    #expect(error.place == .line(1))
    guard case .report(let report) = try reader.next() else {
      Issue.record("the line behind it was not read")
      return
    }
    #expect(report.text == "two")
    if try reader.next() != nil { Issue.record("something behind the end") }
  }

  @Test func `options fill in what a line does not give`() throws {
    var options = ReadingOptions(name: "list.jsonl")
    options.published = Day(iso: "2025-10-16")
    options.outlet = "Bay"
    let given = "{\"text\":\"a\",\"published\":\"2024-01-01\",\"outlet\":\"Own\"}"
    let filled = try reports("{\"text\":\"a\"}\n\(given)", .jsonl, options)
    #expect(filled.map(\.published?.year) == [2025, 2024])
    #expect(filled.map(\.outlet) == ["Bay", "Own"])
    #expect(filled.map(\.path) == ["list.jsonl", "list.jsonl"])
    options.forcePublished = true
    #expect(try report(given, .jsonl, options).published?.year == 2025)
  }

  @Test func `a line that is not UTF-8 is read as what it looks like`() throws {
    var western = Array("{\"text\":\"In the caf".utf8)
    western += [0xE9] + Array(" it cost about ".utf8)
    western += [0x80] + Array("5 million.\"}\n{\"text\":\"é\"}".utf8)
    let texts = try items(western, .jsonl).map { item in
      if case .report(let report) = item { report.text } else { "refused" }
    }
    #expect(texts == ["In the café it cost about €5 million.", "é"])
  }

  @Test(arguments: [true, false])
  func `lines in UTF-16 with its mark are read, piece by piece too`(isBig: Bool) throws {
    let text = "\u{FEFF}{\"text\":\"40 ships 🚢 – €5\"}\r\n{\"text\":\"two\"}\n"
    var bytes = text.utf16.flatMap { unit in
      isBig ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
    }
    let found = try items(bytes).compactMap {
      if case .report(let report) = $0 { report } else { nil }
    }
    #expect(found.map(\.text) == ["40 ships 🚢 – €5", "two"])
    #expect(found.map(\.offset) == [nil, nil])
    #expect(found.last?.original == Array("{\"text\":\"two\"}".utf8))
    bytes.reverse()
    let input = ByteInput { _ in bytes.popLast().map { [$0] } ?? [] }
    var reader = try DocumentReader(input, format: .jsonl, options: ReadingOptions(name: "-"))
    guard case .report(let report) = try reader.next() else {
      Issue.record("not read")
      return
    }
    #expect(report.text == "40 ships 🚢 – €5")
  }
}
