import Language
import Model
import SQLite

/// Keeps the full-text index in step with the current revision of an article.
struct SearchIndex {
  let database: Database

  /// Makes a revision the current one; nothing is done where it is.
  func setCurrent(_ revision: Int, of article: Int) throws(ArchiveError) {
    let isCurrent = try database.integer(
      "SELECT revision = ? FROM article WHERE id = ?", [.integer(revision), .integer(article)])
    if isCurrent != 0 { return }
    let texts = try database.first(
      "SELECT title, body FROM revision WHERE id = ?", [.integer(revision)]
    ) { ($0.optionalText(0), $0.text(1)) }
    guard let (title, body) = texts else { return }
    let (searchTitle, searchBody) = (SearchText.indexed(title ?? ""), SearchText.indexed(body))
    try remove(article)
    try database.run(
      "UPDATE article SET revision = ?, search_title = ?, search_body = ? WHERE id = ?",
      [.integer(revision), .text(searchTitle), .text(searchBody), .integer(article)])
    try database.run(
      "INSERT INTO article_fts (rowid, search_title, search_body) VALUES (?, ?, ?)",
      [.integer(article), .text(searchTitle), .text(searchBody)])
  }

  /// Takes an article's words out of the index; its row must still have them.
  func remove(_ article: Int) throws(ArchiveError) {
    try database.run(
      """
      INSERT INTO article_fts (article_fts, rowid, search_title, search_body)
      SELECT 'delete', id, search_title, search_body FROM article WHERE id = ?
      """, [.integer(article)])
  }
}
