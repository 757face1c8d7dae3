import Model
import SQLite

/// Reads entities with their aliases out of the archive.
struct EntityReader {
  let database: Database

  /// The entities that a condition selects, sorted by key.
  func entities(
    where condition: String = "1", _ values: [Value] = []
  ) throws(ArchiveError) -> [Entity] {
    var entities = try database.list(
      """
      SELECT
        key, kind, name, parent, iso, wikidata, geonames, centre, valid_from, valid_to, notes
      FROM entity WHERE \(condition) ORDER BY key
      """, values
    ) { row in
      Entity(
        id: row.text(0), kind: row.text(1), name: row.text(2), parent: row.optionalText(3),
        iso: row.optionalText(4), wikidata: row.optionalText(5), geonames: row.optionalText(6),
        centre: row.optionalText(7), validFrom: row.optionalText(8).flatMap { Day(iso: $0) },
        validTo: row.optionalText(9).flatMap { Day(iso: $0) }, notes: row.optionalText(10))
    }
    let aliases = try Query(
      """
      SELECT a.text, a.language, a.named_by, a.ambiguous FROM entity e
      JOIN alias a ON a.entity = e.id WHERE e.key = ? ORDER BY a.position
      """, database)
    for index in entities.indices {
      try aliases.bind([.text(entities[index].id)])
      while let row = try aliases.next() {
        entities[index].aliases.append(
          Alias(
            text: row.text(0), language: row.text(1),
            by: MentionKind(rawValue: row.text(2)) ?? .alias, ambiguous: row.bool(3)))
      }
    }
    return entities
  }
}
