/// The addresses of feeds and entries.
extension FeedElement {
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
  func address(base: String?) -> String? {
    attribute("href", of: node).flatMap { WebAddress.resolved($0, against: base) }
  }

  /// A guid that says it is an address; one that says nothing has to look like one.
  var permanentLink: String? {
    if let about = attribute("about", of: node) { return WebAddress.resolved(about, against: nil) }
    guard let guid = first("guid"), attribute("isPermaLink", of: guid)?.lowercased() != "false"
    else { return nil }
    return string(of: guid).flatMap { WebAddress.resolved($0, against: nil) }
  }

  var source: String? {
    guard let source = first("source") else { return nil }
    let element = child(source)
    return isAtom ? element.title : string(of: source)
  }
}
