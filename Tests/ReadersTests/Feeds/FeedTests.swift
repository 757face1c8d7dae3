import Model
import Testing

@testable import Readers

@Suite struct FeedTests {
  private let rss = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Tide Table</title>
    <link>https://tide.example/</link><language>en-GB</language>
    <!-- <item><title>not an entry</title></item> -->
    <item><title>Forty ships &amp;amp; a ferry</title><link>/2025/ships</link>
    <guid isPermaLink="false">t-1</guid><dc:creator>Ann Lee</dc:creator>
    <pubDate>Thu, 04 Sep 2025 01:05:00 +1000</pubDate><category>Ports</category>
    <enclosure url="/a.mp3" type="audio/mpeg" length="12"/>
    <description>Forty ships came.</description>
    <content:encoded><![CDATA[<p>Forty ships came to the port in August, the <a href="/harbour">harbour office</a> said.</p>
    <p>A ferry with 300 passengers &#8212; the first of the year &#8212; left for the islands on Monday.</p>
    <p>The post <a href="https://tide.example/2025/ships">Forty ships</a> appeared first on Tide Table.</p>]]></content:encoded>
    </item>
    <item/>
    <item><title>Ice</title><guid>https://tide.example/2025/ice</guid><pubDate>Sun, 99 Jun 2025 12:00:00 GMT</pubDate>
    <description>&lt;p&gt;The ice is 30 cm thick off the &lt;b&gt;northern&lt;/b&gt; pier, the harbour office said on Monday.&lt;/p&gt;</description></item>
    </channel></rss>
    """

  @Test func `an entry of RSS is a report`() throws {
    let all = try reports(rss, .feed)
    #expect(all.count == 2)
    let report = try #require(all.first)
    #expect(report.id == "t-1")
    #expect(report.title == "Forty ships & a ferry")
    #expect(report.url == "https://tide.example/2025/ships")
    #expect(report.outlet == "Tide Table")
    #expect(report.bylines == ["Ann Lee"])
    #expect(report.published?.description == "2025-09-04")
    #expect(report.publishedAt?.description == "2025-09-03T15:05:00Z")
    #expect(report.language == "en" && report.languageDeclared == "en-GB")
    #expect(report.tags == ["Ports"])
    #expect(
      report.enclosures == [
        Enclosure(url: "https://tide.example/a.mp3", type: "audio/mpeg", length: 12)
      ])
    #expect(report.summary == "Forty ships came.")
    #expect(report.complete)
    #expect(
      report.text == """
        Forty ships came to the port in August, the harbour office said.

