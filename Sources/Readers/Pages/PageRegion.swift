import Markup

/// The part of a page that holds its article.
struct PageRegion {
  private let layout: PageLayout
  private let kinds: [ElementKind]
  private let cuts: [PageBody.Cut?]

  /// The element that was chosen.
  private(set) var node = 0

  /// Whether each block belongs to it, or to what goes with it.
  private(set) var holds: [Bool]

  init(_ layout: PageLayout, kinds: [ElementKind], cuts: [PageBody.Cut?], headline: Int?) {
    self.layout = layout
    self.kinds = kinds
    self.cuts = cuts
    holds = [Bool](repeating: false, count: layout.blocks.count)
    node = choose()
    include(node)
    joinSiblings()
    joinStandfirst(headline: headline)
  }

  private mutating func include(_ node: Int) {
    for block in layout.blocks(of: node) { holds[block] = true }
  }

  /// What a block adds to the worth of the elements around it.
  private func worth(of index: Int) -> Int {
    guard cuts[index] == nil else { return 0 }
    let block = layout.blocks[index]
    if block.isProse { return min(block.length - block.linkBytes, 2000) }
    if block.linkBytes * 2 >= block.length { return -min(block.length, 100) }
    return block.isHeading ? 10 : min(block.length, 20)
  }

  /// The element with the highest worth; its name may count for more than a little text.
  private func choose() -> Int {
    let tree = layout.tree
    var before = [0]
    before.reserveCapacity(layout.blocks.count + 1)
    for index in layout.blocks.indices { before.append(before[index] + worth(of: index)) }
    var best = 0
    var bestWorth = 0.0
    for node in tree.nodes.indices where PageRegion.isContainer(tree.nodes[node].tag) {
      let blocks = layout.blocks(of: node)
      guard !blocks.isEmpty else { continue }
      let sum = Double(before[blocks.upperBound] - before[blocks.lowerBound])
      guard sum > 0 else { continue }
      let weighted = sum * bonus(of: node)
      if weighted >= bestWorth {
        bestWorth = weighted
        best = node
      }
    }
    return best
  }

  private static func isContainer(_ tag: Tag) -> Bool {
    switch tag {
    case .article, .body, .center, .div, .form, .main, .section, .td, .table, .tbody, .other,
      .font, .fieldset, .details, .dl, .html, .aside, .header, .ul, .ol, .blockquote:
      true
    default: false
    }
  }

  private func bonus(of node: Int) -> Double {
    let tree = layout.tree
    if let property = tree.value(.itemprop, of: node), property.elementsEqual("articleBody".utf8) {
      return 2.5
    }
    if kinds[node].contains(.body) { return 2 }
    switch tree.nodes[node].tag {
    case .article: return 1.5
    case .main: return 1.1
    case .ul, .ol, .blockquote, .dl: return 0.7
    default: return 1
    }
  }

  /// Bodies that advertisements cut in pieces: siblings of the region, or of what is around it,
  /// that bear the same tag and class, and running text.
  private mutating func joinSiblings() {
    let tree = layout.tree
    var inner = node
    for _ in 0..<3 {
      let parent = Int(tree.nodes[inner].parent)
      guard parent >= 0, ![Tag.article, .main, .body].contains(tree.nodes[inner].tag) else {
        return
      }
      let name = tree.value(.class, of: inner)
      var sibling = parent + 1
      while sibling < Int(tree.nodes[parent].end) {
        let end = Int(tree.nodes[sibling].end)
        if sibling != inner, tree.nodes[sibling].tag == tree.nodes[inner].tag,
          tree.nodes[sibling].tag != .text, name != nil,
          tree.value(.class, of: sibling).map({ $0.elementsEqual(name ?? []) }) ?? false
        {
          joinPart(sibling)
        }
        sibling = end
      }
      inner = parent
    }
  }

  private mutating func joinPart(_ node: Int) {
    let blocks = layout.blocks(of: node)
    let hasHeadline = blocks.contains { layout.blocks[$0].tag == .h1 }
    let sum = blocks.reduce(0) { $0 + worth(of: $1) }
    guard !hasHeadline, sum > 60,
      blocks.contains(where: { cuts[$0] == nil && layout.blocks[$0].isProse })
    else { return }
    for block in blocks { holds[block] = true }
  }

  /// The first paragraph that stands apart, between the headline and the body.
  private mutating func joinStandfirst(headline: Int?) {
    guard let headline, let first = holds.firstIndex(of: true), headline < first else { return }
    for index in headline + 1..<first where cuts[index] == nil && layout.blocks[index].isProse {
      holds[index] = true
    }
  }
}
