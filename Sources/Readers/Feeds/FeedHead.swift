import Model

/// What a feed says of itself.
public struct FeedHead: Sendable {
  public var title: String?
  public var url: String?
  public var id: String?
  public var description: String?
  public var author: String?
  public var language: String?

  /// The encoding that its bytes were taken for.
  public var charset: String?

  /// The family with its version: `rss20`, `rss10`, `atom10`, `json11`.
  public var format: String?
  public var updatedAt: Instant?
  public var publishedAt: Instant?

  /// Whose entries those are that name nobody.
  var bylines: [String] = []
}
