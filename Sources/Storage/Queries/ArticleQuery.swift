import Model

/// Which articles to list; every filter narrows.
public struct ArticleQuery: Sendable {
  /// Ids of entities: the current revision names one of them, or one that lies below it.
  public var entity = Filter<String>()

  /// Entities count for themselves alone, not for what lies below them.
  public var exact = false

  /// What lay below an entity on that day; `nil` is at any time.
  public var at: Day?

  /// Local ids of sources, as `Archive.sources(matching:)` finds them.
  public var source = Filter<Int>()

  /// Days of publication.
  public var said = Filter<ClosedRange<Day>>()
  public var asOf: Day?

  /// ISO 639-1 codes.
  public var language = Filter<String>()

  /// Copies, and what they are copies of.
  public var copies = false

  /// Local ids of articles.
  public var article = Filter<Int>()
  public var limit: Int?

  /// The token that ended the page before.
  public var after: String?

  public init() {}
}
