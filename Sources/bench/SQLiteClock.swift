import CSQLite
import Synchronization

/// How long SQLite itself has run statements in this process.
///
/// SQLite tells each statement's time in whole milliseconds; over many statements the errors level
/// out.
enum SQLiteClock {
  private static let nanoseconds = Atomic<Int64>(0)

  static var seconds: Double { Double(nanoseconds.load(ordering: .relaxed)) / 1e9 }

  /// Counts the statements of every connection that is opened from now on.
  static func start() {
    let entry:
      @convention(c) (
        OpaquePointer?, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, UnsafeRawPointer?
      ) -> Int32 = { connection, _, _ in SQLiteClock.watch(connection) }
    sqlite3_auto_extension(unsafeBitCast(entry, to: (@convention(c) () -> Void).self))
  }

  private static func watch(_ connection: OpaquePointer?) -> Int32 {
    sqlite3_trace_v2(
      connection, UInt32(SQLITE_TRACE_PROFILE),
      { _, _, _, elapsed in
        guard let elapsed else { return 0 }
        let count = elapsed.load(as: Int64.self)
        SQLiteClock.nanoseconds.wrappingAdd(count, ordering: .relaxed)
        return 0
      }, nil)
  }
}
