import CMarkup

/// An HTML page as a tree, and the data scripts that stood in it.
public struct HTMLDocument: Sendable {
  public let tree: MarkupTree

  /// The bodies of `<script type="application/ld+json">`, in order.
  public let linkedData: [[UInt8]]

  /// Whether the page had so many elements or so much text that its end was left out.
  public let isCut: Bool

  /// How deeply elements may nest; real pages stay far below.
  static let depthLimit = 1024

  /// Parses UTF-8 without U+0000, as `DecodedText` gives it.
  ///
  /// Any bytes make a tree. Scripts, styles, comments, drawings and attributes without a rule are
  /// cut before the parser sees them. What is nested too deeply loses its elements, not its text.
  public init(utf8: [UInt8]) {
    var cleaner = HTMLCleaner(utf8, depthLimit: nil)
    cleaner.run()
    linkedData = cleaner.linkedData
    isCut = cleaner.isCut
    let tree = HTMLDocument.parse(cleaner.output)
    if let tree, markup_status(tree) == Int32(MARKUP_TOO_DEEP) {
      markup_free(tree)
      var strict = HTMLCleaner(utf8, depthLimit: HTMLDocument.depthLimit / 2)
      strict.run()
      self.tree = HTMLDocument.parse(strict.output).map(MarkupTree.init) ?? MarkupTree()
    } else {
      self.tree = tree.map(MarkupTree.init) ?? MarkupTree()
    }
  }

  private static func parse(_ bytes: [UInt8]) -> OpaquePointer? {
    bytes.withUnsafeBufferPointer {
      markup_parse_html($0.baseAddress, $0.count, Int32(depthLimit))
    }
  }
}
