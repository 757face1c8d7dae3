/// Puts the lines of blocks together into paragraphs, across columns and pages.
struct ParagraphFinder {
  private(set) var paragraphs: [Paragraph] = []

  init(_ pages: [LayoutPage]) {
    for (number, page) in pages.enumerated() {
      let first = paragraphs.count
      for block in page.blocks where !block.isEmpty { take(block, on: number) }
      moveNotes(from: first)
    }
  }

  private mutating func take(_ block: [LayoutLine], on page: Int) {
    let shape = BlockShape(block)
    for (index, line) in block.enumerated() {
      let isBreak = index == 0 ? !goesOn(line) : shape.isBreak(before: index)
      if isBreak {
        paragraphs.append(Paragraph(lines: [(page, line)], size: line.size))
      } else {
        paragraphs[paragraphs.count - 1].lines.append((page, line))
      }
    }
  }

  /// Whether the first line of a block goes on with the paragraph before it, which is the sign of a
  /// point or broke off at the end of a column or page.
  private func goesOn(_ line: LayoutLine) -> Bool {
    if let last = paragraphs.last, last.lines.last?.line.isPoint ?? false { return true }
    guard let last = paragraphs.last, last.isOpen, last.isOfSize(line.size),
      last.lines.count > 1 || (last.lines.last?.line.text.utf8.count ?? 0) > 40
    else { return false }
    return line.text.unicodeScalars.first?.properties.isLowercase ?? false
  }

  /// Puts the notes at the foot of a page before the paragraph that the next page may go on with.
  private mutating func moveNotes(from first: Int) {
    let here = paragraphs.indices.dropFirst(first)
    guard
      let size = here.map({ paragraphs[$0] }).max(by: { $0.lines.count < $1.lines.count })?.size,
      let last = here.last(where: { paragraphs[$0].size >= size * 0.92 }),
      last + 1 < paragraphs.count, paragraphs[last].isOpen, paragraphs[last].lines.count > 1
    else { return }
    paragraphs.append(paragraphs.remove(at: last))
  }
}
