import Testing

@testable import Markup

@Suite struct EntityDeclarationsTests {
  private func text(_ document: String) -> String {
    let tree = XMLDocument(utf8: Array(document.utf8)).tree
    return tree.nodes.isEmpty ? "" : String(decoding: tree.content(of: 0), as: UTF8.self)
  }

  @Test func `a name stands for its short plain text`() {
    #expect(
      text("<!DOCTYPE a [<!ENTITY id \"tag:a.example,\"><!ENTITY b 'B'>]><a>&id;1 &b; &c;</a>")
        == "tag:a.example,1 B &c;")
  }

  @Test func `the first declaration of a name binds`() {
    #expect(text("<!DOCTYPE a [<!ENTITY b 'B'><!ENTITY b 'C'>]><a>&b;</a>") == "B")
  }

  @Test(arguments: [
    "<!ENTITY b '&c;&c;'>", "<!ENTITY b '<x/>'>", "<!ENTITY % b 'B'>",
    "<!ENTITY b SYSTEM 'file:///etc/passwd'>", "<!ENTITY b '", "<!ENTITY b", "<!ENTITY",
  ])
  func `what nests or leads out of the document stays a name`(declaration: String) {
    #expect(!text("<!DOCTYPE a [\(declaration)>]><a>&b;</a>").contains("B"))
  }

  @Test func `a name that stands often is written only so often`() {
    let long = String(repeating: "B", count: 120)
    let document =
      "<!DOCTYPE a [<!ENTITY b '\(long)'>]><a>" + String(repeating: "&b;", count: 100_000)
    #expect(text(document).utf8.count < 400_000)
  }
}
