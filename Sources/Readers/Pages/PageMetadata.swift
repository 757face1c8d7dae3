import JSON
import Markup
import Model

/// What a page says about its article: title, names, dates, outlet, address, language.
///
/// Each field is tried in the order of how often its sources are right.
struct PageMetadata {
  typealias Found<Value> = (value: Value, source: Provenance.Source)

  let layout: PageLayout
  let head: PageHead
  let data: LinkedData
  let article: JSONValue?

  /// The page's own address, as given or as it says.
  let url: String?
  let urlSource: Provenance.Source

  private let givenLanguage: String?

  init(_ document: HTMLDocument, layout: PageLayout, options: ReadingOptions) {
    self.layout = layout
    givenLanguage = options.language
    head = PageHead(document.tree)
    data = LinkedData(document.linkedData)
    let base = options.base
    let canonical = head.canonical.flatMap { WebAddress.resolved($0, against: base) }
    let shared = head.meta("og:url").flatMap { WebAddress.resolved($0, against: base) }
    // A canonical address that is a site's front page says nothing of the article.
    let stated = [canonical, shared].compactMap { $0 }
    let titles = [head.title, head.meta("og:title")].compactMap { $0.map { Fold.line($0) } }
    let fetched = options.address.flatMap { WebAddress.resolved($0, against: nil) }
    let deep = stated.first { !PageMetadata.isFront($0) }
    // Then the address that it was fetched from goes before it, if that is more than a front page.
    let isBetter =
      !stated.isEmpty && deep == nil && fetched.map { !PageMetadata.isFront($0) } ?? false
    let first = deep ?? (isBetter ? fetched : stated.first)
    article = data.article(titles: titles, url: first ?? fetched)
    if let first {
      url = first
      urlSource = isBetter ? .given : first == canonical ? .markup : .meta
    } else {
      let main = article.flatMap {
        $0["url"]?.string ?? $0["mainEntityOfPage"]?.string
          ?? $0["mainEntityOfPage"]?["@id"]?.string
      }
      let own = main.flatMap { WebAddress.resolved($0, against: base) }
      url = own ?? fetched
      urlSource = own == nil ? .given : .jsonLD
    }
    let own = base ?? url
    self.base = head.base.flatMap { WebAddress.resolved($0, against: own) } ?? own
  }

  /// What relative links are resolved against.
  let base: String?

  private static func isFront(_ url: String) -> Bool {
    url.split(separator: "/").count <= 2
  }

  /// The text of a node, white space folded, or nothing if it is more than a line or two.
  func line(of node: Int) -> String { lines(of: node).joined(separator: " ") }

  /// The lines of a node, as breaks and blocks part them.
  func lines(of node: Int) -> [String] {
    let tree = layout.tree
    // What a hostile page calls an author may hold all of it, a thousand times over.
    guard Int(tree.nodes[node].end) - node <= 400 else { return [] }
    var lines: [[UInt8]] = [[]]
    var length = 0
    for index in node..<Int(tree.nodes[node].end) {
      let element = tree.nodes[index]
      if element.tag == .text {
        let start = Int(element.start)
        length += Int(element.count)
        guard length <= 2000 else { return [] }
        lines[lines.count - 1] += tree.text[start..<start + Int(element.count)]
      } else if element.tag == .br || PageLayout.isBlock(element.tag), lines.last?.isEmpty == false
      {
        lines.append([])
      }
    }
    return lines.map { PlainMarkup.folded(String(decoding: $0, as: UTF8.self)) }
      .filter { !$0.isEmpty }
  }

  /// Who publishes: what the page calls its site, the publisher of the article, or what its title
  /// has behind the headline.
  func outlet(title: String?) -> Found<String>? {
    if let name = head.meta("og:site_name")?.nonEmpty {
      return (title.flatMap { PageTitle.suffix(of: name, behind: $0) } ?? name, .meta)
    }
    let publisher = article?["publisher"].map { data.resolved($0.array?.first ?? $0) }
    if let name = publisher?["name"]?.string ?? publisher?.string,
      let text = PlainMarkup.text(name).nonEmpty
    {
      return (text, .jsonLD)
    }
    if let site = data.first(ofType: "WebSite")?["name"]?.string?.nonEmpty {
      return (PlainMarkup.text(site), .jsonLD)
    }
    if let name = head.meta("application-name", "apple-mobile-web-app-title", "dc.publisher") {
      return (name, .meta)
    }
    if let title, let name = PageTitle.suffix(of: head.title ?? "", behind: title) {
      return (name, .markup)
    }
    return nil
  }

  var declaredLanguage: Found<String>? {
    if let language = head.language?.trimmed.nonEmpty { return (language, .markup) }
    if let language = article?["inLanguage"]?.string?.nonEmpty { return (language, .jsonLD) }
    if let language = head.meta("og:locale", "content-language", "language", "dc.language") {
      return (language, .meta)
    }
    return givenLanguage.map { ($0, .given) }
  }

  /// The article as the page's data have it, for pages that show little without their scripts.
  var statedBody: String? {
    guard let body = article?["articleBody"]?.string, body.utf8.count > 400 else { return nil }
    let paragraphs = body.split(whereSeparator: \.isNewline).map { PlainMarkup.text(String($0)) }
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n").nonEmpty
  }

  var summary: String? {
    head.meta("og:description", "description", "twitter:description")
      ?? article?["description"]?.string.map { PlainMarkup.text($0) }
  }

  var updated: WrittenDate? {
    let stated =
      article?["dateModified"]?.string
      ?? head.meta("article:modified_time", "og:updated_time", "last-modified")
    return stated.flatMap { WrittenDate.first(in: $0, slack: 2) }
  }

  var tags: [String] {
    let stated = head.metas.filter { $0.name == "article:tag" }.map(\.content)
    let listed = stated.isEmpty ? head.meta("news_keywords", "keywords") : nil
    let words = listed?.split { ",;，".contains($0) }.map { String($0).trimmed } ?? stated
    var tags: [String] = []
    for word in words.prefix(64) where !word.isEmpty && !tags.contains(word) { tags.append(word) }
    return tags
  }
}
