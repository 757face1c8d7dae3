import Migrations
import SQLite

/// Brings the schema to the newest version, forward only.
struct Migrator {
  /// The scripts that there are, the first one for version 1.
  static let scripts: [String] = {
    var scripts: [String] = []
    while let script = migration(Int32(scripts.count + 1)) {
      scripts.append(String(cString: script))
    }
    return scripts
  }()

  static var newest: Int { scripts.count }

  let database: Database

  func version() throws(ArchiveError) -> Int { try database.integer("PRAGMA user_version") }

  /// Makes the schema in an empty file, in one transaction with what `fill` adds.
  ///
  /// Where another program was first, nothing is done.
  func create(_ fill: () throws(ArchiveError) -> Void) throws(ArchiveError) {
    database.isCreating = true
    defer { database.isCreating = false }
    // Only an empty file takes a page size; larger pages make ingest half as fast again.
    try database.run("PRAGMA page_size = 16384")
    try database.transaction(.exclusive) { () throws(ArchiveError) in
      guard try database.integer("SELECT count(*) FROM sqlite_schema") == 0 else { return }
      try database.run("PRAGMA application_id = \(ArchiveFile.applicationID)")
      for script in Migrator.scripts { try database.execute(script: script) }
      try database.run("PRAGMA user_version = \(Migrator.newest)")
      try fill()
    }
  }

  /// Runs the scripts that are missing, each in a transaction, after a copy of the file.
  ///
  /// - Returns: what to tell the user, or `nil` if nothing was missing.
  func migrate() throws(ArchiveError) -> String? {
    let old = try version()
    guard old < Migrator.newest else { return nil }
    let copy = try backUp(version: old)
    while try step() {}
    return "migrated \(old) → \(Migrator.newest), copy at \(copy)"
  }

  /// Runs the next script; `false` if there is none.
  private func step() throws(ArchiveError) -> Bool {
    try database.transaction(.exclusive) { () throws(ArchiveError) in
      // Another program may have taken the step while this one waited.
      let version = try version()
      guard version < Migrator.newest else { return false }
      try database.execute(script: Migrator.scripts[version])
      try database.run("PRAGMA user_version = \(version + 1)")
      return true
    }
  }

  /// Copies the archive to `NAME.vN.bak`, or the first such name that is free.
  private func backUp(version: Int) throws(ArchiveError) -> String {
    for attempt in 1...1000 {
      let copy = database.path + ".v\(version)" + (attempt > 1 ? ".\(attempt)" : "") + ".bak"
      let file = ArchiveFile(path: copy)
      guard try file.state() == .missing else { continue }
      try file.create()
      do throws(SQLiteError) {
        try database.connection.run("VACUUM INTO ?", [.text(copy)])
      } catch {
        throw .cannotCreate(path: copy, reason: error.message)
      }
      return copy
    }
    throw .cannotCreate(path: database.path + ".bak", reason: "there are a thousand copies")
  }
}
