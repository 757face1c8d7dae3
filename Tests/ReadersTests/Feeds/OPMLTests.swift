import Readers
import Testing

@Suite struct OPMLTests {
  private func outlines(_ text: String) throws -> [FeedOutline] {
    try items(text, .opml).compactMap {
      if case .outline(let outline) = $0 { outline } else { nil }
    }
  }

  private let list = """
    <?xml version="1.0" encoding="UTF-8"?>
    <opml version="2.0"><head><title>Reading</title></head><body>
    <outline text="Ports &amp; harbours"><outline text="East"><outline type="rss" text="Quay"
      title="The Quay" xmlUrl="https://quay.example/feed" htmlUrl="https://quay.example/"
      description="Daily" language="en" category="/Trade/Sea,Ice"/></outline>
    <outline text="Tide Table" xmlURL="https://tide.example/rss?a=1&b=2"/></outline>
    <outline text="A note"/>
    <outline type="rss" xmlUrl="javascript:alert(1)" text="No"/>
    <outline XMLURL="https://ice.example/"/></body></opml>
    """

  @Test func `each outline of a feed is an item`() throws {
    let all = try outlines(list)
    #expect(all.map(\.index) == [0, 1, 2])
    #expect(
      all.map(\.feedURL) == [
        "https://quay.example/feed", "https://tide.example/rss?a=1&b=2", "https://ice.example/",
      ])
    #expect(all.map(\.title) == ["The Quay", "Tide Table", nil])
    #expect(all[0].url == "https://quay.example/" && all[0].description == "Daily")
    #expect(all[0].language == "en")
  }

  @Test func `addresses are resolved against the list's own`() throws {
    var options = ReadingOptions(name: "-")
    options.address = "https://quay.example/lists/east.opml"
    let list = "<opml><outline xmlUrl='../feed'/></opml>"
    guard case .outline(let outline) = try items(list, .opml, options).first else {
      Issue.record("the feed was not found")
      return
    }
    #expect(outline.feedURL == "https://quay.example/feed")
  }

  @Test func `an address that leads nowhere is refused`() throws {
    #expect(try refusals(list, .opml) == ["no address of a feed: javascript:alert(1)"])
  }

  @Test func `more feeds than a list has are left, and told`() throws {
    let many =
      "<opml><body>" + String(repeating: "<outline xmlUrl='http://a.example/'/>", count: 100_001)
      + "</body></opml>"
    #expect(try outlines(many).count == 100_000)
    #expect(try refusals(many, .opml) == ["more than 100000 feeds: the rest is left"])
  }

  @Test func `folders and categories are tags`() throws {
    #expect(
      try outlines(list).map(\.tags) == [
        ["Ports & harbours", "East", "Trade/Sea", "Ice"], ["Ports & harbours"], [],
      ])
  }

  @Test func `a list is known by its root`() throws {
    #expect(try items("\n<!-- mine --><opml version='1.0'><body/></opml>").isEmpty)
    #expect(try refusals("<rss/>", .opml) == ["not OPML"])
    #expect(try refusals("", .opml) == ["not OPML"])
  }

  @Test func `a list that is cut gives what it has`() throws {
    for count in stride(from: 0, to: list.utf8.count, by: 7) {
      let part = String(decoding: Array(list.utf8.prefix(count)), as: UTF8.self)
      let addresses = try outlines(part).map(\.feedURL)
      #expect(try outlines(list).map(\.feedURL).starts(with: addresses), "\(part)")
    }
  }

  @Test func `folders without end and nested without bound are read`() throws {
    let deep =
      "<opml><body>" + String(repeating: "<outline text='a'>", count: 5000)
      + "<outline xmlUrl='https://a.example/'/>"
    #expect(try items(deep, .opml).count <= 1)
    let wide =
      "<opml><body>" + String(repeating: "<outline xmlUrl='https://a.example/'/>", count: 2000)
    #expect(try outlines(wide).count == 2000)
  }
}
