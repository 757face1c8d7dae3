import CSQLite

extension Connection {
  /// From now on lets statements read and nothing else.
  ///
  /// No statement may write, attach, detach, begin a transaction, load a library, or set a pragma;
  /// `VACUUM INTO` is an attachment to SQLite and falls with it.
  public func allowReadingOnly() {
    connectVirtualTables()
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

  /// Makes the virtual tables known that statements may read.
  ///
  /// SQLite does so at their first use, by a statement that creates a table in its eyes.
  private func connectVirtualTables() {
    var names = ["json_each", "json_tree"] + Self.readingPragmas.sorted().map { "pragma_" + $0 }
    let sql = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
    if let tables = try? statement(sql) {
      while let row = try? tables.next() { names.append(row.text(0)) }
    }
    for name in names {
      let quoted = name.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"")
      // Not every library has every one; what cannot be read here will be refused there.
      _ = try? statement("SELECT 1 FROM \"\(quoted)\"").columns
    }
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
