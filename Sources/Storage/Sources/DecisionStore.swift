import Model
import SQLite

/// One field of one row, and what an analyst made of it.
struct Decision {
  var subjectKind: String
  var subjectKey: String
  var field: String
  var value: String?
  var previous: String?
}

/// Writes decisions down and lists them; they are never changed.
struct DecisionStore {
  let database: Database

  /// - Returns: the decision's id.
  func add(_ decision: Decision, signed signature: Signature) throws(ArchiveError) -> Int {
    let id = try database.integer("SELECT coalesce(max(id), 0) + 1 FROM decision")
    try database.run(
      """
      INSERT INTO decision (
        id, made_at, who, subject_kind, subject_key, field, value, previous, why)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(id), .text(signature.at.description), Value(signature.who),
        .text(decision.subjectKind), .text(decision.subjectKey), .text(decision.field),
        Value(decision.value), Value(decision.previous), Value(signature.why),
      ])
    return id
  }

  /// The decisions that a condition on `decision d` selects, newest first.
  func records(where condition: Conditions) throws(ArchiveError) -> Rows<HistoryRecord> {
    let rows = try database.query(
      """
      SELECT d.id, d.made_at, d.who, d.subject_kind,
        CASE d.subject_kind
          WHEN 'source' THEN coalesce(s.site, s.name, s.outlet, d.subject_key)
          ELSE d.subject_key END,
        d.field, d.value, d.previous, d.why
      FROM decision d LEFT JOIN source s ON d.subject_kind = 'source' AND s.key = d.subject_key
      WHERE \(condition.joined) ORDER BY d.id DESC
      """, condition.values)
    return Rows { () throws(ArchiveError) in
      guard let row = try rows.next() else { return nil }
      let previous = row.optionalText(7).map { " (was \($0))" } ?? ""
      return HistoryRecord(
        id: row.integer(0), at: row.instant(1) ?? Instant(seconds: 0), who: row.optionalText(2),
        subject: row.text(3) + ":" + row.text(4),
        action: "\(row.text(5)) = \(row.text(6))\(previous)", note: row.optionalText(8))
    }
  }
}
