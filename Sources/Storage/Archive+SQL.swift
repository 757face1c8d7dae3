import SQLite

/// A value of a row that the user's own SQL gave.
public enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

/// What the user's own SQL gave.
public struct SQLResult {
  public var columns: [String]
  public var rows: Rows<[SQLValue]>
}

extension Archive {
  /// Runs one statement that can only read.
  public func sql(_ statement: String) throws(ArchiveError) -> SQLResult {
    throw .invalid(reason: "there is no statement")
  }
}
