/// One document as a reader made it out of bytes.
public struct Report: Sendable {
  /// The document's own identifier (a JSON Lines `id`, a guid, a Message-ID), or `nil`.
  public var id: String?

  /// The path, or the name given for standard input.
  public var path: String

  /// The byte offset of the part in its container, or `nil` for a file of its own.
  public var offset: Int?
  public var url: String?
  public var outlet: String?
  public var title: String?

  /// Bare names.
  public var bylines: [String] = []

  /// The day of publication in the source's own time zone.
  public var published: Day?
  public var publishedAt: Instant?
  public var updatedAt: Instant?
  public var capturedAt: Instant?

  /// The WARC record id.
  public var recordID: String?

  /// The language the text is in, as the declaration or the letters say: `en`.
  public var language: String?
  public var languageDeclared: String?
  public var mime: String?

  /// The program outside that found the text, with its version.
  public var tool: String?

  /// False for a feed's summary.
  public var complete = true

  /// Where each field was read, keyed by its name in the machine interface, in fixed order.
  public var provenance: [Provenance] = []
  public var summary: String?
  public var tags: [String] = []
  public var enclosures: [Enclosure] = []

  /// The article body.
  public var text: String

  /// Where each page of a paged document begins in the text, in order.
  public var pages: [Int] = []

  /// Teasers of other articles that were cut out of the body.
  public var links: [Link] = []

  /// Resolved links of the body.
  public var references: [String] = []

  /// The header of the response that it came in; empty for what came from a file.
  public var headers: [HeaderField] = []

  /// The unchanged bytes of this document (of its own part, out of a container).
  public var original: [UInt8]

  public init(path: String, text: String, original: [UInt8]) {
    self.path = path
    self.text = text
    self.original = original
  }

  /// The page that a place of the text stands on, from 1; `nil` where there are no pages.
  public func page(at offset: Int) -> Int? {
    var (low, high) = (0, pages.count)
    while low < high {
      let middle = (low + high) / 2
      if pages[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low : nil
  }
}

/// Where a field of a report was read.
public struct Provenance: Hashable, Sendable {
  public enum Source: String, Hashable, Sendable, CaseIterable {
    case jsonLD = "json-ld"
    case meta, markup, text, feed, given
  }

  public var field: String
  public var source: Source

  public init(field: String, source: Source) {
    self.field = field
    self.source = source
  }
}

public struct Link: Hashable, Sendable {
  public var title: String
  public var url: String?

  public init(title: String, url: String?) {
    self.title = title
    self.url = url
  }
}

public struct Enclosure: Hashable, Sendable {
  public var url: String
  public var type: String?
  public var length: Int?

  public init(url: String, type: String?, length: Int?) {
    self.url = url
    self.type = type
    self.length = length
  }
}
