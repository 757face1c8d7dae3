import SQLite

/// What a query of many conditions starts from: the rows of the one that leaves the fewest.
///
/// A list in order is quickest walked in that order, unless a condition leaves so few rows that
/// they are quickly sorted. SQLite cannot know; counting up to a bound tells.
struct Drivers {
  /// From here on it is quicker to walk.
  private static let many = 20_000

  let database: Database
  private var candidates: [Conditions] = []

  init(_ database: Database) { self.database = database }

  /// Adds rows that all results are among, given as a query of their ids for each alternative.
  mutating func add(_ alternatives: [Conditions]) {
    guard !alternatives.isEmpty else { return }
    var union = Conditions()
    for alternative in alternatives {
      union.add(alternative.clauses.joined(), alternative.values)
    }
    candidates.append(
      Conditions(union.clauses.joined(separator: " UNION "), union.values))
  }

  /// The query of ids that leaves the fewest, or `nil` if it is better to walk.
  func best() throws(ArchiveError) -> Conditions? {
    var best: (count: Int, rows: Conditions)?
    for rows in candidates {
      let sql = rows.clauses.joined()
      let limit = best?.count ?? Self.many
      let count = try database.integer(
        "SELECT count(*) FROM (SELECT 1 FROM (\(sql)) LIMIT \(limit))", rows.values)
      if count < limit { best = (count, Conditions(sql, rows.values)) }
    }
    return best?.rows
  }
}
