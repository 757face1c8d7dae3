import Bytes
import SQLite

extension Archive {
  /// The version of the system's SQLite, such as `3.40.1`.
  public static var libraryVersion: String { Connection.libraryName }

  /// The newest schema that this program knows.
  public static var newestSchema: Int { Migrator.newest }

  /// Copies the archive as it is now into a new file, also while others write.
  ///
  /// The copy is one file, without a log beside it. Where something lies at `path` it is refused.
  public func backUp(to path: String) throws(ArchiveError) {
    let file = ArchiveFile(path: path)
    guard try file.state() == .missing else {
      throw .cannotCreate(path: path, reason: "there is a file already")
    }
    try file.create()
    // It would keep SQLite from writing the copy as well.
    let isQueryOnly = try database.integer("PRAGMA query_only")
    try database.run("PRAGMA query_only = OFF")
    do throws(SQLiteError) {
      try database.connection.run("VACUUM INTO ?", [.text(path)])
    } catch {
      file.remove()
      throw error.kind == .interrupted
        ? .interrupted : .cannotCreate(path: path, reason: error.message)
    }
    try database.run("PRAGMA query_only = \(isQueryOnly)")
  }

  /// A digest over the keys of all revisions: equal for archives that hold the same texts.
  public func fingerprint() throws(ArchiveError) -> String {
    var keys: [UInt8] = []
    try database.rows("SELECT key FROM revision ORDER BY key") { row in
      keys += Array(row.text(0).utf8)
    }
    return String(Digest.hex(Digest.sha256(keys)).prefix(16))
  }
}
