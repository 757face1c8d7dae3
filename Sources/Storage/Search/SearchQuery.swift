import Model

/// A full-text search, narrowed as a list of articles is.
public struct SearchQuery: Sendable {
  /// What the user typed; empty finds every article that `articles` selects.
  public var text: String

  /// The articles among which to search; its `limit` and `after` hold for the hits.
  public var articles = ArticleQuery()

  public init(_ text: String) { self.text = text }
}
