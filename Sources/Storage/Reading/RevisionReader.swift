import Bytes
import Model
import SQLite

/// Reads revisions with all that hangs on them.
struct RevisionReader {
  /// The order of a revision's originals `o`, the newest first.
  static let newestOriginal = "o.seen_at DESC, o.arrival > 0 DESC, o.arrival DESC, o.sha256 DESC"

  let database: Database

  /// The revisions of an article that a condition on `revision r` selects, oldest first.
  func revisions(
    of article: Int, where condition: Conditions
  ) throws(ArchiveError) -> [RevisionRecord] {
    var records = try database.list(
      """
      SELECT r.id, r.key, r.number, a.revision = r.id,
        (SELECT count(*) FROM claim c WHERE c.revision = r.id), \(RevisionColumns.all)
      FROM revision r JOIN article a ON a.id = r.article
      WHERE r.article = ? AND \(condition.joined) ORDER BY r.number
      """,
      [.integer(article)] + condition.values
    ) { row in
      var record = RevisionRecord(
        articleID: article, number: row.integer(2), key: row.text(1),
        report: RevisionColumns.report(row, at: 5))
      record.isCurrent = row.bool(3)
      record.claims = row.integer(4)
      return (row.integer(0), record)
    }
    for index in records.indices { try complete(&records[index].1, id: records[index].0) }
    return records.map(\.1)
  }

  private func complete(_ record: inout RevisionRecord, id: Int) throws(ArchiveError) {
    record.report.links = try database.list(
      "SELECT title, url FROM link WHERE revision = ? ORDER BY position", [.integer(id)]
    ) { Link(title: $0.text(0), url: $0.optionalText(1)) }
    var times: [Instant] = []
    try database.rows(
      """
      SELECT o.sha256, o.length, o.path, o.part_offset, o.container_sha256, n.started_at, o.seen_at,
        o.headers
      FROM original o JOIN run n ON n.id = o.run WHERE o.revision = ?
      ORDER BY o.seen_at, o.arrival > 0, o.arrival, o.sha256
      """, [.integer(id)]
    ) { row in
      var original = OriginalRecord(sha256: Digest.hex(row.bytes(0)), length: row.integer(1))
      original.path = row.optionalText(2)
      original.mime = record.report.mime
      original.offset = row.optionalInteger(3)
      original.containerSHA256 = row.optionalBytes(4).map { Digest.hex($0) }
      original.ingestedAt = row.instant(5)
      original.headers = row.optionalText(7).map { JSONColumn.headers($0) } ?? []
      record.originals.append(original)
      if let time = row.instant(6) { times.append(time) }
    }
    record.time = times.min()
    record.ingestedAt = record.originals.compactMap(\.ingestedAt).min()
    record.report.path = record.originals.last?.path ?? ""
    record.report.offset = record.originals.last?.offset
  }
}
