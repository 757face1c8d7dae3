import Model

/// What something was fetched for.
enum Errand: Sendable {
  /// The entries of a feed, by its id.
  case feed(Int)

  /// The whole text of an article, of which the feed has a summary.
  case page(feed: Int, article: Int)

  var feed: Int {
    switch self {
    case .feed(let feed), .page(let feed, _): feed
    }
  }

  /// The article that the one document is a new text of.
  var article: Int? {
    if case .page(_, let article) = self { article } else { nil }
  }
}

/// A document of an errand, as far as the errand goes on with it.
struct ErrandDocument: Sendable {
  var errand: Errand
  var url: String?

  /// False for a feed's summary, and for what was refused.
  var isComplete = false
}
