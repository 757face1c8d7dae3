import Model
import Readers
import Testing

@Suite struct PageFieldTests {
  static func page(head: String = "", above: String = "") -> String {
    HTMLPageTests.page(head: head, above: above)
  }

  @Test(arguments: [
    (
      "<title>A port wakes up | Bay Notebook</title>", "<h1>A port wakes up</h1>", "A port wakes up"
    ),
    (
      "<title>A port wakes up - Bay Notebook</title><meta property=og:title content='A port wakes up'>",
      "<h1>Bay Notebook</h1>", "A port wakes up"
    ),
    (
      "<title>Bay Notebook</title><meta property=og:title content='A port &amp; its pier'>", "",
      "A port & its pier"
    ),
    (
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"A port wakes\"}</script>",
      "", "A port wakes"
    ),
    (
      "<title>A port wakes up — Bay Notebook</title><meta property=og:site_name content='Bay Notebook'>",
      "", "A port wakes up"
    ),
  ])
  func `the headline comes without the site's name`(
    head: String, above: String, title: String
  ) throws {
    #expect(try report(Self.page(head: head, above: above), .html).title == title)
  }

  @Test(arguments: [
    (
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-10-17T23:30:00-09:00\"}</script>",
      "", "2025-10-17", Provenance.Source.jsonLD
    ),
    (
      "<meta property=article:published_time content=2025-07-15T06:30:00Z>", "", "2025-07-15", .meta
    ),
    ("", "<time datetime=2025-05-29T15:00:00+02:00>29 May</time>", "2025-05-29", .markup),
    ("<link rel=canonical href=https://b.example.org/2025/03/09/port>", "", "2025-03-09", .markup),
    ("", "<p>By Ewa Lind, 11 November 2025</p>", "2025-11-11", .markup),
    ("", "<div>Опубликовано 3 марта 2024 г.</div>", "2024-03-03", .markup),
    (
      "<meta name=date content=2025-01-20><link rel=canonical href=https://b.example.org/2024/12/01/x>",
      "", "2024-12-01", .markup
    ),
  ])
  func `the day is the one that the source's own zone has`(
    head: String, above: String, day: String, source: Provenance.Source
  ) throws {
    let report = try report(Self.page(head: head, above: above), .html)
    #expect(report.published?.description == day)
    #expect(report.provenance.contains(Provenance(field: "published", source: source)))
  }

  @Test(arguments: [
    ("<p>May 17, 2025 10:00 PM</p>", "2025-05-17"), ("<p>17 May 2025</p>", "2025-05-17"),
    // A change the next morning, and a clock that nobody's time of that moment has.
    ("<p>19 May 2025</p>", "2025-05-18"), ("<p>19 May 2025 11:39</p>", "2025-05-18"),
    ("<p>19 May 2025 12:00 pm</p>", "2025-05-19"), ("<p>14 May 2025</p>", "2025-05-18"),
    ("<p>17 May 2025</p><p>18 May 2025</p>", "2025-05-18"),
  ])
  func `a moment in UTC is of the day on which the page shows it`(
    above: String, day: String
  ) throws {
    let isNight = above.contains("17 May") || above.contains("May 17")
    let time = isNight ? "2025-05-18T02:00:00Z" : "2025-05-18T22:00:00Z"
    let head =
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"\(time)\"}</script>"
    let report = try report(Self.page(head: head, above: above), .html)
    #expect(report.published == Day(iso: day))
    #expect(report.publishedAt == Instant(rfc3339: time))
  }

  @Test(arguments: [
    ("<p><span>Ann Lee</span><span>Dec 05, 2023</span></p>", "", "2023-12-05"),
    ("<p>Ann &middot; <span>31. Oktober 2023</span></p>", "<time>2 May 2020</time>", "2023-10-31"),
    ("", "<time>2 May 2020</time>", "2020-05-02"),
    ("", "<time>2 May 2020</time> <time datetime=2020-05-02></time>", "2020-05-02"),
    ("", "<time>2 May 2020</time> <time>3 May 2020</time>", nil),
  ])
  func `a date around the headline goes before those further off`(
    above: String, far: String, day: String?
  ) throws {
    let page = Self.page(above: above)
      .replacing("</footer>", with: "<p>Elsewhere: \(far)</p></footer>")
    #expect(try report(page, .html).published == day.flatMap { Day(iso: $0) })
  }

