import CSQLite

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open database: it prepares statements and keeps them for the next time.
///
/// It belongs to one task and is not `Sendable`. Double-quoted strings are off, the schema is not
/// trusted, and nothing can write past the SQL (`SQLITE_DBCONFIG_DEFENSIVE`).
public final class Connection {
  public enum Access: Sendable {
    /// The file must be there.
    case readWrite

    /// Nothing can be written; the files of the log may be made beside the database.
    case readOnly

    /// Nothing can be written, and the file is taken to stand still: no locks, no log.
    case immutable
  }

  let handle: OpaquePointer
  private var cache: [String: OpaquePointer] = [:]
  private let watch: Watch

  /// Opens a file, or a database of its own in memory for `:memory:`.
  ///
  /// The path is never read as a URI. `patience` is how many seconds to wait for another program's
  /// lock.
  public init(
    path: String, access: Access = .readWrite, patience: Double = 60
  ) throws(SQLiteError) {
    var handle: OpaquePointer?
    let flags =
      (access == .readWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY)
      | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
      | (access == .immutable ? SQLITE_OPEN_URI : 0)
    let name = access == .immutable ? Connection.immutableURI(path) : Connection.plain(path)
    let code = sqlite3_open_v2(name, &handle, flags, nil)
    guard code == SQLITE_OK, let handle else {
      let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close(handle)
      throw SQLiteError(code: code, message: message)
    }
    self.handle = handle
    watch = Watch(patience: patience)
    for (option, on) in [
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
      (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0),
    ] {
      csqlite_switch(handle, option, Int32(on))
    }
    sqlite3_busy_handler(handle, Watch.waits, Unmanaged.passUnretained(watch).toOpaque())
  }

  deinit {
    for statement in cache.values { sqlite3_finalize(statement) }
    sqlite3_close_v2(handle)
  }

  /// A statement, out of the cache where it was prepared before.
  public func statement(_ sql: String) throws(SQLiteError) -> Statement {
    if let pointer = cache.removeValue(forKey: sql) {
      return Statement(connection: self, sql: sql, pointer: pointer)
    }
    var pointer: OpaquePointer?
    let code = sqlite3_prepare_v3(
      handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
    guard code == SQLITE_OK else { throw lastError }
    guard let pointer else {
      throw SQLiteError(code: SQLITE_MISUSE, message: "there is no statement")
    }
    return Statement(connection: self, sql: sql, pointer: pointer)
  }

  func takeBack(_ pointer: OpaquePointer, sql: String) {
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
    if cache[sql] == nil, cache.count < 200 {
      cache[sql] = pointer
    } else {
      sqlite3_finalize(pointer)
    }
  }

  /// Runs a statement to its end.
  public func run(_ sql: String, _ values: [Value] = []) throws(SQLiteError) {
    try statement(sql).run(values)
  }

  /// Runs a script of several statements, without values.
  public func execute(script: String) throws(SQLiteError) {
    guard sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK else { throw lastError }
  }

  /// The first column of the first row, or `nil` if there is no row.
  public func value(_ sql: String, _ values: [Value] = []) throws(SQLiteError) -> Value? {
    let statement = try statement(sql)
    try statement.bind(values)
    guard let row = try statement.next() else { return nil }
    return row[0]
  }

  /// The library's version as a number: 3037000 is 3.37.0.
  public static var libraryVersion: Int { Int(sqlite3_libversion_number()) }

  /// The library's version as it calls itself: `3.37.0`.
  public static var libraryName: String { String(cString: sqlite3_libversion()) }

  /// Whether the library was built with full-text search.
  public static var hasFullText: Bool { csqlite_has("ENABLE_FTS5") != 0 }

  /// Seconds to wait for another program's lock.
  public var patience: Double {
    get { watch.patience }
    set { watch.patience = newValue }
  }

  /// How many rows the last statement changed.
  public var changes: Int { Int(sqlite3_changes64(handle)) }

  /// Whether a transaction is open.
  public var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// Asked now and then while a statement runs or waits; `true` interrupts it.
  public var isCancelled: (() -> Bool)? {
    get { watch.isCancelled }
    set {
      watch.isCancelled = newValue
      let context = Unmanaged.passUnretained(watch).toOpaque()
      sqlite3_progress_handler(handle, newValue == nil ? 0 : 10_000, Watch.interrupts, context)
    }
  }

  /// The error of the call that just failed.
  var lastError: SQLiteError {
    let offset = sqlite3_error_offset(handle)
    return SQLiteError(
      code: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle)),
      offset: offset >= 0 ? Int(offset) : nil)
  }

  /// A path that SQLite cannot take for something else: an empty one is a temporary database.
  private static func plain(_ path: String) -> String {
    path == ":memory:" || path.hasPrefix("/") ? path : "./" + path
  }

  private static func immutableURI(_ path: String) -> String {
    var uri = path.hasPrefix("/") ? "file://" : "file:"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16)
        uri += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return uri + "?immutable=1"
  }
}

/// What a waiting or running statement asks: how long to wait, and whether to go on.
private final class Watch {
  var isCancelled: (() -> Bool)?
  var patience: Double

  init(patience: Double) { self.patience = patience }

  /// The handler of locks: waits longer each time, up to a tenth of a second, until patience ends.
  static let waits: @convention(c) (UnsafeMutableRawPointer?, Int32) -> Int32 = { context, count in
    guard let context else { return 0 }
    let watch = Unmanaged<Watch>.fromOpaque(context).takeUnretainedValue()
    if watch.isCancelled?() == true { return 0 }
    // Ten waits of 1 to 55 milliseconds, then one of 100 each.
    let waited = count < 10 ? 0 : Double(count - 10) / 10
    guard waited < watch.patience else { return 0 }
    usleep(UInt32(min(100, (Int(count) + 1) * (Int(count) + 2) / 2)) * 1000)
    return 1
  }

  static let interrupts: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { context in
    guard let context else { return 0 }
    let watch = Unmanaged<Watch>.fromOpaque(context).takeUnretainedValue()
    return watch.isCancelled?() == true ? 1 : 0
  }
}
