import Model
import SQLite

/// One thing to be written, again if its batch had to be taken back.
struct BatchEntry {
  var path: String

  /// About how many bytes it adds.
  var size: Int
  var write: (ArticleStore) throws(ArchiveError) -> Result

  enum Result {
    case stored(ArticleStore.Stored, title: String?)
    case refused(reason: String)

    /// Something that is no document.
    case silent
  }

  static func refused(path: String, reason: String) -> BatchEntry {
    BatchEntry(path: path, size: 100) { _ in .refused(reason: reason) }
  }
}

/// Collects what is to be written and writes it batch by batch, each in one transaction.
final class BatchWriter {
  static let mostEntries = 1_000
  static let mostBytes = 16 << 20
  static let longest = Duration.milliseconds(500)

  /// What the user should know beyond the outcomes: identifiers that point at two articles.
  private(set) var notices: [String] = []

  private let database: Database
  private let runs: RunStore
  private let isDryRun: Bool
  private var store: ArticleStore?
  private var batch: [BatchEntry] = []
  private var bytes = 0
  private var began = ContinuousClock.now

  /// A dry run is one transaction, so that nobody else can write until it ends.
  init(_ database: Database, run: Run, isDryRun: Bool) throws(ArchiveError) {
    self.database = database
    runs = RunStore(run, database)
    self.isDryRun = isDryRun
    if isDryRun { try database.run("BEGIN IMMEDIATE") }
  }

  deinit {
    if isDryRun { database.connection.rollBack() }
  }

  func add(_ entry: BatchEntry) throws(ArchiveError) -> [IngestOutcome] {
    if batch.isEmpty { began = .now }
    batch.append(entry)
    bytes += entry.size
    let isFull =
      batch.count >= Self.mostEntries || bytes >= Self.mostBytes
      || began.duration(to: .now) >= Self.longest
    return isFull ? try flush() : []
  }

  func flush() throws(ArchiveError) -> [IngestOutcome] {
    if batch.isEmpty { return [] }
    defer {
      batch.removeAll(keepingCapacity: true)
      bytes = 0
    }
    while true {
      var current = batch.startIndex
      do throws(ArchiveError) {
        let outcomes = try inTransaction { store throws(ArchiveError) in
          var written: [(path: String, result: BatchEntry.Result)] = []
          while current < batch.endIndex {
            written.append((batch[current].path, try batch[current].write(store)))
            current += 1
          }
          return try self.outcomes(of: written)
        }
        runs.commit()
        notices += store?.notices ?? []
        store?.notices = []
        return outcomes
      } catch .invalid(let reason) where current < batch.endIndex {
        // One document that cannot be stored takes the batch back; the others are written again.
        batch[current] = .refused(path: batch[current].path, reason: reason)
      }
    }
  }

  func finish() throws(ArchiveError) -> [IngestOutcome] {
    let outcomes = try flush()
    if isDryRun { database.connection.rollBack() }
    return outcomes
  }

  private func inTransaction(
    _ body: (ArticleStore) throws(ArchiveError) -> [IngestOutcome]
  ) throws(ArchiveError) -> [IngestOutcome] {
    let isCancelled = database.connection.isCancelled
    defer { database.connection.isCancelled = isCancelled }
    do throws(ArchiveError) {
      if isDryRun { return try inSavepoint(body) }
      return try database.transaction { () throws(ArchiveError) in
        // Waiting for the lock may be given up, and no batch that is being written.
        database.connection.isCancelled = nil
        return try body(try beginStore())
      }
    } catch {
      // A store that wrote something which was taken back knows rows that are not there.
      store = nil
      runs.forget()
      throw error
    }
  }

  /// A point to come back to costs the full-text index time, which a dry run has.
  private func inSavepoint(
    _ body: (ArticleStore) throws(ArchiveError) -> [IngestOutcome]
  ) throws(ArchiveError) -> [IngestOutcome] {
    try database.run("SAVEPOINT batch")
    do throws(ArchiveError) {
      let outcomes = try body(try beginStore())
      try database.run("RELEASE batch")
      return outcomes
    } catch {
      try database.run("ROLLBACK TO batch")
      throw error
    }
  }

  /// The store, with the ids that are free now.
  private func beginStore() throws(ArchiveError) -> ArticleStore {
    if let store {
      store.ids = try RowIDs(database)
      return store
    }
    let store = try ArticleStore(database, runs: runs)
    self.store = store
    return store
  }

  /// The outcomes as the end of the batch has them: later documents may have changed earlier ones.
  private func outcomes(
    of written: [(path: String, result: BatchEntry.Result)]
  ) throws(ArchiveError) -> [IngestOutcome] {
    let find = try Query(
      """
      SELECT a.key, r.number, a.origin, a.share,
        (SELECT count(*) FROM claim c WHERE c.revision = r.id), a.revision = r.id
      FROM revision r JOIN article a ON a.id = r.article WHERE r.id = ?
      """, database)
    var outcomes: [IngestOutcome] = []
    for (path, result) in written {
      switch result {
      case .silent: break
      case .refused(let reason):
        var outcome = IngestOutcome(status: .refused, path: path)
        outcome.reason = reason
        outcomes.append(outcome)
      case .stored(let stored, let title):
        var outcome = IngestOutcome(status: stored.status, path: path)
        outcome.id = isDryRun && stored.status == .added ? nil : stored.article
        outcome.title = title
        let row = try find.first([.integer(stored.revision)]) {
          (
            $0.text(0), $0.integer(1), $0.optionalInteger(2), $0.optionalReal(3), $0.integer(4),
            $0.bool(5)
          )
        }
        (outcome.key, outcome.revision, outcome.copyOf) = (row?.0, row?.1, row?.2)
        outcome.copyShare = row?.3
        outcome.claims = row?.4 ?? 0
        outcome.isCurrent = row?.5 ?? true
        outcomes.append(outcome)
      }
    }
    return outcomes
  }
}
