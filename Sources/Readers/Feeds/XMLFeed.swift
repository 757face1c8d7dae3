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
    let rootName = parts.rootName
    let root = tree.nodes.isEmpty ? nil : FeedElement(tree, 0, isAtom: rootName == "feed")
    var head = root?.head(base: base) ?? FeedHead()
    head.charset = decoded.encoding.name
    head.format = root.map { XMLFeed.format($0, named: rootName) }
    self.head = head
    // Links are relative to the feed's page where it does not say what they are relative to.
    self.base = root?.channel.base(from: root?.base(from: base)) ?? head.url
  }

  /// The family and its version: `rss20`, `rss10`, `atom03`; the family alone where none is said.
  private static func format(_ root: FeedElement, named name: String) -> String {
    switch name {
    case "feed":
      let isOld = root.tree.space(of: root.node)?.contains("purl.org/atom/ns") ?? false
      return isOld ? "atom03" : "atom10"
    case "rdf":
      let isNew = root.tree.names.contains { $0.hasPrefix("http://purl.org/rss/1.0") }
      return isNew ? "rss10" : "rss090"
    default:
      let version = root.attribute("version", of: root.node) ?? ""
      if version.hasPrefix("2") { return "rss20" }
      let known = ["0.90", "0.91", "0.92", "0.93", "0.94", "1.0"]
      return known.contains(version) ? "rss" + version.filter { $0 != "." } : "rss"
    }
  }

  var mime: String {
    switch parts.rootName {
    case "feed": "application/atom+xml"
    case "rdf": "application/rdf+xml"
    default: "application/rss+xml"
    }
  }

  var count: Int { parts.entries.count }

  var cut: ReadingError? {
    parts.cut.map { ReadingError.cutOff($0.isInEntry ? "an entry" : "the feed", after: text) }
  }

  func place(of index: Int) -> FeedPlace {
    if let range = places?[index] {
      return FeedPlace(offset: range.lowerBound, original: Array(bytes[range]))
    }
    return FeedPlace(offset: nil, original: Array(text[parts.entries[index].range]))
  }

  func entry(_ index: Int) throws(ReadingError) -> FeedEntry {
    let part = parts.entries[index]
    let document = XMLDocument(utf8: parts.context + text[part.range])
    guard !document.isCut else { throw ReadingError.tooMuchMarkup }
    let tree = document.tree
    let names = ["item", "entry"]
    guard let node = tree.nodes.indices.first(where: { names.contains(local($0, in: tree)) }) else {
      throw ReadingError("not XML")
    }
    let element = FeedElement(tree, node, isAtom: parts.rootName == "feed")
    var entry = element.entry(base: element.base(from: base), feed: head)
    entry.isCut = part.isCut
    entry.isIDShared = parts.isShared(part)
    return entry
  }

  private func local(_ node: Int, in tree: MarkupTree) -> String {
    let name = tree.name(of: node).lowercased()
    return name.split(separator: ":").last.map(String.init) ?? name
  }
}
