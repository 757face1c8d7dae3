import CSQLite

extension Connection {
  /// From now on lets statements read and nothing else.
  ///
  /// No statement may write, attach, detach, begin a transaction, load a library, or set a pragma;
  /// `VACUUM INTO` is an attachment to SQLite and falls with it.
  public func allowReadingOnly() {
    sqlite3_set_authorizer(
      handle,
      { _, action, first, second, _, _ in
        switch action {
        case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
        case SQLITE_FUNCTION:
          let name = second.map { String(cString: $0) } ?? ""
          return Connection.forbiddenFunctions.contains(name.lowercased())
            ? SQLITE_DENY : SQLITE_OK
        case SQLITE_PRAGMA:
          let name = first.map { String(cString: $0).lowercased() } ?? ""
          return Connection.readingPragmas.contains(name) ? SQLITE_OK : SQLITE_DENY
        default: return SQLITE_DENY
        }
      }, nil)
  }

  private static let forbiddenFunctions: Set = [
    "load_extension", "fts3_tokenizer", "readfile", "writefile", "edit",
  ]

  /// Pragmas that tell of the schema, and set nothing with their argument.
  private static let readingPragmas: Set = [
    "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo",
    "foreign_key_list", "database_list", "collation_list", "function_list", "compile_options",
    "data_version",
  ]

  /// Whether the SQL holds more than one statement.
  public func holdsSeveral(_ sql: String) throws(SQLiteError) -> Bool {
    var tail = sql
    for count in 0... {
      var pointer: OpaquePointer?
      var rest: String = ""
      let code = tail.withCString { start in
        var end: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v2(handle, start, -1, &pointer, &end)
        rest = end.map { String(cString: $0) } ?? ""
        return code
      }
      guard code == SQLITE_OK else { throw lastError }
      defer { sqlite3_finalize(pointer) }
      if count > 0, pointer != nil { return true }
      if rest.isEmpty { return false }
      tail = rest
    }
    return false
  }
}
