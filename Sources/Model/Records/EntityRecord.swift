/// An entity of the archive's gazetteer, and how often the archive names it.
public struct EntityRecord: Hashable, Sendable {
  public var entity: Entity

  /// `builtin` or `user`.
  public var origin: String

  /// In current revisions.
  public var mentions = 0
  public var articles = 0
  public var claims = 0

  public init(entity: Entity, origin: String) {
    self.entity = entity
    self.origin = origin
  }
}

/// Where an article's current revision names an entity.
public struct MentionRecord: Hashable, Sendable {
  public var articleID: Int
  public var title: String?
  public var published: Day?
  public var mention: Mention

  /// The bytes of the mention.
  public var quote: String

  public init(
    articleID: Int, title: String?, published: Day?, mention: Mention, quote: String
  ) {
    self.articleID = articleID
    self.title = title
    self.published = published
    self.mention = mention
    self.quote = quote
  }
}

/// A name that was held back in an article's current revision.
public struct HeldRecord: Hashable, Sendable {
  public var articleID: Int
  public var title: String?
  public var held: HeldName

  /// The bytes of the name.
  public var quote: String

  public init(articleID: Int, title: String?, held: HeldName, quote: String) {
    self.articleID = articleID
    self.title = title
    self.held = held
    self.quote = quote
  }
}
