import SQLite

/// A value of a row that the user's own SQL gave.
public enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
  case blob([UInt8])

  init(_ value: Value) {
    switch value {
    case .null: self = .null
    case .integer(let value): self = .integer(value)
    case .real(let value): self = .real(value)
    case .text(let value): self = .text(value)
    case .blob(let value): self = .blob(value)
    }
  }
}

/// What the user's own SQL gave.
public struct SQLResult {
  public var columns: [String]
  public var rows: Rows<[SQLValue]>
}

extension Archive {
  /// Runs one statement that can only read.
  ///
  /// From then on the archive refuses to write: open it anew for anything else.
  public func sql(_ statement: String) throws(ArchiveError) -> SQLResult {
    let connection = database.connection
    do throws(SQLiteError) {
      connection.allowReadingOnly()
      let prepared = StatementHolder(try connection.singleStatement(statement))
      return SQLResult(columns: prepared.statement.columns, rows: rows(of: prepared))
    } catch {
      throw sqlFailure(error)
    }
  }

  private func rows(of holder: StatementHolder) -> Rows<[SQLValue]> {
    Rows { () throws(ArchiveError) in
      do throws(SQLiteError) {
        guard let row = try holder.statement.next() else { return nil }
        return (0..<row.count).map { SQLValue(row[$0]) }
      } catch {
        throw self.sqlFailure(error)
      }
    }
  }

  /// What is wrong with the user's statement is the user's to mend; the rest is the archive's.
  private func sqlFailure(_ error: SQLiteError) -> ArchiveError {
    switch error.kind {
    case .notAuthorized, .readOnly:
      return .invalid(reason: "only one statement that reads is allowed: \(error.message)")
    case .error, .misuse, nil: return .invalid(reason: error.message)
    default: return database.failure(error)
    }
  }
}

/// Keeps a statement for a closure, which cannot own one itself.
private final class StatementHolder {
  let statement: Statement

  init(_ statement: consuming Statement) { self.statement = statement }
}
