import Readers
import Testing

@Suite struct FeedLinkTests {
  private func links(_ page: String, type: String = "text/html") -> [FeedLink] {
    FeedLink.all(
      in: Array(page.utf8), of: Response(contentType: type, language: nil),
      address: "https://news.example/a/")
  }

  @Test func `a page names its feeds, resolved and once`() {
    let found = links(
      """
      <html><head><link rel="stylesheet" href="a.css">
      <link rel="ALTERNATE" type="application/rss+xml; charset=utf-8" title=" All " href="/feed">
      <link rel="alternate" type="application/atom+xml" href="../atom">
      <link rel="alternate" type="application/rss+xml" href="/feed">
      <link rel="alternate" hreflang="ru" href="/ru"></head></html>
      """)
    #expect(
      found == [
        FeedLink(url: "https://news.example/feed", title: "All"),
        FeedLink(url: "https://news.example/atom", title: nil),
      ])
  }

  @Test func `a feed's address is that of the page's base`() {
    let found = links(
      "<base href='https://cdn.example/x/'><link rel=alternate type=application/feed+json href=f>")
    #expect(found.map(\.url) == ["https://cdn.example/x/f"])
  }

  @Test func `what leads out of the web is no feed, and there are not too many`() {
    let link = "<link rel=alternate type=application/rss+xml href="
    #expect(links(link + "'javascript:x'>" + link + "'file:///etc'>" + link + "''>").isEmpty)
    #expect(links((0..<1000).map { link + "\($0)>" }.joined()).count == 100)
    #expect(links(link).isEmpty)
  }
}
