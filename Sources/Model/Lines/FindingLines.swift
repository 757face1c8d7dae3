/// Where a revision names an entity.
public struct MentionLine: Hashable, Sendable {
  /// The keys of the article and the revision.
  public var article: String
  public var revision: String
  public var mention: Mention
  public var quote: String

  public init(article: String, revision: String, mention: Mention, quote: String) {
    self.article = article
    self.revision = revision
    self.mention = mention
    self.quote = quote
  }
}

/// A claim of a revision.
public struct ClaimLine: Hashable, Sendable {
  public var key: String

  /// The keys of the article and the revision.
  public var article: String
  public var revision: String
  public var quote: String
  public var claim: Claim

  /// The key of the claim that this one restates.
  public var sameAs: String?

  public init(
    key: String, article: String, revision: String, quote: String, claim: Claim, sameAs: String?
  ) {
    self.key = key
    self.article = article
    self.revision = revision
    self.quote = quote
    self.claim = claim
    self.sameAs = sameAs
  }
}

/// What an analyst said of a field; the last word on it, or in complete exports every word.
public struct DecisionLine: Hashable, Sendable {
  /// `source`, `article`, `entity` or `claim`, and the key of it.
  public var subjectKind: String
  public var subjectKey: String
  public var field: String
  public var value: String?
  public var who: String?
  public var why: String?

  /// In complete exports: its number from 1 in the order they were made, when, what was there
  /// before, and the number of the decision that it takes back.
  public var number: Int?
  public var at: Instant?
  public var previous: String?
  public var undoes: Int?

  public init(subjectKind: String, subjectKey: String, field: String, value: String?) {
    self.subjectKind = subjectKind
    self.subjectKey = subjectKey
    self.field = field
    self.value = value
  }
}
