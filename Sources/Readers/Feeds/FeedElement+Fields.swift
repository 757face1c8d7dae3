import Model

/// The fields of feeds and entries, each from the elements that may hold it, the surest first.
extension FeedElement {
  var title: String? {
    first("title").flatMap { content(of: $0)?.line }
      ?? first("dc:title", "media:title", "itunes:title").flatMap { content(of: $0)?.line }
  }

  /// The element that speaks of the whole feed, for a root.
  var channel: FeedElement { first("channel").map { child($0) } ?? self }

  /// What the feed says of itself, for a root.
  func head(base: String?) -> FeedHead {
    let channel = channel
    let base = channel.base(from: self.base(from: base))
    var head = FeedHead()
    head.title = channel.title
    head.url = channel.link(base: base) ?? channel.address(base: base)
    head.id = channel.string("id", "guid") ?? channel.attribute("about", of: channel.node)
    head.description = channel.first(
      "description", "subtitle", "tagline", "abstract", "dc:description", "itunes:summary",
      "itunes:subtitle"
    ).flatMap { channel.content(of: $0)?.line }
    head.bylines = channel.authors(outlet: nil)
    // Who answers for a feed, or speaks in it, has not written all that is in it.
    let names =
      head.bylines.isEmpty
      ? channel.string("itunes:author", "managingeditor")
        .map { FeedNames.names(in: $0, outlet: nil) } ?? [] : head.bylines
    head.author = names.isEmpty ? nil : names.joined(separator: ", ")
    head.language = channel.language ?? language
    head.updatedAt =
      (channel.string("lastbuilddate", "updated", "modified", "dcterms:modified")
      ?? channel.attribute("lastmod", of: channel.node)).flatMap { FeedDate($0)?.instant }
    head.publishedAt = channel.string("pubdate", "published", "issued", "dc:date", "created")
      .flatMap { FeedDate($0)?.instant }
    return head
  }

  func entry(base: String?, feed: FeedHead) -> FeedEntry {
    var entry = FeedEntry()
    entry.base = base
    entry.title = title
    entry.id = string("guid", "id", "dc:identifier") ?? attribute("about", of: node)
    // FeedBurner puts an address of its own in place of the page's.
    entry.url =
      string("feedburner:origlink").flatMap { WebAddress.resolved($0, against: base) }
      ?? link(base: base) ?? permanentLink ?? address(base: base)
    entry.outlet = source
    entry.language = language
    entry.bylines = bylines(outlet: entry.outlet ?? feed.title)
    if isAtom, entry.bylines.isEmpty {
      // The format allows one source; some aggregators write one for each author.
      var seen: Set<String> = []
      entry.bylines = all("source").prefix(100)
        .flatMap { child($0).bylines(outlet: entry.outlet) }.filter { seen.insert($0).inserted }
    }
    entry.published = string(
      "pubdate", "published", "issued", "dcterms:issued", "dc:date", "dcterms:created", "created")
    entry.updated =
      string("updated", "modified", "dcterms:modified") ?? attribute("lastmod", of: node)
    entry.tags = tags
    entry.enclosures = enclosures(base: base)
    let full = first("content:encoded", "content", "xhtml:body", "body", "fullitem")
    entry.content = full.flatMap { content(of: $0) }
    // What Media RSS describes is the file, and the entry only where nothing else does.
    let short =
      first(
        "description", "summary", "abstract", "dc:description", "itunes:summary", "tagline",
        "itunes:subtitle")
      ?? (full == nil ? first("media:description") : nil)
    entry.summary = short.flatMap { content(of: $0) }
    if let shown = entry.content != nil ? full : short {
      entry.base = self.base(of: shown, from: base) ?? entry.url
      entry.language = entry.language ?? attribute("lang", of: shown)
    }
    entry.language = entry.language ?? first("title").flatMap { attribute("lang", of: $0) }
    return entry
  }

  /// The page that the feed or the entry is about.
  func link(base: String?) -> String? {
    var plain: String?
    for link in all("link").prefix(100) {
      let own = self.base(of: link, from: base)
      let relation = attribute("rel", of: link)?.lowercased() ?? "alternate"
      guard relation == "alternate" else { continue }
      if let address = attribute("href", of: link) {
        guard let url = WebAddress.resolved(address, against: own) else { continue }
        let type = attribute("type", of: link)?.lowercased() ?? "text/html"
        if type == "text/html" { return url }
        plain = plain ?? url
      } else if let address = string(of: link),
        // Escaped once too often; no address has such a part.
        let url = WebAddress.resolved(address.replacing("&amp;", with: "&"), against: own)
      {
        return url
      }
    }
    let player = first("media:player").flatMap { attribute("url", of: $0) }
    return plain ?? player.flatMap { WebAddress.resolved($0, against: base) }
  }

