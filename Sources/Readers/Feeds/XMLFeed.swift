import Bytes
import Markup
import Model

/// RSS and Atom.
struct XMLFeed: FeedSource {
  static let roots: Set<String> = ["rss", "rdf", "feed", "channel"]

  let head: FeedHead
  private let parts: FeedParts

  /// The whole feed as UTF-8.
  private let text: [UInt8]

  /// Where the entries stand in the file; `nil` where that cannot be told.
  private let places: [Range<Int>]?
  private let bytes: [UInt8]

  /// What the addresses of the feed itself are resolved against.
  private let base: String?

  init(_ decoded: DecodedText, bytes: [UInt8], base: String?) throws(ReadingError) {
    text = decoded.utf8
    parts = FeedParts(text)
    guard XMLFeed.roots.contains(parts.rootName) else { throw ReadingError("not a feed") }
    self.bytes = bytes
    if decoded.utf8 == bytes {
      places = parts.entries.map(\.range)
    } else {
      let written = FeedParts(bytes).entries.map(\.range)
      places = written.count == parts.entries.count ? written : nil
    }
    let tree = XMLDocument(utf8: parts.outside).tree
    var head = FeedHead()
    var own = base
    if !tree.nodes.isEmpty {
      let root = FeedElement(tree, 0, isAtom: parts.rootName == "feed")
      let element = root.first("channel").map { root.child($0) } ?? root
      own = element.base(from: root.node == element.node ? base : root.base(from: base))
      head.title = element.title
      head.url = element.link(base: own)
      head.language = element.language ?? root.language
      if root.isAtom { head.bylines = element.bylines(outlet: head.title) }
      // Links are the feed's own where it does not say what they are relative to.
      own = own ?? head.url
    }
    self.head = head
    self.base = own
  }

  var mime: String {
    switch parts.rootName {
    case "feed": "application/atom+xml"
    case "rdf": "application/rdf+xml"
    default: "application/rss+xml"
    }
  }

  var count: Int { parts.entries.count }

  func place(of index: Int) -> FeedPlace {
    if let range = places?[index] {
      return FeedPlace(offset: range.lowerBound, original: Array(bytes[range]))
    }
    return FeedPlace(offset: nil, original: Array(text[parts.entries[index].range]))
  }

  func entry(_ index: Int) throws(ReadingError) -> FeedEntry {
    let part = parts.entries[index]
    let tree = XMLDocument(utf8: parts.context + text[part.range]).tree
    let names = ["item", "entry"]
    guard let node = tree.nodes.indices.first(where: { names.contains(local($0, in: tree)) }) else {
      throw ReadingError("not XML")
    }
    let element = FeedElement(tree, node, isAtom: parts.rootName == "feed")
    var entry = element.entry(base: element.base(from: base), feed: head)
    entry.isCut = part.isCut
    return entry
  }

  private func local(_ node: Int, in tree: MarkupTree) -> String {
    let name = tree.name(of: node).lowercased()
    return name.split(separator: ":").last.map(String.init) ?? name
  }
}
