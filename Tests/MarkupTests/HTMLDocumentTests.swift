import Markup
import Testing

/// The tree written out: `p(text em(text))`, attributes as `a[href=x]`; without html, head, body.
func outline(_ html: String) -> String {
  let tree = HTMLDocument(utf8: Array(html.utf8)).tree
  func written(_ node: Int) -> String {
    let element = tree.nodes[node]
    if element.tag == .text {
      return String(decoding: tree.content(of: node), as: UTF8.self)
    }
    var children: [String] = []
    var child = node + 1
    while child < Int(element.end) {
      children.append(written(child))
      child = Int(tree.nodes[child].end)
    }
    let inner = children.joined(separator: "|")
    if [.html, .head, .body].contains(element.tag) { return inner }
    let attributes = tree.attributes[
      Int(element.start)..<Int(element.start + element.count)]
    let values = attributes.map {
      let value = tree.text[Int($0.start)..<Int($0.start + $0.count)]
      return "[\(tree.names[Int($0.name)])=\(String(decoding: value, as: UTF8.self))]"
    }
    return "\(tree.names[Int(element.name)])\(values.joined())(\(inner))"
  }
  return tree.nodes.isEmpty ? "" : written(0)
}

@Suite struct HTMLDocumentTests {
  @Test(arguments: [
    ("<p>One<p>Two", "p(One)|p(Two)"),
    ("<ul><li>a<li>b</ul>", "ul(li(a)|li(b))"),
    ("<P CLASS=x>Up</P>", "p[class=x](Up)"),
    ("<div/>in", "div(in)"),
    ("<p>a<wbr>b<source src=x>c", "p(abc)"),
    ("<p>a<br/>b", "p(a|br()|b)"),
    ("<article><p>a</p></article><p>b", "article(p(a))|p(b)"),
    ("<x-card><p>a</p></x-card>", "x-card(p(a))"),
    ("<p>1 < 2 && 3 > 2</p>", "p(1 < 2 && 3 > 2)"),
    ("<title>A <b> & B</title>", "title(A <b> & B)"),
    ("<p>a</b></i></span>b", "p(ab)"),
  ])
  func `markup makes the tree that its author meant`(html: String, tree: String) {
    #expect(outline(html) == tree)
  }

  @Test(arguments: [
    ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"), ("&copy2024 &amp b", "©2024 & b"),
    ("&notit; &notin;", "¬it; ∉"), ("&#8217;&#x2019;&#146;", "’’’"),
    ("&#0;&#xD800;&#x110000;&#99999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("a&nbsp;b&mdash;c", "a\u{A0}b—c"), ("&nosuch; &; &#; &#x; &", "&nosuch; &; &#; &#x; &"),
    ("&NewLine;&hellip;&percnt;", "\n…%"),
  ])
  func `character references are resolved`(html: String, plain: String) {
    #expect(outline("<p>x\(html)x</p>") == "p(x\(plain)x)")
  }

  @Test(arguments: [
    ("<a href='?a=1&copy=2&amp;b=3'>t</a>", "a[href=?a=1&copy=2&b=3](t)"),
    ("<a href=\"/x\"class=y onclick='evil()'>t</a>", "a[href=/x][class=y](t)"),
    ("<a href=a/b>t</a>", "a[href=a/b](t)"),
    ("<a title='\"<>'>t</a>", "a[title=\"<>](t)"),
    ("<p hidden>t</p>", "p[hidden=](t)"),
    ("<p id=a id=b>t</p>", "p[id=a](t)"),
  ])
  func `attributes are read as HTML5 does`(html: String, tree: String) {
    #expect(outline(html) == tree)
  }

  @Test(arguments: [
    "<!-- x --><p>a</p>", "<!--><p>a</p>", "<!---><p>a</p>", "<!-- x --!><p>a</p>",
    "<!DOCTYPE html><p>a</p>", "<?xml version='1.0'?><p>a</p>", "</ bad><p>a</p>",
    "<script>var s = '<p>x</p>'</script><p>a</p>",
    "<script><!-- document.write('<script>x</script>') --></script><p>a</p>",
    "<script>\"<!--\"</script><p>a</p>", "<SCRIPT>x</SCRIPT ><p>a</p>",
    "<script><!-- <script> </script><p>a</p>",
    "<style>p > a { content: '<p>' }</style><p>a</p>",
    "<svg><title>x</title><path d='M0'/></svg><p>a</p>", "<svg/><p>a</p>",
    "<iframe><p>x</p></iframe><p>a</p>", "<p>a</p><!-- <p>x</p>", "<p>a</p><script>x",
    "<p>a</p><style>x", "<svg><p>a</p>",
  ])
  func `what is no text is cut, and nothing behind it`(html: String) {
    #expect(outline(html) == "p(a)")
  }

  @Test func `data scripts are collected`() {
    let page = """
      <script type="application/ld+json">{"a": "</p>"}</script><script>x</script>
      <script type='application/LD+JSON; charset=utf-8'>[1]</script>
      """
    let document = HTMLDocument(utf8: Array(page.utf8))
    let bodies = document.linkedData.map { String(decoding: $0, as: UTF8.self) }
    #expect(bodies == ["{\"a\": \"</p>\"}", "[1]"])
  }

  @Test func `the title is UTF-8 whatever the page declares`() {
    let page = "<title>Владивосток</title><meta charset=latin1><p>порт</p>"
    #expect(outline(page) == "title(Владивосток)|meta[charset=latin1]()|p(порт)")
  }

  @Test func `text is found by its node`() {
    let tree = HTMLDocument(utf8: Array("<p id=x>a <b>b</b> c</p>".utf8)).tree
    let node = tree.nodes.firstIndex { $0.tag == .p } ?? 0
    #expect(String(decoding: tree.content(of: node), as: UTF8.self) == "a b c")
    #expect(tree.string(.id, of: node) == "x")
    #expect(tree.string(.href, of: node) == nil)
  }
}
