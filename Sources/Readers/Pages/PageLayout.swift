import Markup

/// A page as a list of blocks, in the order of the page.
struct PageLayout {
  let tree: MarkupTree
  private(set) var text: [UInt8] = []
  private(set) var blocks: [PageBlock] = []
  private(set) var anchors: [PageAnchor] = []

  /// How many blocks begin before each node.
  private(set) var blocksBefore: [Int32] = []

  private var open: Int?
  private var tagStack: [(end: Int, element: Int, tag: Tag)] = []
  private var linkEnd = 0
  private var linkNode = 0
  private var linkStart = 0
  private var preEnd = 0
  private var needsSpace = false
  private var needsTab = false
  private var breaks = 0
  private var sawImage = false

  /// Of a part of a page, `nodes` says which; no block stands in the others.
  init(_ tree: MarkupTree, nodes: Range<Int>? = nil) {
    let nodes = nodes ?? 0..<tree.nodes.count
    self.tree = tree
    text.reserveCapacity(tree.text.count / 2)
    blocksBefore = [Int32](repeating: 0, count: tree.nodes.count + 1)
    var node = nodes.lowerBound
    while node < nodes.upperBound { node = visit(node) }
    close(at: nodes.upperBound)
    for node in nodes.upperBound...tree.nodes.count { blocksBefore[node] = Int32(blocks.count) }
  }

  /// The blocks that stand in an element.
  func blocks(of node: Int) -> Range<Int> {
    Int(blocksBefore[node])..<Int(blocksBefore[Int(tree.nodes[node].end)])
  }

  private mutating func visit(_ node: Int) -> Int {
    leave(before: node)
    blocksBefore[node] = Int32(blocks.count)
    let element = tree.nodes[node]
    switch element.tag {
    case .text:
      append(node)
      return node + 1
    case _ where PageLayout.isSkipped(element.tag):
      let end = Int(element.end)
      if element.tag == .noscript || element.tag == .video { sawImage = true }
      for index in node..<end { blocksBefore[index] = Int32(blocks.count) }
      return end
    case .br: lineBreak()
    case .img: sawImage = true
    case .a:
      if tree.value(.href, of: node) != nil {
        linkEnd = Int(element.end)
        linkNode = node
        linkStart = text.count
      }
    case .td, .th:
      if let open, text.count - blocks[open].range.lowerBound < 80 {
        needsTab = true
      } else {
        flush()
      }
      push(node)
    case .pre:
      flush()
      preEnd = Int(element.end)
      push(node)
    case _ where PageLayout.isBlock(element.tag):
      flush()
      push(node)
    default: break
    }
    return node + 1
  }

  private mutating func push(_ node: Int) {
    let element = tree.nodes[node]
    tagStack.append((Int(element.end), node, element.tag))
  }

  /// Closes what ends before `node`.
  private mutating func leave(before node: Int) {
    if linkEnd > 0, node >= linkEnd { endLink() }
    while let last = tagStack.last, last.end <= node {
      tagStack.removeLast()
      if last.tag != .td && last.tag != .th { flush() }
    }
  }

  private mutating func close(at end: Int) {
    leave(before: end)
    flush()
    blocksBefore[end] = Int32(blocks.count)
  }

  private mutating func endLink() {
    linkEnd = 0
    guard let open else { return }
    let start = max(linkStart, blocks[open].range.lowerBound)
    if text.count > start {
      anchors.append(PageAnchor(node: linkNode, block: open, range: start..<text.count))
    }
    linkStart = text.count
  }

  private mutating func lineBreak() {
    breaks += 1
    if breaks > 1 { flush() } else if open != nil { needsSpace = false }
  }

  private mutating func flush() {
    needsSpace = false
    needsTab = false
    breaks = 0
    guard let index = open else { return }
    if linkEnd > 0, text.count > max(linkStart, blocks[index].range.lowerBound) {
      let start = max(linkStart, blocks[index].range.lowerBound)
      anchors.append(PageAnchor(node: linkNode, block: index, range: start..<text.count))
      linkStart = text.count
    }
    open = nil
    blocks[index].range = blocks[index].range.lowerBound..<text.count
  }

  /// Appends a text node, its white space folded; no-break spaces stay.
  private mutating func append(_ node: Int) {
    let element = tree.nodes[node]
    let isPre = node < preEnd
    let isLink = linkEnd > 0
    var index = Int(element.start)
    let end = index + Int(element.count)
    while index < end {
      let byte = tree.text[index]
      if byte <= 0x20 {
        if isPre, byte == 0x0A, open != nil { breaks = max(breaks, 1) } else { needsSpace = true }
        index += 1
        continue
      }
      let stop = endOfWords(from: index, to: end)
      begin(node)
      guard let block = open else { return }
      let before = text.count
      text += tree.text[index..<stop]
      if isLink { blocks[block].linkBytes += text.count - before }
      index = stop
    }
  }

  /// Where words end that single blanks part, which are written as they stand.
  private func endOfWords(from start: Int, to end: Int) -> Int {
    var stop = start + 1
    while stop < end {
      let byte = tree.text[stop]
      if byte < 0x20 || byte == 0x20 && (stop + 1 == end || tree.text[stop + 1] <= 0x20) { break }
      stop += 1
    }
    return stop
  }

  /// Opens a block where none is open, or writes what separates the next word from the last.
  private mutating func begin(_ node: Int) {
    if let block = open {
      if breaks > 0 {
        text.append(0x0A)
      } else if needsTab {
        text.append(0x09)
      } else if needsSpace {
        text.append(0x20)
        if linkEnd > 0, text.count > linkStart + 1 { blocks[block].linkBytes += 1 }
      }
    } else {
      let (element, tag) = holder()
      open = blocks.count
      blocks.append(
        PageBlock(
          range: text.count..<text.count, element: element, tag: tag, node: node,
          followsImage: sawImage))
      sawImage = false
    }
    breaks = 0
    needsSpace = false
    needsTab = false
  }

  /// The innermost block element, and the tag that says most of it.
  private func holder() -> (element: Int, tag: Tag) {
    guard let last = tagStack.last else { return (0, .body) }
    for entry in tagStack.reversed().prefix(4) {
      switch entry.tag {
      case .h1, .h2, .h3, .h4, .h5, .h6, .li, .blockquote, .figcaption, .dt, .dd, .pre, .td, .th:
        return (last.element, entry.tag)
      default: continue
      }
    }
    return (last.element, last.tag)
  }

  /// Elements whose content is no text of the page.
  static func isSkipped(_ tag: Tag) -> Bool {
    switch tag {
    case .head, .noscript, .template, .button, .select, .option, .textarea, .datalist, .audio,
      .video, .canvas, .object, .iframe, .input, .title, .map, .meter, .progress, .rt, .rp:
      true
    default: false
    }
  }

  static func isBlock(_ tag: Tag) -> Bool {
    switch tag {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog,
      .dir, .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .frameset, .h1, .h2,
      .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .html, .legend, .li, .main, .menu, .nav, .ol, .p,
      .pre, .section, .summary, .table, .tbody, .tfoot, .thead, .tr, .ul:
      true
    default: false
    }
  }
}
