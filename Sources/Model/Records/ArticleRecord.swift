/// An article as the archive lists it, in its current revision.
public struct ArticleRecord: Hashable, Sendable {
  public var id: Int
  public var key: String

  /// The number of the current revision, from 1, and how many there are.
  public var revision = 1
  public var revisions = 1
  public var title: String?
  public var url: String?

  /// The name of the source.
  public var source: String?
  public var sourceReliability = "F"

  /// The day of publication in the source's own time zone.
  public var published: Day?
  public var publishedAt: Instant?
  public var updatedAt: Instant?
  public var capturedAt: Instant?
  public var ingestedAt: Instant?
  public var language: String?

  /// How many claims the current revision makes.
  public var claims = 0

  /// The origin that this is a near-copy of, and the share of its text that the two have in
  /// common, from 0 to 1; `nil` for an origin.
  public var copyOf: Int?
  public var copyShare: Double?

  public init(id: Int, key: String) {
    self.id = id
    self.key = key
  }
}
