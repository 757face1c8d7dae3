/// What is asked for: an address, and what is known of it from an earlier answer.
public struct FetchRequest: Hashable, Sendable {
  public var url: String

  /// The marks of the answer that is known; the server then need not send it again.
  public var etag: String?
  public var lastModified: String?

  public var limits = FetchLimits()

  public init(url: String) { self.url = url }

  /// The host that is asked, in lower case; empty where the address has none.
  public var host: String { WebLocation(url).host }

  /// The address without the name and the password that it may hold.
  public var shownURL: String { WebLocation(url).shown }

  /// The lines of the header beside those that every request has.
  var fields: [String] {
    var fields = ["Accept: \(FetchRequest.wanted)"]
    // What would end the line would begin another one.
    let marks = [("If-None-Match", etag), ("If-Modified-Since", lastModified)]
    for case (let name, let value?) in marks where value.utf8.allSatisfy({ $0 >= 0x20 }) {
      fields.append("\(name): \(value)")
    }
    return fields
  }

  private static let wanted = [
    "text/html", "application/xhtml+xml", "application/atom+xml", "application/rss+xml",
    "application/feed+json", "application/xml;q=0.9", "*/*;q=0.8",
  ].joined(separator: ", ")
}
