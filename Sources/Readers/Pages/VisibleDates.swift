import Markup
import Model

/// The dates that a page shows around its headline.
struct VisibleDates {
  private let page: PageMetadata
  private let body: PageBody

  private static let shortLine = 160
  private static let fewNodes = 60

  init(_ page: PageMetadata, body: PageBody) {
    self.page = page
    self.body = body
  }

  /// The date of a `time` around the headline, else of a short line there, else of a `time` in the
  /// article, else the only one that the page has; of more, further off, most are other articles'.
  var first: WrittenDate? {
    let opening = body.opening
    let blocks = page.layout.blocks.indices
    return times { opening.contains($0) }.first ?? lines.first?.date ?? parts.first
      ?? times { blocks.contains($0) && body.cuts[$0] == nil }.first ?? only
  }

  private var only: WrittenDate? {
    let all = times { _ in true }
    return all.allSatisfy { $0.day == all.first?.day } ? all.first : nil
  }

  /// The day before or after the one in Greenwich on which the page shows a moment; `nil` where it
  /// shows none.
  ///
  /// A later day may be that of a change, unless its clock tells the same moment.
  func day(of instant: Instant) -> Day? {
    let shown = lines.map { ($0.date.day, ClockTime(in: $0.text)?.second) }
    guard !shown.contains(where: { $0.0 == instant.day }) else { return nil }
    return shown.first { day, second in
      if let second { return Self.isOffset(day.number * 86_400 + second - instant.seconds) }
      return day == instant.day - 1 && instant.seconds - instant.day.number * 86_400 < 10 * 3600
    }?.0
  }

  /// Whether clocks somewhere differ by so many seconds; the shown ones have minutes only.
  private static func isOffset(_ seconds: Int) -> Bool {
    (-12 * 3600...14 * 3600).contains(seconds) && (seconds % 900 + 960) % 900 <= 60
  }

  /// The dates of the `time` elements in blocks of the kind that is asked for.
  private func times(where isMeant: (Int) -> Bool) -> [WrittenDate] {
    let tree = page.layout.tree
    return page.head.times.filter { isMeant(block(of: $0)) }.compactMap { node in
      [tree.string(.datetime, of: node), page.line(of: node)].lazy
        .compactMap { $0.flatMap { WrittenDate.first(in: $0, slack: 3) } }.first
    }
  }

  /// The block that a node stands in, or that begins with it.
  private func block(of node: Int) -> Int {
    let blocks = page.layout.blocks(of: node)
    return blocks.isEmpty ? blocks.lowerBound - 1 : blocks.lowerBound
  }

  /// Short lines with the date of each.
  private var lines: [(text: String, date: WrittenDate)] {
    body.opening.compactMap { index in
      let block = page.layout.blocks[index]
      guard block.length < Self.shortLine else { return nil }
      let line = block.text(in: page.layout)
      return WrittenDate.first(in: line, slack: 6).flatMap {
        Self.isPlausible($0.day) ? (line, $0) : nil
      }
    }
  }

  /// Dates that are elements of their own in short lines, as those may run on without a space:
  /// "Ann LeeDec 05, 2023".
  private var parts: [WrittenDate] {
    body.opening.filter { page.layout.blocks[$0].length < Self.shortLine * 2 }.flatMap { index in
      texts(of: index).compactMap { text in
        WrittenDate.first(in: text, slack: 1).flatMap { Self.isPlausible($0.day) ? $0 : nil }
      }
    }
  }

  /// The texts of a block that is no prose, each as it stands in an element.
  private func texts(of index: Int) -> [String] {
    let (blocks, tree) = (page.layout.blocks, page.layout.tree)
    guard !blocks[index].text(in: page.layout).contains(". ") else { return [] }
    let next = index + 1 < blocks.count ? blocks[index + 1].node : tree.nodes.count
    return (blocks[index].node..<max(blocks[index].node, next)).prefix(Self.fewNodes)
      .filter { tree.nodes[$0].tag == .text && tree.nodes[$0].count < 60 }
      .map { String(decoding: tree.content(of: $0, limit: 60), as: UTF8.self) }
  }

  private static func isPlausible(_ day: Day) -> Bool { (1990...2099).contains(day.year) }
}

extension PageBlock {
  fileprivate func text(in layout: PageLayout) -> String {
    String(decoding: layout.text[range], as: UTF8.self)
  }
}
