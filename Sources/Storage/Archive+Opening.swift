import SQLite

extension Archive {
  /// Looks at the file before SQLite does, and makes it where it should be made.
  static func prepare(
    _ file: ArchiveFile, for access: Access
  ) throws(ArchiveError) -> ArchiveFile.State {
    switch try file.state() {
    case .foreign: throw .foreign(path: file.path)
    case .archive(let version) where version > Migrator.newest:
      throw .newer(path: file.path, version: version, known: Migrator.newest)
    case .archive(let version): return .archive(version: version)
    case .missing:
      guard access == .creating else { throw .missing(path: file.path) }
      try file.create()
      return .empty
    case .empty:
      guard access == .creating else { throw .missing(path: file.path) }
      try file.claimEmpty()
      return .empty
    }
  }

  static func open(
    _ file: ArchiveFile, _ state: ArchiveFile.State, for access: Access
  ) throws(ArchiveError) -> Database {
    if state == .empty {
      let database = try connect(file.path, .readWrite)
      try Migrator(database: database).create {}
      try prepareForWriting(database)
      return database
    }
    if access == .reading { return try openForReading(file) }
    do throws(ArchiveError) {
      let database = try connect(file.path, .readWrite)
      try checkVersion(database)
      try prepareForWriting(database)
      return database
    } catch {
      // SQLite only says that it could not open a file, which may be the log that it needs to write.
      guard case .cannotRead = error, let reason = file.obstacle else { throw error }
      throw .cannotWrite(path: file.path, reason: reason)
    }
  }

  /// Opens so that nothing can be written, whoever owns the folder.
  ///
  /// A connection that may only read leaves the files of the log behind, so one that could write
  /// and is told not to is better, where it can be had.
  private static func openForReading(_ file: ArchiveFile) throws(ArchiveError) -> Database {
    let database: Database
    if file.isWritable {
      database = try connect(file.path, .readWrite)
      try database.run("PRAGMA query_only = ON")
    } else {
      database = try connect(file.path, file.lengths.log == 0 ? .immutable : .readOnly)
    }
    try checkVersion(database)
    return database
  }

  static func connect(
    _ path: String, _ access: Connection.Access
  ) throws(ArchiveError) -> Database {
    let connection: Connection
    do throws(SQLiteError) { connection = try Connection(path: path, access: access) } catch {
      throw error.kind == .notADatabase
        ? .foreign(path: path) : .cannotRead(path: path, reason: error.message)
    }
    let database = Database(connection: connection, path: path)
    try database.run("PRAGMA foreign_keys = ON")
    try database.run("PRAGMA temp_store = MEMORY")
    return database
  }

  /// The first page may be older than the log: only SQLite can tell the version for sure.
  private static func checkVersion(_ database: Database) throws(ArchiveError) {
    guard try database.integer("PRAGMA application_id") == ArchiveFile.applicationID else {
      throw .foreign(path: database.path)
    }
    let version = try Migrator(database: database).version()
    guard version <= Migrator.newest else {
      throw .newer(path: database.path, version: version, known: Migrator.newest)
    }
    guard version == Migrator.newest || ArchiveFile(path: database.path).isWritable else {
      throw .cannotWrite(
        path: database.path,
        reason:
          "it has schema \(version) and has to be migrated to \(Migrator.newest), which needs a "
          + "file and a folder that can be written; use a copy elsewhere")
    }
  }

  static func prepareForWriting(_ database: Database) throws(ArchiveError) {
    // "Added" is a promise: a batch is on the disk when its outcomes are told.
    try database.run("PRAGMA synchronous = FULL")
    // The mode is kept in the file. It cannot be set while another program is in it, who then has
    // either set it or will.
    do {
      try database.run("PRAGMA journal_mode = WAL")
    } catch .locked {
      return
    }
  }

  /// Migrates an older archive, also one that is opened only to be read.
  func bringInStep() throws(ArchiveError) {
    if try Migrator(database: database).version() < Migrator.newest {
      try database.run("PRAGMA query_only = OFF")
      if let notice = try Migrator(database: database).migrate() { notices.append(notice) }
    }
    // Also where a migration was interrupted before this.
    guard try Archive.isWaitingForCopies(database) else { return }
    try database.transaction { () throws(ArchiveError) in
      guard try Archive.isWaitingForCopies(database) else { return }
      try StoryStore(database).placeAll()
      try database.run("DELETE FROM setting WHERE name = 'copies'")
    }
  }

  /// Whether texts are there in which no copies have been looked for, as archives of the sixth
  /// version have them.
  private static func isWaitingForCopies(_ database: Database) throws(ArchiveError) -> Bool {
    try database.integer(
      "SELECT EXISTS (SELECT 1 FROM setting WHERE name = 'copies' AND value = 'pending')") != 0
  }
}
