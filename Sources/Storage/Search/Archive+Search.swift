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
    var conditions = Conditions("article_fts MATCH ?", [.text(match)])
    let filters = try ArticleConditions(database: database).conditions(query.articles)
    conditions.add(filters.joined, filters.values)
    if let after = query.articles.after {
      conditions.add("(f.rank, a.id) > (?, ?)", try PageToken(after, count: 2).values)
    }
    // A word in the title weighs as much as five in the text.
    let rows = try database.query(
      """
      SELECT \(ArticleReader.columns), r.body, f.rank
      FROM article_fts f JOIN article a ON a.id = f.rowid JOIN revision r ON r.id = a.revision
      \(ArticleReader.joins)
      WHERE \(conditions.joined) AND f.rank MATCH 'bm25(5.0, 1.0)'
      ORDER BY f.rank, a.id \(query.articles.limit.map { "LIMIT \(max(0, $0) &+ 1)" } ?? "")
      """, conditions.values)
    return Rows(limit: query.articles.limit) { () throws(ArchiveError) in
      guard let row = try rows.next() else { return nil }
      let snippet = Snippet(of: row.text(17), terms: expression.terms)
      let article = ArticleReader.record(row)
      return (
        SearchHit(article: article, snippet: snippet.text, matches: snippet.matches),
        [.real(row.real(18)), .integer(article.id)]
      )
    }
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
