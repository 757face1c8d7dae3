/// The lines of a region, and which of them are no part of the article.
struct PageLines {
  private let layout: PageLayout
  private let standing: [Int]
  private let known: KnownLines
  private let folded: [[UInt8]]
  private(set) var cuts: [PageBody.Cut?]

  init(_ layout: PageLayout, standing: [Int], known: KnownLines) {
    self.layout = layout
    self.standing = standing
    self.known = known
    cuts = [PageBody.Cut?](repeating: nil, count: standing.count)
    folded = standing.map { index in
      let block = layout.blocks[index]
      return block.length <= 400 ? Fold.line(layout.text[block.range]) : []
    }
    guard let first = standing.indices.first(where: { isProse($0) }),
      let last = standing.indices.last(where: { isProse($0) })
    else { return }
    for place in standing.indices {
      if place < first {
        cutAbove(place)
      } else if place > last {
        cutBelow(place)
      } else {
        cutBetween(place)
      }
    }
    cutEnd()
  }

  private func block(_ place: Int) -> PageBlock { layout.blocks[standing[place]] }

  private func isProse(_ place: Int) -> Bool { block(place).isProse }

  private mutating func cutAbove(_ place: Int) {
    cutBetween(place)
  }

  private mutating func cutBelow(_ place: Int) {
    cutBetween(place)
  }

  private mutating func cutBetween(_ place: Int) {
    let line = folded[place]
    guard !line.isEmpty else { return }
    let words = Furniture.words
    let block = block(place)
    if words.isChrome(line) || line == known.title { return cuts[place] = .line }
    if words.label.isLine(line) { return cuts[place] = .teaser }
    if words.teaser.prefixLength(of: line) > 0, block.length < 250 { return cuts[place] = .teaser }
    if block.linkShare > 0.85, block.tag != .li, block.length < 250 { return cuts[place] = .teaser }
    if words.isPlea(line), block.length < 300 { return cuts[place] = .line }
  }

  private mutating func cutEnd() {
    let words = Furniture.words
    for place in standing.indices.reversed() {
      if cuts[place] != nil { continue }
      let line = folded[place]
      guard !line.isEmpty else { return }
      let isFoot =
        words.foot.prefixLength(of: line) > 0 || words.footNote.occurs(in: line)
        || words.related.isLine(line) || block(place).isHeading
      guard isFoot else { return }
      cuts[place] = .line
    }
  }
}
