import Model
import SQLite

extension Archive {
  /// The lines that repeat across the pages of each source, or `nil` if no source has a page.
  ///
  /// Pages are read one after the other, and only hashes of their lines are kept.
  public func repeatedLines() throws(ArchiveError) -> [FurnitureLine]? {
    let texts = try database.list(
      """
      SELECT r.id, a.source, coalesce(a.origin, a.id) FROM revision r
      JOIN article a ON a.id = r.article
      WHERE a.source IS NOT NULL AND r.mime = ? ORDER BY 2, 3, 1
      """, [.text(PageText.mime)]
    ) { PageText(revision: $0.integer(0), source: $0.integer(1), story: $0.integer(2)) }
    if texts.isEmpty { return nil }
    var lines: [FurnitureLine] = []
    var rest = texts[...]
    while let source = rest.first?.source {
      let pages = rest.prefix { $0.source == source }
      lines += try repeatedLines(of: source, in: pages)
      rest = rest.dropFirst(pages.count)
    }
    return lines
  }

  private func repeatedLines(
    of source: Int, in texts: ArraySlice<PageText>
  ) throws(ArchiveError) -> [FurnitureLine] {
    var counter = LineCounter(pages: Set(texts.map(\.story)).count)
    guard counter.pages >= counter.needed else { return [] }
    let findBody = try Query("SELECT body FROM revision WHERE id = ?", database)
    var page = -1
    var story: Int?
    for text in texts {
      if text.story != story { page += 1 }
      story = text.story
      if let body = try findBody.first([.integer(text.revision)], { $0.text(0) }) {
        counter.add(body, page: page)
      }
    }
    let name = try database.first(
      "SELECT coalesce(name, outlet, site, key) FROM source WHERE id = ?", [.integer(source)]
    ) { $0.text(0) }
    return counter.lines().map { line in
      FurnitureLine(
        sourceID: source, source: name ?? "", text: line.text, pages: line.pages,
        pagesInAll: counter.pages)
    }
  }
}

/// A revision that was read from a page, by its place among the pages of its source.
struct PageText {
  static let mime = "text/html"

  var revision: Int
  var source: Int
  var story: Int
}
