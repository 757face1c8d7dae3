import Bytes
import Language
import Model
import SQLite

/// Writes entities into the archive and keeps the built-in ones as the program has them.
struct GazetteerKeeper {
  enum Origin: String {
    case builtin, user
  }

  let database: Database

  /// Writes the built-in gazetteer where it is another one than the archive has.
  ///
  /// A user's rows stay; built-in ones that are gone stay as long as something names them.
  func keepInStep(with builtIn: Gazetteer) throws(ArchiveError) {
    let digest = Self.digest(of: builtIn.entities)
    if try storedDigest() == digest { return }
    try database.transaction { () throws(ArchiveError) in
      var known = try stored()
      for entity in builtIn.entities {
        let old = known.removeValue(forKey: entity.id)
        if old?.origin == .user || old?.entity == entity { continue }
        try write(entity, origin: .builtin)
      }
      for (key, old) in known.sorted(by: { $0.key < $1.key }) where old.origin == .builtin {
        try removeUnlessNamed(key)
      }
      try EntityHierarchy(database: database).rebuild()
      try database.run(
        "INSERT OR REPLACE INTO setting (name, value) VALUES ('gazetteer', ?)", [.text(digest)])
    }
  }

  /// Writes a user's entities; one with a known id takes its place.
  func add(_ entities: [Entity]) throws(ArchiveError) -> EntityImport {
    try database.transaction { () throws(ArchiveError) in
      let known = try stored()
      var result = EntityImport()
      for entity in entities {
        guard let old = known[entity.id] else {
          result.added += 1
          try write(entity, origin: .user)
          continue
        }
        if old.entity == entity {
          result.same += 1
        } else {
          result.changed += 1
          try write(entity, origin: .user)
        }
      }
      try EntityHierarchy(database: database).rebuild()
      return result
    }
  }

  /// The digest of all that extraction finds entities by: the built-in rows, and the user's.
  func gazetteerDigest() throws(ArchiveError) -> String {
    let user = try EntityReader(database: database).entities(where: "origin = 'user'")
    let builtIn = try storedDigest() ?? ""
    return user.isEmpty
      ? builtIn : Digest.hex(Digest.sha256(Array((builtIn + Self.digest(of: user)).utf8)))
  }

  private func storedDigest() throws(ArchiveError) -> String? {
    try database.first("SELECT value FROM setting WHERE name = 'gazetteer'") { $0.text(0) }
  }

  private func stored() throws(ArchiveError) -> [String: (entity: Entity, origin: Origin)] {
    var known: [String: (entity: Entity, origin: Origin)] = [:]
    for entity in try EntityReader(database: database).entities(where: "origin = 'user'") {
      known[entity.id] = (entity, .user)
    }
    for entity in try EntityReader(database: database).entities(where: "origin = 'builtin'") {
      known[entity.id] = (entity, .builtin)
    }
    return known
  }

  /// Writes one entity over what the archive has of it.
  func write(_ entity: Entity, origin: Origin) throws(ArchiveError) {
    try database.run(
      """
      INSERT INTO entity (
        key, origin, kind, name, parent, iso, wikidata, geonames, centre, valid_from, valid_to,
        notes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET
        origin = excluded.origin, kind = excluded.kind, name = excluded.name,
        parent = excluded.parent, iso = excluded.iso, wikidata = excluded.wikidata,
        geonames = excluded.geonames, centre = excluded.centre,
        valid_from = excluded.valid_from, valid_to = excluded.valid_to, notes = excluded.notes
      """,
      [
        .text(entity.id), .text(origin.rawValue), .text(entity.kind), .text(entity.name),
        Value(entity.parent), Value(entity.iso), Value(entity.wikidata), Value(entity.geonames),
        Value(entity.centre), Value(entity.validFrom?.description),
        Value(entity.validTo?.description), Value(entity.notes),
      ])
    let id = try database.integer("SELECT id FROM entity WHERE key = ?", [.text(entity.id)])
    try database.run("DELETE FROM alias WHERE entity = ?", [.integer(id)])
    for (position, alias) in entity.aliases.enumerated() {
      try database.run(
        """
        INSERT INTO alias (entity, position, text, language, named_by, ambiguous)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [
          .integer(id), .integer(position), .text(alias.text), .text(alias.language),
          .text(alias.by.rawValue), Value(alias.ambiguous),
        ])
    }
  }

  private func removeUnlessNamed(_ key: String) throws(ArchiveError) {
    let isNamed = try database.integer(
      """
      SELECT EXISTS (SELECT 1 FROM mention WHERE entity = e.id)
        OR EXISTS (SELECT 1 FROM claim_entity WHERE entity = e.id)
      FROM entity e WHERE e.key = ?
      """, [.text(key)])
    if isNamed != 0 { return }
    for table in ["alias", "entity_below"] {
      try database.run(
        "DELETE FROM \(table) WHERE entity = (SELECT id FROM entity WHERE key = ?)",
        [.text(key)])
    }
    try database.run(
      "DELETE FROM entity_below WHERE ancestor = (SELECT id FROM entity WHERE key = ?)",
      [.text(key)])
    try database.run("DELETE FROM entity WHERE key = ?", [.text(key)])
  }

  /// The same for equal entities in the same order, whatever else.
  static func digest(of entities: [Entity]) -> String {
    var bytes: [UInt8] = []
    func add(_ field: String?) {
      bytes.append(contentsOf: (field ?? "\u{1}").utf8)
      bytes.append(0)
    }
    for entity in entities {
      for field in [
        entity.id, entity.kind, entity.name, entity.parent, entity.iso, entity.wikidata,
        entity.geonames, entity.centre, entity.validFrom?.description,
        entity.validTo?.description, entity.notes,
      ] { add(field) }
      for alias in entity.aliases {
        add(alias.text)
        add(alias.language + alias.by.rawValue + (alias.ambiguous ? "?" : ""))
      }
    }
    return Digest.hex(Digest.sha256(bytes))
  }
}
