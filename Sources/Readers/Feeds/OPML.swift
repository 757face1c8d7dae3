import Bytes
import Markup

/// A list of feeds: OPML 1.0 and 2.0, one item a feed.
///
/// An outline without the address of a feed is a folder of those in it, or a note.
public struct OPML: Reader {
  public static let format = Format.opml
  private let options: ReadingOptions
  private var items: [ReadingItem]?
  private var index = 0

  /// More feeds than this are no list that anybody keeps.
  private static let outlineLimit = 100_000

  public init(options: ReadingOptions) { self.options = options }

  public static func recognizes(_ head: Head) -> Bool {
    !head.isBinary && head.start.first == UInt8(ascii: "<")
      && FeedParts(head.text).rootName == "opml"
  }

  public mutating func next(from input: inout ByteInput) throws -> ReadingItem? {
    guard let items else {
      guard let bytes = try input.rest(limit: options.documentLimit) else {
        self.items = []
        return .refused(.documentTooLong(options.documentLimit))
      }
      do throws(ReadingError) {
        items = try items(in: bytes)
      } catch {
        self.items = []
        return .refused(error)
      }
      return try next(from: &input)
    }
    guard index < items.count else { return nil }
    defer { index += 1 }
    return items[index]
  }

  /// The outlines, and then what is missing.
  private func items(in bytes: [UInt8]) throws(ReadingError) -> [ReadingItem] {
    let text = DecodedText(
      bytes, declared: options.charset ?? CharsetDeclaration.label(in: bytes)
    ).utf8
    // Half an outline would pass for a whole one, with half an address.
    let cut = FeedParts(text).cut
    let whole = cut.map { Array(text[..<$0.start]) } ?? text
    let (outlines, faults) = try outlines(in: whole)
    let end = cut == nil ? [] : [ReadingError.cutOff("the list", after: text)]
    return outlines.map { .outline($0) } + (faults + end).map { .refused($0) }
  }

  private func outlines(
    in text: [UInt8]
  ) throws(ReadingError) -> (outlines: [FeedOutline], faults: [ReadingError]) {
    let document = XMLDocument(utf8: text)
    guard !document.isCut else { throw ReadingError("more outlines than a list has") }
    let tree = document.tree
    guard tree.nodes.contains(where: { isNamed("opml", $0, in: tree) }) else {
      throw ReadingError("not OPML")
    }
    var outlines: [FeedOutline] = []
    var faults: [ReadingError] = []
    var folders: [(end: Int32, name: String)] = []
    for node in tree.nodes.indices where isNamed("outline", tree.nodes[node], in: tree) {
      while let last = folders.last, last.end <= node { folders.removeLast() }
      let attributes = OutlineAttributes(tree, node)
      if let address = attributes["xmlurl"] {
        guard outlines.count + faults.count < OPML.outlineLimit else {
          faults.append(ReadingError("more than \(OPML.outlineLimit) feeds: the rest is left"))
          break
        }
        guard var outline = outline(attributes, address, at: outlines.count) else {
          faults.append(ReadingError("no address of a feed: \(address.prefix(200))"))
          continue
        }
        outline.tags.insert(contentsOf: folders.map(\.name), at: 0)
        outlines.append(outline)
      } else if let name = attributes["text"] ?? attributes["title"] {
        folders.append((tree.nodes[node].end, name))
      }
    }
    return (outlines, faults)
  }

  private func isNamed(_ name: String, _ node: MarkupTree.Node, in tree: MarkupTree) -> Bool {
    node.name >= 0 && tree.names[Int(node.name)].lowercased() == name
  }

  /// `nil` where the address leads to no page of the web.
  private func outline(
    _ attributes: OutlineAttributes, _ address: String, at index: Int
  ) -> FeedOutline? {
    let base = options.base
    guard let feed = WebAddress.resolved(address, against: base) else { return nil }
    var outline = FeedOutline(index: index, feedURL: feed)
    outline.title = attributes["title"] ?? attributes["text"]
    outline.url = attributes["htmlurl"].flatMap { WebAddress.resolved($0, against: base) }
    outline.description = attributes["description"]
    outline.language = attributes["language"]
    outline.tags = (attributes["category"] ?? "").split(separator: ",").prefix(100)
      .map { $0.trimmed.drop { $0 == "/" } }.filter { !$0.isEmpty }.map(String.init)
    return outline
  }
}

/// The attributes of an outline, by their names in lower case: programs write `xmlUrl`, `xmlURL`
/// and `xmlurl`.
private struct OutlineAttributes {
  private var values: [String: String] = [:]

  init(_ tree: MarkupTree, _ node: Int) {
    let element = tree.nodes[node]
    for attribute in tree.attributes[Int(element.start)..<Int(element.start + element.count)] {
      let start = Int(attribute.start)
      let value = tree.text[start..<start + Int(attribute.count)]
      values[tree.names[Int(attribute.name)].lowercased()] = String(decoding: value, as: UTF8.self)
    }
  }

  /// The text without references of HTML, or `nil` if there is none.
  subscript(name: String) -> String? { values[name].flatMap { PlainMarkup.text($0).nonEmpty } }
}
