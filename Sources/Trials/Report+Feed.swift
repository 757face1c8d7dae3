import Model

extension Report {
  /// A feed (RSS 2.0) of such reports, with their whole texts.
  public static func feed(of reports: [Report]) -> [UInt8] {
    let opening = """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
      xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel>
      <title>Port Calls</title>
      <link>https://ports.example.com/</link>
      <description>What comes and goes</description>
      <language>en</language>

      """
    let items = reports.map(\.feedItem).joined(separator: "\n")
    return Array((opening + items + "\n</channel>\n</rss>\n").utf8)
  }

  /// A feed whose one entry has the page for its content, escaped.
  static func feed(holding page: [UInt8]) -> [UInt8] {
    let content = escaped(String(decoding: page, as: UTF8.self))
    return Array(
      "<rss version=\"2.0\"><channel><item><description>\(content)</description></item></channel></rss>"
        .utf8)
  }

  private var feedItem: String {
    """
    <item>
    <title>\(escapedTitle)</title>
    <link>\(url ?? "")</link>
    <guid isPermaLink="false">\(id ?? "")</guid>
    <pubDate>Tue, 04 Nov 2025 08:30:00 +1000</pubDate>
    <dc:creator>Ewa Lindqvist</dc:creator>
    <category>Shipping</category>
    <description>\(paragraphs.first ?? "")</description>
    <content:encoded><![CDATA[\(paragraphs.map { "<p>\($0)</p>" }.joined())\
    <p><a href="https://ports.example.com/all?n=1&amp;of=2">All of them</a></p>]]></content:encoded>
    </item>
    """
  }
}
