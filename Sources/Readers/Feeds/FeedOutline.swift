/// A feed in a list of feeds, as OPML exchanges subscriptions.
public struct FeedOutline: Sendable {
  /// Its place in the list, from 0.
  public var index: Int

  public var feedURL: String
  public var title: String?

  /// The page that the feed belongs to.
  public var url: String?
  public var description: String?
  public var language: String?

  /// The folders that it lies in, the outermost first, and the categories that it is given.
  public var tags: [String] = []
}
