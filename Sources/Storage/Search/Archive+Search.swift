import Model
import SQLite

extension Archive {
  /// Articles whose title or text holds the words, best first.
  ///
  /// Any text is a valid search. `"…"`, `AND`, `OR`, `NOT`, `word*` and `NEAR(…)` are operators
  /// where they can be; else they are words. A search without a word finds every article that its
  /// filters select, by the time of publication.
  public func search(_ query: SearchQuery) throws(ArchiveError) -> Rows<SearchHit> {
    let expression = try SearchExpression(query.text)
    guard let match = expression.match else {
      let isBlank = query.text.allSatisfy(\.isWhitespace)
      return isBlank ? try everything(query) : Rows { () throws(ArchiveError) in nil }
    }
    let hits = try hits(of: match, query.articles)
    let find = try Query(
      """
      SELECT \(ArticleReader.columns), r.body FROM article a JOIN revision r ON r.id = a.revision
      \(ArticleReader.joins) WHERE a.id = ?
      """, database)
    return Rows(limit: query.articles.limit) { () throws(ArchiveError) in
      guard let row = try hits.next() else { return nil }
      let place: [Value] = [.real(row.real(1)), .integer(row.integer(0))]
      let found = try find.first([.integer(row.integer(0))]) {
        (ArticleReader.record($0), $0.text(ArticleReader.count))
      }
      guard let (article, body) = found else { return nil }
      let snippet = Snippet(of: body, terms: expression.terms)
      return (
        SearchHit(article: article, snippet: snippet.text, matches: snippet.matches), place
      )
    }
  }

  /// The ids of the articles found and their ranks, best first: of a million hits no more than
  /// these are sorted.
  private func hits(of match: String, _ query: ArticleQuery) throws(ArchiveError) -> Query {
    // A word in the title weighs as much as five in the text.
    var conditions = Conditions(
      "article_fts MATCH ? AND f.rank MATCH 'bm25(5.0, 1.0)'", [.text(match)])
    let filters = try ArticleConditions(database: database).conditions(query)
    if !filters.clauses.isEmpty { conditions.add(filters.joined, filters.values) }
    if let after = query.after {
      conditions.add("(f.rank, f.rowid) > (?, ?)", try PageToken(after, count: 2).values)
    }
    return try database.query(
      """
      SELECT f.rowid, f.rank FROM article_fts f
      \(filters.clauses.isEmpty ? "" : "CROSS JOIN article a ON a.id = f.rowid")
      WHERE \(conditions.joined)
      ORDER BY f.rank, f.rowid \(Page.clause(query.limit))
      """, conditions.values)
  }

  private func everything(_ query: SearchQuery) throws(ArchiveError) -> Rows<SearchHit> {
    let findText = try Query(
      "SELECT r.body FROM article a JOIN revision r ON r.id = a.revision WHERE a.id = ?", database)
    return try articles(query.articles).map { article throws(ArchiveError) in
      let body = try findText.first([.integer(article.id)]) { $0.text(0) } ?? ""
      return SearchHit(article: article, snippet: Snippet(of: body, terms: []).text, matches: [])
    }
  }
}