  @Test(arguments: [
    ("<meta name=date content=03/04/2025>", ""), ("", "<p>Updated yesterday at 9:30</p>"),
    ("<meta name=date content=2025-02-30>", ""), ("", "<time>now</time>"),
  ])
  func `a date that is none is not guessed`(head: String, above: String) throws {
    #expect(try report(Self.page(head: head, above: above), .html).published == nil)
  }

  @Test(arguments: [
    (
      "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"Article\",\"author\":[{\"@id\":\"#a\"}]},{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ann Lee\"}]}</script>",
      "", ["Ann Lee"]
    ),
    (
      "<script type=application/ld+json>{\"@type\":\"Article\",\n\"author\":{\"name\":\"Ann Lee and Bo\n Vik\"},}</script>",
      "", ["Ann Lee", "Bo Vik"]
    ),
    ("<meta name=author content='By Ann Lee, Staff Writer'>", "", ["Ann Lee"]),
    ("<meta name=author content='https://b.example.org/ann'>", "", []),
    ("", "<a rel=author href=/ann>Ann Lee</a>", ["Ann Lee"]),
    ("", "<p class=byline>By Ann Lee<br>Bay Wire</p>", ["Ann Lee"]),
    ("", "<p>Von Anna Weiß und Bo Vik | 3. Mai 2025</p>", ["Anna Weiß", "Bo Vik"]),
    ("", "<p>By the river nobody waits.</p>", []),
    (
      "<meta property=og:site_name content='Bay Wire'><meta name=author content='Bay Wire'>", "", []
    ),
  ])
  func `bylines are bare names`(head: String, above: String, names: [String]) throws {
    #expect(try report(Self.page(head: head, above: above), .html).bylines == names)
  }

  @Test(arguments: [
    ("<meta property=og:site_name content='Bay Notebook'>", "Bay Notebook"),
    (
      "<script type=application/ld+json>{\"@type\":\"Article\",\"publisher\":{\"name\":\"Bay\"}}</script>",
      "Bay"
    ),
    ("<title>A port wakes up - Harbor Office</title>", "Harbor Office"), ("", nil),
  ])
  func `the outlet is named by the page or not at all`(head: String, outlet: String?) throws {
    let page = Self.page(head: head, above: "<h1>A port wakes up</h1>")
    #expect(try report(page, .html).outlet == outlet)
  }

  @Test(arguments: [
    ("<link rel=canonical href=https://b.example.org/p>", "https://b.example.org/p"),
    ("<meta property=og:url content=https://b.example.org/p>", "https://b.example.org/p"),
    ("<link rel=canonical href=/p>", nil), ("<link rel=canonical href='javascript:x'>", nil),
  ])
  func `the address is canonical and absolute`(head: String, url: String?) throws {
    #expect(try report(Self.page(head: head), .html).url == url)
  }

  @Test func `a relative canonical address is resolved against the given one`() throws {
    var options = ReadingOptions(name: "p")
    options.baseURL = "https://b.example.org/x/y"
    let page = Self.page(head: "<link rel=canonical href=../p>")
    #expect(try report(page, .html, options).url == "https://b.example.org/p")
  }

  @Test func `letters and words win over a wrong declaration of the language`() throws {
    let russian =
      "Порт Зарубино принял в мае сорок судов, сообщил капитан порта. Это больше, чем было год назад, и не все из них пришли за углём."
    let report = try report("<html lang=en><p>\(russian)</p>", .html)
    #expect(report.language == "ru")
    #expect(report.languageDeclared == "en")
  }
}
