import Model
import SQLite

extension Archive {
  /// Claims by the time of publication, then by article and place in the text.
  public func claims(_ query: ClaimQuery) throws(ArchiveError) -> Rows<ClaimRecord> {
    let selection = try ClaimSelection(query, database)
    let reader = try ClaimReader(database)
    let rows = try database.query(
      """
      \(selection.driver) SELECT \(ClaimReader.columns), a.sort_at, c.position
      FROM \(selection.tables)
      \(ClaimReader.joins) WHERE \(selection.conditions.joined)
      ORDER BY \(selection.order) \(Page.clause(query.limit))
      """, selection.values)
    return Rows(limit: query.limit) { () throws(ArchiveError) in
      guard let row = try rows.next() else { return nil }
      let record = try reader.record(row)
      return (
        record,
        [
          .text(row.text(48)), .text(record.articleKey), .integer(record.revision),
          .integer(row.integer(49)),
        ]
      )
    }
  }

  public func count(_ query: ClaimQuery) throws(ArchiveError) -> Int {
    let selection = try ClaimSelection(query, database)
    return try database.integer(
      "\(selection.driver) SELECT count(*) FROM \(selection.tables) WHERE \(selection.conditions.joined)",
      selection.values)
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
  /// The rows to start from, as a table of its own; empty where the articles are walked.
  private(set) var driver = ""
  private(set) var tables: String
  private(set) var conditions: Conditions
  let order: String
  private var driverValues: [Value] = []

  var values: [Value] { driverValues + conditions.values }

  init(_ query: ClaimQuery, _ database: Database) throws(ArchiveError) {
    let asked = try ClaimConditions(query, database)
    conditions = asked.conditions
    let isCurrent = query.asOf == nil && query.revision == .current
    // Of current revisions there is one an article, and its row need not be read to sort.
    order = isCurrent ? "a.sort_at, a.key, c.position" : "a.sort_at, a.key, r.number, c.position"
    if let rows = try asked.drivers.best() {
      driver = """
        WITH chosen(id) AS MATERIALIZED (SELECT DISTINCT id FROM (\(rows.clauses.joined())))
        """
      driverValues = rows.values
      tables = """
        chosen CROSS JOIN claim c ON c.id = chosen.id CROSS JOIN revision r ON r.id = c.revision
        CROSS JOIN article a ON a.id = r.article
        """
    } else if isCurrent {
      tables = """
        article a CROSS JOIN claim c ON c.revision = a.revision
        CROSS JOIN revision r ON r.id = c.revision
        """
    } else {
      tables = """
        article a CROSS JOIN revision r ON r.article = a.id
        CROSS JOIN claim c ON c.revision = r.id
        """
    }
    if let revision = Self.revision(query) { conditions.add(revision.joined, revision.values) }
    if let after = query.after { try addPlace(PageToken(after, count: 4).values) }
  }

  private static func revision(_ query: ClaimQuery) -> Conditions? {
    if let day = query.asOf { return ArticleConditions.revision(asOf: day) }
    return switch query.revision {
    case .current: Conditions("c.revision = a.revision")
    case .number(let number): Conditions("r.number = ?", [.integer(number)])
    case .all: nil
    }
  }

  private mutating func addPlace(_ place: [Value]) {
    conditions.add("(a.sort_at, a.key) >= (?, ?)", Array(place[..<2]))
    conditions.add("(a.sort_at, a.key, r.number, c.position) > (?, ?, ?, ?)", place)
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
