/// A feed as it is to be subscribed to.
public struct FeedSubscription: Hashable, Sendable {
  public var url: String
  public var title: String?

  /// The page that the feed belongs to.
  public var siteURL: String?
  public var tags: [String] = []

  public init(url: String, title: String? = nil) {
    self.url = url
    self.title = title
  }
}
