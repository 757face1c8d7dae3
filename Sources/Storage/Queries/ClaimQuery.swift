import Model

/// Which claims to list; every filter narrows.
public struct ClaimQuery: Sendable {
  /// Ids of entities: a subject or a place of the claim is one of them or lies below it.
  public var entity = Filter<String>()
  public var subject = Filter<String>()
  public var place = Filter<String>()

  /// Entities count for themselves alone, not for what lies below them.
  public var exact = false

  /// What lay below an entity on that day; `nil` is at any time.
  public var at: Day?

  /// Days that the claim's own time overlaps; claims without a time match none.
  public var about = Filter<ClosedRange<Day>>()

  /// Days that hold the whole of the claim's own time.
  public var within = Filter<ClosedRange<Day>>()

  /// Days of publication.
  public var said = Filter<ClosedRange<Day>>()

  /// What was known on that day, in the revisions then current.
  public var asOf: Day?

  /// Bounds of the stated number, in `unit` where one is asked for.
  public var minimum = Filter<Double>()
  public var maximum = Filter<Double>()

  /// Units as claims have them; other units of the same dimension match too, currencies never.
  public var unit = Filter<String>()

  /// Head nouns of what is counted; singular and plural, small and capital letters are alike.
  public var measure = Filter<String>()

  /// Local ids of sources, as `Archive.sources(matching:)` finds them.
  public var source = Filter<Int>()

  /// Entity ids, or parts of the speaker's name.
  public var speaker = Filter<String>()
  public var modality = Filter<Modality>()
  public var basis = Filter<Basis>()

  /// Local ids of articles.
  public var article = Filter<Int>()
  public var revision = RevisionChoice.current
  public var limit: Int?

  /// The token that ended the page before.
  public var after: String?

  public init() {}
}

/// Which revisions of an article a query looks at.
public enum RevisionChoice: Hashable, Sendable {
  case current
  case number(Int)
  case all
}
