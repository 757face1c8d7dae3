import Model
import SQLite

/// Writes down each pass over reports.
struct RunStore {
  let database: Database

  /// - Returns: the id of the run.
  func begin(_ run: Run) throws(ArchiveError) -> Int {
    let gazetteer = try GazetteerKeeper(database: database).gazetteerDigest()
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
