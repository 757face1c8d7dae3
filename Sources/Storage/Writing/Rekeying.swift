import Model
import SQLite

/// Gives an article its key anew when it has become known by a stronger identifier.
///
/// The key is that of the strongest identifier, in whatever order they came. What hangs on the key
/// follows: revisions, claims, and what analysts decided.
struct Rekeying {
  let store: ArticleStore

  /// - Returns: the key of the article.
  func settle(_ article: Int) throws(ArchiveError) -> String {
    let database = store.database
    let old = try database.first(
      "SELECT key FROM article WHERE id = ?", [.integer(article)]
    ) { $0.text(0) }
    guard let old else {
      throw .unknown(kind: "article", name: String(article), suggestions: [])
    }
    guard let strongest = try store.identities.identifiers(of: article).first else { return old }
    let key = Key.article(strongest)
    if key == old { return old }
    try database.run(
      "UPDATE article SET key = ? WHERE id = ?", [.text(key), .integer(article)])
    try decide("article", from: old, to: key)
    let revisions = try database.list(
      "SELECT id, title, body FROM revision WHERE article = ?", [.integer(article)]
    ) { ($0.integer(0), $0.optionalText(1), $0.text(2)) }
    for (revision, title, body) in revisions {
      try database.run(
        "UPDATE revision SET key = ? WHERE id = ?",
        [.text(Key.revision(article: key, title: title, body: body)), .integer(revision)])
      try rekeyClaims(of: revision, ClaimKeys(article: key, text: Array(body.utf8)))
    }
    return key
  }

  private func rekeyClaims(of revision: Int, _ keys: ClaimKeys) throws(ArchiveError) {
    var keys = keys
    let claims = try store.database.list(
      """
      SELECT id, key, quote_start, quote_end FROM claim WHERE revision = ? ORDER BY position
      """, [.integer(revision)]
    ) { ($0.integer(0), $0.text(1), TextSpan(start: $0.integer(2), end: $0.integer(3))) }
    for (id, old, evidence) in claims {
      let key = keys.key(of: evidence)
      try store.database.run(
        "UPDATE claim SET key = ? WHERE id = ?", [.text(key), .integer(id)])
      try decide("claim", from: old, to: key)
    }
  }

  private func decide(
    _ kind: String, from old: String, to key: String
  ) throws(ArchiveError) {
    try store.database.run(
      "UPDATE decision SET subject_key = ? WHERE subject_kind = ? AND subject_key = ?",
      [.text(key), .text(kind), .text(old)])
  }
}
