import Model

/// What a layout says: its title, its text, and where its pages begin.
struct PagedDocument {
  let text: String

  /// Where each page begins, in bytes of the text.
  let pages: [Int]
  private let title: LayoutTitle?
  private let opening: [String]

  init(_ layout: Layout) {
    var pages = layout.pages
    RunningLines.cut(from: &pages)
    var paragraphs = ParagraphFinder(pages).paragraphs
    title = LayoutTitle(given: layout.title, paragraphs)
    if let range = title?.range { paragraphs.removeSubrange(range) }
    let paged = PagedText(paragraphs, pageCount: pages.count)
    text = paged.text
    self.pages = paged.starts
    opening = PagedDocument.opening(of: paragraphs)
  }

  private static let shortLine = 120

  /// The short lines of the first page before its first paragraph of prose.
  private static func opening(of paragraphs: [Paragraph]) -> [String] {
    paragraphs.prefix(6).prefix { $0.page == 0 && $0.lines.count <= 2 }
      .map { $0.lines.map(\.line.text).joined(separator: " ") }
      .filter { $0.utf8.count <= shortLine }
  }

  /// Sets what the first page tells of the document.
  func fill(_ report: inout Report) {
    for line in opening {
      // As it would stand under the title of a text.
      let header = TextHeader(TextLine.all(in: Array("Title\n\n\(line)\n\nText\n".utf8)))
      guard header.isMarked else { continue }
      var found = Report(path: "", text: "", original: [])
      header.fill(&found)
      report.complete(with: found)
    }
    if let title { report.set(title: title.text, from: title.source) }
  }
}

extension Report {
  /// Takes over what is not known yet of date, byline and address.
  fileprivate mutating func complete(with other: Report) {
    set(
      bylines: bylines.isEmpty ? other.bylines : [],
      published: published == nil ? other.published.map { ($0, other.publishedAt) } : nil,
      url: url == nil ? other.url : nil, from: .text)
  }
}
