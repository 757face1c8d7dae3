import Language
import Model
import SQLite

/// What came of importing entities.
public struct EntityImport: Hashable, Sendable {
  public var added = 0
  public var changed = 0
  public var same = 0
}

extension Archive {
  /// The entities that the user added, sorted by id, to be laid over the built-in ones for
  /// extraction.
  public func userEntities() throws(ArchiveError) -> [Entity] {
    try EntityReader(database: database).entities(where: "origin = 'user'")
  }

  /// Takes a user's entities in; one that has a known id wins over it.
  public func importEntities(_ entities: [Entity]) throws(ArchiveError) -> EntityImport {
    try GazetteerKeeper(database: database).add(entities)
  }

  /// The entities with their counts, sorted by id; of one kind, or of all for `nil`.
  public func entities(kind: String? = nil) throws(ArchiveError) -> [EntityRecord] {
    let reader = EntityReader(database: database)
    let counter = EntityCounter(database: database)
    guard let kind else { return try counter.records(of: reader.entities()) }
    return try counter.records(of: reader.entities(where: "kind = ?", [.text(kind)]))
  }

  /// The names of all entities by their ids.
  public func entityNames() throws(ArchiveError) -> [String: String] {
    var names: [String: String] = [:]
    try database.rows("SELECT key, name FROM entity") { names[$0.text(0)] = $0.text(1) }
    return names
  }

  /// An entity by its id, with its counts.
  public func entity(_ id: String) throws(ArchiveError) -> EntityRecord {
    let entities = try EntityReader(database: database).entities(where: "key = ?", [.text(id)])
    let records = try EntityCounter(database: database).records(of: entities)
    guard let record = records.first else {
      throw .unknown(kind: "entity", name: id, suggestions: [])
    }
    return record
  }

  /// The entities right below one, sorted by id.
  public func children(of entity: String) throws(ArchiveError) -> [Entity] {
    try EntityReader(database: database).entities(where: "parent = ?", [.text(entity)])
  }

  /// The entity that the user means by an id, a name or an alias; nothing is counted.
  ///
  /// Letters are folded. An id goes before a name, a name before an alias; a demonym or metonym
  /// counts where nothing else has it. Blanks may stand for the hyphens of an id.
  public func entity(matching name: String) throws(ArchiveError) -> Resolution<EntityRecord> {
    let names = EntityNames(try EntityReader(database: database).entities())
    let matches = names.matches(name)
    if matches.isEmpty { return .unknown(suggestions: names.suggestions(for: name)) }
    let own = Set(try userEntities().map(\.id))
    let records = matches.map {
      EntityRecord(entity: $0, origin: own.contains($0.id) ? "user" : "builtin")
    }
    return records.count == 1 ? .found(records[0]) : .ambiguous(records)
  }

  /// Where current revisions name an entity, by article and place in the text.
  public func mentions(of entity: String) throws(ArchiveError) -> Rows<MentionRecord> {
    let query = try database.query(
      """
      SELECT a.id, a.title, a.published, e.key, e.name, e.kind, m.quote_start, m.quote_end,
        m.named_by, m.quote
      FROM entity e JOIN mention m ON m.entity = e.id JOIN article a ON a.revision = m.revision
      WHERE e.key = ? ORDER BY a.sort_at, a.key, m.quote_start
      """, [.text(entity)])
    return Rows { () throws(ArchiveError) in
      guard let row = try query.next() else { return nil }
      return MentionRecord(
        articleID: row.integer(0), title: row.optionalText(1), published: row.day(2),
        mention: Mention(
          entity: row.text(3), name: row.text(4), kind: row.text(5),
          evidence: TextSpan(start: row.integer(6), end: row.integer(7)),
          by: MentionKind(rawValue: row.text(8)) ?? .alias),
        quote: row.text(9))
    }
  }

  /// The names that were held back, by article and place in the text.
  public func heldNames() throws(ArchiveError) -> Rows<HeldRecord> {
    let query = try database.query(
      """
      SELECT a.id, a.title, h.quote_start, h.quote_end, h.candidates, h.reason, h.quote
      FROM held h JOIN article a ON a.revision = h.revision
      ORDER BY a.sort_at, a.key, h.quote_start
      """)
    return Rows { () throws(ArchiveError) in
      guard let row = try query.next() else { return nil }
      return HeldRecord(
        articleID: row.integer(0), title: row.optionalText(1),
        held: HeldName(
          evidence: TextSpan(start: row.integer(2), end: row.integer(3)),
          candidates: JSONColumn.list(row.text(4)), reason: row.text(5)),
        quote: row.text(6))
    }
  }
}
