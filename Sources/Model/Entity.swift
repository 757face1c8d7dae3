/// A country, region, city, organization or person that a gazetteer lists.
public struct Entity: Hashable, Sendable {
  /// Lower-case words joined by hyphens, unique over all gazetteers: `north-korea`.
  public var id: String
  public var kind: String
  public var name: String

  /// The entity that this one lies in, or `nil` at the top.
  public var parent: String?

  /// ISO 3166 code.
  public var iso: String?
  public var wikidata: String?
  public var geonames: String?

  /// The id of the seat of its government.
  public var centre: String?

  /// Since when, and until when (exclusive), it belongs to its parent; `nil` is always.
  public var validFrom: Day?
  public var validTo: Day?

  /// Every name it is known by, in the order of its gazetteer.
  public var aliases: [Alias]
  public var notes: String?

  public init(
    id: String, kind: String, name: String, parent: String? = nil, iso: String? = nil,
    wikidata: String? = nil, geonames: String? = nil, centre: String? = nil,
    validFrom: Day? = nil, validTo: Day? = nil, aliases: [Alias] = [], notes: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.parent = parent
    self.iso = iso
    self.wikidata = wikidata
    self.geonames = geonames
    self.centre = centre
    self.validFrom = validFrom
    self.validTo = validTo
    self.aliases = aliases
    self.notes = notes
  }
}

/// One name of an entity.
public struct Alias: Hashable, Sendable {
  public var text: String

  /// `en`, `ru`, `zh`, `ko`.
  public var language: String
  public var by: MentionKind

  /// Whether it stands for the entity only where the text around it says so.
  public var ambiguous: Bool

  public init(text: String, language: String, by: MentionKind, ambiguous: Bool = false) {
    self.text = text
    self.language = language
    self.by = by
    self.ambiguous = ambiguous
  }
}

/// By what a text names an entity.
public enum MentionKind: String, Hashable, Sendable, CaseIterable {
  case name, alias, demonym, metonym
}

/// Where a text names an entity.
public struct Mention: Hashable, Sendable {
  public var entity: String
  public var name: String
  public var kind: String
  public var evidence: TextSpan
  public var by: MentionKind

  public init(entity: String, name: String, kind: String, evidence: TextSpan, by: MentionKind) {
    self.entity = entity
    self.name = name
    self.kind = kind
    self.evidence = evidence
    self.by = by
  }
}

/// A name that may mean several things, or nothing, and that the text does not decide.
public struct HeldName: Hashable, Sendable {
  public var evidence: TextSpan

  /// The ids it could stand for.
  public var candidates: [String]

  /// A short sentence for people.
  public var reason: String

  public init(evidence: TextSpan, candidates: [String], reason: String) {
    self.evidence = evidence
    self.candidates = candidates
    self.reason = reason
  }
}
