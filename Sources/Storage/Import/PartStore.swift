import Model
import SQLite

/// Writes the lines of an export that hang on no article.
struct PartStore {
  let database: Database

  /// The local id of a run; one that is there already is not written twice.
  ///
  /// Runs that look alike are told apart by their order: `taken` are those that others have got.
  func store(_ line: RunLine, taken: Set<Int>) throws(ArchiveError) -> Int {
    guard let kind = Run.Kind(rawValue: line.kind) else {
      throw .invalid(reason: "run_kind cannot be '\(line.kind)'")
    }
    let known = try database.list(
      """
      SELECT id FROM run WHERE kind = ? AND started_at = ? AND version = ? AND gazetteer = ?
      ORDER BY id
      """,
      [
        .text(line.kind), .text(line.startedAt.description), .text(line.version),
        .text(line.gazetteer),
      ]
    ) { $0.integer(0) }
    if let id = known.first(where: { !taken.contains($0) }) { return id }
    return try RunStore.insert(
      Run(kind: kind, startedAt: line.startedAt, version: line.version),
      gazetteer: line.gazetteer, into: database)
  }

  /// What an analyst said of a source here goes before what one said elsewhere.
  func store(_ line: SourceLine, ids: inout RowIDs) throws(ArchiveError) {
    let known = try database.first("SELECT id FROM source WHERE key = ?", [.text(line.key)]) {
      $0.integer(0)
    }
    let id = known ?? ids.next(\.source)
    try database.run(
      """
      INSERT INTO source (id, key, site, outlet, name, kind, country, reliability, note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET
        name = coalesce(name, excluded.name), kind = coalesce(kind, excluded.kind),
        country = coalesce(country, excluded.country), note = coalesce(note, excluded.note),
        reliability = iif(reliability = 'F', excluded.reliability, reliability)
      """,
      [
        .integer(id), .text(line.key), Value(line.site), Value(line.outlet), Value(line.name),
        Value(line.kind), Value(line.country), .text(line.reliability), Value(line.note),
      ])
  }

  /// The user's own go over those that are there; built-in ones only fill gaps.
  func store(_ entity: Entity, origin: String) throws(ArchiveError) {
    let keeper = GazetteerKeeper(database: database)
    let known = try EntityReader(database: database).entities(
      where: "key = ?", [.text(entity.id)])
    if origin == "user" {
      if known != [entity] { try keeper.write(entity, origin: .user) }
    } else if known.isEmpty {
      try keeper.write(entity, origin: .builtin)
    }
  }

  /// The local id of a decision; one that is there already is not written twice.
  func store(
    _ line: DecisionLine, now: Instant, undoes: Int?
  ) throws(ArchiveError) -> Int {
    let known = try database.first(
      """
      SELECT id FROM decision WHERE subject_kind = ?1 AND subject_key = ?2 AND field = ?3
        AND value IS ?4 AND who IS ?5 AND (?6 IS NULL OR made_at = ?6) AND undoes IS ?7
      ORDER BY id DESC LIMIT 1
      """,
      [
        .text(line.subjectKind), .text(line.subjectKey), .text(line.field), Value(line.value),
        Value(line.who), Value(line.at?.description), Value(undoes),
      ]
    ) { $0.integer(0) }
    if let known { return known }
    let id = try DecisionStore(database: database).add(
      Decision(
        subjectKind: line.subjectKind, subjectKey: line.subjectKey, field: line.field,
        value: line.value, previous: line.previous),
      signed: Signature(at: line.at ?? now, who: line.who, why: line.why))
    if let undoes {
      try database.run(
        "UPDATE decision SET undoes = ? WHERE id = ?", [.integer(undoes), .integer(id)])
    }
    return id
  }
}
