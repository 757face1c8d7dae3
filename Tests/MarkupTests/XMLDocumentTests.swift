import Markup
import Testing

@Suite struct XMLDocumentTests {
  private func tree(_ xml: String) -> MarkupTree { XMLDocument(utf8: Array(xml.utf8)).tree }

  private func text(_ xml: String) -> String {
    let tree = tree(xml)
    return tree.nodes.isEmpty ? "" : String(decoding: tree.content(of: 0), as: UTF8.self)
  }

  @Test func `elements have names, namespaces and attributes`() {
    let tree = tree(
      """
      <?xml version="1.0" encoding="koi8-r"?>
      <r xmlns:m="http://m.example/"><m:item url="/a?b=1&amp;c=2&d=3">Порт</m:item><x:y/></r>
      """)
    let item = tree.nodes.indices.first { tree.name(of: $0) == "item" } ?? 0
    #expect(tree.space(of: item) == "http://m.example/")
    #expect(tree.string(named: "url", of: item) == "/a?b=1&c=2&d=3")
    #expect(String(decoding: tree.content(of: item), as: UTF8.self) == "Порт")
    #expect(tree.nodes.indices.contains { tree.name(of: $0) == "x:y" })
  }

  @Test(arguments: [
    ("<r>a &amp; b & c &lt;</r>", "a & b & c <"),
    ("<r><![CDATA[<p>a & b</p>]]></r>", "<p>a & b</p>"),
    ("<r>caf&eacute;&nbsp;&mdash;</r>", "café\u{A0}—"),
    ("<r>&#8217;&#x2019;&#0;</r>", "’’\u{FFFD}"),
    ("<r><!-- x -->a<?php echo ?></r>", "a"), ("<r>a\u{1}b\u{FFFF}</r>", "a\u{FFFD}b\u{FFFD}"),
    ("<r>&nosuch; 1 < 2</r>", "&nosuch; 1 < 2"), ("<r>a<b>b</r>", "ab"), ("<r>a", "a"),
    ("<r><![CDATA[a", "a"), ("<r><![CDATA[a]]b]>c]]></r>", "a]]b]>c"), ("<r>a]]b</r>", "a]]b"),
  ])
  func `text arrives whole`(xml: String, plain: String) {
    #expect(text(xml) == plain)
  }

  @Test(arguments: [
    "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><r>&b;&b;</r>",
    "<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><r>&a;</r>",
    "<!DOCTYPE r SYSTEM 'file:///etc/passwd'><r>&a;</r>",
    "<!DOCTYPE r [<!ENTITY % p SYSTEM \"http://127.0.0.1/x\"> %p;]><r>&a;</r>",
    "<!DOCTYPE r [<!ENTITY a '&a;'>]><r>&a;</r>",
  ])
  func `entities of the document do not exist`(xml: String) {
    #expect(text(xml).count <= 6)
  }

  @Test func `an end tag ends what was left open within`() {
    let tree = tree("<r><a>1<b>2</A></c>3</r>")
    let names = tree.nodes.indices.map { tree.name(of: $0) }
    let open = names.firstIndex(of: "a").map { Int(tree.nodes[$0].end) }
    #expect(names.filter { !$0.isEmpty } == ["r", "a", "b"])
    #expect(open.map { tree.nodes.count - $0 } == 1)
  }

  @Test func `deep elements keep their text`() {
    let xml =
      "<r>" + String(repeating: "<d>", count: 50_000) + "kept"
      + String(repeating: "</d>", count: 50_000) + "<e>too</e></r>"
    #expect(text(xml) == "kepttoo")
  }

  @Test func `a tag with too many attributes loses them`() {
    let names = (0..<20_000).map { "a\($0)='1'" }.joined(separator: " ")
    let tree = tree("<r><i \(names)>kept</i></r>")
    #expect(tree.attributes.isEmpty)
    #expect(String(decoding: tree.content(of: 0), as: UTF8.self) == "kept")
  }

  @Test(arguments: ["", "<", "<r", "<r a", "<r a='", "<!", "<![CDATA[", "<?", "&", "text", "</r>"])
  func `a document may break off anywhere`(xml: String) {
    _ = text(xml)
  }
}
