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
        func name(_ text: UnsafePointer<CChar>?) -> String {
          text.map { String(cString: $0).lowercased() } ?? ""
        }
        switch action {
        case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
        case SQLITE_FUNCTION:
          return Connection.forbiddenFunctions.contains(name(second)) ? SQLITE_DENY : SQLITE_OK
        case SQLITE_PRAGMA:
          return Connection.readingPragmas.contains(name(first)) ? SQLITE_OK : SQLITE_DENY
        default: return SQLITE_DENY
        }
      }, nil)
  }

  private static let forbiddenFunctions: Set = [
    "load_extension", "fts3_tokenizer", "readfile", "writefile", "edit", "fts5",
  ]

  /// Pragmas that tell of the schema, and set nothing with their argument.
  private static let readingPragmas: Set = [
    "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo",
    "foreign_key_list", "database_list", "collation_list", "function_list", "compile_options",
    "data_version",
  ]

  /// The statement of a text that holds no other.
  public func singleStatement(_ sql: String) throws(SQLiteError) -> Statement {
    let first = try statement(sql)
    let rest = sql.utf8.dropFirst(first.text.utf8.count)
    // What is left is a statement if anything in it can be prepared, comments and blanks cannot.
    var pointer: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, String(rest), -1, &pointer, nil)
    defer { sqlite3_finalize(pointer) }
    guard code == SQLITE_OK, pointer == nil else {
      throw SQLiteError(code: SQLITE_MISUSE, message: "there is more than one statement")
    }
    return first
  }
}
