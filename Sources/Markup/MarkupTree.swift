import CMarkup

/// A document's elements and text, in the order of the document.
///
/// Flat arrays with integer links: the descendants of node `n` are the nodes from `n + 1` up to
/// `nodes[n].end`, so that a walk is a loop and needs no recursion. Text and values are ranges of
/// the bytes in `text`.
public struct MarkupTree: Sendable {
  public struct Node: Sendable {
    /// `.text` for text.
    public var tag: Tag

    /// The index in `names` of an element's name; -1 for text.
    public var name: Int32

    /// -1 for the root.
    public var parent: Int32

    /// One past the last node of the subtree.
    public var end: Int32

    /// Where the bytes of a text, or the attributes of an element, begin.
    public var start: Int32
    public var count: Int32
  }

  public struct Attribute: Sendable {
    public var key: AttributeName

    /// The index in `names`.
    public var name: Int32
    public var start: Int32
    public var count: Int32
  }

  public private(set) var nodes: [Node] = []
  public private(set) var attributes: [Attribute] = []
  public private(set) var names: [String] = []

  /// For each name, the index in `names` of its namespace's address, or -1.
  public private(set) var spaces: [Int32] = []

  /// Valid UTF-8.
  public private(set) var text: [UInt8] = []

  /// Whether some of the document was left out because it was nested too deeply or too large.
  public private(set) var isCut = false

  init() {}

  /// Takes over what C has built, and frees it.
  init(_ tree: OpaquePointer) {
    defer { markup_free(tree) }
    isCut = markup_status(tree) != Int32(MARKUP_DONE)
    var count = 0
    let bytes = markup_text(tree, &count)
    text = Array(UnsafeBufferPointer(start: bytes, count: count))
    let nameRows = markup_names(tree, &count)
    names = UnsafeBufferPointer(start: nameRows, count: count).map {
      String(decoding: text[Int($0.start)..<Int($0.start + $0.count)], as: UTF8.self)
    }
    spaces = UnsafeBufferPointer(start: nameRows, count: count).map(\.space)
    let tags = names.map { Tag(name: $0) }
    let keys = names.map { AttributeName(name: $0) }
    let attributeRows = markup_attributes(tree, &count)
    attributes = UnsafeBufferPointer(start: attributeRows, count: count).map {
      Attribute(key: keys[Int($0.name)], name: $0.name, start: $0.start, count: $0.count)
    }
    let nodeRows = markup_nodes(tree, &count)
    nodes = UnsafeBufferPointer(start: nodeRows, count: count).map {
      Node(
        tag: $0.name < 0 ? .text : tags[Int($0.name)], name: $0.name, parent: $0.parent,
        end: $0.end, start: $0.start, count: $0.count)
    }
  }

  /// The value of an element's attribute, or `nil` if it has none.
  public func value(_ key: AttributeName, of node: Int) -> ArraySlice<UInt8>? {
    let element = nodes[node]
    guard element.tag != .text else { return nil }
    for index in Int(element.start)..<Int(element.start + element.count)
    where attributes[index].key == key {
      let attribute = attributes[index]
      return text[Int(attribute.start)..<Int(attribute.start + attribute.count)]
    }
    return nil
  }

  public func string(_ key: AttributeName, of node: Int) -> String? {
    value(key, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// An element's name, without its prefix where that is declared.
  public func name(of node: Int) -> String {
    let name = nodes[node].name
    return name < 0 ? "" : names[Int(name)]
  }

  /// The address of an element's namespace, or `nil` if it is in none.
  public func space(of node: Int) -> String? {
    let name = nodes[node].name
    guard name >= 0, spaces[Int(name)] >= 0 else { return nil }
    return names[Int(spaces[Int(name)])]
  }

  /// The value of an attribute by its name, for XML, where names are not known beforehand.
  public func string(named name: String, of node: Int) -> String? {
    let element = nodes[node]
    guard element.tag != .text else { return nil }
    for index in Int(element.start)..<Int(element.start + element.count) {
      let attribute = attributes[index]
      guard names[Int(attribute.name)] == name else { continue }
      let start = Int(attribute.start)
      return String(decoding: text[start..<start + Int(attribute.count)], as: UTF8.self)
    }
    return nil
  }

  /// All text below a node, as it stands; of very long text the beginning, `limit` bytes or a few
  /// more.
  public func content(of node: Int, limit: Int = .max) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in node..<Int(nodes[node].end) where nodes[index].tag == .text {
      if bytes.count > limit { break }
      let start = Int(nodes[index].start)
      bytes += text[start..<start + Int(nodes[index].count)]
    }
    return bytes
  }
}
