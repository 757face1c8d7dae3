import Markup
import Model

/// Finding the headline.
enum PageTitle {
  /// The heading that the title element or the card confirms; the card's title, the data's
  /// headline, a heading, the title element, each without the site's name.
  static func find(_ page: PageMetadata) -> PageMetadata.Found<String>? {
    let card = page.head.meta("og:title", "twitter:title")
    let stated = [page.head.title, card].compactMap { $0.map { Fold.line($0) } }
    let headings = page.head.headings.map { page.line(of: $0) }.filter { !$0.isEmpty }
    let site = siteNames(page)
    let behind = page.head.title.flatMap { split($0, atLast: true) }.map { Fold.line($0.back) }
    let confirmed = headings.filter { heading in
      let line = Fold.line(heading)
      return line.count >= 4 && line != behind && !isSite(heading, site)
        && stated.contains { $0.containsRun(line) }
    }
    // Of several, the one that says most: older pages have the site's name or a section above it.
    let longest = confirmed.max { $0.utf8.count < $1.utf8.count }
    if let longest, longest.utf8.count >= 8 { return (longest, .markup) }
    if let card, let title = without(site, card).nonEmpty, !isSite(title, site) {
      return (title, .meta)
    }
    if let headline = page.article?["headline"]?.string.map({ PlainMarkup.text($0) })?.nonEmpty {
      return (headline, .jsonLD)
    }
    let first = page.head.headings.first { page.layout.tree.nodes[$0].tag == .h1 }
    let heading = first.map { page.line(of: $0) }?.nonEmpty
    if let heading, page.head.title == nil, !isSite(heading, site) { return (heading, .markup) }
    if let title = page.head.title.map({ without(site, $0) })?.nonEmpty { return (title, .markup) }
    return heading.map { ($0, .markup) }
  }

  /// What the site calls itself, folded.
  private static func siteNames(_ page: PageMetadata) -> [[UInt8]] {
    var names = [page.head.meta("og:site_name"), page.head.meta("application-name")]
    names.append(page.article?["publisher"]?["name"]?.string)
    names.append(page.url.flatMap(WebAddress.host))
    return names.compactMap { $0.map { Fold.line($0) } }.filter { !$0.isEmpty }
  }

  private static func isSite(_ text: String, _ names: [[UInt8]]) -> Bool {
    let line = Fold.line(text)
    if names.contains(line) { return true }
    let squashed = Fold.squashed(line)
    guard squashed.count >= 3 else { return false }
    return names.contains { name in
      let other = Fold.squashed(name)
      // "bbc.co.uk" is "BBC News", "The Guardian" is "theguardian.com".
      return other == squashed || (name.contains(UInt8(ascii: ".")) && other.containsRun(squashed))
    }
  }

  /// The title without the site's name before or behind it.
  static func without(_ names: [[UInt8]], _ title: String) -> String {
    var title = title
    for _ in 0..<3 {
      guard let (front, mark, back) = split(title, atLast: true) else { return title }
      let isShort =
        back.split(separator: " ").count <= 4
        && back.utf8.count * 2 < front.utf8.count
      if isSite(back, names) || (isShort && "|»·•".unicodeScalars.contains(mark)) {
        title = front
        continue
      }
      if let (first, _, rest) = split(title, atLast: false), isSite(first, names) {
        title = rest
        continue
      }
      if isShort, "-–—".unicodeScalars.contains(mark), names.isEmpty || Names.isCapitalized(back) {
        title = front
      }
      return title
    }
    return title
  }

  /// What the title element has behind the headline: the site's name.
  static func suffix(of title: String, behind headline: String) -> String? {
    guard let (front, _, back) = split(title, atLast: true) else { return nil }
    let line = Fold.line(front)
    let wanted = Fold.line(headline)
    guard line == wanted || line.starts(with: wanted), back.utf8.count <= 60 else { return nil }
    return back.nonEmpty
  }

  /// The two sides of the last, or first, mark that stands between blanks.
  private static func split(
    _ title: String, atLast: Bool
  ) -> (front: String, mark: Unicode.Scalar, back: String)? {
    let scalars = Array(title.unicodeScalars)
    func isMark(_ place: Int) -> Bool {
      marks.contains(scalars[place]) && scalars[place - 1].properties.isWhitespace
        && (scalars[place + 1].properties.isWhitespace || scalars[place + 1] == ":")
    }
    let inner = scalars.indices.dropFirst().dropLast()
    guard let place = atLast ? inner.last(where: isMark) : inner.first(where: isMark) else {
      return nil
    }
    let front = text(scalars[..<place])
    let back = text(scalars[(place + 1)...])
    guard !front.isEmpty, !back.isEmpty else { return nil }
    return (front, scalars[place], back)
  }

  /// What may stand between a headline and the site's name.
  private static let marks = Array("|-–—»·•:".unicodeScalars)

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars)).trimmed
  }
}
