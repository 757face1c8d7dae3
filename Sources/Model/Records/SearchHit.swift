/// An article that a full-text search found, with the passage that it was found by.
public struct SearchHit: Sendable {
  public var article: ArticleRecord

  /// A passage of the title or the text, cut at words.
  public var snippet: String

  /// The byte ranges of the snippet that match, in order and apart.
  public var matches: [TextSpan]

  public init(article: ArticleRecord, snippet: String, matches: [TextSpan]) {
    self.article = article
    self.snippet = snippet
    self.matches = matches
  }
}
