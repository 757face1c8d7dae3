import Bytes
import Markup

/// An element of a feed with the elements in it, by names that are the same in every family.
struct FeedElement {
  let tree: MarkupTree
  let node: Int
  let isAtom: Bool
  private let children: [(key: String, node: Int)]

  init(_ tree: MarkupTree, _ node: Int, isAtom: Bool) {
    self.tree = tree
    self.node = node
    self.isAtom = isAtom
    var children: [(key: String, node: Int)] = []
    var index = node + 1
    let root = tree.space(of: 0)
    while index < Int(tree.nodes[node].end) {
      var isGroup = false
      if tree.nodes[index].tag != .text {
        let key = FeedElement.key(of: index, in: tree, root: root)
        children.append((key, index))
        // Media RSS speaks of the entry also inside of what groups its files.
        isGroup = key == "media:group" || key == "media:content"
      }
      index = isGroup ? index + 1 : Int(tree.nodes[index].end)
    }
    self.children = children
  }

  func child(_ node: Int) -> FeedElement { FeedElement(tree, node, isAtom: isAtom) }

  /// `title`, `dc:creator`: the prefix is the one by which its namespace is known.
  private static func key(of node: Int, in tree: MarkupTree, root: String?) -> String {
    let name = tree.name(of: node).lowercased()
    guard let space = tree.space(of: node) else {
      for prefix in ["rss:", "atom:"] where name.hasPrefix(prefix) {
        return String(name.dropFirst(prefix.count))
      }
      return name
    }
    if let prefix = common[space] { return prefix + name }
    let known = space.lowercased()
    for (part, prefix) in spaces where known.contains(part) { return prefix + name }
    return space == root ? name : "?:" + name
  }

  /// The addresses as nearly every feed writes them, found at once.
  private static let common = [
    "http://purl.org/dc/elements/1.1/": "dc:", "http://www.w3.org/2005/Atom": "",
    "http://purl.org/rss/1.0/modules/content/": "content:", "http://purl.org/rss/1.0/": "",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://search.yahoo.com/mrss/": "media:", "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://purl.org/rss/1.0/modules/slash/": "?:", "http://wellformedweb.org/CommentAPI/": "?:",
  ]

  private static let spaces = [
    ("purl.org/dc/terms", "dcterms:"), ("purl.org/dc/", "dc:"),
    ("rss/1.0/modules/content", "content:"),
    ("dtds/podcast-1.0", "itunes:"), ("search.yahoo.com/mrss", "media:"), ("1999/xhtml", "xhtml:"),
    ("feedburner", "feedburner:"), ("w3.org/2005/atom", ""), ("purl.org/atom/ns", ""),
    ("purl.org/rss/1.0/modules", "?:"), ("purl.org/rss", ""), ("my.netscape.com/rdf", ""),
    ("channel.netscape.com/rdf", ""), ("backend.userland.com", ""), ("blogs.law.harvard.edu", ""),
  ]

  /// The first element of the first of the names that there is.
  func first(_ keys: String...) -> Int? {
    for key in keys {
      if let found = children.first(where: { $0.key == key }) { return found.node }
    }
    return nil
  }

  func all(_ keys: String...) -> [Int] {
    children.filter { keys.contains($0.key) }.map(\.node)
  }

  /// The text of the first of the named elements that has any.
  func string(_ keys: String...) -> String? {
    for key in keys {
      for child in children where child.key == key {
        if let text = string(of: child.node) { return text }
      }
    }
    return nil
  }

  func string(of node: Int) -> String? {
    String(decoding: tree.content(of: node), as: UTF8.self).trimmed.nonEmpty
  }

  /// An attribute's value; a name in capitals, as old feeds have them, will do.
  func attribute(_ name: String, of node: Int) -> String? {
    (tree.string(named: name, of: node) ?? tree.string(named: name.uppercased(), of: node))?
      .trimmed.nonEmpty
  }

  var language: String? {
    string("language", "dc:language") ?? attribute("lang", of: node)
      ?? attribute("xml:lang", of: node)
  }

  /// The base that `xml:base` sets, within the one around it.
  func base(from outer: String?) -> String? { base(of: node, from: outer) }

  func base(of node: Int, from outer: String?) -> String? {
    guard let stated = attribute("base", of: node) ?? attribute("xml:base", of: node) else {
      return outer
    }
    return WebAddress.resolved(stated, against: outer) ?? outer
  }

  // MARK: Texts

  func content(of node: Int) -> FeedContent? {
    let range = (node + 1)..<Int(tree.nodes[node].end)
    if range.contains(where: { tree.nodes[$0].tag != .text }) {
      return FeedContent(html: markup(in: node))
    }
    guard var text = string(of: node) else { return nil }
    let type = attribute("type", of: node)?.lowercased()
    let isEncoded = attribute("mode", of: node)?.lowercased() == "base64"
    if isEncoded || isAtom && FeedElement.isBinary(type) {
      guard let decoded = FeedElement.decoded(text) else { return nil }
      text = decoded
    }
    guard isAtom else { return FeedContent(open: text) }
    switch type ?? "text" {
    case "html", "text/html", "xhtml", "application/xhtml+xml": return FeedContent(html: text)
    case "text": return FeedContent(text: text)
    case let other where other.hasPrefix("text/"): return FeedContent(text: text)
    default: return FeedContent(open: text)
    }
  }

  /// Whether content of a media type is written in Base64 (RFC 4287, section 4.1.3.3).
  private static func isBinary(_ type: String?) -> Bool {
    guard let type, type.contains("/") else { return false }
    return !type.hasPrefix("text/") && !type.hasSuffix("+xml") && !type.hasSuffix("/xml")
  }

  /// The text that is written in Base64, or `nil` if it is no text.
  private static func decoded(_ text: String) -> String? {
    guard let bytes = Base64.decode(text), !bytes.contains(0) else { return nil }
    return String(decoding: DecodedText(bytes).utf8, as: UTF8.self).trimmed.nonEmpty
  }

  /// What stands in an element, as HTML again.
  private func markup(in node: Int) -> String {
    var output: [UInt8] = []
    var open: [(end: Int, name: String)] = []
    let end = Int(tree.nodes[node].end)
    for index in (node + 1)..<end {
      while let last = open.last, last.end <= index {
        output += Array("</\(last.name)>".utf8)
        open.removeLast()
      }
      let part = tree.nodes[index]
      if part.tag == .text {
        let start = Int(part.start)
        FeedElement.escape(tree.text[start..<start + Int(part.count)], into: &output)
        continue
      }
      let name = tree.name(of: index).lowercased()
      output += Array("<\(name)".utf8)
      for key in ["href", "class", "src"] {
        guard let value = tree.string(named: key, of: index) else { continue }
        output += Array(" \(key)=\"".utf8)
        FeedElement.escape(Array(value.utf8)[...], into: &output)
        output.append(UInt8(ascii: "\""))
      }
      output.append(UInt8(ascii: ">"))
      if part.end > index + 1 || !FeedElement.voids.contains(name) {
        open.append((Int(part.end), name))
      }
    }
    for last in open.reversed() { output += Array("</\(last.name)>".utf8) }
    return String(decoding: output, as: UTF8.self)
  }

  private static let voids: Set<String> = ["br", "hr", "img", "input", "link", "meta", "wbr"]

  private static func escape(_ bytes: ArraySlice<UInt8>, into output: inout [UInt8]) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): output += Array("&amp;".utf8)
      case UInt8(ascii: "<"): output += Array("&lt;".utf8)
      case UInt8(ascii: "\""): output += Array("&quot;".utf8)
      default: output.append(byte)
      }
    }
  }
}
