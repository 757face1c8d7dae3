import Model
import Readers
import Testing

@Suite struct MailTests {
  static let fields = """
    From: Ann Lee <ann.lee@example.org>
    Date: Tue, 03 Jun 2025 00:30:00 +1000
    Message-ID: <m.1@example.org>
    Subject: =?utf-8?Q?Re:_Ships_=E2=80=93_forty?=
    """

  private func message(_ rest: String) throws -> Report {
    try report(MailTests.fields + rest, .mail)
  }

  @Test func `every field finds its place`() throws {
    let text = MailTests.fields + "\n\nForty ships came to the port.\n"
    let report = try report(text, .mail)
    #expect(report.id == "m.1@example.org")
    #expect(report.title == "Ships – forty")
    #expect(report.outlet == "Ann Lee")
    #expect(report.bylines.isEmpty)
    #expect(report.published?.description == "2025-06-03")
    #expect(report.publishedAt?.description == "2025-06-02T14:30:00Z")
    #expect(report.text == "Forty ships came to the port.")
    #expect(report.mime == "message/rfc822")
    #expect(report.offset == nil)
    #expect(report.original == Array(text.utf8))
    #expect(report.provenance.contains(Provenance(field: "published", source: .meta)))
  }

  private static let paragraph =
    "The port handled forty ships in May, the harbor master said on Tuesday in Vladivostok."

  @Test func `the page goes before the text, in its own encoding`() throws {
    let report = try message(
      """

      Content-Type: multipart/alternative; boundary=b

      --b

      Plain words of the same letter.
      --b
      Content-Type: text/html; charset=koi8-r
      Content-Transfer-Encoding: quoted-printable

      <meta charset=3Dutf-8><p><a href=3D"https://e.example.org">View in browser</a></p>
      <p>=F0=CF=D2=D4. \(Self.paragraph)</p><p><a href=3D"https://e.example.org/u">Unsubscribe</a></p>
      --b--
      """)
    #expect(report.text == "Порт. \(Self.paragraph)")
  }

  @Test func `without a text in the page, the plain text is read`() throws {
    let report = try message(
      """

      Content-Type: multipart/alternative; boundary=b

      --b

      Forty ships.
      --b
      Content-Type: text/html

      <img src="x.png">
      --b--
      """)
    #expect(report.text == "Forty ships.")
  }

  @Test func `a short page is read whole`() throws {
    let page = "<div><a href=https://e.example.org>Forty ships.</a></div>"
    #expect(try message("\nContent-Type: text/html\n\n\(page)").text == "Forty ships.")
  }

  @Test func `files that come with a message are passed over`() throws {
    let report = try message(
      """

      Content-Type: multipart/mixed; boundary=b

      --b

      Forty ships.
      --b
      Content-Type: text/plain
      Content-Disposition: attachment; filename=notes.txt

      Sixty ships.
      --b
      Content-Type: text/csv

      a,b
      --b

      And ten.
      --b--
      """)
    #expect(report.text == "Forty ships.\n\nAnd ten.")
  }

  @Test func `the title over the text is no part of it, and other lines are`() throws {
    #expect(try message("\n\nSHIPS – FORTY\n\nForty came.").text == "Forty came.")
    #expect(try message("\n\nPort report\n\nForty came.").text == "Port report\n\nForty came.")
  }

  @Test func `a header within the text tells who wrote it`() throws {
    let report = try message("\n\nShips – forty\nBy Petra Olsen\n14 July 2025\n\nForty came.")
    #expect(report.bylines == ["Petra Olsen"])
    #expect(report.published?.description == "2025-06-03")
    #expect(report.text == "Forty came.")
  }

  @Test func `more lines than anybody writes are refused`() throws {
    let text = MailTests.fields + "\n\nForty" + String(repeating: "\n", count: 3_000_000) + "ten"
    #expect(try refusals(text, .mail) == ["more than 1000000 lines"])
  }

  @Test func `flowed lines are joined`() throws {
    let text = """

      Content-Type: text/plain; format=flowed; delsp=yes

      Forty \u{20}
      ships.
       From sea.
      --\u{20}
      Ann
      """
    #expect(try message(text).text == "Forty ships.\nFrom sea.")
  }

