/// What became of one document.
public struct IngestOutcome: Hashable, Sendable {
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case added, updated, same, refused
  }

  public var status: Status
  public var path: String

  /// The article's; `nil` for a refused document, and for a new one in a dry run.
  public var id: Int?
  public var key: String?
  public var revision: Int?

  /// Whether that revision is the article's current one: an older text or a summary is none.
  public var isCurrent = true
  public var title: String?
  public var claims = 0

  /// The origin that this is a near-copy of, and how much they share, from 0 to 1.
  public var copyOf: Int?
  public var copyShare: Double?

  /// Why it was refused.
  public var reason: String?

  public init(status: Status, path: String) {
    self.status = status
    self.path = path
  }
}
