import Foundation
import SQLite
import Testing

@Suite struct ConnectionTests {
  private func memory() throws -> Connection { try Connection(path: ":memory:") }

  @Test func `values come back as they were bound`() throws {
    let connection = try memory()
    let values: [Value] = [.null, 7, .real(2.5), "", "Хасан\u{0}x", .blob([]), .blob([0, 255])]
    let statement = try connection.statement("SELECT ?, ?, ?, ?, ?, ?, ?")
    try statement.bind(values)
    guard let row = try statement.next() else {
      Issue.record("no row")
      return
    }
    for (index, value) in values.enumerated() { #expect(row[index] == value) }
  }

  @Test func `an error has the message and the extended code`() throws {
    let connection = try memory()
    try connection.execute(script: "CREATE TABLE t (a INTEGER PRIMARY KEY) STRICT")
    try connection.run("INSERT INTO t VALUES (1)")
    let error = #expect(throws: SQLiteError.self) {
      try connection.run("INSERT INTO t VALUES (1)")
    }
    #expect(error?.kind == .constraint)
    #expect(error?.code == 1555)
    #expect(error?.message == "UNIQUE constraint failed: t.a")
    let syntax = #expect(throws: SQLiteError.self) { try connection.run("SELECT frm t") }
    #expect(syntax?.offset == 7)
  }

  @Test func `a transaction that throws leaves nothing`() throws {
    struct Stop: Error {}
    let connection = try memory()
    try connection.execute(script: "CREATE TABLE t (a INTEGER)")
    #expect(throws: Stop.self) {
      try connection.transaction(.immediate, mapping: { _ in Stop() }) { () throws(Stop) in
        do throws(SQLiteError) { try connection.run("INSERT INTO t VALUES (1)") } catch {
          Issue.record(error)
        }
        throw Stop()
      }
    }
    #expect(try connection.value("SELECT count(*) FROM t") == 0)
    #expect(!connection.isInTransaction)
  }

  @Test func `the same statement can run inside itself`() throws {
    let connection = try memory()
    let sql = "SELECT value FROM json_each('[1, 2, 3]')"
    var pairs = 0
    let outer = try connection.statement(sql)
    while let one = try outer.next() {
      let inner = try connection.statement(sql)
      while let other = try inner.next() { pairs += one.integer(0) * other.integer(0) }
    }
    #expect(pairs == 36)
  }

  @Test func `double-quoted text is a name and never a string`() throws {
    let connection = try memory()
    #expect(throws: SQLiteError.self) { try connection.run(#"SELECT "text""#) }
  }

  @Test func `the schema cannot be written by hand`() throws {
    let connection = try memory()
    try connection.execute(script: "CREATE TABLE t (a); PRAGMA writable_schema = ON")
    #expect(throws: SQLiteError.self) {
      try connection.run("UPDATE sqlite_schema SET sql = 'x'")
    }
  }

  @Test func `a cancelled statement is interrupted`() throws {
    let connection = try memory()
    connection.isCancelled = { true }
    let error = #expect(throws: SQLiteError.self) {
      try connection.run(
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT count(*) FROM n
        """)
    }
    #expect(error?.kind == .interrupted)
  }

  @Test func `waiting for a lock ends with patience`() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).db")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data().write(to: url)
    let one = try Connection(path: url.path)
    try one.run("BEGIN EXCLUSIVE")
    let other = try Connection(path: url.path, patience: 0.05)
    let error = #expect(throws: SQLiteError.self) { try other.run("BEGIN IMMEDIATE") }
    #expect(error?.kind == .busy)
  }
}
