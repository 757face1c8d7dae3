import CSQLite

/// A prepared statement, lent out of its connection's cache and given back at the end of its life.
public struct Statement: ~Copyable {
  private let connection: Connection
  private let sql: String
  private let pointer: OpaquePointer

  init(connection: Connection, sql: String, pointer: OpaquePointer) {
    self.connection = connection
    self.sql = sql
    self.pointer = pointer
  }

  deinit { connection.takeBack(pointer, sql: sql) }

  /// Sets all parameters, in their order, and begins anew.
  public func bind(_ values: [Value]) throws(SQLiteError) {
    sqlite3_reset(pointer)
    for index in values.indices {
      guard bind(values[index], at: Int32(index + 1)) == SQLITE_OK else {
        throw connection.lastError
      }
    }
  }

  /// The next row, or `nil` past the last one.
  public func next() throws(SQLiteError) -> Row? {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return Row(pointer)
    case SQLITE_DONE: return nil
    default:
      let error = connection.lastError
      sqlite3_reset(pointer)
      throw error
    }
  }

  /// Runs it to its end with these values.
  public func run(_ values: [Value]) throws(SQLiteError) {
    try bind(values)
    while let row = try next() { _ = row.count }
    sqlite3_reset(pointer)
  }

  /// Lets go of what it holds locked; `bind` begins anew.
  public func reset() { sqlite3_reset(pointer) }

  /// The statement's own text, without what follows it.
  var text: String { sqlite3_sql(pointer).map { String(cString: $0) } ?? "" }

  public var columns: [String] {
    (0..<sqlite3_column_count(pointer)).map { column in
      sqlite3_column_name(pointer, column).map { String(cString: $0) } ?? ""
    }
  }

  /// Whether it changes nothing in the file; transaction commands count as reading.
  public var isReadOnly: Bool { sqlite3_stmt_readonly(pointer) != 0 }

  private func bind(_ value: Value, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(pointer, index)
    case .integer(let value): return sqlite3_bind_int64(pointer, index, Int64(value))
    case .real(let value): return sqlite3_bind_double(pointer, index, value)
    case .text(var text):
      // An empty buffer has no address, and SQLite would take that for NULL.
      if text.isEmpty { return sqlite3_bind_text(pointer, index, "", 0, csqlite_transient()) }
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          sqlite3_bind_text64(
            pointer, index, characters.baseAddress, UInt64(characters.count),
            csqlite_transient(), UInt8(SQLITE_UTF8))
        }
      }
    case .blob(let bytes):
      if bytes.isEmpty { return sqlite3_bind_zeroblob(pointer, index, 0) }
      return bytes.withUnsafeBytes { buffer in
        sqlite3_bind_blob64(
          pointer, index, buffer.baseAddress, UInt64(buffer.count), csqlite_transient())
      }
    }
  }
}
