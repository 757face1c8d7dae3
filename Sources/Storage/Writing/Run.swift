import Model

/// One pass over reports: when, by which version, with which words.
public struct Run: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case ingest, `import`, reprocess
  }

  public var kind: Kind
  public var startedAt: Instant

  /// The program's version: `0.1.0`.
  public var version: String

  public init(kind: Kind, startedAt: Instant, version: String) {
    self.kind = kind
    self.startedAt = startedAt
    self.version = version
  }
}
