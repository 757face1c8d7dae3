import Model
import Readers
import Testing

@Suite struct MHTMLTests {
  private let sentence = "Forty ships came to the port on Monday, the harbour office said."

  private func saved(
    _ header: String, _ content: String, encoding: String = "quoted-printable"
  ) -> String {
    """
    From: <Saved by Blink>
    \(header)Subject: Ships
    Date: Thu, 4 Sep 2025 11:05:00 +1000
    MIME-Version: 1.0
    Content-Type: multipart/related;
    \ttype="text/html";
    \tboundary="--b--"

    ----b--
    Content-Type: text/html; charset=koi8-r
    Content-Transfer-Encoding: \(encoding)
    Content-Location: https://tide.example/part

    \(content)
    ----b--
    Content-Type: image/png
    Content-Transfer-Encoding: base64
    Content-Location: https://tide.example/a.png

    iVBORw0KGgo=
    ----b----

    """.replacing("\n", with: "\r\n")
  }

  private var quoted: String {
    "<html><head><title>Ships</title></head><body><p>\(sentence) =F0=CF=D2=D4 <a href=3D=\n"
      + "\"/ferry\">The ferry</a> came too.</p></body></html>"
  }

  @Test func `a page that was saved with its images is one report`() throws {
    let text = saved("Snapshot-Content-Location: https://tide.example/2025/ships\n", quoted)
    let all = try reports(text)
    #expect(all.count == 1)
    let report = try #require(all.first)
    #expect(report.text == "\(sentence) Порт The ferry came too.")
    #expect(report.title == "Ships")
    #expect(report.mime == "text/html")
    #expect(report.url == "https://tide.example/2025/ships")
    #expect(report.capturedAt?.description == "2025-09-04T01:05:00Z")
    #expect(report.references == ["https://tide.example/ferry"])
    #expect(report.original.starts(with: "<html><head>".utf8))
  }

  @Test func `the address is the part's where the message has none`() throws {
    let text = saved("", "PHA+Rm9ydHkgc2hpcHMgY2FtZS48L3A+", encoding: "base64")
    let report = try #require(try reports(text).first)
    #expect(report.text == "Forty ships came.")
    #expect(report.url == "https://tide.example/part")
  }

  @Test func `a letter with images in it stays a letter`() throws {
    let text = saved("To: ann@tide.example\nMessage-ID: <1@tide.example>\n", quoted)
    #expect(try reports(text).first?.url != "https://tide.example/part")
  }

  @Test func `a message without a page is refused`() throws {
    #expect(try refusals("", .mhtml) == ["no page among its parts"])
    let text =
      "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\n--b--\n"
    #expect(try refusals(text, .mhtml) == ["no page among its parts"])
  }

  @Test func `a saved page that is cut is not complete, and says so`() throws {
    let text = saved("", quoted)
    #expect(try reports(text, .mhtml).map(\.complete) == [true])
    #expect(try refusals(text, .mhtml).isEmpty)
    let cut = try #require(text.split(separator: "----b----").first).description
    #expect(try reports(cut, .mhtml).map(\.complete) == [false])
    #expect(
      try refusals(cut, .mhtml).allSatisfy { $0.hasSuffix(": cut off in the middle of the file") })
    #expect(try refusals(cut, .mhtml).count == 1)
  }

  @Test func `a page that is not the base64 it says it is is refused`() throws {
    #expect(
      try refusals(saved("", "!!!! not base64", encoding: "base64"), .mhtml)
        == ["not the base64 that it says it is"])
  }

  @Test func `a saved page that is cut anywhere ends`() throws {
    let text = saved("", quoted)
    for count in stride(from: 0, to: text.utf8.count, by: 7) {
      _ = try items(Array(text.utf8.prefix(count)), .mhtml)
    }
  }
}
