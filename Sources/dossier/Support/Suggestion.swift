import Language

/// Says what somebody may have meant.
enum Suggestion {
  /// The nearest of the known words, or `nil` if none is near.
  static func nearest(to word: String, among known: some Sequence<String>) -> String? {
    EditDistance.nearest(to: word, among: known).first
  }

  /// `; did you mean north-korea?`, or nothing.
  static func phrase(for word: String, among known: some Sequence<String>) -> String {
    nearest(to: word, among: known).map { "; did you mean \($0)?" } ?? ""
  }
}
