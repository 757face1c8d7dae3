import Markup

/// Which blocks of a page stand in elements that bear the names of furniture.
///
/// No element is cut that holds too much of the page's running text, and no kind of elements that
/// together hold most of it: what is called a caption in a gallery is its text.
struct PageFurniture {
  private let layout: PageLayout
  private let prose: PageProse
  private let kinds: [ElementKind]
  private(set) var cuts: [PageBody.Cut?]

  /// With `isLoose`, only what the elements' own tags say.
  init(_ layout: PageLayout, prose: PageProse, kinds: [ElementKind], isLoose: Bool) {
    self.layout = layout
    self.prose = prose
    self.kinds = kinds
    cuts = [PageBody.Cut?](repeating: nil, count: layout.blocks.count)
    let kept = isLoose ? ElementKind.furniture.subtracting([.navigation, .footer]) : keptKinds()
    walk(keeping: kept) { node, cut in
      for block in layout.blocks(of: node) { cuts[block] = cut }
    }
  }

  /// The kinds that together hold more than half of the page's running text.
  private func keptKinds() -> ElementKind {
    var sums: [UInt32: Int] = [:]
    walk(keeping: []) { node, _ in
      sums[furniture(of: node).rawValue, default: 0] += prose.length(of: node)
    }
    var kept = ElementKind()
    for bit in 0..<UInt32(16) {
      let sum = sums.reduce(0) { $0 + ($1.key >> bit & 1 != 0 ? $1.value : 0) }
      if sum * 2 > prose.total { kept.insert(ElementKind(rawValue: 1 << bit)) }
    }
    return kept.intersection(PageFurniture.ambiguous)
  }

  /// Kinds whose names are also given to what the article itself is made of.
  private static let ambiguous: ElementKind = [
    .caption, .notice, .hidden, .sidebar, .advertisement, .tags, .byline, .biography,
  ]

  /// Calls `found` with the outermost elements that are cut.
  private func walk(keeping kept: ElementKind, _ found: (Int, PageBody.Cut) -> Void) {
    let nodes = layout.tree.nodes
    var node = 0
    while node < nodes.count {
      if nodes[node].tag != .text, let cut = cut(of: node, keeping: kept) {
        found(node, cut)
        node = Int(nodes[node].end)
      } else {
        node += 1
      }
    }
  }

  /// What an element is called, its tag included.
  private func furniture(of node: Int) -> ElementKind {
    switch layout.tree.nodes[node].tag {
    case .html, .body, .main: []
    case .nav, .menu, .dialog: .navigation
    case .footer: .footer
    case .figcaption: .caption
    case .aside: .sidebar
    default: kinds[node].contains(.body) ? [] : kinds[node].intersection(.furniture)
    }
  }

  /// What an element is cut as, or `nil` if it stays.
  private func cut(of node: Int, keeping kept: ElementKind) -> PageBody.Cut? {
    let kind = furniture(of: node)
    let length = prose.length(of: node)
    if isHidden(node) || layout.tree.nodes[node].tag == .form {
      return length * 10 < prose.total ? .furniture : nil
    }
    guard !kind.isEmpty, kind.isDisjoint(with: kept) else { return nil }
    let share = kind.contains(.comments) ? 0.8 : 1.0 / 3
    guard Double(length) <= Double(prose.total) * share else { return nil }
    // A byline is short; a head of an article that is named so may hold its first paragraph.
    if kind == .byline, length > 0 { return nil }
    return kind.isDisjoint(with: [.related, .sidebar]) ? .furniture : .teaser
  }

  private func isHidden(_ node: Int) -> Bool {
    let tree = layout.tree
    if tree.value(.hidden, of: node) != nil { return true }
    guard let style = tree.value(.style, of: node) else { return false }
    let squashed = style.filter { $0 > 0x20 }.map { $0 | 0x20 }
    return String(decoding: squashed, as: UTF8.self).contains("display:none")
  }
}

/// How much running text stands where.
struct PageProse {
  private let layout: PageLayout
  private var before: [Int] = [0]

  init(_ layout: PageLayout) {
    self.layout = layout
    before.reserveCapacity(layout.blocks.count + 1)
    var sum = 0
    for block in layout.blocks {
      if block.isProse { sum += block.length - block.linkBytes }
      before.append(sum)
    }
  }

  var total: Int { before[before.count - 1] }

  /// In bytes, without those of links.
  func length(of node: Int) -> Int { length(in: layout.blocks(of: node)) }

  func length(in blocks: Range<Int>) -> Int {
    before[blocks.upperBound] - before[blocks.lowerBound]
  }
}
