import Markup

/// A run of text that a page shows as one block: a paragraph, a heading, a list item, a cell.
struct PageBlock {
  /// Its bytes in the layout's text.
  var range: Range<Int>

  /// The innermost block-level element around its first text.
  var element: Int

  /// The tag of `element`, or of the list item or heading that it stands in.
  var tag: Tag

  /// How many of its bytes stand in links.
  var linkBytes = 0

  /// The first node of its text.
  var node: Int

  /// Whether a picture stands between it and the block before.
  var followsImage = false

  var length: Int { range.count }

  var linkShare: Double { length == 0 ? 0 : Double(linkBytes) / Double(length) }

  var isHeading: Bool {
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// Running text: long enough, and not mostly links.
  var isProse: Bool { length >= 60 && linkBytes * 2 < length && !isHeading }
}

/// A link with the block that its text stands in.
struct PageAnchor {
  var node: Int
  var block: Int
  var range: Range<Int>
}
