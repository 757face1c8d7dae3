import Model

/// What feeds and entries have any number of.
extension FeedElement {
  func bylines(outlet: String?) -> [String] {
    let names = authors(outlet: outlet)
    guard names.isEmpty, let text = string("itunes:author") else { return names }
    return FeedNames.names(in: text, outlet: outlet)
  }

  /// Who wrote it, or all of it where it is a feed.
  func authors(outlet: String?) -> [String] {
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
  var tags: [String] {
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

  func enclosures(base: String?) -> [Enclosure] {
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
