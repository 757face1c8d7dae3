import Model
import SQLite

/// Counts how often current revisions name entities.
///
/// Nearly every revision is the current one of its article: what the indexes hold is counted
/// without looking at revisions, and what the few others have is taken off.
struct EntityCounter {
  let database: Database

  private struct Counts {
    var mentions = 0
    var articles = 0
    var claims = 0
  }

  /// The records of entities, in their order.
  func records(of entities: [Entity]) throws(ArchiveError) -> [EntityRecord] {
    var condition = "1"
    // Of a few, only theirs are looked up.
    if entities.count <= 20 {
      let keys = JSONColumn.text(entities.map(\.id))
      let ids = try database.list(
        "SELECT id FROM entity WHERE key IN (SELECT value FROM json_each(?))", [.text(keys)]
      ) { String($0.integer(0)) }
      condition = "x.entity IN (\(ids.joined(separator: ", ")))"
    }
    let counts = try counts(where: condition)
    var rows: [String: (id: Int, origin: String)] = [:]
    try database.rows("SELECT key, id, origin FROM entity") { row in
      rows[row.text(0)] = (row.integer(1), row.text(2))
    }
    return entities.map { entity in
      let row = rows[entity.id]
      var record = EntityRecord(entity: entity, origin: row?.origin ?? "user")
      let count = row.flatMap { counts[$0.id] } ?? Counts()
      (record.mentions, record.articles, record.claims) = (
        count.mentions, count.articles, count.claims
      )
      return record
    }
  }

  private func counts(where condition: String) throws(ArchiveError) -> [Int: Counts] {
    var counts: [Int: Counts] = [:]
    let old =
      "SELECT r.id FROM revision r JOIN article a ON a.id = r.article WHERE a.revision <> r.id"
    for (sign, revisions, claims) in [
      (1, "1", "1"),
      (
        -1, "x.revision IN (\(old))",
        "x.claim IN (SELECT c.id FROM claim c WHERE c.revision IN (\(old)))"
      ),
    ] {
      try database.rows(
        """
        SELECT entity, sum(n), count(*) FROM (
          SELECT x.entity, x.revision, count(*) AS n FROM mention x
          WHERE \(condition) AND \(revisions) GROUP BY x.entity, x.revision)
        GROUP BY entity
        """
      ) { row in
        counts[row.integer(0), default: Counts()].mentions += sign * row.integer(1)
        counts[row.integer(0), default: Counts()].articles += sign * row.integer(2)
      }
      try database.rows(
        """
        SELECT x.entity, count(DISTINCT x.claim) FROM claim_entity x
        WHERE \(condition) AND \(claims) GROUP BY x.entity
        """
      ) { counts[$0.integer(0), default: Counts()].claims += sign * $0.integer(1) }
    }
    return counts
  }
}
