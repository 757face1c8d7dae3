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

  /// Entities with how often current revisions name them.
  func records(of entities: [Entity]) throws(ArchiveError) -> [EntityRecord] {
    let find = try Query(
      """
      SELECT e.origin,
        (SELECT count(*) FROM mention m JOIN article a ON a.revision = m.revision
          WHERE m.entity = e.id),
        (SELECT count(DISTINCT m.revision) FROM mention m JOIN article a ON a.revision = m.revision
          WHERE m.entity = e.id),
        (SELECT count(DISTINCT x.claim) FROM claim_entity x JOIN claim c ON c.id = x.claim
          JOIN article a ON a.revision = c.revision WHERE x.entity = e.id)
      FROM entity e WHERE e.key = ?
      """, database)
    var records: [EntityRecord] = []
    for entity in entities {
      let record = try find.first([.text(entity.id)]) { row in
        var record = EntityRecord(entity: entity, origin: row.text(0))
        (record.mentions, record.articles, record.claims) = (
          row.integer(1), row.integer(2), row.integer(3)
        )
        return record
      }
      if let record { records.append(record) }
    }
    return records
  }
}
