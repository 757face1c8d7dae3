import Markup
import Model

/// What a body gives to its report, and to those who look around its headline.
extension PageBody {
  /// One line a block, a blank line between paragraphs.
  var text: String {
    var output: [UInt8] = []
    for index in layout.blocks.indices where cuts[index] == nil {
      let block = layout.blocks[index]
      if !output.isEmpty { output += block.tag == .li ? [0x0A] : [0x0A, 0x0A] }
      output += layout.text[block.range]
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The teasers that were cut out of the region, by their titles.
  func links(base: String?) -> [Link] {
    var links: [Link] = []
    var seen: Set<String> = []
    for anchor in layout.anchors where cuts[anchor.block] == .teaser {
      let title = String(decoding: layout.text[anchor.range], as: UTF8.self).trimmed
      guard title.contains(" "), seen.insert(title).inserted else { continue }
      let href = layout.tree.string(.href, of: anchor.node)
      let url = href.flatMap { WebAddress.resolved($0, against: base) }
      links.append(Link(title: title, url: url))
    }
    return links
  }

  /// The addresses that the article's own text links to.
  func references(base: String?) -> [String] {
    var references: [String] = []
    var seen: Set<String> = []
    for anchor in layout.anchors where cuts[anchor.block] == nil {
      guard let href = layout.tree.string(.href, of: anchor.node),
        let address = WebAddress.resolved(href, against: base), seen.insert(address).inserted
      else { continue }
      references.append(address)
    }
    return references
  }

  /// The blocks around the headline and the first lines of the article.
  var opening: Range<Int> {
    let kept = cuts.firstIndex { $0 == nil } ?? 0
    let start = headlineBlock.map { min($0, kept) } ?? kept
    return max(0, max(start, kept - 30) - 6)..<min(layout.blocks.count, kept + 4)
  }

  /// The block of the first heading of the first rank that the title repeats.
  var headlineBlock: Int? {
    layout.blocks.indices.first { index in
      let block = layout.blocks[index]
      return block.length < 400 && Fold.line(layout.text[block.range]) == known.title
    }
  }
}
