import Model
import SQLite

extension Archive {
  /// Takes an article out for good: no byte of it stays in the file.
  ///
  /// The file is written anew, which takes its time and as much room again while it lasts. Where
  /// that fails the article is gone all the same, and the error says what is left to do. Copies that
  /// migrations have left beside the archive are told in a notice.
  public func purge(article: Int) throws(ArchiveError) {
    _ = try self.article(String(article))
    try database.run("PRAGMA secure_delete = ON")
    try database.transaction { () throws(ArchiveError) in
      try ArticleRemoval(database: database, article: article).run()
      // The index keeps the words of what was deleted until its parts are merged.
      try database.run("INSERT INTO article_fts (article_fts) VALUES ('optimize')")
    }
    do throws(ArchiveError) {
      try writeAnew()
    } catch .cannotWrite(_, let reason) {
      throw .cannotWrite(
        path: path,
        reason:
          "\(reason); article \(article) is removed, but its bytes may still stand in the file:"
          + " where there is room, dossier backup NEW writes one without them")
    }
    let copies = ArchiveFile(path: path).copies
    if !copies.isEmpty {
      notices.append(
        "what was removed may still stand in \(copies.joined(separator: ", ")), from before a migration"
      )
    }
  }

  private func writeAnew() throws(ArchiveError) {
    // In memory it could be more than there is.
    try database.run("PRAGMA temp_store = FILE")
    try database.run("VACUUM")
    try database.run("PRAGMA temp_store = MEMORY")
    let isBusy = try database.first("PRAGMA wal_checkpoint(TRUNCATE)") { $0.bool(0) } ?? false
    if isBusy {
      notices.append(
        "\(path) is being read: \(path)-wal may still hold what was removed; try again later")
    }
  }
}

/// Deletes an article with all that hangs on it, inside a transaction.
struct ArticleRemoval {
  let database: Database
  let article: Int

  func run() throws(ArchiveError) {
    let source = try database.first(
      "SELECT source FROM article WHERE id = ?", [.integer(article)]
    ) { $0.optionalInteger(0) }
    try removeDecisions()
    try SearchIndex(database: database).remove(article)
    try removeFindings()
    let stories = try StoryStore(database)
    let copies = try stories.leave(article)
    for (table, column) in [("identifier", "article"), ("revision", "article"), ("article", "id")] {
      try database.run("DELETE FROM \(table) WHERE \(column) = ?", [.integer(article)])
    }
    try stories.place(again: copies)
    if let source = source ?? nil { try settle(source: source) }
  }

  private func removeDecisions() throws(ArchiveError) {
    let decisions = """
      SELECT d.id FROM decision d WHERE (d.subject_kind = 'article'
        AND d.subject_key = (SELECT key FROM article WHERE id = ?1))
      OR (d.subject_kind = 'claim' AND d.subject_key IN (
        SELECT c.key FROM claim c JOIN revision r ON r.id = c.revision WHERE r.article = ?1))
      """
    try database.run(
      "UPDATE decision SET undoes = NULL WHERE undoes IN (\(decisions))", [.integer(article)])
    try database.run("DELETE FROM decision WHERE id IN (\(decisions))", [.integer(article)])
  }

  private func removeFindings() throws(ArchiveError) {
    let revisions = "SELECT id FROM revision WHERE article = ?"
    try database.run(
      """
      DELETE FROM claim_entity WHERE claim IN (
        SELECT id FROM claim WHERE revision IN (\(revisions)))
      """, [.integer(article)])
    for table in ["claim", "mention", "held", "link", "original"] {
      try database.run(
        "DELETE FROM \(table) WHERE revision IN (\(revisions))", [.integer(article)])
    }
  }

  /// Forgets a source without articles, and the name that only the removed one gave.
  private func settle(source: Int) throws(ArchiveError) {
    let isUsed = try database.integer(
      "SELECT EXISTS (SELECT 1 FROM article WHERE source = ?)", [.integer(source)])
    if isUsed == 0 {
      try database.run(
        """
        DELETE FROM decision WHERE subject_kind = 'source'
          AND subject_key = (SELECT key FROM source WHERE id = ?)
        """, [.integer(source)])
    }
    try SourceStore(database).settle(source)
  }
}
