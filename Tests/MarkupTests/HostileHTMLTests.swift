import Markup
import Testing

@Suite struct HostileHTMLTests {
  private func text(_ html: String) -> String {
    let tree = HTMLDocument(utf8: Array(html.utf8)).tree
    return tree.nodes.isEmpty ? "" : String(decoding: tree.content(of: 0), as: UTF8.self)
  }

  private func depth(_ html: String) -> Int {
    let tree = HTMLDocument(utf8: Array(html.utf8)).tree
    var depths: [Int] = []
    for node in tree.nodes {
      depths.append(node.parent < 0 ? 0 : depths[Int(node.parent)] + 1)
    }
    return depths.max() ?? 0
  }

  @Test(arguments: ["<div>", "<b>", "<b id=1><p>", "<table><tr><td>", "<x>", "<dd><li>", "<font>"])
  func `deep nesting keeps its text and no depth`(tag: String) {
    let page = String(repeating: tag, count: 20_000) + "kept"
    #expect(text(page).contains("kept"))
    #expect(depth(page) <= 1024)
  }

  @Test func `end tags that end nothing cost nothing`() {
    let page =
      String(repeating: "<div>", count: 900)
      + String(repeating: "</i></span></table>", count: 20_000)
      + "kept"
    #expect(text(page) == "kept")
  }

  @Test func `thousands of open paragraphs are no depth`() {
    let page = String(repeating: "<p>a\n<li>b", count: 20_000)
    #expect(text(page).count == 60_000)
  }

  @Test func `huge tags are cut to what a reader needs`() {
    let value = String(repeating: "x", count: 500_000)
    #expect(text("<p data-x='\(value)' class='\(value)'>kept</p>") == "kept")
    let names = (0..<20_000).map { "a\($0)=1" }.joined(separator: " ")
    #expect(text("<p \(names)>kept</p>") == "kept")
    let same = String(repeating: "class=x ", count: 20_000)
    #expect(text("<p \(same)>kept</p>") == "kept")
  }

  @Test(arguments: ["<svg>", "<title>", "<textarea>", "<iframe>", "<script><!--<script>"])
  func `an element that never ends is looked for once`(tag: String) {
    _ = text(String(repeating: tag, count: 20_000))
  }

  @Test(arguments: [
    "<", "<a", "<a ", "<a b", "<a b=", "<a b='", "</", "</a", "<!", "<!-", "<!--", "<!--x-", "&",
    "&#", "&#x", "&am", "<svg", "<script", "<script>x</scrip", "<title>x</titl", "",
  ])
  func `a page may break off anywhere`(tail: String) {
    #expect(text("<p>kept \(tail)").hasPrefix("kept") || tail.isEmpty)
  }

  @Test func `control characters do not stop the parser`() {
    #expect(text("<p>a\u{1}b\u{B}c\u{FFFE}d</p>").hasSuffix("d"))
    #expect(text("<p>a\r\nb\rc</p>") == "a\nb\nc")
  }
}
