import Markup
import Model

/// The article's body in a page: which of its blocks are the article.
///
/// Elements that bear the names of furniture go first; then the element with the most running text
/// is the region; then single lines of it go, by what they are and where they stand.
struct PageBody {
  let layout: PageLayout
  let kinds: [ElementKind]

  /// What the metadata say, so that repeats of it are known.
  let known: KnownLines

  /// Why a block is no part of the article; `nil` where it is one.
  private(set) var cuts: [Cut?]
  private(set) var region = 0

  enum Cut {
    /// By the name of an element around it.
    case furniture

    /// A teaser of another article.
    case teaser

    /// By the line itself.
    case line
    case outside
  }

  /// The bytes of running text before each block.
  private var proseBefore: [Int] = [0]

  private var prose: Int { proseBefore[layout.blocks.count] }

  init(_ layout: PageLayout, known: KnownLines) {
    self.layout = layout
    self.known = known
    kinds = layout.tree.nodes.indices.map { PageBody.kind(of: $0, in: layout.tree) }
    cuts = [Cut?](repeating: nil, count: layout.blocks.count)
    guard !layout.tree.nodes.isEmpty else { return }
    for block in layout.blocks {
      let worth = block.isProse ? block.length - block.linkBytes : 0
      proseBefore.append((proseBefore.last ?? 0) + worth)
    }
    cutFurniture()
    region = chooseRegion()
    let inside = layout.blocks(of: region)
    for index in layout.blocks.indices where !inside.contains(index) { cuts[index] = .outside }
    cutLines(in: inside)
  }

  private static func kind(of node: Int, in tree: MarkupTree) -> ElementKind {
    var kind = ElementKind()
    for key in [AttributeName.class, .id, .itemprop, .role, .dataComponent, .dataTestID, .dataQA] {
      if let names = tree.value(key, of: node) { kind.formUnion(ElementKind(names: names)) }
    }
    return kind
  }

  func prose(of node: Int) -> Int { prose(in: layout.blocks(of: node)) }

  private func prose(in blocks: Range<Int>) -> Int {
    proseBefore[blocks.upperBound] - proseBefore[blocks.lowerBound]
  }

  // MARK: Elements

  private mutating func cutFurniture() {
    let tree = layout.tree
    var node = 0
    while node < tree.nodes.count {
      let element = tree.nodes[node]
      if element.tag != .text, let cut = cut(of: node), prose(of: node) <= limit(of: node) {
        for block in layout.blocks(of: node) { cuts[block] = cut }
        node = Int(element.end)
      } else {
        node += 1
      }
    }
  }

  /// What an element is cut as, by its tag and its names.
  private func cut(of node: Int) -> Cut? {
    let kind = kinds[node]
    switch layout.tree.nodes[node].tag {
    case .html, .body, .main: return nil
    case .nav, .footer, .figcaption, .menu, .dialog: return .furniture
    case .aside: return .teaser
    case .form where prose(of: node) * 10 < prose: return .furniture
    default: break
    }
    if isHidden(node) { return .furniture }
    guard !kind.isDisjoint(with: .furniture), !kind.contains(.body) else { return nil }
    return kind.isDisjoint(with: [.related, .sidebar]) ? .furniture : .teaser
  }

  private func isHidden(_ node: Int) -> Bool {
    let tree = layout.tree
    if tree.value(.hidden, of: node) != nil { return true }
    guard let style = tree.value(.style, of: node) else { return false }
    let squashed = style.filter { $0 > 0x20 }.map { $0 | 0x20 }
    return String(decoding: squashed, as: UTF8.self).contains("display:none")
  }

  /// How much running text an element may hold and still be cut for its name.
  private func limit(of node: Int) -> Int {
    if kinds[node].contains(.comments) { return prose * 8 / 10 }
    return prose / 3
  }

  // MARK: Region

  /// What a block adds to the worth of the elements around it.
  private func worth(of index: Int) -> Int {
    guard cuts[index] == nil else { return 0 }
    let block = layout.blocks[index]
    if block.isProse { return min(block.length - block.linkBytes, 2000) }
    if block.linkBytes * 2 >= block.length { return -min(block.length, 100) }
    return block.isHeading ? 10 : 0
  }

  /// The element with the highest worth; its name may count for more than a little text.
  private func chooseRegion() -> Int {
    let tree = layout.tree
    var worthBefore = [0]
    worthBefore.reserveCapacity(layout.blocks.count + 1)
    for index in layout.blocks.indices { worthBefore.append(worthBefore[index] + worth(of: index)) }
    var best = 0
    var bestWorth = 0.0
    for node in tree.nodes.indices where tree.nodes[node].tag != .text {
      let blocks = layout.blocks(of: node)
      guard !blocks.isEmpty else { continue }
      let sum = Double(worthBefore[blocks.upperBound] - worthBefore[blocks.lowerBound])
      guard sum > 0 else { continue }
      let weighted = sum * bonus(of: node)
      if weighted >= bestWorth {
        bestWorth = weighted
        best = node
      }
    }
    return best
  }

  private func bonus(of node: Int) -> Double {
    let tree = layout.tree
    if let property = tree.value(.itemprop, of: node),
      property.elementsEqual("articleBody".utf8)
    {
      return 2.5
    }
    if kinds[node].contains(.body) { return 2 }
    switch tree.nodes[node].tag {
    case .article: return 1.5
    case .main: return 1.1
    case .p, .li, .blockquote, .td, .tr, .ul, .ol, .span: return 0.8
    default: return 1
    }
  }

  // MARK: Lines

  private mutating func cutLines(in inside: Range<Int>) {
    let standing = inside.filter { cuts[$0] == nil }
    let lines = PageLines(layout, standing: standing, known: known)
    for (place, cut) in lines.cuts.enumerated() where cut != nil { cuts[standing[place]] = cut }
  }
}
