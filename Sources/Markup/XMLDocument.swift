import CMarkup

/// An XML document as a tree.
public struct XMLDocument: Sendable {
  public let tree: MarkupTree

  /// Whether the document had so many tags or so much text that its end was left out.
  public let isCut: Bool

  /// How deeply elements may nest; what lies below keeps its text only.
  static let depthLimit = 200

  /// Parses UTF-8 without U+0000, as `DecodedText` gives it, and goes on over faults.
  ///
  /// The document's own entities and its type declaration are cut before the parser sees them, so
  /// that nothing grows and no file is asked for.
  public init(utf8: [UInt8]) {
    var cleaner = XMLCleaner(utf8, depthLimit: XMLDocument.depthLimit)
    cleaner.run()
    isCut = cleaner.isCut
    let tree = cleaner.output.withUnsafeBufferPointer {
      markup_parse_xml($0.baseAddress, $0.count, Int32(XMLDocument.depthLimit))
    }
    self.tree = tree.map(MarkupTree.init) ?? MarkupTree()
  }
}
