import Model

/// What came of importing entities.
public struct EntityImport: Hashable, Sendable {
  public var added = 0
  public var changed = 0
  public var same = 0
}

extension Archive {
  /// The entities with their counts, sorted by id; of one kind, or of all for `nil`.
  public func entities(kind: String? = nil) throws(ArchiveError) -> [EntityRecord] { [] }

  /// The entity that the user means by an id, a name or an alias.
  public func entity(matching name: String) throws(ArchiveError) -> Resolution<EntityRecord> {
    .unknown(suggestions: [])
  }

  /// The entities right below one, sorted by id.
  public func children(of entity: String) throws(ArchiveError) -> [Entity] { [] }

  /// Where current revisions name an entity, by article and place in the text.
  public func mentions(of entity: String) throws(ArchiveError) -> Rows<MentionRecord> {
    Rows { () throws(ArchiveError) in nil }
  }

  /// The names that were held back, by article and place in the text.
  public func heldNames() throws(ArchiveError) -> Rows<HeldRecord> {
    Rows { () throws(ArchiveError) in nil }
  }

  /// Takes a user's entities in; one that has a known id wins over it.
  public func importEntities(_ entities: [Entity]) throws(ArchiveError) -> EntityImport {
    EntityImport()
  }
}
