import Language
import Model
import SQLite

/// The archive: one SQLite file with everything that came in and what was found in it.
///
/// It belongs to one task. Errors are `ArchiveError` throughout.
public final class Archive {
  public enum Access: Sendable {
    /// Reads only; the file has to be there.
    case reading

    /// Reads and writes; the file has to be there.
    case writing

    /// Reads and writes; a missing file is created, and so are the folders above it.
    case creating
  }

  public let path: String

  /// What the user should know of the opening and the writing, one line each: `migrated 3 → 5,
  /// copy at …`.
  var notices: [String] = []

  let database: Database
  private let isWriting: Bool

  /// Opens an archive; `:memory:` is one that ends with the program.
  ///
  /// `builtIn` is the program's own gazetteer. Opening for writing brings the archive's copy of it
  /// in step.
  public init(
    path: String, for access: Access, builtIn: Gazetteer = .builtIn
  ) throws(ArchiveError) {
    try Archive.checkLibrary()
    self.path = path
    isWriting = access != .reading
    if path == ":memory:" {
      database = try Archive.connect(path, .readWrite)
      try Migrator(database: database).create {}
      try Archive.prepareForWriting(database)
    } else {
      let file = ArchiveFile(path: path)
      let state = try Archive.prepare(file, for: access)
      database = try Archive.open(file, state, for: access)
      try bringInStep()
    }
    // Only now does SQLite know the size of the pages that it counts the cache in: set earlier, it
    // would be four times as large. Sixteen megabytes write ten thousand reports as fast as more.
    try database.run("PRAGMA cache_size = -\(Archive.cacheKilobytes)")
    if isWriting { try GazetteerKeeper(database: database).keepInStep(with: builtIn) }
  }

  /// Whether what lies at a path can be written: the file, and its log beside it.
  ///
  /// Also where nothing lies there.
  public static func isWritable(at path: String) -> Bool {
    let file = ArchiveFile(path: path)
    return (try? file.state()) == .missing || file.isWritable
  }

  /// Whether a path leads to the archive at another, or to what SQLite keeps beside that.
  public static func owns(_ path: String, at archive: String) -> Bool {
    ArchiveFile(path: archive).isReached(by: path)
  }

  /// Asked now and then while a statement runs; `true` ends it with `ArchiveError.interrupted`.
  public var isCancelled: (() -> Bool)? {
    get { database.connection.isCancelled }
    set { database.connection.isCancelled = newValue }
  }

  /// The notices that have not been taken before.
  public func takeNotices() -> [String] {
    defer { notices = [] }
    return notices
  }

  /// Brings everything into the one file; a command that wrote ends with this.
  ///
  /// Where another program is reading, some of it stays beside the file, and a notice says so.
  public func close() throws(ArchiveError) {
    guard isWriting, path != ":memory:" else { return }
    database.connection.patience = 1
    defer { database.connection.patience = 60 }
    let isBusy = try database.first("PRAGMA wal_checkpoint(TRUNCATE)") { $0.bool(0) } ?? false
    if isBusy {
      notices.append(
        "\(path) is being read: what was written last stays in \(path)-wal until the next writing")
    }
  }

  private static let cacheKilobytes = 16_384

  private static func checkLibrary() throws(ArchiveError) {
    guard Connection.libraryVersion >= 3_037_000 else {
      throw .unsuitableLibrary(
        reason: "needs SQLite 3.37 or newer, and found \(Connection.libraryName)")
    }
    guard Connection.hasFullText else {
      throw .unsuitableLibrary(reason: "needs SQLite with full-text search (FTS5)")
    }
  }
}
