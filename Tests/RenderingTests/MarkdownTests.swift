import Testing

@testable import Rendering

@Suite struct MarkdownTests {
  @Test func `signs of Markdown and HTML are escaped`() {
    #expect(
      Markdown.escaped("a|b <script> [x](y) *z* & `c`\n# d")
        == "a\\|b \\<script\\> \\[x\\](y) \\*z\\* \\& \\`c\\` \\# d")
  }

  @Test(arguments: [
    ("https://example.com/a b", "https://example.com/a%20b"),
    ("https://example.com/(x)>", "https://example.com/%28x%29%3E"),
    ("http://example.com/?q=ö", "http://example.com/?q=%C3%B6"),
    ("javascript:alert(1)", nil), ("data:text/html,x", nil), ("example.com", nil),
  ])
  func `only web addresses become links`(url: String, address: String?) {
    #expect(Markdown.address(url) == address)
  }

  @Test func `a short sentence is named whole`() {
    #expect(
      TextFragment.address(of: "https://e.org/a", to: "Up to\u{A0}40, or 50-60.")
        == "https://e.org/a#:~:text=Up%20to%2040%2C%20or%2050%2D60.")
  }

  @Test func `a long sentence is named by its ends`() {
    #expect(
      TextFragment.address(of: "https://e.org/a#b", to: "a b c d e f g h i j")
        == "https://e.org/a#b:~:text=a%20b%20c%20d,g%20h%20i%20j")
  }
}

@Suite struct HTMLReportTests {
  @Test func `a page has no script and names nothing outside`() {
    var report = HTMLReport(title: "<script>alert(1)</script>", query: "--entity \"x\"")
    report.endClaims()
    report.end()
    let page = report.take()
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;"))
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("http://") && !page.contains("https://"))
    #expect(!page.contains("src="))
  }
}
