/// A feed that is subscribed to.
public struct FeedRecord: Hashable, Sendable {
  public var id: Int

  /// The address that was subscribed to, and where it has moved for good.
  public var url: String
  public var movedTo: String?

  /// An analyst's, else the feed's own.
  public var title: String?

  /// The page that the feed belongs to.
  public var siteURL: String?

  /// The folders that it lies in, and its categories.
  public var tags: [String] = []

  /// The name of the source that its entries are of.
  public var source: String?

  /// The marks of the answer that was stored last.
  public var etag: String?
  public var lastModified: String?
  public var polledAt: Instant?

  /// A feed that fails is left alone until then.
  public var nextPollAt: Instant?

  /// How many times in a row it has failed.
  public var failures = 0

  /// What came of the last time, in words.
  public var status: String?

  public init(id: Int, url: String) {
    self.id = id
    self.url = url
  }

  /// The address that is asked now.
  public var currentURL: String { movedTo ?? url }
}
