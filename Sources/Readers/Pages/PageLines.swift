import Markup

/// The lines of a region, and which of them are no part of the article.
///
/// A line has to look like the article's own: what is said of it depends on whether it stands above
/// the first running text, between, or below the last.
struct PageLines {
  private let layout: PageLayout
  private let standing: [Int]
  private let known: KnownLines

  /// In the form of the tables; empty for long lines.
  private let folded: [[UInt8]]
  private(set) var cuts: [PageBody.Cut?]

  /// Whether the running text is marked up as paragraphs, so that other short lines are none of it.
  private var hasParagraphs = false

  /// How many paragraphs of running text stand before each block of the page.
  private var paragraphsBefore: [Int] = [0]
  private var first = 0
  private var last = 0

  private static let shortLimit = 400

  init(_ layout: PageLayout, standing: [Int], known: KnownLines) {
    self.layout = layout
    self.standing = standing
    self.known = known
    cuts = [PageBody.Cut?](repeating: nil, count: standing.count)
    folded = standing.map { index in
      let block = layout.blocks[index]
      return block.length <= PageLines.shortLimit ? Fold.line(layout.text[block.range]) : []
    }
    measure()
    for place in standing.indices { cuts[place] = cut(place) }
    cutLists()
    cutEnd()
  }

  private func block(_ place: Int) -> PageBlock { layout.blocks[standing[place]] }

  private func parent(_ place: Int) -> Int { Int(layout.tree.nodes[block(place).element].parent) }

  /// Whether the line is running text, and not in a list or a cell beside it.
  private func isBody(_ place: Int) -> Bool {
    block(place).isProse && cuts[place] == nil
      && (!hasParagraphs || block(place).tag == .p || block(place).tag == .blockquote)
  }

  private mutating func measure() {
    paragraphsBefore.reserveCapacity(layout.blocks.count + 1)
    for (index, block) in layout.blocks.enumerated() {
      let isParagraph = block.tag == .p && block.isProse
      paragraphsBefore.append(paragraphsBefore[index] + (isParagraph ? 1 : 0))
    }
    var sums = (paragraphs: 0, all: 0)
    for place in standing.indices where block(place).isProse {
      sums.all += block(place).length
      if block(place).tag == .p { sums.paragraphs += block(place).length }
    }
    hasParagraphs = sums.all > 0 && sums.paragraphs * 10 >= sums.all * 7
    first = standing.indices.first(where: isBody) ?? 0
    last = standing.indices.last(where: isBody) ?? standing.count - 1
  }

  // MARK: Single lines

  private func cut(_ place: Int) -> PageBody.Cut? {
    let line = folded[place]
    let block = block(place)
    guard !line.isEmpty else { return block.length <= 4 ? .line : nil }
    let words = Furniture.words
    if words.isChrome(line) || line == known.title { return .line }
    if known.isMail, words.isMailLine(line) { return .line }
    if words.label.isLine(line) { return .teaser }
    if block.length < 250, words.teaser.prefixLength(of: line) > 0 { return .teaser }
    if isLink(place) { return .teaser }
    if block.length < 300, words.isPlea(line) { return .line }
    if isCaption(place) || isStamp(place) || isMachinery(place) { return .line }
    if place < first { return cutAbove(place) }
    if place > last { return cutBelow(place) }
    return nil
  }

  /// One link and nothing more, which is no item of a list and no cell of a table.
  private func isLink(_ place: Int) -> Bool {
    let block = block(place)
    guard block.linkShare > 0.85, block.length < 250 else { return false }
    if block.tag == .li { return place > last }
    return !layout.text[block.range].contains(0x09)
  }

  /// A short line that is no paragraph, where the article has paragraphs; unless paragraphs stand
  /// in the same element.
  private func isMachinery(_ place: Int) -> Bool {
    let block = block(place)
    guard hasParagraphs, block.length < 120 else { return false }
    switch block.tag {
    case .div, .section, .figure, .article, .header, .main, .span, .center, .form, .fieldset: break
    default: return false
    }
    let inside = layout.blocks(of: block.element)
    return paragraphsBefore[inside.upperBound] == paragraphsBefore[inside.lowerBound]
  }

