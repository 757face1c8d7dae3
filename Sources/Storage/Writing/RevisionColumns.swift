import Model
import SQLite

/// A document as the columns of a revision.
enum RevisionColumns {
  /// What is known of the document beside its title and body, in the order of `values(of:)`.
  static let metadata = [
    "document_id", "url", "outlet", "published", "published_at", "updated_at", "captured_at",
    "record_id", "language", "language_declared", "mime", "complete", "bylines", "provenance",
    "tags", "enclosures", "refs", "summary", "pages", "tool",
  ]

  static let insert = """
    INSERT INTO revision (
      id, key, article, number, run, original, text_hash, title, \(metadata.joined(separator: ", ")),
      body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, \(metadata.map { _ in "?" }.joined(separator: ", ")), ?)
    """

  static let update = """
    UPDATE revision SET original = ?, \(metadata.map { $0 + " = ?" }.joined(separator: ", "))
    WHERE id = ?
    """

  static func values(of report: Report) -> [Value] {
    [
      Value(report.id), Value(report.url), Value(report.outlet),
      Value(report.published?.description), Value(report.publishedAt?.description),
      Value(report.updatedAt?.description), Value(report.capturedAt?.description),
      Value(report.recordID), Value(report.language), Value(report.languageDeclared),
      Value(report.mime), Value(report.complete), .text(JSONColumn.text(report.bylines)),
      .text(JSONColumn.text(report.provenance)), .text(JSONColumn.text(report.tags)),
      .text(JSONColumn.text(report.enclosures)), .text(JSONColumn.text(report.references)),
      Value(report.summary), .text(JSONColumn.text(report.pages)), Value(report.tool),
    ]
  }

  /// The columns that `report(_:at:)` reads, over `revision r`.
  static let all =
    "r.title, " + metadata.map { "r." + $0 }.joined(separator: ", ") + ", r.body"

  /// The document of a row, its columns from `first` on being those of `all`.
  ///
  /// Its links, its path and its bytes lie in other tables.
  static func report(_ row: borrowing Row, at first: Int) -> Report {
    var report = Report(path: "", text: row.text(first + 21), original: [])
    report.title = row.optionalText(first)
    report.id = row.optionalText(first + 1)
    report.url = row.optionalText(first + 2)
    report.outlet = row.optionalText(first + 3)
    report.published = row.day(first + 4)
    report.publishedAt = row.instant(first + 5)
    report.updatedAt = row.instant(first + 6)
    report.capturedAt = row.instant(first + 7)
    report.recordID = row.optionalText(first + 8)
    report.language = row.optionalText(first + 9)
    report.languageDeclared = row.optionalText(first + 10)
    report.mime = row.optionalText(first + 11)
    report.complete = row.bool(first + 12)
    report.bylines = JSONColumn.list(row.text(first + 13))
    report.provenance = JSONColumn.provenance(row.text(first + 14))
    report.tags = JSONColumn.list(row.text(first + 15))
    report.enclosures = JSONColumn.enclosures(row.text(first + 16))
    report.references = JSONColumn.list(row.text(first + 17))
    report.summary = row.optionalText(first + 18)
    report.pages = JSONColumn.offsets(row.text(first + 19))
    report.tool = row.optionalText(first + 20)
    return report
  }
}

extension Row {
  /// A day, `nil` for NULL.
  borrowing func day(_ column: Int) -> Day? { optionalText(column).flatMap { Day(iso: $0) } }

  /// An instant, `nil` for NULL.
  borrowing func instant(_ column: Int) -> Instant? {
    optionalText(column).flatMap { Instant(rfc3339: $0) }
  }
}
