import Model

/// What came of asking for a feed.
public struct FeedPoll: Hashable, Sendable {
  public var at: Instant

  /// In words: `not modified`, `no such host: a.example`.
  public var status: String
  public var isFailure = false

  /// When the server wants to be asked again, at the earliest.
  public var retryAt: Instant?

  /// Where the feed has moved for good.
  public var movedTo: String?

  /// The marks of an answer that was stored; `nil` where what is known stays.
  public var marks: Marks?

  /// The article of one of its entries, which tells its source.
  public var article: Int?

  public struct Marks: Hashable, Sendable {
    public var etag: String?
    public var lastModified: String?

    public init(etag: String?, lastModified: String?) {
      self.etag = etag
      self.lastModified = lastModified
    }
  }

  public init(at: Instant, status: String) {
    self.at = at
    self.status = status
  }

  private static let firstPause = 300
  private static let longestPause = 86_400

  /// When the feed is to be asked again after so many failures: twice as late after each, and as
  /// late as the server wants; never more than a day later.
  func nextTime(failures: Int) -> Instant? {
    var pause = 0
    if failures > 0 { pause = FeedPoll.firstPause << min(failures - 1, 10) }
    if let retryAt { pause = max(pause, retryAt.seconds - at.seconds) }
    return pause > 0 ? Instant(seconds: at.seconds + min(pause, FeedPoll.longestPause)) : nil
  }
}
