import Model
import Readers
import Testing

@Suite struct ForwardedMailTests {
  private let head = """
    From: Bo Vik <bo@corp.example.org>
    Date: Wed, 04 Jun 2025 11:30:00 +0000
    Message-ID: <f.1@corp.example.org>
    """

  private func expectInner(_ report: Report, _ source: Provenance.Source = .text) {
    #expect(report.title == "Coal exports rise")
    #expect(report.outlet == "Bay Watch")
    #expect(report.published?.description == "2025-06-02")
    #expect(report.text == paragraph)
    #expect(report.bylines.isEmpty)
    #expect(report.provenance.contains(Provenance(field: "title", source: source)))
  }

  private let paragraph =
    "The port of Nakhodka handled 1.2 million tons of coal in May, the harbor master said there."

  @Test(arguments: [
    "FYI\n\n---------- Forwarded message ---------\n", "Begin forwarded message:\n\n",
    "-------- Weitergeleitete Nachricht --------\n", "________________________________\n",
    "---------- Пересылаемое сообщение ----------\n", "Look.\n\n",
  ])
  func `the block over a letter says whose it is`(mark: String) throws {
    let text = """
      \(head)
      Subject: Fwd: see

      \(mark)From: Bay Watch <news@bay.example.org>
      Date: Mon, Jun 2, 2025 at 9:00 AM
      Subject: Fwd: Coal exports
       rise
      To: Bo Vik <bo@corp.example.org>,
       Ann Lee <ann@corp.example.org>


      \(paragraph)
      """
    expectInner(try report(text, .mail))
  }

  @Test func `a block in another language is one too`() throws {
    let text = """
      \(head)
      Subject: =?utf-8?Q?WG=3A?= x

      Von: Bay Watch
      Gesendet: Montag, 2. Juni 2025 09:00
      An: Bo
      Betreff: Coal exports rise

      \(paragraph)
      """
    expectInner(try report(text, .mail))
  }

  @Test func `a block that is quoted has a letter that is quoted`() throws {
    let text = """
      \(head)
      Subject: Fwd: x

      Begin forwarded message:

      > From: Bay Watch <news@bay.example.org>
      > Date: June 2, 2025 at 9:00:00 AM GMT+10
      > Subject: Coal exports rise
      >
      > \(paragraph)
      """
    let report = try report(text, .mail)
    expectInner(report)
    #expect(report.publishedAt?.description == "2025-06-01T23:00:00Z")
  }

  static let blocks = [
    """
    <div>FYI<br><div class="gmail_quote"><div>---------- Forwarded message ---------<br>From: \
    <b>Bay Watch</b> &lt;<a href="mailto:n@b.org">n@b.org</a>&gt;<br>Date: Mon, Jun 2, 2025 at 9:00 \
    AM<br>Subject: Coal exports rise<br>To: me<br></div><br><br>
    """,
    """
    <blockquote type="cite"><div>Begin forwarded message:</div><br><div><b>From: </b><span>Bay Watch \
    &lt;n@b.org&gt;<br></span></div><div><b>Subject: </b>Coal exports rise<br></div><div><b>Date: \
    </b>June 2, 2025 at 9:00:00 AM GMT+10<br></div><br>
    """,
    """
    <p>Look.</p><div><p><b>From:</b> Bay Watch &lt;n@b.org&gt;<br><b>Sent:</b> Monday, June 2, 2025 \
    9:00 AM<br><b>To:</b> Bo<br><b>Subject:</b> Coal exports rise</p></div>
    """,
  ]

  @Test(arguments: blocks)
  func `the block over a page is one too`(block: String) throws {
    let text =
      "\(head)\nSubject: Fwd: x\nContent-Type: text/html\n\n<html><body>\(block)<p>\(paragraph)</p>"
    expectInner(try report(text, .mail))
  }

  @Test func `a message that is attached is the report`() throws {
    let text = """
      \(head)
      Subject: Fwd: x
      Content-Type: multipart/mixed; boundary=b

      --b

      See the letter.
      --b
      Content-Type: message/rfc822
      Content-Disposition: attachment

      From: Bay Watch <n@b.org>
      Message-ID: <inner@b.org>
      Date: Mon, 02 Jun 2025 09:00:00 +1000
      Subject: Coal exports rise

      \(paragraph)
      --b--
      """
    let report = try report(text, .mail)
    expectInner(report, .meta)
    #expect(report.id == "inner@b.org")
  }

  @Test func `of several messages in one, each is a report with its place`() throws {
    let part = "--b\n\nMessage-ID: <m%@@b.org>\nSubject: Ships\n\nForty ships.\n"
    let text =
      "\(head)\nSubject: Digest\nContent-Type: multipart/digest; boundary=b\n\n"
      + part.replacing("%@", with: "1") + part.replacing("%@", with: "2") + "--b--\n"
    let reports = try reports(text, .mail)
    #expect(reports.map(\.id) == ["m1@b.org", "m2@b.org"])
    #expect(reports.map(\.title) == ["Ships", "Ships"])
    let bytes = Array(text.utf8)
    for report in reports {
      let offset = report.offset ?? 0
      #expect(report.original == Array(bytes[offset..<offset + report.original.count]))
      #expect(report.text == "Forty ships.")
    }
  }

  @Test func `a block further down in a letter that is not passed on is the letter's text`() throws
  {
    let text = """
      \(head)
      Subject: What they wrote

      They wrote to us:

      From: Bay Watch
      Date: 2 June 2025
      Subject: Coal exports rise
      """
    let report = try report(text, .mail)
    #expect(report.title == "What they wrote")
    #expect(report.text.contains("From: Bay Watch"))
  }
}
