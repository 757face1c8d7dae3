import Model
import SQLite

/// Reads rows of articles.
enum ArticleReader {
  /// The columns that `record(_:)` reads, over `article a`.
  static let columns = """
    a.id, a.key, r.number, (SELECT count(*) FROM revision x WHERE x.article = a.id), a.title, a.url,
    coalesce(s.name, s.outlet, s.site), coalesce(s.reliability, 'F'), a.published,
    r.published_at, r.updated_at, r.captured_at,
    (SELECT min(n.started_at) FROM revision x JOIN original o ON o.revision = x.id
      JOIN run n ON n.id = o.run WHERE x.article = a.id),
    a.language, (SELECT count(*) FROM claim c WHERE c.revision = r.id),
    a.origin, a.share, a.sort_at
    """

  /// The place of `a.sort_at` among the columns.
  static let sortAt = 17

  /// How many columns there are.
  static let count = 18

  static let joins = "LEFT JOIN source s ON s.id = a.source"

  static func record(_ row: borrowing Row) -> ArticleRecord {
    var record = ArticleRecord(id: row.integer(0), key: row.text(1))
    record.revision = row.integer(2)
    record.revisions = row.integer(3)
    record.title = row.optionalText(4)
    record.url = row.optionalText(5)
    record.source = row.optionalText(6)
    record.sourceReliability = row.text(7)
    record.published = row.day(8)
    record.publishedAt = row.instant(9)
    record.updatedAt = row.instant(10)
    record.capturedAt = row.instant(11)
    record.ingestedAt = row.instant(12)
    record.language = row.optionalText(13)
    record.claims = row.integer(14)
    record.copyOf = row.optionalInteger(15)
    record.copyShare = row.optionalReal(16)
    return record
  }
}
