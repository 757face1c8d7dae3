import Model
import SQLite

/// The local ids of entities by their keys.
final class EntityIDs {
  private let database: Database
  private var ids: [String: Int] = [:]

  init(_ database: Database) { self.database = database }

  /// The id of an entity; one that no gazetteer here has is written down with what is known of it.
  ///
  /// An import may bring findings of another gazetteer.
  func id(of key: String, name: String, kind: String) throws(ArchiveError) -> Int {
    if let id = ids[key] { return id }
    if let id = try known(key) { return id }
    let entity = Entity(
      id: key, kind: kind, name: name,
      aliases: [Alias(text: name, language: "en", by: .name)])
    try GazetteerKeeper(database: database).write(entity, origin: .user)
    try database.run(
      """
      INSERT INTO entity_below (ancestor, entity, depth) SELECT id, id, 0 FROM entity WHERE key = ?
      """, [.text(key)])
    return try known(key) ?? 0
  }

  /// Forgets what a transaction that was rolled back had added.
  func forget() { ids.removeAll() }

  private func known(_ key: String) throws(ArchiveError) -> Int? {
    let id = try database.first("SELECT id FROM entity WHERE key = ?", [.text(key)]) {
      $0.integer(0)
    }
    if let id { ids[key] = id }
    return id
  }
}
