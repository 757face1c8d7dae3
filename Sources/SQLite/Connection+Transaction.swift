extension Connection {
  public enum TransactionKind: String, Sendable {
    case deferred = "DEFERRED"
    case immediate = "IMMEDIATE"
    case exclusive = "EXCLUSIVE"
  }

  /// Runs `body` as one transaction: committed when it returns, rolled back when it throws.
  public func transaction<Result, Failure: Error>(
    _ kind: TransactionKind = .immediate, mapping: (SQLiteError) -> Failure,
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    do throws(SQLiteError) { try run("BEGIN \(kind.rawValue)") } catch { throw mapping(error) }
    do throws(Failure) {
      let result = try body()
      do throws(SQLiteError) { try run("COMMIT") } catch { throw mapping(error) }
      return result
    } catch {
      rollBack()
      throw error
    }
  }

  /// Takes back the open transaction, where SQLite has not done so itself.
  public func rollBack() {
    guard isInTransaction else { return }
    // What fails here has been reported by the statement before; closing rolls back anyway.
    try? run("ROLLBACK")
  }
}
