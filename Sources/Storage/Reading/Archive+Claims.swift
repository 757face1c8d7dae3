import Model
import SQLite

extension Archive {
  /// Claims by the time of publication, then by article and place in the text.
  public func claims(_ query: ClaimQuery) throws(ArchiveError) -> Rows<ClaimRecord> {
    let selection = try ClaimSelection(query, database)
    let reader = try ClaimReader(database)
    let limit = query.limit.map { $0 == .max ? $0 : max(0, $0) + 1 }
    let rows = try database.query(
      """
      SELECT \(ClaimReader.columns), a.sort_at, c.position FROM \(selection.tables)
      \(ClaimReader.joins) WHERE \(selection.conditions.joined)
      ORDER BY a.sort_at, a.key, r.number, c.position \(limit.map { "LIMIT \($0)" } ?? "")
      """, selection.conditions.values)
    return Rows(limit: query.limit) { () throws(ArchiveError) in
      guard let row = try rows.next() else { return nil }
      let record = try reader.record(row)
      return (
        record,
        [
          .text(row.text(45)), .text(record.articleKey), .integer(record.revision),
          .integer(row.integer(46)),
        ]
      )
    }
  }

  public func count(_ query: ClaimQuery) throws(ArchiveError) -> Int {
    let selection = try ClaimSelection(query, database)
    return try database.integer(
      "SELECT count(*) FROM \(selection.tables) WHERE \(selection.conditions.joined)",
      selection.conditions.values)
  }

  /// A claim by its id or its key; a key means the current revision's, else the newest that has it.
  public func claim(_ reference: String) throws(ArchiveError) -> ClaimRecord {
    let reader = try ClaimReader(database)
    let condition = Reference(reference).condition(id: "c.id", key: "c.key")
    let record = try database.first(
      """
      SELECT \(ClaimReader.columns) FROM claim c JOIN revision r ON r.id = c.revision
      JOIN article a ON a.id = r.article \(ClaimReader.joins) WHERE \(condition.joined)
      ORDER BY a.revision = r.id DESC, r.number DESC LIMIT 1
      """, condition.values
    ) { row throws(ArchiveError) in try reader.record(row) }
    guard let record else { throw .unknown(kind: "claim", name: reference, suggestions: []) }
    return record
  }
}

/// The tables and conditions of a query of claims.
struct ClaimSelection {
  var tables: String
  var conditions: Conditions

  init(_ query: ClaimQuery, _ database: Database) throws(ArchiveError) {
    conditions = try ClaimConditions(query, database).conditions
    let revision: Conditions
    if let day = query.asOf {
      revision = ArticleConditions.revision(asOf: day)
    } else {
      revision =
        switch query.revision {
        case .current: Conditions("r.id = a.revision")
        case .number(let number):
          Conditions("r.article = a.id AND r.number = ?", [.integer(number)])
        case .all: Conditions("r.article = a.id")
        }
    }
    conditions.add(revision.joined, revision.values)
    tables = "article a JOIN revision r JOIN claim c ON c.revision = r.id"
    if let after = query.after {
      let place = try PageToken(after, count: 4).values
      conditions.add("(a.sort_at, a.key) >= (?, ?)", Array(place[..<2]))
      conditions.add("(a.sort_at, a.key, r.number, c.position) > (?, ?, ?, ?)", place)
    }
  }
}

/// A row as the user names it: by its local id, or by its key.
struct Reference {
  private let text: String

  init(_ text: String) { self.text = text }

  func condition(id: String, key: String) -> Conditions {
    // Sixteen digits are a key, though they may all be decimal.
    if text.utf8.count < 16, let number = Int(text) {
      return Conditions("\(id) = ?", [.integer(number)])
    }
    return Conditions("\(key) = ?", [.text(text.lowercased())])
  }
}
