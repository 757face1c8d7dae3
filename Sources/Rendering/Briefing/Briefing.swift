import Model

/// What a briefing is made of; how it looks is a renderer's business.
public struct Briefing: Sendable {
  /// An article that a figure rests on.
  public struct Article: Sendable {
    public var record: ArticleRecord

    /// When the archive got it.
    public var accessed: Instant?

    /// Of its original, in hexadecimal.
    public var sha256: String?

    /// The name of the file that it came from.
    public var file: String?

    public init(record: ArticleRecord, accessed: Instant?, sha256: String?, file: String? = nil) {
      self.record = record
      self.accessed = accessed
      self.sha256 = sha256
      self.file = file
    }
  }

  public var title: String

  /// The filters, as they were given.
  public var query: String

  /// The latest ingest that the query saw.
  public var dataUntil: Instant?

  /// A digest over the texts of the archive.
  public var archiveHash: String

  /// Sorted as the query gives them.
  public var claims: [ClaimRecord]

  /// By their ids.
  public var articles: [Int: Article]

  /// The names of entities by their ids.
  public var names: [String: String]

  /// What was said on this day or later counts as new.
  public var since: Day?

  public init(
    title: String, query: String, dataUntil: Instant?, archiveHash: String,
    claims: [ClaimRecord], articles: [Int: Article], names: [String: String], since: Day?
  ) {
    self.title = title
    self.query = query
    self.dataUntil = dataUntil
    self.archiveHash = archiveHash
    self.claims = claims
    self.articles = articles
    self.names = names
    self.since = since
  }

  func name(_ id: String) -> String { names[id] ?? id }
}
