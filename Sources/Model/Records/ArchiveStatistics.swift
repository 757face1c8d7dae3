/// How much an archive holds.
public struct ArchiveStatistics: Hashable, Sendable {
  public var articles = 0

  /// Of the articles, those that are near-copies of another.
  public var copies = 0
  public var revisions = 0
  public var originals = 0
  public var sources = 0
  public var entities = 0
  public var mentions = 0

  /// Of current revisions.
  public var claims = 0
  public var firstPublished: Day?
  public var lastPublished: Day?
  public var schemaVersion = 0

  /// Bytes of the file, and of data that still stands in the write-ahead log beside it.
  public var fileBytes = 0
  public var logBytes = 0

  public init() {}
}

/// What `check` found.
public struct CheckResult: Hashable, Sendable {
  public var claims = 0
  public var anchored = 0
  public var moved = 0
  public var lost = 0

  /// Each fault in a sentence: `claim 6: evidence differs`.
  public var faults: [String] = []

  public init() {}
}

/// A change that somebody made to the archive's content.
public struct HistoryRecord: Hashable, Sendable {
  public var id: Int
  public var at: Instant
  public var who: String?

  /// What it is about, such as `source:united24`.
  public var subject: String

  /// What was done, in words.
  public var action: String
  public var note: String?

  public init(
    id: Int, at: Instant, who: String?, subject: String, action: String, note: String?
  ) {
    self.id = id
    self.at = at
    self.who = who
    self.subject = subject
    self.action = action
    self.note = note
  }
}
