/// A claim as the archive lists it: the claim, and where it stands.
public struct ClaimRecord: Hashable, Sendable {
  public var id: Int
  public var key: String
  public var articleID: Int
  public var articleKey: String

  /// The number of the article's revision, from 1.
  public var revision: Int
  public var title: String?
  public var url: String?

  /// The name of the source.
  public var source: String?
  public var sourceReliability: String
  public var published: Day?

  /// The day it was said, as far as the archive knows: the day of publication.
  public var saidOn: Day?

  /// The sentence, and the bytes of the claim's evidence cut out of the revision.
  public var sentence: String
  public var quote: String

  /// `sameAs` is an index in extraction; here it is `nil`, and `sameAsID` holds the claim's id.
  public var claim: Claim
  public var sameAsID: Int?

  /// The article that the claim's article is a near-copy of, or `nil`.
  public var copyOf: Int?

  public init(
    id: Int, key: String, articleID: Int, articleKey: String, revision: Int, title: String?,
    url: String?, source: String?, sourceReliability: String, published: Day?, saidOn: Day?,
    sentence: String, quote: String, claim: Claim, sameAsID: Int?
  ) {
    self.id = id
    self.key = key
    self.articleID = articleID
    self.articleKey = articleKey
    self.revision = revision
    self.title = title
    self.url = url
    self.source = source
    self.sourceReliability = sourceReliability
    self.published = published
    self.saidOn = saidOn
    self.sentence = sentence
    self.quote = quote
    self.claim = claim
    self.sameAsID = sameAsID
  }
}