  @Test func `a signature and the foot of a list are cut`() throws {
    let text = """


      View this email in your browser: https://e.example.org/1

      Forty ships. -- And more.

      --\u{20}
      Ann Lee
      Harbor office

      _______________________________________________
      Bay-watch mailing list
      https://lists.example.org/bay-watch
      """
    #expect(try message(text).text == "Forty ships. -- And more.")
    #expect(try message("\n\n-- \nForty ships.").text == "-- \nForty ships.")
  }

  @Test func `an answer is without what it answers`() throws {
    let text = """


      Forty ships came.

      On Tue, Jun 3, 2025 at 9:00 AM Bo Vik <bo@example.org>
      wrote:

      > How many ships came?

      That is all.

      -----Original Message-----
      From: Bo Vik
      Sent: Monday
      Subject: Ships

      Ten ships.
      """
    #expect(try message(text).text == "Forty ships came.\n\nThat is all.")
  }

  @Test func `quoted lines of a letter that is no answer are its own`() throws {
    let text = "From: Ann <a@example.org>\nSubject: Ships\n\nHe said:\n> Forty ships.\n"
    #expect(try report(text, .mail).text == "He said:\n> Forty ships.")
  }

  @Test func `a message without text is refused with its name`() throws {
    let text = MailTests.fields + "\nContent-Type: application/pdf\n\n%PDF-1.4"
    guard case .refused(let error) = try items(text, .mail).first else {
      Issue.record("it was not refused")
      return
    }
    #expect(error == ReadingError("no text", id: "m.1@example.org"))
  }

  @Test(arguments: [
    ("From: a@b.org\nSubject: x\n\nForty", "message/rfc822"),
    ("Received: by x\n\tfor y\nMIME-Version: 1.0\n\nForty", "message/rfc822"),
    ("From ann@example.org Mon Jan  6 10:00:00 2025\nTo: x\n\nForty", "message/rfc822"),
    ("From: a@b.org\n\nForty ships.", "text/plain"), ("From Nakhodka came ships.", "text/plain"),
    ("Title: x\nDate: 2025-01-02\n\nForty ships.", "text/plain"),
  ])
  func `mail is known by its header or its separator`(text: String, mime: String) throws {
    #expect(try reports(text).first?.mime == mime)
  }

  @Test func `every beginning of a message is read or refused`() throws {
    let text =
      MailTests.fields
      + "\nContent-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/html\n\n<p>Forty"
      + "</p>\n--b\nContent-Type: message/rfc822\n\nSubject: =?utf-8?B?eA==?=\n\nSixty\n--b--\n"
    for length in 0...text.utf8.count {
      let items = try items(String(decoding: text.utf8.prefix(length), as: UTF8.self), .mail)
      if case .report(let report) = items.first {
        #expect(items.count == (report.complete ? 1 : 2))
      } else {
        #expect(items.count == (length == 0 ? 0 : 1))
      }
    }
  }

  @Test func `a message without its last boundary is not complete, and says so`() throws {
    let head = "\(MailTests.fields)\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nForty"
    for (end, isComplete) in [
      (" ships.\n--b--\n", true), (" ships.\n--b--\nfoot\n", true), ("", false),
    ] {
      #expect(try report(head + end, .mail).complete == isComplete)
      #expect(
        try refusals(head + end, .mail)
          == (isComplete ? [] : ["line 9: cut off in the middle of the message"]))
    }
    let box = "From a@b.example Thu Aug 30 17:26:16 2012\n\(head)\n\n"
    #expect(try reports(box + box, .mail).map(\.complete) == [false, false])
    #expect(
      try refusals(box + box, .mail).last
        == "offset \(box.utf8.count): cut off in the middle of the message")
  }

  @Test func `a body that is not the base64 it says it is is refused`() throws {
    let packed = "\(MailTests.fields)\nContent-Transfer-Encoding: base64\n\n"
    #expect(
      try refusals(packed + "!!!! not base64 ****", .mail) == ["not the base64 that it says it is"])
    #expect(
      try refusals(packed + "Forty ships came.", .mail) == ["not the base64 that it says it is"])
    #expect(
      try report(packed + "\nRm9ydHkgc2hpcHMu\n--\nlist@e.example", .mail).text.hasPrefix("Forty"))
    let both = """
      \(MailTests.fields)
      Content-Type: multipart/alternative; boundary=b

      --b

      Forty ships.
      --b
      Content-Type: text/html
      Content-Transfer-Encoding: base64

      <p>Forty ships.</p>
      --b--
      """
    #expect(try report(both, .mail).text == "Forty ships.")
  }
}
