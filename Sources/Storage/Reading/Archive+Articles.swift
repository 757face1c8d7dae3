import Bytes
import Model
import SQLite

extension Archive {
  /// Articles by the time of publication, then by key.
  public func articles(_ query: ArticleQuery) throws(ArchiveError) -> Rows<ArticleRecord> {
    var conditions = try ArticleConditions(database: database).conditions(query)
    let revision =
      query.asOf.map(ArticleConditions.revision) ?? Conditions("r.id = a.revision")
    conditions.add(revision.joined, revision.values)
    if let after = query.after {
      conditions.add("(a.sort_at, a.key) > (?, ?)", try PageToken(after, count: 2).values)
    }
    let rows = try database.query(
      """
      SELECT \(ArticleReader.columns) FROM article a JOIN revision r \(ArticleReader.joins)
      WHERE \(conditions.joined)
      ORDER BY a.sort_at, a.key \(Page.clause(query.limit))
      """, conditions.values)
    return Rows(limit: query.limit) { () throws(ArchiveError) in
      guard let row = try rows.next() else { return nil }
      let record = ArticleReader.record(row)
      return (record, [.text(row.text(ArticleReader.sortAt)), .text(record.key)])
    }
  }

  /// An article by its id or its key.
  public func article(_ reference: String) throws(ArchiveError) -> ArticleRecord {
    let condition = Reference(reference).condition(id: "a.id", key: "a.key")
    let record = try database.first(
      """
      SELECT \(ArticleReader.columns) FROM article a JOIN revision r ON r.id = a.revision
      \(ArticleReader.joins) WHERE \(condition.joined)
      """, condition.values
    ) { ArticleReader.record($0) }
    guard let record else { throw .unknown(kind: "article", name: reference, suggestions: []) }
    return record
  }

  /// The unchanged bytes of a revision, its newest ones unless a digest says which.
  ///
  /// `nil` where the archive was told of the bytes without being given them.
  public func original(
    of article: Int, revision: Int? = nil, sha256: String? = nil
  ) throws(ArchiveError) -> [UInt8]? {
    let found = try database.first(
      """
      SELECT o.bytes, o.length FROM article a JOIN revision r ON r.article = a.id
      JOIN original o ON o.revision = r.id
      WHERE a.id = ?1 AND iif(?2 IS NULL, r.id = a.revision, r.number = ?2)
        AND (?3 IS NULL OR lower(hex(o.sha256)) = ?3)
      ORDER BY \(RevisionReader.newestOriginal) LIMIT 1
      """, [.integer(article), Value(revision), Value(sha256?.lowercased())]
    ) { ($0.optionalBytes(0), $0.integer(1)) }
    guard let (compressed, length) = found else {
      throw .unknown(
        kind: "revision", name: revision.map { "\(article):\($0)" } ?? String(article),
        suggestions: [])
    }
    guard let compressed else { return nil }
    do throws(CompressionError) {
      return try Compression.inflate(compressed, limit: length)
    } catch {
      throw .damaged(path: path, reason: "the original of article \(article) cannot be unpacked")
    }
  }
}
