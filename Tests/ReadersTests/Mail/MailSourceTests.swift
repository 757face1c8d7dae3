import Testing

@testable import Readers

@Suite struct MailSourceTests {
  private func source(_ from: String, _ list: String? = nil) -> MailSource {
    var header = MIMEHeader()
    _ = header.take(Array("From: \(from)".utf8)[...])
    if let list { _ = header.take(Array("List-Id: \(list)".utf8)[...]) }
    return MailSource(header, charset: nil)
  }

  @Test(arguments: [
    ("Bay Watch <n@b.org>", nil, "Bay Watch"), ("n@b.org", nil, nil), ("n@b.org (Bay)", nil, "Bay"),
    ("\"Bay, Watch\" <n@b.org>", nil, "Bay, Watch"), ("'n@b.org' <n@b.org>", nil, nil),
    ("=?utf-8?Q?Caf=C3=A9?= <n@b.org>", nil, "Café"),
    ("Ann Lee <a@b.org>", "Bay Watch <bay.b.org>", "Bay Watch"),
    ("Ann Lee <a@b.org>", "<bay.b.org>", "bay"), ("Ann Lee <a@b.org>", "bay.b.org", "bay"),
    ("Bay <a@b.org>", "0f3a9c21d8 mc list <0f3a9c21d8.list-id.example.net>", "Bay"),
    ("Ann Lee from Bay Watch <bay@b.org>", "<bay.b.org>", "Bay Watch"),
    ("<", nil, nil), ("", nil, nil), ("\"", nil, nil), ("(((", nil, nil),
  ])
  func `the outlet is the list, or the sender`(from: String, list: String?, outlet: String?) {
    #expect(source(from, list).outlet == outlet)
  }

  @Test(
    arguments: [
      ("Ann Lee <ann.lee@b.org>", nil, []), ("Ann Lee <ann.lee@b.org>", "<bay.b.org>", ["Ann Lee"]),
      ("Bay Watch <baywatch@b.org>", "<baywatch.b.org>", []),
      ("Harbor Post <post@b.org>", "<x.b.org>", []),
      ("Harbor News Desk <news@b.org>", "<x.b.org>", []),
      ("Port Calls <info@b.org>", "<x.b.org>", []),
      ("Ann Lee from Bay Watch <bay@b.org>", nil, ["Ann Lee"]),
      ("Ann Lee via Bay <bay@b.org>", "<bay.b.org>", ["Ann Lee"]),
      ("Нина Ларина <larina@b.org>", "<bay.b.org>", ["Нина Ларина"]),
      ("Ann <ann@b.org>", "<x.b.org>", []),
    ] as [(String, String?, [String])])
  func `a byline is a person's name, and never the list's own`(
    from: String, list: String?, bylines: [String]
  ) {
    #expect(source(from, list).bylines == bylines)
  }

  @Test(arguments: [
    ("Re: Fwd: Ships", "Ships"), ("RE[2]: Ships", "Ships"), ("AW: WG: Ships", "Ships"),
    ("[Bay-Watch] Re: [bay-watch] Ships", "Ships"), ("[Update] Ships", "[Update] Ships"),
    ("回复：转发: Ships", "Ships"), ("Отв: Ships", "Ships"), ("Re:", "Re:"), ("Fw : Ships", "Ships"),
    ("Coal: ships", "Coal: ships"), ("", ""), ("[", "["),
  ])
  func `a title is without the marks of programs`(subject: String, title: String) {
    #expect(MailSubject(subject, list: ["bay-watch"]).title == title)
  }
}
