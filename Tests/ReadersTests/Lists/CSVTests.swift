import Model
import Readers
import Testing

@Suite struct CSVTests {
  @Test func `every column finds its field`() throws {
    let row =
      "a-1,A port,2025-12-03T08:30:00+10:00,2025-12-04T00:00:00Z,https://b.example.org/p,Bay,en_US,x,"
      + "\"40 \"\"ships\"\",\r\nthey say.\""
    let text = "ID,Title,Published,updated,url,outlet,language,section,text\r\n\(row)\r\n"
    let report = try report(text, .csv)
    #expect(report.id == "a-1")
    #expect(report.title == "A port")
    #expect(report.published?.description == "2025-12-03")
    #expect(report.publishedAt?.description == "2025-12-02T22:30:00Z")
    #expect(report.updatedAt?.description == "2025-12-04T00:00:00Z")
    #expect(report.url == "https://b.example.org/p")
    #expect(report.outlet == "Bay")
    #expect(report.language == "en")
    #expect(report.text == "40 \"ships\",\r\nthey say.")
    #expect(report.mime == "text/csv")
    #expect(report.original == Array(row.utf8))
    #expect(report.offset == 61)
  }

  @Test(arguments: [",", ";", "\t"])
  func `the delimiter is the header's`(mark: String) throws {
    let text = "\u{FEFF}id\(mark)text\n1\(mark)one\n\n2\(mark)\"two\(mark)2\""
    #expect(try reports(text).map(\.text) == ["one", "two\(mark)2"])
    #expect(try reports(text).map(\.id) == ["1", "2"])
  }

  @Test(arguments: [
    ("x", "1 cells where the header has 3"), ("a,b,c,d", "4 cells where the header has 3"),
    ("a,b,", "no text"), ("a,soon,t", "published is neither a day nor RFC 3339: soon"),
    ("a,\"b\"c,d", "text behind a closing quote"),
  ])
  func `a bad row is refused by its line, and the rest is read`(
    row: String, reason: String
  ) throws {
    let text = "id,published,text\n1,,\"one\n1\"\n\n\(row)\n2,,two"
    #expect(try reports(text, .csv).map(\.text) == ["one\n1", "two"])
    #expect(try refusals(text, .csv) == ["line 5: \(reason)"])
  }

  @Test func `a quote that nothing closes takes its own line only`() throws {
    let text = "id,text\n1,one\n2,\"two\n3,three\n4,four\n"
    let offsets = try reports(text, .csv).map(\.offset)
    #expect(try reports(text, .csv).map(\.text) == ["one", "three", "four"])
    #expect(offsets == [8, 21, 29])
    #expect(try refusals(text, .csv) == ["line 3: a quote that nothing closes"])
    let twice = "id,text\n1,\"one\n2,\"two\n3,\"three\n4,\"four\"\n5,five"
    #expect(try reports(twice, .csv).map(\.text) == ["four", "five"])
    #expect(try refusals(twice, .csv).count == 3)
  }

  @Test func `html is cleaned like a page`() throws {
    let page =
      "<title>x</title><nav>Home</nav><p>Forty ships came to the port in the month of May.</p>"
    let text = "html,title\n\"\(page)\",New"
    #expect(try report(text, .csv).text == "Forty ships came to the port in the month of May.")
    #expect(try report(text, .csv).title == "New")
  }

  @Test(arguments: [
    ("title,text\na,b", "text/csv"), ("title;html\na;b", "text/html"),
    ("\"text\",\"url\"\n", nil), ("text\nForty ships came.", "text/plain"),
    ("Text, photos and video by Ann Lee\n\nForty ships came.", "text/plain"),
    ("title,body\na,b", "text/plain"),
  ])
  func `a table is known by the names in its first line`(text: String, mime: String?) throws {
    #expect(try reports(text).first?.mime == mime)
  }

  @Test func `a table without a text is refused`() throws {
    #expect(
      try refusals("title,body\na,b", .csv) == [
        "line 1: the first line names neither text nor html"
      ])
    #expect(try items("", .csv).isEmpty)
    #expect(try items("id,text\n", .csv).isEmpty)
  }

  @Test func `cells are decoded one by one`() throws {
    let bytes = Array("id,text\n1,".utf8) + [0xCF, 0xEE, 0xF0, 0xF2, 0x0A] + Array("2,Порт".utf8)
    var options = ReadingOptions(name: "-")
    options.charset = "windows-1251"
    var reader = try DocumentReader(ByteInput(bytes), format: .csv, options: options)
    var texts: [String] = []
    while case .report(let report) = try reader.next() { texts.append(report.text) }
    #expect(texts == ["Порт", "Порт"])
  }

  @Test func `a row beyond the limit is refused in bounded memory`() throws {
    var options = ReadingOptions(name: "-")
    options.documentLimit = 1000
    let text = "id,text\n1,\"" + String(repeating: "ship\n", count: 400) + "2,two\n"
    let found = try reports(text, .csv, options)
    #expect(found.map(\.text) == ["two"])
  }

  @Test func `rows that all break off at the end take no square of time`() throws {
    let rows = 20_000
    let refusals = try refusals("id,text\n" + String(repeating: "x\",\"\n", count: rows), .csv)
    #expect((1..<rows).contains(refusals.count))
    #expect(refusals.first == "line 2: a quote that nothing closes")
  }

  @Test func `every beginning of a table is read`() throws {
    let text = "id,text\r\n1,\"o\"\"ne\"\r\n2,\"two\r\n\",\r\n3,three\r\n"
    for length in 0...text.utf8.count {
      _ = try items(String(decoding: text.utf8.prefix(length), as: UTF8.self), .csv)
    }
  }

  @Test func `what Excel calls Unicode text is a table`() throws {
    let text = "\u{FEFF}id\ttitle\ttext\r\n1\tPort\t\"40 ships, €5\r\neach\"\r\n"
    let items = try items(text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    guard case .report(let report) = items.first else {
      Issue.record("not read")
      return
    }
    #expect(report.mime == "text/csv")
    #expect(report.text == "40 ships, €5\r\neach")
    #expect(report.offset == nil)
  }
}
