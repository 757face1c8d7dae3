import Model

/// The title of a paged document, and where it stands.
struct LayoutTitle {
  let text: String
  let source: Provenance.Source

  /// Its paragraphs, where it is set on the first page.
  private(set) var range: Range<Int>?

  /// Headings are larger than the text by at least this.
  private static let largeness = 1.15
  private static let longest = 250

  /// Programs fill in a file's own title with what they like, so that the given one counts only
  /// where the first page says so, too, or has no heading.
  init?(given: String?, _ paragraphs: [Paragraph]) {
    let first = paragraphs.prefix { $0.page == 0 }
    let heading = LayoutTitle.heading(of: first, over: LayoutTitle.bodySize(of: paragraphs))
    let given = given.flatMap(LayoutTitle.credible)
    if let given, heading == nil || LayoutTitle.stands(given, in: first) {
      text = given
      source = .meta
      if let heading, Fold.squashed(heading.text) == Fold.squashed(given) { range = heading.range }
    } else if let heading {
      (text, source, range) = (heading.text, .text, heading.range)
    } else {
      return nil
    }
  }

  /// The size that most of the text is set in.
  private static func bodySize(of paragraphs: [Paragraph]) -> Double {
    var lengths: [Int: Int] = [:]
    for paragraph in paragraphs {
      let length = paragraph.lines.reduce(0) { $0 + $1.line.text.utf8.count }
      lengths[Int(paragraph.size * 2), default: 0] += length
    }
    let most = lengths.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    return Double(most?.key ?? 0) / 2
  }

  /// The largest lines of the first page that could be a title, in the order of reading.
  private static func heading(
    of first: ArraySlice<Paragraph>, over body: Double
  ) -> (text: String, range: Range<Int>)? {
    let sizes = Set(first.map(\.size).filter { $0 >= body * largeness }).sorted(by: >)
    for size in sizes.prefix(3) {
      guard let start = first.firstIndex(where: { $0.size == size }) else { continue }
      let run = first[start...].prefix { $0.isOfSize(size) }
      let text = run.flatMap { $0.lines.map(\.line.text) }.joined(separator: " ")
      if isTitle(text) { return (text, start..<start + run.count) }
    }
    return nil
  }

  private static func isTitle(_ text: String) -> Bool {
    let letters = text.unicodeScalars.count { $0.properties.isAlphabetic }
    let isOfWords = text.contains(" ") && letters >= 8
    let isIdeographic = text.unicodeScalars.count { LayoutCharacters.isIdeographic($0) } >= 5
    return text.utf8.count <= longest && (isOfWords || isIdeographic)
  }

  /// The given title without the name of the program it was written with; `nil` for names of files.
  private static func credible(_ given: String) -> String? {
    var title = given
    for program in ["Microsoft Word - ", "Microsoft PowerPoint - "] where title.hasPrefix(program) {
      title = String(title.dropFirst(program.count))
    }
    let folded = String(decoding: Fold.line(title), as: UTF8.self)
    let endings = [
      ".doc", ".docx", ".pdf", ".rtf", ".odt", ".ppt", ".pptx", ".xls", ".xlsx", ".indd", ".qxd",
      ".tex", ".html", ".htm", ".txt", ".pages", ".ai", ".dvi",
    ]
    let isFile = endings.contains { folded.hasSuffix($0) } || folded.hasPrefix("untitled")
    return !isFile && isTitle(title) ? title.trimmed : nil
  }

  /// Whether four of five words of a title stand on the first page.
  private static func stands(_ title: String, in first: ArraySlice<Paragraph>) -> Bool {
    let words = Fold.line(title).split(separator: 0x20)
    var page: Set<ArraySlice<UInt8>> = []
    for paragraph in first {
      for (_, line) in paragraph.lines {
        page.formUnion(Fold.line(line.text).split(separator: 0x20))
      }
    }
    return words.count { page.contains($0) } * 5 >= words.count * 4
  }
}
