/// What a media type lets expect, before the bytes are looked at.
enum MediaKind {
  case page, markup, text, data, unknown

  /// `nil` for types that no document has.
  init?(_ type: String?) {
    switch type ?? "" {
    case "text/html", "application/xhtml+xml": self = .page
    case "text/plain", "text/markdown": self = .text
    case "application/json", "application/feed+json": self = .data
    case "", "application/octet-stream", "binary/octet-stream", "unknown/unknown": self = .unknown
    case "image/svg+xml": return nil
    case "text/xml", "application/xml", "application/xml-dtd",
      "application/xml-external-parsed-entity":
      self = .markup
    case let type where ["+xml", "rss", "atom", "rdf"].contains(where: type.hasSuffix):
      self = .markup
    default: return nil
    }
  }

  /// The format that the bytes are of; `nil` where they are no document.
  func format(of payload: [UInt8], address: String?) -> Format? {
    let head = Head(payload.prefix(Head.length))
    if Feed.recognizes(head) { return .feed }
    // A page may have a stray zero in it.
    let isMarkup = self == .page && head.start.first == UInt8(ascii: "<")
    guard isMarkup || !head.isBinary, !head.start.isEmpty else { return nil }
    switch self {
    case .page: return JSONLines.recognizes(head) ? nil : .html
    case .text:
      if HTMLPage.recognizes(head) { return .html }
      // What is written for crawlers is no report.
      let isForRobots = address?.hasSuffix("/robots.txt") ?? false
      return PlainText.recognizes(head) && !isForRobots ? .text : nil
    case .markup, .unknown: return HTMLPage.recognizes(head) ? .html : nil
    case .data: return nil
    }
  }
}
