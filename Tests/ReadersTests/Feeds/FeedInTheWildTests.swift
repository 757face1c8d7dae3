import Model
import Testing

@testable import Readers

/// What feeds do beside or against their specifications.
@Suite struct FeedInTheWildTests {
  private func rss(_ item: String, namespaces: String = "") -> String {
    "<rss version=\"2.0\" \(namespaces)><channel><title>Quay</title><item>\(item)</item></channel></rss>"
  }

  private func atom(_ entry: String) -> String {
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry>\(entry)</entry></feed>"
  }

  @Test func `a guid that several entries have identifies none of them`() throws {
    let feed = """
      <rss><channel>
      <item><guid isPermaLink="false">1</guid><link>https://a.example/1</link></item>
      <item><guid isPermaLink="false"><![CDATA[2]]></guid><link>https://a.example/2</link></item>
      <item><guid isPermaLink="false">1</guid><link>https://a.example/3</link></item>
      <item><guid isPermaLink="false"><![CDATA[2]]></guid><title>Four</title></item>
      <item><guid isPermaLink="false">3</guid><title>Five</title></item></channel></rss>
      """
    #expect(try reports(feed).map(\.id) == [nil, nil, nil, nil, "3"])
  }

  @Test func `the identifier of an entry's source is not the entry's`() throws {
    let entry = { (id: Int) in
      "<entry><source><id>s</id></source><id>\(id)</id><title>T</title></entry>"
    }
    #expect(try reports("<feed>\(entry(1))\(entry(2))</feed>").map(\.id) == ["1", "2"])
  }

  @Test(arguments: [
    ("Use &lt;vector&gt; here", "Use <vector> here"), ("&lt;/example&gt;", "</example>"),
    ("1 &lt; 2 &amp;amp; 3", "1 < 2 & 3"), ("a &lt;b&gt;bold&lt;/b&gt; claim", "a bold claim"),
    ("ask &lt;ann@a.example&gt;", "ask <ann@a.example>"), ("&lt;o:p&gt;Port&lt;/o:p&gt;", "Port"),
    ("&amp;lt;b&amp;gt;", "<b>"), ("<![CDATA[<i>Ice</i> & sea]]>", "Ice & sea"),
  ])
  func `only tags that HTML has are markup in a title`(written: String, title: String) throws {
    #expect(try reports(rss("<title>\(written)</title>"), .feed).first?.title == title)
  }

  @Test(arguments: [
    ("<title type='application/octet-stream'>SWNlIDxiPnNlYTwvYj4=</title>", "Ice sea"),
    ("<title type='text'>&lt;b></title>", "<b>"),
    ("<title type='html'>&lt;b>Ice&lt;/b></title>", "Ice"),
    ("<title mode='base64'>SWNlIDxiPnNlYTwvYj4=</title>", "Ice <b>sea</b>"),
    ("<title mode='base64' type='text/html'>SWNlIDxiPnNlYTwvYj4=</title>", "Ice sea"),
    (
      "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a <b>c</b></div></title>",
      "a c"
    ),
  ])
  func `a type says what the text of Atom is`(title: String, plain: String) throws {
    #expect(try reports(atom(title + "<id>1</id>"), .feed).first?.title == plain)
  }

  @Test(arguments: ["****", "AAAA", "SWNl="])
  func `content in Base64 that is no text is none`(content: String) throws {
    let report = try reports(atom("<id>1</id><content type='image/png'>\(content)</content>")).first
    #expect(report?.text == "" && report?.complete == false)
  }

  @Test func `a category of Atom has two names`() throws {
    let entry = "<id>1</id><category term='sea' label='The Sea'/><category term='ice' label='Ice'/>"
    #expect(try reports(atom(entry)).first?.tags == ["The Sea", "sea", "Ice"])
  }

  @Test func `a link of another relation is no address`() throws {
    let entry =
      "<id>1</id><link rel='enclosure'>https://a.example/e</link><link href='https://a.example/1'/>"
    #expect(try reports(atom(entry)).first?.url == "https://a.example/1")
  }

  @Test func `what Media RSS groups speaks of the entry`() throws {
    let item = """
      <m:group><m:content url="https://a.example/v.mp4" type="video/mp4"><m:title>Ice</m:title>
      <m:player url="https://a.example/watch"/><m:description>Forty ships.</m:description>
      </m:content></m:group>
      """
    let feed = rss(item, namespaces: "xmlns:m='http://search.yahoo.com/mrss/'")
    let report = try #require(try reports(feed).first)
    #expect(report.title == "Ice" && report.text == "Forty ships.")
    #expect(report.url == "https://a.example/watch")
    #expect(report.enclosures.map(\.url) == ["https://a.example/v.mp4"])
  }

