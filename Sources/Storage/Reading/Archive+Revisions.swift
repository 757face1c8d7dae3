import Model
import SQLite

extension Archive {
  /// A revision of an article, the current one for `nil`.
  public func revision(
    of article: Int, number: Int? = nil
  ) throws(ArchiveError) -> RevisionRecord {
    let condition =
      number.map { Conditions("r.number = ?", [.integer($0)]) }
      ?? Conditions("r.id = a.revision")
    let records = try RevisionReader(database: database).revisions(of: article, where: condition)
    guard let record = records.first else {
      throw .unknown(
        kind: "revision", name: number.map { "\(article):\($0)" } ?? String(article),
        suggestions: [])
    }
    return record
  }

  /// All revisions, oldest first.
  public func revisions(of article: Int) throws(ArchiveError) -> [RevisionRecord] {
    try RevisionReader(database: database).revisions(of: article, where: Conditions())
  }

  /// The mentions, held names and claims of a revision; `Claim.sameAs` is an index among them.
  public func findings(
    in article: Int, revision: Int? = nil
  ) throws(ArchiveError) -> Findings {
    let id = try database.first(
      """
      SELECT r.id FROM revision r JOIN article a ON a.id = r.article
      WHERE a.id = ?1 AND iif(?2 IS NULL, r.id = a.revision, r.number = ?2)
      """, [.integer(article), Value(revision)]
    ) { $0.integer(0) }
    guard let id else {
      throw .unknown(kind: "article", name: String(article), suggestions: [])
    }
    return try FindingsReader(database).findings(of: id)
  }
}
