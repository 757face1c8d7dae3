/// One line of an archive's export: enough, with the others, to make the archive again.
///
/// Rows are named by their keys. The order is fixed: the archive, runs, sources, entities, then
/// article by article with what hangs on it, then decisions; each sorted by key.
public enum ArchiveLine: Sendable {
  /// `isComplete`: with the bytes that came in, the runs and every decision.
  case archive(isComplete: Bool)
  case run(RunLine)
  case source(SourceLine)
  case entity(Entity, origin: String)
  case article(ArticleLine)
  case revision(RevisionLine)
  case original(OriginalLine)
  case mention(MentionLine)
  case claim(ClaimLine)
  case decision(DecisionLine)

  /// The last line, with how many stand before it: a file without one has been cut off.
  case end(lines: Int)

  /// What the first line says of the form of all.
  public static let schema = "dossier/1"
}

/// A pass over reports; in complete exports only, for it has a clock.
public struct RunLine: Hashable, Sendable {
  /// From 1, in the order of the runs.
  public var number: Int
  public var kind: String
  public var startedAt: Instant
  public var version: String

  /// The digest of the gazetteer that it used.
  public var gazetteer: String

  public init(number: Int, kind: String, startedAt: Instant, version: String, gazetteer: String) {
    self.number = number
    self.kind = kind
    self.startedAt = startedAt
    self.version = version
    self.gazetteer = gazetteer
  }
}

/// A source with what analysts said of it.
public struct SourceLine: Hashable, Sendable {
  public var key: String
  public var site: String?

  /// The name that its articles give, and the one that an analyst gave it.
  public var outlet: String?
  public var name: String?
  public var kind: String?
  public var country: String?
  public var reliability = "F"
  public var note: String?

  public init(key: String) { self.key = key }
}
