import Model

extension Archive {
  /// Articles whose title or text holds the words, best first.
  ///
  /// Any text is a valid search. `"…"`, `AND`, `OR`, `NOT`, `word*` and `NEAR(…)` are operators
  /// where they can be; else they are words.
  public func search(_ query: SearchQuery) throws(ArchiveError) -> Rows<SearchHit> {
    Rows { () throws(ArchiveError) in nil }
  }
}