  /// What stands beside a picture and says whose it is.
  private func isCaption(_ place: Int) -> Bool {
    let block = block(place)
    if block.tag == .figure { return block.length < 300 }
    guard block.followsImage || block.length < 100 else { return false }
    return Furniture.words.caption.occurs(in: folded[place])
  }

  /// "Published: 01:46 GMT, 22 December 2023 | Updated: …".
  private func isStamp(_ place: Int) -> Bool {
    let block = block(place)
    guard block.length < 160, place <= first + 2 || place > last,
      Furniture.words.dateWord.prefixLength(of: folded[place]) > 0
        || Furniture.words.byline.prefixLength(of: folded[place]) > 0
    else { return false }
    return WrittenDate.first(
      in: String(decoding: layout.text[block.range], as: UTF8.self), slack: 12) != nil
  }

  /// Above the running text stay its own headings and paragraphs.
  private func cutAbove(_ place: Int) -> PageBody.Cut? {
    let block = block(place)
    if block.tag == .h1 { return .line }
    if block.linkBytes * 2 > block.length { return .teaser }
    if block.isHeading || block.length >= 60 { return nil }
    return parent(place) == parent(first) ? nil : .line
  }

  private func cutBelow(_ place: Int) -> PageBody.Cut? {
    let block = block(place)
    if block.linkBytes * 2 > block.length { return .teaser }
    if parent(place) == parent(last) { return nil }
    return block.tag == .p && block.length >= 40 || block.tag == .td || block.tag == .li
      || block.isProse ? nil : .line
  }

  // MARK: Runs of lines

  /// Lists whose items are links, under a heading that announces other articles.
  private mutating func cutLists() {
    var place = 0
    while place < standing.count {
      guard block(place).tag == .li else {
        place += 1
        continue
      }
      var end = place
      var linked = 0
      while end < standing.count, block(end).tag == .li {
        if block(end).linkBytes * 10 >= block(end).length * 4 { linked += 1 }
        end += 1
      }
      let count = end - place
      let isAnnounced = place > 0 && announces(place - 1)
      if count >= 2, linked * 10 >= count * 7, isAnnounced || place > last {
        for item in place..<end { cuts[item] = .teaser }
        if place > 0, isAnnounced { cuts[place - 1] = .teaser }
      }
      place = end
    }
  }

  private func announces(_ place: Int) -> Bool {
    let line = folded[place]
    guard !line.isEmpty, block(place).length < 80 else { return false }
    return cuts[place] == .teaser || Furniture.words.related.prefixLength(of: line) > 0
      || Furniture.words.label.prefixLength(of: line) > 0
  }

  /// What follows the article in its own element: notes on the author, rights, other articles.
  private mutating func cutEnd() {
    let words = Furniture.words
    let lengths = standing.indices.map { cuts[$0] == nil ? block($0).length : 0 }
    let total = lengths.reduce(0, +)
    var after = total
    for place in standing.indices {
      after -= lengths[place]
      guard cuts[place] == nil, !folded[place].isEmpty, after * 10 < total * 3 else { continue }
      let line = folded[place]
      let isHead =
        words.related.isLine(line) && (block(place).isHeading || block(place).length < 40)
      let isRights = words.foot.prefixLength(of: line) > 0 && block(place).length < 300
      if isHead, after * 10 < total * 2 || block(place).isHeading {
        for other in place..<standing.count where cuts[other] == nil { cuts[other] = .teaser }
        return
      }
      if isRights { cuts[place] = .line }
    }
    for place in standing.indices.reversed() where cuts[place] == nil {
      let line = folded[place]
      guard !line.isEmpty, words.footNote.occurs(in: line) || block(place).isHeading else { return }
      cuts[place] = .line
    }
  }
}