  /// The page of an element that names it itself, as in CDF.
  private func address(base: String?) -> String? {
    attribute("href", of: node).flatMap { WebAddress.resolved($0, against: base) }
  }

  /// A guid that says it is an address; one that says nothing has to look like one.
  private var permanentLink: String? {
    if let about = attribute("about", of: node) { return WebAddress.resolved(about, against: nil) }
    guard let guid = first("guid"), attribute("isPermaLink", of: guid)?.lowercased() != "false"
    else { return nil }
    return string(of: guid).flatMap { WebAddress.resolved($0, against: nil) }
  }

  private var source: String? {
    guard let source = first("source") else { return nil }
    let element = child(source)
    return isAtom ? element.title : string(of: source)
  }

  func bylines(outlet: String?) -> [String] {
    let names = authors(outlet: outlet)
    guard names.isEmpty, let text = string("itunes:author") else { return names }
    return FeedNames.names(in: text, outlet: outlet)
  }

  /// Who wrote it, or all of it where it is a feed.
  private func authors(outlet: String?) -> [String] {
    var names: [String] = []
    for author in all("author", "dc:creator", "dc:author").prefix(100) {
      let element = child(author)
      guard let text = element.string("name") ?? (isAtom ? nil : string(of: author)) else {
        continue
      }
      names += FeedNames.names(in: text, outlet: outlet)
    }
    var seen: Set<String> = []
    return names.prefix(100).filter { seen.insert($0).inserted }
  }

  /// A category of Atom has a name for people and one for programs; either may be asked for.
  private var tags: [String] {
    var tags: [String] = []
    var seen: Set<String> = []
    func add(_ names: [String]) {
      for name in names {
        let tag = PlainMarkup.text(name)
        if !tag.isEmpty, seen.insert(tag.lowercased()).inserted { tags.append(tag) }
      }
    }
    for node in all("category", "dc:subject", "itunes:category", "media:category").prefix(200) {
      let names =
        string(of: node).map { [$0] }
        ?? ["label", "term", "text"].compactMap { attribute($0, of: node) }
      add(names)
    }
    for node in all("itunes:keywords", "media:keywords").prefix(20) {
      add(
        (string(of: node) ?? "").split(separator: ",").prefix(200).map(\.trimmed).map(String.init))
    }
    return tags
  }

  private func enclosures(base: String?) -> [Enclosure] {
    var enclosures: [Enclosure] = []
    var seen: Set<String> = []
    for node in all("enclosure", "link", "media:content").prefix(1000) {
      let isLink = attribute("rel", of: node)?.lowercased() == "enclosure"
      guard
        let address = attribute("url", of: node) ?? (isLink ? attribute("href", of: node) : nil),
        let url = WebAddress.resolved(address, against: base), seen.insert(url).inserted
      else { continue }
      let length = attribute("length", of: node) ?? attribute("fileSize", of: node)
      enclosures.append(
        Enclosure(
          url: url, type: attribute("type", of: node), length: length.flatMap { Int($0) }))
    }
    return enclosures
  }
}

/// Names of authors as feeds write them.
enum FeedNames {
  /// Bare names out of "ann@example.org (Ann Lee)", "Ann Lee <ann@example.org>", "Ann Lee
  /// (ann@example.org)", "Ann Lee and Bo Su".
  static func names(in text: String, outlet: String?) -> [String] {
    var name = PlainMarkup.folded(text)
    if let open = name.firstIndex(of: "("), name.hasSuffix(")"), name[..<open].contains("@") {
      name = String(name[name.index(after: open)...].dropLast())
    } else if let open = name.firstIndex(of: "<"), name.hasSuffix(">"), name[open...].contains("@"),
      !name[open...].contains("=")
    {
      name = String(name[..<open])
    } else if let open = name.lastIndex(of: "("), name.hasSuffix(")"), name[open...].contains("@") {
      name = String(name[..<open])
    }
    name = PlainMarkup.text(name)
    guard !name.isEmpty, name.utf8.count < 400, !(name.contains("@") && !name.contains(" ")) else {
      return []
    }
    return Names.byline(name, knownOutlet: outlet ?? "").0
  }
}
