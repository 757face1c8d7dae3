/// One title and body that an article had at one time.
public struct RevisionRecord: Sendable {
  public var articleID: Int

  /// From 1, in the order of their own time.
  public var number: Int
  public var key: String
  public var isCurrent = true

  /// When this text was first there: updated, else captured, else ingested.
  public var time: Instant?
  public var ingestedAt: Instant?
  public var claims = 0

  /// The document as it was read; `original` is empty here.
  public var report: Report

  /// Where its bytes came from, oldest first.
  public var originals: [OriginalRecord] = []

  public init(articleID: Int, number: Int, key: String, report: Report) {
    self.articleID = articleID
    self.number = number
    self.key = key
    self.report = report
  }
}

/// The unchanged bytes that a revision came in as, without the bytes.
public struct OriginalRecord: Hashable, Sendable {
  /// Lower-case hexadecimal.
  public var sha256: String
  public var length: Int
  public var path: String?
  public var mime: String?

  /// Where the part stood in its container, and that container's digest.
  public var offset: Int?
  public var containerSHA256: String?
  public var ingestedAt: Instant?

  /// The header of the response that it came in; empty for what came from a file.
  public var headers: [HeaderField] = []

  public init(sha256: String, length: Int) {
    self.sha256 = sha256
    self.length = length
  }
}
