import Foundation
import SQLite
import Testing

@Suite struct ReadingOnlyTests {
  /// A file that is opened anew, so that nothing in it has been used before.
  private func connection() throws -> Connection {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).db")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data().write(to: url)
    try Connection(path: url.path).execute(
      script: """
        CREATE TABLE t (a INTEGER, b TEXT);
        INSERT INTO t VALUES (1, 'one');
        CREATE VIRTUAL TABLE f USING fts5 (words);
        INSERT INTO f VALUES ('salt and pepper');
        """)
    let connection = try Connection(path: url.path)
    connection.allowReadingOnly()
    return connection
  }

  @Test(arguments: [
    "SELECT count(*) FROM t", "SELECT * FROM f WHERE f MATCH 'salt'", "PRAGMA table_info(t)",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT i FROM n",
    "SELECT name FROM pragma_table_info('t')", "SELECT value FROM json_each('[1]')",
    "EXPLAIN QUERY PLAN SELECT * FROM t",
    "SELECT 1 ; -- nothing more", "VALUES (1)",
  ])
  func `what reads is allowed`(sql: String) throws {
    let statement = try connection().singleStatement(sql)
    #expect(try statement.next() != nil)
  }

  @Test(arguments: [
    "INSERT INTO t VALUES (2, 'x')", "DELETE FROM t", "UPDATE t SET a = 3", "DROP TABLE t",
    "CREATE TABLE u (a)", "CREATE TEMP TABLE u (a)", "ATTACH ':memory:' AS m",
    "DETACH main", "VACUUM", "VACUUM INTO '/tmp/dossier-never.db'", "PRAGMA user_version = 7",
    "PRAGMA writable_schema = ON", "PRAGMA journal_mode = DELETE", "PRAGMA query_only = OFF",
    "SELECT load_extension('x')", "BEGIN IMMEDIATE", "SAVEPOINT s", "ANALYZE", "REINDEX",
    "INSERT INTO f(f) VALUES ('optimize')", "SELECT fts5(NULL)", "PRAGMA wal_checkpoint",
    "SELECT 1; SELECT 2", "SELECT 1; DROP TABLE t", "", "-- only a remark", "SELEC 1",
  ])
  func `what writes, and what is not one statement, is refused`(sql: String) throws {
    let connection = try connection()
    #expect(throws: SQLiteError.self) {
      let statement = try connection.singleStatement(sql)
      while let row = try statement.next() { _ = row.count }
    }
    #expect(try connection.value("SELECT count(*) FROM t") == 1)
    #expect(!FileManager.default.fileExists(atPath: "/tmp/dossier-never.db"))
  }
}
