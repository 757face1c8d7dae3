import Model
import Readers
import Testing

/// What is far larger than any document is refused by a word for it, and soon.
@Suite struct LimitTests {
  private func repeated(_ piece: String, _ count: Int) -> String {
    String(repeating: piece, count: count)
  }

  @Test func `what is longer than a document is refused with how long one may be`() throws {
    let long = repeated(" ", (64 << 20) + 1)
    #expect(try refusals(long, .text) == ["longer than the limit of a document (64 MB)"])
  }

  @Test(arguments: ["<div>", "a<br>", "</p>"])
  func `a page of more elements than any has is refused`(piece: String) throws {
    let page = "<html><body>" + repeated(piece, 300_000)
    #expect(try refusals(page, .html) == ["more markup than a page has"])
  }

  @Test func `a page that grows in cleaning is refused`() throws {
    let page = "<html><body>" + repeated("& ", 4_000_000)
    #expect(try refusals(page, .html) == ["more markup than a page has"])
  }

  @Test func `an entry of more markup than a page has is refused, and the next one is read`() throws
  {
    let content = "<description><![CDATA[" + repeated("a<br>", 300_000) + "]]></description>"
    let feed =
      "<rss version=\"2.0\"><channel><item>\(content)</item>"
      + "<item><title>Forty ships</title></item></channel></rss>"
    #expect(try refusals(feed, .feed) == ["offset 28: more markup than a page has"])
    #expect(try reports(feed, .feed).map(\.title) == ["Forty ships"])
  }

  @Test func `a text longer than the limit is refused in its place, and the next one is read`()
    throws
  {
    var options = ReadingOptions(name: "-")
    options.textLimit = 20
    let lines = "{\"text\":\"Forty ships came to the port.\"}\n{\"text\":\"Forty ships.\"}\n"
    let table = "text\nForty ships came to the port.\nForty ships.\n"
    for (list, format, line) in [(lines, Format.jsonl, 1), (table, .csv, 2)] {
      let found = try items(list, format, options)
      guard case .refused(let error)? = found.first, case .report(let report)? = found.last else {
        Issue.record("not one of each")
        return
      }
      #expect(
        error == ReadingError("a text longer than the limit (20 bytes)", at: .line(line)))
      #expect(report.text == "Forty ships.")
    }
  }

  @Test(arguments: ["text/html", "text/plain"])
  func `a message of many parts is refused when they are longer than the limit`(
    type: String
  ) throws {
    var options = ReadingOptions(name: "-")
    options.textLimit = 400
    let part = "--b\n\(type)\n\nForty ships came to the port on Monday morning.\n"
      .replacing(type, with: "Content-Type: \(type)")
    let message =
      "From: a@b.example\nSubject: Ships\nContent-Type: multipart/mixed; boundary=b\n\n"
      + repeated(part, 20) + "--b--\n"
    guard case .refused(let error)? = try items(message, .mail, options).first else {
      Issue.record("it was read")
      return
    }
    #expect(error.reason == "a text longer than the limit (400 bytes)")
  }

  @Test func `an object of more values than any document has is refused`() throws {
    let line =
      "{\"text\":\"a\"" + repeated(",\"a\":1", 1_100_000) + "}\n{\"text\":\"Forty ships.\"}"
    #expect(try refusals(line, .jsonl).first?.hasSuffix("more values than are read") == true)
    #expect(try reports(line, .jsonl).map(\.text) == ["Forty ships."])
  }

  @Test func `an input of nothing but refusals is left after a while`() throws {
    let found = try refusals(repeated("{\n", 100_500), .jsonl)
    #expect(found.count == 100_001)
    #expect(found.last == "line 100001: nothing could be read 100001 times: the rest is left")
  }

  @Test func `a saved page is refused for its own reason`() throws {
    let page =
      "From: <x>\nSnapshot-Content-Location: http://a.example/b\nMIME-Version: 1.0\n"
      + "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n"
      + repeated("a<br>", 300_000)
    #expect(try refusals(page, .mhtml) == ["more markup than a page has"])
  }
}
