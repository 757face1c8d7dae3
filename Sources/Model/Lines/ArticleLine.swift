/// An article and what it is known by.
public struct ArticleLine: Hashable, Sendable {
  public struct Identifier: Hashable, Sendable {
    /// `url`, `message-id`, `guid`, `id` or `digest`.
    public var kind: String
    public var value: String

    public init(kind: String, value: String) {
      self.kind = kind
      self.value = value
    }
  }

  public var key: String

  /// The strongest first.
  public var identifiers: [Identifier] = []

  /// Keys of its source, and of the article that it is a copy of.
  public var source: String?
  public var copyOf: String?

  /// The number of the current revision, and what stands in it.
  public var revision = 1
  public var published: Day?
  public var language: String?
  public var url: String?
  public var title: String?

  public init(key: String) { self.key = key }
}

/// A revision, with the document as it was read.
public struct RevisionLine: Sendable {
  public var key: String

  /// The key of its article.
  public var article: String
  public var number: Int

  /// The digest of the original whose fields these are.
  public var sha256: String
  public var report: Report
  public var held: [HeldName] = []

  /// The run that extracted from it, in complete exports.
  public var run: Int?

  public init(key: String, article: String, number: Int, sha256: String, report: Report) {
    self.key = key
    self.article = article
    self.number = number
    self.sha256 = sha256
    self.report = report
  }
}

/// The bytes that a revision came in as.
public struct OriginalLine: Hashable, Sendable {
  /// The key of its revision.
  public var revision: String
  public var sha256: String
  public var length: Int

  /// The document's own time, updated or captured; in complete exports else when it came in.
  public var seenAt: Instant?

  /// The turn of a document without a time among those of its article, from 1; else 0.
  public var arrival: Int

  /// Where it came from and in which run, and the bytes themselves; in complete exports.
  public var run: Int?
  public var path: String?
  public var offset: Int?
  public var containerSHA256: String?
  public var headers: [HeaderField] = []
  public var bytes: [UInt8]?

  public init(revision: String, sha256: String, length: Int, seenAt: Instant?, arrival: Int) {
    self.revision = revision
    self.sha256 = sha256
    self.length = length
    self.seenAt = seenAt
    self.arrival = arrival
  }
}
