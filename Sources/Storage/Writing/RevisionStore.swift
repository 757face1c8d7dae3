import Model
import SQLite

/// Writes revisions and the bytes that they came in as.
final class RevisionStore {
  private let runs: RunStore
  private let database: Database
  private let insertRevision, insertOriginal, insertLink: Query

  init(_ database: Database, runs: RunStore) throws(ArchiveError) {
    self.database = database
    self.runs = runs
    insertRevision = try Query(RevisionColumns.insert, database)
    insertOriginal = try Query(
      """
      INSERT INTO original (
        id, revision, sha256, length, seen_at, arrival, run, path, part_offset, container_sha256,
        headers, bytes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, database)
    insertLink = try Query(
      "INSERT INTO link (revision, position, title, url) VALUES (?, ?, ?, ?)", database)
  }

  /// Writes a new revision with its first original; its number is set by `ArticleStore`.
  func add(
    _ prepared: PreparedReport, to article: Int, key: String, ids: inout RowIDs
  ) throws(ArchiveError) -> Int {
    let revision = ids.next(\.revision)
    // Before the revision, whose article has no other originals of this run yet.
    let arrival = try arrival(of: prepared, article: article)
    let original = ids.next(\.original)
    try insertRevision.run(
      [
        .integer(revision), .text(key), .integer(article), 1,
        .integer(try run(prepared.given?.extractionRun)), .integer(original),
        Value(prepared.textHash), Value(prepared.report.title),
      ] + RevisionColumns.values(of: prepared.report) + [.text(prepared.report.text)])
    try insert(prepared, id: original, revision: revision, arrival: arrival)
    for (position, link) in prepared.report.links.enumerated() {
      try insertLink.run([
        .integer(revision), .integer(position), .text(link.title), Value(link.url),
      ])
    }
    return revision
  }

  /// Writes further bytes of a revision.
  ///
  /// - Returns: the id of the original.
  func addOriginal(
    _ prepared: PreparedReport, to revision: Int, of article: Int, ids: inout RowIDs
  ) throws(ArchiveError) -> Int {
    let arrival = try arrival(of: prepared, article: article)
    let original = ids.next(\.original)
    try insert(prepared, id: original, revision: revision, arrival: arrival)
    return original
  }

  private func insert(
    _ prepared: PreparedReport, id: Int, revision: Int, arrival: Int
  ) throws(ArchiveError) {
    try insertOriginal.run([
      .integer(id), .integer(revision), .blob(prepared.sha256), .integer(prepared.length),
      .text((prepared.given?.seenAt ?? prepared.ownTime ?? now).description),
      .integer(arrival), .integer(try run(prepared.given?.run)),
      Value(prepared.report.path), Value(prepared.report.offset),
      Value(prepared.given?.containerSHA256), Value(JSONColumn.text(prepared.report.headers)),
      Value(prepared.compressed),
    ])
  }

  /// When the documents of this run came in.
  var now: Instant { runs.run.startedAt }

  private func run(_ given: Int?) throws(ArchiveError) -> Int {
    if let given { return given }
    return try runs.current()
  }

  /// The turn of a document without a time of its own among those of its article: one turn a run.
  ///
  /// Within a run the order of the input decides nothing, so that the same files give the same
  /// archive however they are listed.
  private func arrival(
    of prepared: PreparedReport, article: Int
  ) throws(ArchiveError) -> Int {
    if let given = prepared.given { return given.arrival }
    if prepared.ownTime != nil { return 0 }
    let last = try database.first(
      """
      SELECT o.arrival, o.run FROM revision r JOIN original o ON o.revision = r.id
      WHERE r.article = ? ORDER BY o.arrival DESC LIMIT 1
      """, [.integer(article)]
    ) { ($0.integer(0), $0.integer(1)) }
    guard let (arrival, run) = last else { return 1 }
    return try run == runs.current() && arrival > 0 ? arrival : arrival + 1
  }

  /// Takes the document's fields from another of its originals.
  func update(
    _ revision: Int, from report: Report, original: Int
  ) throws(ArchiveError) {
    try database.run(
      RevisionColumns.update,
      [.integer(original)] + RevisionColumns.values(of: report) + [.integer(revision)])
  }

  /// A revision of an article as far as it bears on the others.
  struct Standing {
    var id: Int
    var number: Int
    var url: String?
    var outlet: String?
    var published: String?
    var publishedAt: String?
    var language: String?
    var title: String?
  }

  /// An article's revisions by the time of their first original, oldest first, and the one that
  /// the newest original has: of those that are complete, where any is, as a feed may repeat its
  /// summary for ever.
  func standings(
    of article: Int
  ) throws(ArchiveError) -> (ordered: [Standing], current: Int) {
    let ordered = try database.list(
      """
      SELECT r.id, r.number, r.url, r.outlet, r.published, r.published_at, r.language, r.title
      FROM revision r
      WHERE r.article = ?
      ORDER BY (
        SELECT o.seen_at || (o.arrival > 0) || printf('%09d', o.arrival) FROM original o
        WHERE o.revision = r.id ORDER BY o.seen_at, o.arrival > 0, o.arrival LIMIT 1), r.key
      """, [.integer(article)]
    ) { row in
      Standing(
        id: row.integer(0), number: row.integer(1), url: row.optionalText(2),
        outlet: row.optionalText(3), published: row.optionalText(4),
        publishedAt: row.optionalText(5), language: row.optionalText(6),
        title: row.optionalText(7))
    }
    let current = try database.integer(
      """
      SELECT o.revision FROM revision r JOIN original o ON o.revision = r.id
      WHERE r.article = ?
      ORDER BY r.complete DESC, o.seen_at DESC, o.arrival > 0 DESC, o.arrival DESC, r.key DESC
      LIMIT 1
      """, [.integer(article)])
    return (ordered, current)
  }

  func setNumber(_ number: Int, of revision: Int) throws(ArchiveError) {
    try database.run(
      "UPDATE revision SET number = ? WHERE id = ?", [.integer(number), .integer(revision)])
  }
}
