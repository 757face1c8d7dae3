import Model
import Readers
import Testing

@Suite struct HTMLPageTests {
  static let first =
    "The port of Zarubino handled forty ships in May, the harbor master said on Tuesday."
  static let second =
    "A year earlier it had been eleven, and most of them had come only to wait out a storm."

  /// A page around two paragraphs, with `extra` between them.
  static func page(_ extra: String = "", head: String = "", above: String = "", below: String = "")
    -> String
  {
    """
    <!doctype html><html lang=en><head><meta charset=utf-8>\(head)</head><body>
    <nav><a href=/>Home</a> <a href=/news>News</a></nav>
    <div class=cookie-bar>We use cookies. <button>Accept</button></div>
    <article>\(above)<p>\(first)</p>\(extra)<p>\(second)</p>\(below)</article>
    <div id=comments><h3>2 comments</h3><p>\(String(repeating: "I was there. ", count: 12))</p></div>
    <footer><p>Bay Notebook, 12 Quay Street</p></footer></body></html>
    """
  }

  static let body = first + "\n\n" + second

  @Test(arguments: [
    "<aside class=teaser><a href=/a>A Ship Nobody Wanted</a></aside>",
    "<div class='related-box'><h3>More</h3><a href=/a>A Ship Nobody Wanted</a></div>",
    "<p><a href=/a>A Ship Nobody Wanted</a></p>",
    "<p>Read also: <a href=/a>A Ship Nobody Wanted</a></p>",
    "<section data-component=links-block><a href=/a>A Ship Nobody Wanted</a></section>",
  ])
  func `teasers inside the article become links`(teaser: String) throws {
    var options = ReadingOptions(name: "p.html")
    options.baseURL = "https://bay.example.org/2025/"
    let report = try report(Self.page(teaser), .html, options)
    #expect(report.text == Self.body)
    #expect(report.links == [Link(title: "A Ship Nobody Wanted", url: "https://bay.example.org/a")])
  }

  @Test(arguments: [
    "<div class=newsletter><h3>Sign up</h3><p>Get our letter every morning.</p></div>",
    "<p>Sign up for our newsletter to get the news of the coast.</p>",
    "<div class=ad>ADVERTISEMENT<br><a href=/f>Ferry fares rise</a></div>",
    "<figure><img src=a.jpg><figcaption>The pier. Photo: archive</figcaption></figure>",
    "<p class=share><a href=#>Share</a> <a href=#>Tweet</a> 212 shares</p>",
    "<p style='display: none'>Enable scripts.</p>", "<p>Advertisement</p>",
    "<script>var a = '<p>no</p>'</script><style>p{}</style><!-- <p>no</p> -->",
    "<noscript><p>Please turn on scripts to see this page.</p></noscript>",
    "<form action=/s><input name=q><button>Search</button></form>",
    "<span class=sr-only>opens in a new window</span>",
  ])
  func `furniture inside the article is cut`(extra: String) throws {
    #expect(try report(Self.page(extra), .html).text == Self.body)
  }

  @Test(arguments: [
    "<h2>By rail</h2>", "<ul><li>coal</li><li>timber</li></ul>",
    "<blockquote>Nobody counts them.</blockquote>", "<pre>a  b</pre>",
    "<table><tr><td>May</td><td>40</td></tr></table>",
    "<p>Ships: see <a href=/a>the list</a> of May.</p>",
  ])
  func `subheadings, lists, quotations and tables stay`(extra: String) throws {
    let text = try report(Self.page(extra), .html).text
    #expect(text.count > Self.body.count + 3)
    #expect(text.hasPrefix(Self.first))
    #expect(text.hasSuffix(Self.second))
  }

  @Test func `blocks are lines, cells of a row stand in one`() throws {
    let extra = """
      <p>One<br>two<br><br>three&nbsp;four\n five</p><ul><li>coal<li>timber</ul>
      <table><tr><th>Month<th>Ships<tr><td>May<td>40</table>
      """
    let text = try report(Self.page(extra), .html).text
    let middle = "One\ntwo\n\nthree\u{A0}four five\ncoal\ntimber\n\nMonth\tShips\n\nMay\t40"
    #expect(text == Self.first + "\n\n" + middle + "\n\n" + Self.second)
  }

  @Test func `a body that advertisements cut in pieces is joined`() throws {
    let part = "<div class='grid body'><p>\(Self.first)</p></div><div class=ad>Buy</div>"
    let page = "<main><div>\(part)<div class='grid body'><p>\(Self.second)</p></div></div></main>"
    #expect(try report(page, .html).text == Self.body)
  }

  @Test func `a page that is all comments is read as one`() throws {
    let posts = (1...5).map { "<div class=comment><p>\($0): \(Self.first)</p></div>" }.joined()
    let text = try report("<h1>Harbor forum</h1><div class=comments>\(posts)</div>", .html).text
    #expect(text.contains("5: " + Self.first))
  }

  @Test func `a page that shows nothing without scripts gives the text of its data`() throws {
    let text = String(repeating: Self.first + " ", count: 6)
    let data = "{\"@type\":\"NewsArticle\",\"articleBody\":\"\(text)\\n\\n\(Self.second)\"}"
    let page = "<html><script type=application/ld+json>\(data)</script><div id=app></div></html>"
    let report = try report(page, .html)
    #expect(report.text.hasPrefix(Self.first))
    #expect(report.text.hasSuffix("\n\n" + Self.second))
  }

  @Test func `the links of the body are resolved`() throws {
    let extra = """
      <p>Ships are listed <a href=../list?x=1&amp;y=2>by month</a> and <a href=#top>above</a>, \
      <a href="javascript:void(0)">or not</a>, in <a href=//other.example/p>another port</a>.</p>
      """
    let head = "<link rel=canonical href=https://bay.example.org/2025/07/ships>"
    let report = try report(Self.page(extra, head: head), .html)
    #expect(
      report.references == [
        "https://bay.example.org/2025/list?x=1&y=2", "https://other.example/p",
      ])
  }

  @Test func `declared bytes are decoded`() throws {
    let page = "<meta charset=windows-1251><p>".utf8 + [0xCF, 0xEE, 0xF0, 0xF2] + "</p>".utf8
    var reader = try DocumentReader(
      ByteInput(Array(page)), format: .html, options: ReadingOptions(name: "p"))
    guard case .report(let report) = try reader.next() else {
      Issue.record("no report")
      return
    }
    #expect(report.text == "Порт")
    #expect(report.original == Array(page))
  }

  @Test(arguments: [
    "<html>", "<html><body><script>x</script>", "<!doctype html><!--", "<p></p>",
  ])
  func `a page without a word is refused`(page: String) throws {
    #expect(try refusals(page, .html) == ["no text"])
  }

  @Test(arguments: [
    String(repeating: "<div class=author>", count: 20_000),
    String(repeating: "text<br><br>", count: 20_000),
    String(repeating: "<h1>a b</h1>", count: 20_000),
    String(repeating: "<table><tr><td>", count: 5_000),
    "<script type=application/ld+json>" + String(repeating: "[", count: 200_000) + "</script>",
    "<title>" + String(repeating: "a - ", count: 50_000) + "</title>",
  ])
  func `hostile pages are read in bounded time`(start: String) throws {
    let page = "<html><body>\(start)<p>\(Self.first)</p></body></html>"
    #expect(try reports(page, .html).count == 1)
  }
}