  @Test func `behind FeedBurner's address stands the page's`() throws {
    let item =
      "<link>https://proxy.example/1</link><feedburner:origLink>https://a.example/1</feedburner:origLink>"
    #expect(try reports(rss(item)).first?.url == "https://a.example/1")
  }

  @Test func `a channel of CDF is a feed`() throws {
    let feed = """
      <CHANNEL HREF="https://a.example/" LASTMOD="2004-01-02T10:00Z"><TITLE>T</TITLE>
      <ITEM HREF="https://a.example/1" LASTMOD="2004-01-01T19:48Z"><TITLE>One</TITLE>
      <ABSTRACT>Forty ships.</ABSTRACT></ITEM></CHANNEL>
      """
    let report = try #require(try reports(feed).first)
    #expect(report.url == "https://a.example/1" && report.title == "One")
    #expect(report.text == "Forty ships." && report.outlet == "T")
    #expect(report.published?.description == "2004-01-01")
  }

  @Test func `the feed's own short texts are read in every entry`() throws {
    let feed = """
      <!DOCTYPE rss [<!ENTITY id "tag:a.example,">]><rss><channel>
      <item><guid isPermaLink="false">&id;1</guid></item>
      <item><guid isPermaLink="false">&id;2</guid></item></channel></rss>
      """
    #expect(try reports(feed).map(\.id) == ["tag:a.example,1", "tag:a.example,2"])
  }

  @Test func `a tag that is left open takes no field along`() throws {
    let item = "<title>a & b <b>c</title><description>Forty ships.</description></p>"
    let report = try reports(rss(item), .feed).first
    #expect(report?.title == "a & b c" && report?.text == "Forty ships.")
  }

  @Test func `a feed's author wrote what names nobody, its editor did not`() throws {
    let feed = { (author: String) in
      "<rss><channel><title>T</title>\(author)<item><title>x</title></item></channel></rss>"
    }
    #expect(try reports(feed("<dc:creator>Ann Lee</dc:creator>")).first?.bylines == ["Ann Lee"])
    let edited = feed("<managingEditor>a@a.example (Bo Su)</managingEditor>")
    #expect(try reports(edited).first?.bylines == [])
    guard case .feed(let head) = try items(edited).first else { return }
    #expect(head.author == "Bo Su")
  }

  @Test func `a quotation mark that is missing takes no element along`() throws {
    let entry = "<title type='html>Ice & sea</title><id>1</id><summary>Forty ships.</summary>"
    let report = try #require(try reports(atom(entry)).first)
    #expect(report.title == "Ice & sea" && report.id == "1" && report.text == "Forty ships.")
  }

  @Test func `an address that is escaped twice is read once more`() throws {
    let item = "<link>https://a.example/?a=1&amp;amp;b=2</link>"
    #expect(try reports(rss(item)).first?.url == "https://a.example/?a=1&b=2")
  }

  @Test func `a server's complaint before the feed does no harm`() throws {
    let complaint = "<br />\n<b>Warning</b>: no such file in <b>/a.php</b> on line 3<br />\n"
    let feed = complaint + "<?xml version='1.0'?>" + rss("<title>Ice</title>")
    let report = try #require(try reports(feed).first)
    #expect(report.title == "Ice" && report.outlet == "Quay")
    #expect(report.original.starts(with: Array("<item>".utf8)))
    #expect(try refusals("<p>Ships <b>came", .feed) == ["not a feed"])
  }

  @Test func `a title's language is the entry's where it has no other`() throws {
    #expect(try reports(atom("<title xml:lang='sv'>Is</title>")).first?.languageDeclared == "sv")
  }

  @Test func `each source's author is one of the entry's`() throws {
    let source = { (name: String) in "<source><author><name>\(name)</name></author></source>" }
    let entry = "<id>1</id>" + source("Ann Lee") + source("Bo Su") + source("Ann Lee")
    #expect(try reports(atom(entry)).first?.bylines == ["Ann Lee", "Bo Su"])
  }

  @Test func `a feed that does not say its encoding is read by its bytes`() throws {
    let start = Array("<rss version='2.0'><channel><item><title>".utf8)
    let end = Array("</title></item></channel></rss>".utf8)
    // "항구는 배를 맞았다" in EUC-KR.
    let title: [UInt8] = [
      0xC7, 0xD7, 0xB1, 0xB8, 0xB4, 0xC2, 0x20, 0xB9, 0xE8, 0xB8, 0xA6, 0x20, 0xB8, 0xC2, 0xBE,
      0xD2, 0xB4, 0xD9,
    ]
    var reader = try DocumentReader(
      ByteInput(start + title + end), options: ReadingOptions(name: "-"))
    guard case .feed(let head) = try reader.next(), case .report(let report) = try reader.next()
    else {
      Issue.record("no entry")
      return
    }
    #expect(head.charset == "euc-kr" && report.title == "항구는 배를 맞았다")
  }
}
