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
      ?? channel.attribute("lastmod", of: channel.node)).flatMap { StampedDate($0)?.instant }
    head.publishedAt = channel.string("pubdate", "published", "issued", "dc:date", "created")
      .flatMap { StampedDate($0)?.instant }
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
}
