import Model
import SQLite

/// Writes reports with what was found in them, in batches; each batch is one transaction.
///
/// What comes back from a call has been committed: outcomes in the order of the calls, of refused
/// documents too. A batch ends at 1,000 documents, 16 MB or half a second, whichever is first.
public final class ReportWriter {
  static let mostDocuments = 1_000
  static let mostBytes = 16 << 20
  static let longest = Duration.milliseconds(500)

  private enum Entry {
    case report(PreparedReport, revises: Int?)
    case refused(IngestOutcome)
  }

  /// What the user should know beyond the outcomes: identifiers that point at two articles.
  public private(set) var notices: [String] = []

  private let database: Database
  private let run: Run
  private let isDryRun: Bool
  private var store: ArticleStore?

  /// The run's id, once a batch with it has been committed.
  private var runID: Int?
  private var batch: [Entry] = []
  private var bytes = 0
  private var began = ContinuousClock.now

  /// Begins a run.
  ///
  /// Of a dry run nothing is kept; the outcomes say what would have been. It is one transaction,
  /// so that nobody else can write until it ends.
  public init(_ archive: Archive, run: Run, isDryRun: Bool = false) throws(ArchiveError) {
    database = archive.database
    self.run = run
    self.isDryRun = isDryRun
    if isDryRun { try database.run("BEGIN IMMEDIATE") }
  }

  deinit {
    if isDryRun { database.connection.rollBack() }
  }

  /// Takes a report; `revises` is the local id of the article that it is a new text of.
  public func add(
    _ report: PreparedReport, revises: Int? = nil
  ) throws(ArchiveError) -> [IngestOutcome] {
    try add(.report(report, revises: revises), size: report.size)
  }

  /// Takes a report and what was found in it.
  public func add(
    _ report: Report, _ findings: Findings, revises: Int? = nil
  ) throws(ArchiveError) -> [IngestOutcome] {
    try add(PreparedReport(report, findings), revises: revises)
  }

  /// Notes a document that could not be read, so that its outcome stands in its place.
  public func refuse(path: String, reason: String) throws(ArchiveError) -> [IngestOutcome] {
    try add(.refused(Self.refusal(path: path, reason: reason)), size: 100)
  }

  private func add(_ entry: Entry, size: Int) throws(ArchiveError) -> [IngestOutcome] {
    if batch.isEmpty { began = .now }
    batch.append(entry)
    bytes += size
    let isFull =
      batch.count >= Self.mostDocuments || bytes >= Self.mostBytes
      || began.duration(to: .now) >= Self.longest
    return isFull ? try flush() : []
  }

  /// Commits what is waiting: for a pause of the input.
  public func flush() throws(ArchiveError) -> [IngestOutcome] {
    if batch.isEmpty { return [] }
    defer {
      batch.removeAll(keepingCapacity: true)
      bytes = 0
    }
    while true {
      var current = batch.startIndex
      do throws(ArchiveError) {
        let outcomes = try inTransaction { store throws(ArchiveError) in
          var outcomes: [IngestOutcome] = []
          while current < batch.endIndex {
            outcomes.append(try write(batch[current], store))
            current += 1
          }
          return try settled(outcomes, store)
        }
        runID = store?.revisions.run
        takeNotices()
        return outcomes
      } catch .invalid(let reason) where current < batch.endIndex {
        // One document that cannot be stored takes the batch back; the others are written again.
        guard case .report(let report, _) = batch[current] else {
          throw .invalid(reason: reason)
        }
        batch[current] = .refused(Self.refusal(path: report.report.path, reason: reason))
      }
    }
  }

  /// Commits the rest and ends the run.
  public func finish() throws(ArchiveError) -> [IngestOutcome] {
    let outcomes = try flush()
    if isDryRun { database.connection.rollBack() }
    return outcomes
  }

  private func inTransaction(
    _ body: (ArticleStore) throws(ArchiveError) -> [IngestOutcome]
  ) throws(ArchiveError) -> [IngestOutcome] {
    if isDryRun {
      // A point to come back to costs the full-text index time, which a dry run has.
      try database.run("SAVEPOINT batch")
      do throws(ArchiveError) {
        let outcomes = try body(try beginStore())
        try database.run("RELEASE batch")
        return outcomes
      } catch {
        forgetStore()
        try database.run("ROLLBACK TO batch")
        throw error
      }
    }
    do throws(ArchiveError) {
      return try database.transaction { () throws(ArchiveError) in try body(try beginStore()) }
    } catch {
      forgetStore()
      throw error
    }
  }

  /// The store, with the ids that are free now; the run is written with its first batch.
  private func beginStore() throws(ArchiveError) -> ArticleStore {
    if let store {
      store.ids = try RowIDs(database)
      return store
    }
    let store = try ArticleStore(database, run: try beginRun(), startedAt: run.startedAt)
    self.store = store
    return store
  }

  private func beginRun() throws(ArchiveError) -> Int {
    if let runID { return runID }
    return try RunStore(database: database).begin(run)
  }

  /// A store that wrote something which was taken back knows rows that are not there.
  private func forgetStore() { store = nil }

  private func write(_ entry: Entry, _ store: ArticleStore) throws(ArchiveError) -> IngestOutcome {
    switch entry {
    case .refused(let outcome): return outcome
    case .report(let report, let revises):
      let stored = try store.store(report, revises: revises)
      var outcome = IngestOutcome(status: stored.status, path: report.report.path)
      outcome.id = stored.article
      outcome.title = report.report.title
      outcome.claims = report.findings.claims.count
      outcome.revision = stored.revision
      return outcome
    }
  }

  /// Fills in what later documents of the batch may still have changed.
  private func settled(
    _ outcomes: [IngestOutcome], _ store: ArticleStore
  ) throws(ArchiveError) -> [IngestOutcome] {
    let find = try Query(
      """
      SELECT a.key, r.number, CASE WHEN t.origin <> a.id THEN t.origin END,
        (SELECT count(*) FROM claim c WHERE c.revision = r.id)
      FROM revision r JOIN article a ON a.id = r.article LEFT JOIN story t ON t.id = a.story
      WHERE r.id = ?
      """, database)
    var settled: [IngestOutcome] = []
    settled.reserveCapacity(outcomes.count)
    for var outcome in outcomes {
      if let revision = outcome.revision {
        let row = try find.first([.integer(revision)]) {
          ($0.text(0), $0.integer(1), $0.optionalInteger(2), $0.integer(3))
        }
        (outcome.key, outcome.revision) = (row?.0, row?.1)
        outcome.copyOf = row?.2
        outcome.copyShare = row?.2 == nil ? nil : 1
        outcome.claims = row?.3 ?? 0
        if isDryRun, outcome.status == .added { outcome.id = nil }
      }
      settled.append(outcome)
    }
    return settled
  }

  private func takeNotices() {
    notices += store?.notices ?? []
    store?.notices = []
  }

  private static func refusal(path: String, reason: String) -> IngestOutcome {
    var outcome = IngestOutcome(status: .refused, path: path)
    outcome.reason = reason
    return outcome
  }
}
