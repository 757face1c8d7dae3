import Model
import SQLite

/// Writes down a pass over reports, once something of it is written.
final class RunStore {
  let run: Run
  private let database: Database
  private var id: Int?
  private var isCommitted = false

  init(_ run: Run, _ database: Database) {
    self.run = run
    self.database = database
  }

  /// The local id of the run, whose row is written when it is first asked for.
  func current() throws(ArchiveError) -> Int {
    if let id { return id }
    let gazetteer = try GazetteerKeeper(database: database).gazetteerDigest()
    let id = try RunStore.insert(run, gazetteer: gazetteer, into: database)
    self.id = id
    return id
  }

  /// What was written so far is there to stay.
  func commit() { isCommitted = id != nil }

  /// The transaction was taken back, and the run with it if that was its first.
  func forget() {
    if !isCommitted { id = nil }
  }

  static func insert(
    _ run: Run, gazetteer: String, into database: Database
  ) throws(ArchiveError) -> Int {
    let id = try database.integer("SELECT coalesce(max(id), 0) + 1 FROM run")
    try database.run(
      "INSERT INTO run (id, kind, started_at, version, gazetteer) VALUES (?, ?, ?, ?, ?)",
      [
        .integer(id), .text(run.kind.rawValue), .text(run.startedAt.description),
        .text(run.version), .text(gazetteer),
      ])
    return id
  }
}
