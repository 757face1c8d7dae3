/// Why a line of an import cannot be taken in.
struct LineError: Error {
  var reason: String

  /// Whether the article that it stands in is broken by it.
  var isOfArticle = false

  init(_ reason: String, isOfArticle: Bool = false) {
    self.reason = reason
    self.isOfArticle = isOfArticle
  }
}
