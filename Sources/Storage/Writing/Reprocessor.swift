import Model
import SQLite

/// How many claims and mentions a new extraction changed.
public struct ReprocessResult: Hashable, Sendable {
  public var reports = 0
  public var new = 0
  public var gone = 0
  public var changed = 0
  public var newMentions = 0
  public var goneMentions = 0

  /// The furniture whose claims were left out, with how many were stored.
  public var furniture: [FurnitureLine] = []

  public init() {}
}

/// Extracts every stored revision again, a batch at a time.
///
/// Take the reports of `next()`, extract from each, hand the findings to `store(_:)`, until there
/// are no more; then `finish()`. Each batch is one transaction.
public final class Reprocessor {
  private static let mostReports = 64
  private static let mostBytes = 8 << 20

  private struct Revision {
    var id: Int
    var article: String

    /// Its source, where its text is that of a page.
    var site: Int?
    var report: Report
  }

  private let database: Database
  private let runs: RunStore
  private let isDryRun: Bool
  private let reader: FindingsReader
  private var furniture: SiteFurniture
  private var batch: [Revision] = []
  private var last = 0
  private var result = ReprocessResult()

  /// Begins a run over all revisions; of a dry run nothing is kept, and reading is enough for it.
  ///
  /// Claims that lie in `furniture` are left out; its lines have to be without entities.
  public init(
    _ archive: Archive, run: Run, furniture: [FurnitureLine] = [], isDryRun: Bool = false
  ) throws(ArchiveError) {
    database = archive.database
    runs = RunStore(run, database)
    self.furniture = SiteFurniture(furniture)
    self.isDryRun = isDryRun
    reader = try FindingsReader(database)
  }

  /// The next reports, or an empty list past the last one.
  public func next() throws(ArchiveError) -> [Report] {
    batch = []
    var bytes = 0
    let rows = try database.query(
      """
      SELECT r.id, a.key, a.source, \(RevisionColumns.all) FROM revision r JOIN article a ON a.id = r.article
      WHERE r.id > ? ORDER BY r.id LIMIT \(Self.mostReports)
      """, [.integer(last)])
    while bytes < Self.mostBytes, let row = try rows.next() {
      let report = RevisionColumns.report(row, at: 3)
      let revision = Revision(
        id: row.integer(0), article: row.text(1),
        site: report.mime == PageText.mime ? row.optionalInteger(2) : nil, report: report)
      last = revision.id
      bytes += revision.report.text.utf8.count
      batch.append(revision)
    }
    return batch.map(\.report)
  }

  /// Takes what was found in the reports of the last `next()`, in their order.
  public func store(_ findings: [Findings]) throws(ArchiveError) {
    var changed: [(Revision, Findings)] = []
    for (revision, found) in zip(batch, findings) {
      let old = try reader.findings(of: revision.id)
      var new = found
      if let site = revision.site {
        furniture.takeOut(of: &new, stored: old, in: revision.report.text, of: site)
      }
      let comparison = FindingsComparison(
        article: revision.article, text: Array(revision.report.text.utf8), old: old, new: new)
      result.reports += 1
      result.new += comparison.new
      result.gone += comparison.gone
      result.changed += comparison.changed
      result.newMentions += comparison.newMentions
      result.goneMentions += comparison.goneMentions
      if !comparison.isSame { changed.append((revision, new)) }
    }
    if isDryRun || changed.isEmpty { return }
    try database.transaction { () throws(ArchiveError) in try write(changed) }
  }

  private func write(_ changed: [(Revision, Findings)]) throws(ArchiveError) {
    let run = try runs.current()
    let store = try FindingsStore(database, entities: EntityIDs(database))
    var ids = try RowIDs(database)
    for (revision, findings) in changed {
      // The text may have got a stronger key, or have been removed, since it was read.
      let article = try database.first(
        "SELECT a.key FROM revision r JOIN article a ON a.id = r.article WHERE r.id = ?",
        [.integer(revision.id)]
      ) { $0.text(0) }
      guard let article else { continue }
      try store.replace(
        findings, in: revision.id, article: article, text: Array(revision.report.text.utf8),
        ids: &ids)
      try database.run(
        "UPDATE revision SET run = ? WHERE id = ?", [.integer(run), .integer(revision.id)])
    }
  }

  /// Closes the run.
  public func finish() throws(ArchiveError) -> ReprocessResult {
    result.furniture = furniture.lines
    return result
  }
}
