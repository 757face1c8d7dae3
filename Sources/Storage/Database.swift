import SQLite

/// The archive's connection, with SQLite's errors told as the archive's.
final class Database {
  let connection: Connection
  let path: String

  /// While the file is being created, what cannot be written could not be created.
  var isCreating = false

  init(connection: Connection, path: String) {
    self.connection = connection
    self.path = path
  }

  func query(_ sql: String, _ values: [Value] = []) throws(ArchiveError) -> Query {
    let query = try Query(sql, self)
    try query.bind(values)
    return query
  }

  func run(_ sql: String, _ values: [Value] = []) throws(ArchiveError) {
    do throws(SQLiteError) { try connection.run(sql, values) } catch { throw failure(error) }
  }

  func execute(script: String) throws(ArchiveError) {
    do throws(SQLiteError) { try connection.execute(script: script) } catch {
      throw failure(error)
    }
  }

  /// Reads each row of a query.
  func rows(
    _ sql: String, _ values: [Value] = [], _ body: (borrowing Row) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    let query = try query(sql, values)
    while let row = try query.next() { try body(row) }
  }

  /// Reads each row of a query into a list.
  func list<Element>(
    _ sql: String, _ values: [Value] = [],
    _ element: (borrowing Row) throws(ArchiveError) -> Element
  ) throws(ArchiveError) -> [Element] {
    var elements: [Element] = []
    try rows(sql, values) { row throws(ArchiveError) in elements.append(try element(row)) }
    return elements
  }

  /// Reads the first row of a query, or `nil` if there is none.
  func first<Element>(
    _ sql: String, _ values: [Value] = [],
    _ element: (borrowing Row) throws(ArchiveError) -> Element
  ) throws(ArchiveError) -> Element? {
    let query = try query(sql, values)
    guard let row = try query.next() else { return nil }
    return try element(row)
  }

  /// The integer in the first column of the first row, 0 if there is none.
  func integer(_ sql: String, _ values: [Value] = []) throws(ArchiveError) -> Int {
    try first(sql, values) { $0.integer(0) } ?? 0
  }

  func transaction<Result>(
    _ kind: Connection.TransactionKind = .immediate, _ body: () throws(ArchiveError) -> Result
  ) throws(ArchiveError) -> Result {
    try connection.transaction(kind, mapping: failure, body)
  }

  /// What an error of SQLite means for the archive.
  func failure(_ error: SQLiteError) -> ArchiveError {
    switch error.kind {
    // Waiting for a lock ends when the user has had enough of it, too.
    case .busy, .locked:
      return connection.isCancelled?() == true ? .interrupted : .locked(path: path)
    case .interrupted: return .interrupted
    case .notADatabase: return .foreign(path: path)
    case .inputOutput where error.isOfReading, .cannotOpen, .outOfMemory:
      return .cannotRead(path: path, reason: error.message)
    case .inputOutput, .full, .readOnly, .permission:
      return isCreating
        ? .cannotCreate(path: path, reason: error.message)
        : .cannotWrite(path: path, reason: error.message)
    case .notAuthorized, .tooBig: return .invalid(reason: error.message)
    default: return .damaged(path: path, reason: error.description)
    }
  }
}

/// A prepared statement of the archive's; it may be bound and run again and again.
final class Query {
  private let statement: Statement
  private let database: Database

  init(_ sql: String, _ database: Database) throws(ArchiveError) {
    self.database = database
    do throws(SQLiteError) { statement = try database.connection.statement(sql) } catch {
      throw database.failure(error)
    }
  }

  func bind(_ values: [Value]) throws(ArchiveError) {
    do throws(SQLiteError) { try statement.bind(values) } catch { throw database.failure(error) }
  }

  func next() throws(ArchiveError) -> Row? {
    do throws(SQLiteError) { return try statement.next() } catch { throw database.failure(error) }
  }

  func run(_ values: [Value]) throws(ArchiveError) {
    do throws(SQLiteError) { try statement.run(values) } catch { throw database.failure(error) }
  }

  /// Binds, and reads the first row, or `nil` if there is none.
  func first<Element>(
    _ values: [Value], _ element: (borrowing Row) -> Element
  ) throws(ArchiveError) -> Element? {
    try bind(values)
    defer { statement.reset() }
    guard let row = try next() else { return nil }
    return element(row)
  }
}