        A ferry with 300 passengers — the first of the year — left for the islands on Monday.
        """)
    #expect(report.references == ["https://tide.example/harbour"])
    #expect(report.provenance.first == Provenance(field: "title", source: .feed))
  }

  @Test func `a summary is cleaned and not complete, and a bad date is none`() throws {
    let report = try #require(try reports(rss).last)
    #expect(
      report.text
        == "The ice is 30 cm thick off the northern pier, the harbour office said on Monday."
    )
    #expect(!report.complete)
    #expect(report.published == nil && report.publishedAt == nil)
    #expect(report.url == "https://tide.example/2025/ice")
  }

  @Test func `each entry has its own bytes`() throws {
    for report in try reports(rss) {
      let offset = try #require(report.offset)
      let part = Array(rss.utf8)[offset...].prefix(report.original.count)
      #expect(part.elementsEqual(report.original))
      #expect(report.original.starts(with: Array("<item>".utf8)))
      #expect(report.original.suffix(7).elementsEqual("</item>".utf8))
    }
  }

  @Test func `an empty entry is refused and the rest goes in`() throws {
    let offset = try #require(rss.utf8.firstRange(of: "<item/>".utf8)).lowerBound
    let place = rss.utf8.distance(from: rss.utf8.startIndex, to: offset)
    #expect(try refusals(rss) == ["offset \(place): an empty entry"])
  }

  @Test func `an entry that is not closed takes no other with it`() throws {
    let feed = """
      <rss><channel><title>T</title><item><title>One<description>Ships came
      <item><title>Two</title><description>More ships came</description></item></channel></rss>
      """
    let all = try reports(feed)
    #expect(all.count == 2)
    #expect(all.last?.title == "Two")
    #expect(all.last?.text == "More ships came")
    #expect(all.first?.complete == false)
  }

  @Test func `an entry of Atom is a report`() throws {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://hafen.example/blog/">
      <title type="html">Der &amp;lt;Hafen&amp;gt;</title><author><name>Petra Olsen</name></author>
      <link rel="self" href="feed.xml"/><link href="index.html"/>
      <entry><id>tag:hafen.example,2025:1</id><title>3 &lt; 4</title>
      <link rel="enclosure" href="a.pdf"/><link href="eins.html"/>
      <published>2025-03-01T23:30:00-02:00</published><updated>2025-03-02T10:00:00Z</updated>
      <category term="See"/><summary>Kurz</summary>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Der Hafen hat im Mai
      vierzig <a href="x.html">Schiffe</a> abgefertigt, und das ist mehr als im Jahr zuvor.</p></div></content>
      </entry>
      <entry><id>2</id><updated>2025-04-01</updated><title>Zwei</title></entry></feed>
      """
    let all = try reports(feed)
    #expect(all.map(\.outlet) == ["Der <Hafen>", "Der <Hafen>"])
    let report = try #require(all.first)
    #expect(report.id == "tag:hafen.example,2025:1")
    #expect(report.title == "3 < 4")
    #expect(report.url == "https://hafen.example/blog/eins.html")
    #expect(report.enclosures.map(\.url) == ["https://hafen.example/blog/a.pdf"])
    #expect(report.references == ["https://hafen.example/blog/x.html"])
    #expect(report.bylines == ["Petra Olsen"])
    #expect(report.published?.description == "2025-03-01")
    #expect(report.publishedAt?.description == "2025-03-02T01:30:00Z")
    #expect(report.updatedAt?.description == "2025-03-02T10:00:00Z")
    #expect(report.tags == ["See"] && report.summary == "Kurz" && report.language == "de")
    #expect(report.text.hasPrefix("Der Hafen hat im Mai vierzig Schiffe abgefertigt"))
    #expect(all.last?.published?.description == "2025-04-01")
    #expect(all.last?.publishedAt == nil)
  }

  @Test func `a feed begins with what it says of itself`() throws {
    guard case .feed(let head) = try items(rss).first else {
      Issue.record("no head")
      return
    }
    #expect(head.title == "Tide Table" && head.url == "https://tide.example/")
    #expect(head.format == "rss20" && head.charset == "utf-8" && head.language == "en-GB")
  }

  @Test func `an entry of RDF is a report`() throws {
    let feed = """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://a.example/"><title>Old Port</title><link>https://a.example/</link>
      <items><rdf:Seq><rdf:li resource="https://a.example/1"/></rdf:Seq></items></channel>
      <item rdf:about="https://a.example/1"><title>One</title><link>https://a.example/1</link>
      <dc:date>2005-05-05</dc:date><description>Ships came.</description></item></rdf:RDF>
      """
    let report = try #require(try reports(feed).first)
    #expect(report.outlet == "Old Port" && report.id == "https://a.example/1")
    #expect(report.published?.description == "2005-05-05" && report.text == "Ships came.")
  }

  @Test func `items of JSON Feed are reports, and a broken one is refused`() throws {
    let feed = """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Quay, [daily]",
       "home_page_url": "https://quay.example/", "items": [
        {"id": "1", "url": "/one", "title": "One", "content_html": "<p>Ships &amp; boats came.</p>",
         "date_published": "2025-05-01T08:00:00+10:00", "authors": [{"name": "Bo Su"}]},
        {"id": "2", "content_text": }, 7,
        {"id": 3, "content_text": "a < b, said the {mate}.\\n\\nMore]"}], "language": "en"}
      """
    let all = try reports(feed)
    #expect(all.map(\.id) == ["1", "3"])
    #expect(all.first?.url == "https://quay.example/one")
    #expect(all.first?.text == "Ships & boats came.")
    #expect(all.first?.bylines == ["Bo Su"])
    #expect(all.first?.publishedAt?.description == "2025-04-30T22:00:00Z")
    #expect(all.first?.outlet == "Quay, [daily]")
    #expect(all.last?.text == "a < b, said the {mate}.\n\nMore]")
    let refused = try refusals(feed)
    #expect(refused.count == 2)
    #expect(refused.last?.hasSuffix("not an object") == true)
  }

  @Test(arguments: [
    ("Thu, 04 Sep 2025 11:05:00 +1000", "2025-09-04", "2025-09-04T01:05:00Z"),
    ("Mon, 04 Sep 25 11:05 EST", "2025-09-04", "2025-09-04T16:05:00Z"),
    ("Wed, 19 Feb 2012 22:40:00 GMT-01:01", "2012-02-19", "2012-02-19T23:41:00Z"),
    ("Thu Aug 30 17:26:16 2012", "2012-08-30", nil),
    ("Thu, June 22, 2023 at 01:11 PM EDT", "2023-06-22", "2023-06-22T17:11:00Z"),
    ("12:30 AM", nil, nil),
    ("Fri, 31 Mar 2023 20:19:00 Europe/Brussels", "2023-03-31", "2023-03-31T18:19:00Z"),
    ("1 Feb 2023 20:19 America/New_York", "2023-02-01", "2023-02-02T01:19:00Z"),
    ("12 Mar 2023 02:30 America/New_York", "2023-03-12", nil),
    ("12 Mar 2023 03:00 America/New_York", "2023-03-12", "2023-03-12T07:00:00Z"),
    ("5 Nov 2023 01:30 ET", "2023-11-05", nil),
    ("5 Nov 2023 02:00 ET", "2023-11-05", "2023-11-05T07:00:00Z"),
    ("1 Jan 2023 12:00 Australia/Sydney", "2023-01-01", "2023-01-01T01:00:00Z"),
    ("29 Oct 2023 12:00 Europe/London", "2023-10-29", "2023-10-29T12:00:00Z"),
    ("5 Jul 1994 12:00 Europe/Moscow", "1994-07-05", nil),
    ("5 Jul 2023 12:00 Nowhere/Land", "2023-07-05", nil),
    ("5 Jul 2023 01:00 p.m. KST", "2023-07-05", "2023-07-05T04:00:00Z"),
    ("2024년 5월 28일 오후 1:31:15", "2024-05-28", "2024-05-28T04:31:15Z"),
    ("2024年5月28日 下午 1:31", "2024-05-28", nil),
    ("20031231T101455Z", "2003-12-31", "2003-12-31T10:14:55Z"),
    ("2004-július-13T9:15-05:00", "2004-07-13", "2004-07-13T14:15:00Z"),
    ("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11", "2004-07-11T17:00:00Z"),
    ("2023-06-23T19:00:00+0900[Asia/Seoul]", "2023-06-23", "2023-06-23T10:00:00Z"),
    ("Fri, 23 Jun 2023 24:00:00 GMT", "2023-06-23", nil),
    ("Fri, 31 Jun 2023 12:00:00 GMT", nil, nil),
    ("Fri, 23 Jun 2023 12:00:00 +9900", "2023-06-23", nil),
    ("2003-335", "2003-12-01", nil), ("2003-366", nil, nil), ("2003-000", nil, nil),
    ("2003-12-31T10:14:55.1234Z", "2003-12-31", "2003-12-31T10:14:55Z"),
    ("20040708T23:56:58Z", "2004-07-08", "2004-07-08T23:56:58Z"),
    ("2004-07-08 23:56:58 -00:20", "2004-07-08", "2004-07-09T00:16:58Z"),
    ("01 déc. 2020 16:11:02 +0000", "2020-12-01", "2020-12-01T16:11:02Z"),
    ("2016-06-29", "2016-06-29", nil), ("2016-06", nil, nil), ("03/04/2025", nil, nil),
    ("Sun, 99 Jun 2009 12:00:00 GMT", nil, nil), ("yesterday", nil, nil), ("", nil, nil),
  ])
  func `a date is read as it is written, or not at all`(
    written: String, day: String?, instant: String?
  ) {
    let date = StampedDate(written)
    #expect(date?.day.description == day)
    #expect(date?.instant?.description == instant)
  }

  @Test(arguments: [
    ("Ann Lee", ["Ann Lee"]), ("ann@a.example (Ann Lee)", ["Ann Lee"]),
    ("Ann Lee <ann@a.example>", ["Ann Lee"]), ("Ann Lee and Bo Su", ["Ann Lee", "Bo Su"]),
    ("Ann Lee (ann@a.example)", ["Ann Lee"]), ("ann@a.example", []),
    ("by <a href=\"/ann\">Ann Lee</a>", ["Ann Lee"]),
  ])
  func `names stand bare`(written: String, names: [String]) {
    #expect(FeedNames.names(in: written, outlet: nil) == names)
  }

  @Test(arguments: [
    "<rss><channel><item><title>A &lol;</title></item>", "<feed><entry><title>A</title></feed>",
    "<!DOCTYPE rss [<!ENTITY a '<item>'>]><rss><item><title>A</title></item></rss>",
    "<rss><channel>" + String(repeating: "<item>", count: 3) + "<title>A</title></rss>",
  ])
  func `hostile feeds give what they have`(feed: String) throws {
    #expect(try reports(feed, .feed).count == 1)
  }

  @Test(arguments: [
    "<rss>\n<channel><title>F</title>\n%</channel></rss>", "<feed><title>F</title>\n\n%</feed>",
  ])
  func `what is cut off is told, and half an entry is none`(feed: String) throws {
    let name = feed.hasPrefix("<rss") ? "item" : "entry"
    let entries = ["A", "B"].map {
      "<\(name)><title>\($0)</title><summary>\($0) <![CDATA[<b>]]> ships.</summary></\(name)>\n"
    }
    let whole = feed.replacing("%", with: entries.joined())
    let bytes = Array(whole.utf8)
    let ends = try #require(whole.firstRange(of: "</\(name)>")).upperBound
    // The last sign of an end tag is not missed.
    let first = whole.utf8.distance(from: whole.startIndex, to: ends) - 1
    let second = bytes.count - feed.split(separator: "%")[1].utf8.count - 2
    for count in stride(from: 30, to: bytes.count - 1, by: 3) {
      let part = String(decoding: bytes[..<count], as: UTF8.self)
      let titles = try reports(part, .feed).map(\.title)
      #expect(titles == (count < first ? [] : count < second ? ["A"] : ["A", "B"]), "\(part)")
      let told = try refusals(part, .feed)
      #expect(told.count == 1 && told[0].contains(": cut off in the middle of "), "\(part)")
    }
    #expect(try refusals(whole, .feed).isEmpty)
    #expect(
      try refusals(String(decoding: bytes[..<(second - 4)], as: UTF8.self), .feed)
        == ["line 4: cut off in the middle of an entry"])
    #expect(try head(whole).title == "F")
  }

  private func head(_ feed: String) throws -> FeedHead {
    guard case .feed(let head) = try items(feed, .feed).first else { return FeedHead() }
    return head
  }

  @Test func `many tiny entries in a long root take no square time`() throws {
    let names = (0..<100).map { "xmlns:a\($0)='http://a.example/\($0)'" }.joined(separator: " ")
    let feed =
      "<rss \(names)><channel>" + String(repeating: "<item><title>A</title></item>", count: 2000)
    let parts = FeedParts(Array(feed.utf8))
    #expect(parts.entries.count == 2000)
    #expect(parts.context == Array("<rss>".utf8))
    #expect(try reports(String(feed.prefix(20_000)), .feed).count > 500)
  }

  @Test func `what is no feed is refused`() throws {
    #expect(try refusals("<html><p>x", .feed) == ["not a feed"])
    #expect(try refusals("{\"version\": \"1\"}", .feed) == ["not a feed"])
    #expect(try refusals("plain", .feed) == ["not a feed"])
  }
}
