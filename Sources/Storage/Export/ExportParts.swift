import Model
import SQLite

/// The lines before the articles and behind them.
struct ExportParts {
  let database: Database
  let isComplete: Bool

  func runs() throws(ArchiveError) -> [ArchiveLine] {
    guard isComplete else { return [] }
    return try database.list(
      """
      SELECT row_number() OVER (ORDER BY id), kind, started_at, version, gazetteer FROM run
      ORDER BY id
      """
    ) { row in
      .run(
        RunLine(
          number: row.integer(0), kind: row.text(1),
          startedAt: row.instant(2) ?? Instant(seconds: 0), version: row.text(3),
          gazetteer: row.text(4)))
    }
  }

  func sources() throws(ArchiveError) -> [ArchiveLine] {
    try database.list(
      """
      SELECT key, site, outlet, name, kind, country, reliability, note FROM source ORDER BY key
      """
    ) { row in
      var line = SourceLine(key: row.text(0))
      line.site = row.optionalText(1)
      line.outlet = row.optionalText(2)
      line.name = row.optionalText(3)
      line.kind = row.optionalText(4)
      line.country = row.optionalText(5)
      line.reliability = row.text(6)
      line.note = row.optionalText(7)
      return .source(line)
    }
  }

  /// The entities that texts name, those that they lie in, and the user's.
  func entities() throws(ArchiveError) -> [ArchiveLine] {
    var origins: [String: String] = [:]
    try database.rows("SELECT key, origin FROM entity") { origins[$0.text(0)] = $0.text(1) }
    let entities = try EntityReader(database: database).entities(
      where: """
        origin = 'user' OR id IN (
          SELECT b.ancestor FROM (
            SELECT DISTINCT entity FROM mention UNION SELECT DISTINCT entity FROM claim_entity) n
          JOIN entity_below b ON b.entity = n.entity)
        """)
    return entities.map { .entity($0, origin: origins[$0.id] ?? "user") }
  }

  /// The decisions that stand: what was taken back, and what another one replaced, is history.
  func decisions() throws(ArchiveError) -> [ArchiveLine] {
    let standing = """
      undoes IS NULL AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes = d.id)
      AND NOT EXISTS (
        SELECT 1 FROM decision n WHERE n.id > d.id AND n.subject_kind = d.subject_kind
          AND n.subject_key = d.subject_key AND n.field = d.field AND n.undoes IS NULL
          AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes = n.id))
      """
    return try database.list(
      """
      SELECT d.subject_kind, d.subject_key, d.field, d.value, d.who, d.why,
        (SELECT count(*) FROM decision x WHERE x.id <= d.id), d.made_at, d.previous,
        (SELECT count(*) FROM decision x WHERE x.id <= d.undoes), d.undoes
      FROM decision d WHERE \(isComplete ? "1" : standing)
      ORDER BY \(isComplete ? "d.id" : "d.subject_kind, d.subject_key, d.field")
      """
    ) { row in
      var line = DecisionLine(
        subjectKind: row.text(0), subjectKey: row.text(1), field: row.text(2),
        value: row.optionalText(3))
      line.who = row.optionalText(4)
      line.why = row.optionalText(5)
      if isComplete {
        line.number = row.integer(6)
        line.at = row.instant(7)
        line.previous = row.optionalText(8)
        line.undoes = row.isNull(10) ? nil : row.integer(9)
      }
      return .decision(line)
    }
  }
}
