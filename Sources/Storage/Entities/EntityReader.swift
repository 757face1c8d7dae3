import Model
import SQLite

/// Reads entities with their aliases out of the archive.
struct EntityReader {
  let database: Database

  /// The entities that a condition on `entity e` selects, sorted by key.
  func entities(
    where condition: String = "1", _ values: [Value] = []
  ) throws(ArchiveError) -> [Entity] {
    var entities = try database.list(
      """
      SELECT
        key, kind, name, parent, iso, wikidata, geonames, centre, valid_from, valid_to, notes
      FROM entity e WHERE \(condition) ORDER BY key
      """, values
    ) { row in
      Entity(
        id: row.text(0), kind: row.text(1), name: row.text(2), parent: row.optionalText(3),
        iso: row.optionalText(4), wikidata: row.optionalText(5), geonames: row.optionalText(6),
        centre: row.optionalText(7), validFrom: row.optionalText(8).flatMap { Day(iso: $0) },
        validTo: row.optionalText(9).flatMap { Day(iso: $0) }, notes: row.optionalText(10))
    }
    var positions: [String: Int] = [:]
    for (position, entity) in entities.enumerated() { positions[entity.id] = position }
    try database.rows(
      """
      SELECT e.key, a.text, a.language, a.named_by, a.ambiguous
      FROM alias a JOIN entity e ON e.id = a.entity WHERE \(condition)
      ORDER BY a.entity, a.position
      """, values
    ) { row in
      guard let position = positions[row.text(0)] else { return }
      entities[position].aliases.append(
        Alias(
          text: row.text(1), language: row.text(2),
          by: MentionKind(rawValue: row.text(3)) ?? .alias, ambiguous: row.bool(4)))
    }
    return entities
  }
}
