import Language
import Model
import SQLite

/// The table of what lies below what.
struct EntityHierarchy {
  /// How deep a hierarchy may be; so a circle of parents ends.
  static let mostLevels = 32

  let database: Database

  /// Writes the table anew out of the entities' parents.
  ///
  /// When an entity belongs to its parent is told for that step alone: Buryatia was in Russia
  /// before it joined the Far East.
  func rebuild() throws(ArchiveError) {
    var ids: [String: Int] = [:]
    var entities: [String: (id: Int, parent: String?, from: String?, to: String?)] = [:]
    try database.rows("SELECT id, key, parent, valid_from, valid_to FROM entity") { row in
      ids[row.text(1)] = row.integer(0)
      entities[row.text(1)] = (
        row.integer(0), row.optionalText(2), row.optionalText(3), row.optionalText(4)
      )
    }
    try database.run("DELETE FROM entity_below")
    let insert = try Query(
      """
      INSERT OR IGNORE INTO entity_below (ancestor, entity, depth, valid_from, valid_to)
      VALUES (?, ?, ?, ?, ?)
      """, database)
    for (key, entity) in entities.sorted(by: { $0.value.id < $1.value.id }) {
      try insert.run([.integer(entity.id), .integer(entity.id), 0, nil, nil])
      var step = key
      for depth in 1...Self.mostLevels {
        guard let child = entities[step], let parent = child.parent, let ancestor = ids[parent]
        else { break }
        try insert.run([
          .integer(ancestor), .integer(entity.id), .integer(depth), Value(child.from),
          Value(child.to),
        ])
        step = parent
      }
    }
  }
}
