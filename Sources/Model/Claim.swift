/// A quantity that a report states of the world: about whom, where, when, how firmly, by whom.
public struct Claim: Hashable, Sendable {
  public var quantity: Quantity

  /// The sentence that the claim stands in.
  public var sentence: TextSpan

  /// Ids of the parties whose people, goods, money or acts are counted; sorted.
  public var subjects: [String]

  /// Ids of where it is, arrives or applies; sorted.
  public var places: [String]

  /// When the fact holds, or `nil` if no time is stated.
  public var time: DateSpan?
  public var timeSource: FieldSource?
  public var entitySource: FieldSource?
  public var modality: Modality
  public var basis: Basis?

  /// How likely its words make it, or `nil` where they say nothing of that.
  public var likelihood: Likelihood?

  /// The name of who says it, as the text has it.
  public var speaker: String?

  /// The mention beside the claim, even a pronoun.
  public var speakerEvidence: TextSpan?

  /// The speaker's entity, where a gazetteer has it.
  public var speakerID: String?

  /// Who passes the speaker's words on: "X, citing Y" has speaker Y and via X.
  public var via: [String]

  /// Whether the number stands inside quotation marks.
  public var quoted: Bool

  /// The index, among the document's claims, of the one that this restates in another unit.
  public var sameAs: Int?

  public init(
    quantity: Quantity, sentence: TextSpan, subjects: [String] = [], places: [String] = [],
    time: DateSpan? = nil, timeSource: FieldSource? = nil, entitySource: FieldSource? = nil,
    modality: Modality = .asserted, basis: Basis? = nil, speaker: String? = nil,
    speakerEvidence: TextSpan? = nil, speakerID: String? = nil, via: [String] = [],
    quoted: Bool = false, sameAs: Int? = nil
  ) {
    self.quantity = quantity
    self.sentence = sentence
    self.subjects = subjects
    self.places = places
    self.time = time
    self.timeSource = timeSource
    self.entitySource = entitySource
    self.modality = modality
    self.basis = basis
    self.speaker = speaker
    self.speakerEvidence = speakerEvidence
    self.speakerID = speakerID
    self.via = via
    self.quoted = quoted
    self.sameAs = sameAs
  }
}

/// How firmly a claim is made, weakest operator first.
public enum Modality: String, Hashable, Sendable, CaseIterable {
  case asserted, estimated, possible, forecast, planned, required, denied
}

/// Whether words mark the figure as official.
public enum Basis: String, Hashable, Sendable, CaseIterable {
  case official, unofficial
}

/// Whether a field was stated beside the claim or carried over from a sentence before.
public enum FieldSource: String, Hashable, Sendable, CaseIterable {
  case stated, carried
}
