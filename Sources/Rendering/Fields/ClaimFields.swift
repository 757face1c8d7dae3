import Model

/// A claim with the bytes of its evidence, as documents and lists show it.
public struct QuotedClaim: Sendable {
  public var quote: String
  public var claim: Claim

  /// In a document the index among its claims, in a list a claim's id.
  public var sameAs: Int?

  public init(quote: String, claim: Claim, sameAs: Int?) {
    self.quote = quote
    self.claim = claim
    self.sameAs = sameAs
  }
}

/// A span with its bytes: the fields `start`, `end` and `text` of every finding.
struct Evidence: Sendable {
  var span: TextSpan
  var text: String

  static let fields: [Field<Evidence>] = [
    .integer("start") { $0.span.start },
    .integer("end") { $0.span.end },
    .text("text") { $0.text },
  ]
}

/// The fields of quantities and claims, in the order of the machine interface.
public enum ClaimFields {
  /// The fields of a quantity behind its evidence.
  static let quantity: [Field<Quantity>] = [
    .number("value") { $0.value },
    .number("low") { $0.low },
    .number("high") { $0.high },
    .text("comparator") { $0.comparator.rawValue },
    .bool("approximate") { $0.approximate },
    .text("change") { $0.change?.rawValue },
    .text("direction") { $0.direction?.rawValue },
    .text("unit") { $0.unit },
    .text("unit_text") { $0.unitText },
    .text("unit_phrase") { $0.unitPhrase },
    .text("dimension") { $0.dimension },
    .text("per") { $0.per },
    .text("measure") { $0.measure },
    .integer("page") { $0.page },
  ]

  /// The fields that a claim has beyond its quantity.
  static let claim: [Field<Claim>] = [
    .integer("sentence_start") { $0.sentence.start },
    .integer("sentence_end") { $0.sentence.end },
    .list("subjects") { $0.subjects },
    .list("places") { $0.places },
    .day("from") { $0.time?.from },
    .day("to") { $0.time?.to },
    .text("precision") { $0.time?.precision.rawValue },
    .text("time_source") { $0.timeSource?.rawValue },
    .text("entity_source") { $0.entitySource?.rawValue },
    .text("modality") { $0.modality.rawValue },
    .text("basis") { $0.basis?.rawValue },
    .text("speaker") { $0.speaker },
    .integer("speaker_start") { $0.speakerEvidence?.start },
    .integer("speaker_end") { $0.speakerEvidence?.end },
    .text("speaker_id") { $0.speakerID },
    .list("via") { $0.via },
    .bool("quoted") { $0.quoted },
    Field("likelihood") { $0.likelihood.map { .numbers([$0.low, $0.high]) } ?? .null },
    .text("likelihood_words") { $0.likelihood?.words },
  ]

  /// All fields of a claim in a document.
  public static let quoted: [Field<QuotedClaim>] =
    Evidence.fields.map { field in
      field.of { Evidence(span: $0.claim.quantity.evidence, text: $0.quote) }
    }
    + quantity.map { field in field.of { $0.claim.quantity } }
    + claim.map { field in field.of { $0.claim } }
    + [.integer("same_as") { $0.sameAs }]

  /// All fields of a claim in a list of the archive.
  public static let listed: [Field<ClaimRecord>] =
    quoted.map { field in
      field.of { QuotedClaim(quote: $0.quote, claim: $0.claim, sameAs: $0.sameAsID) }
    } + [
      .integer("id") { $0.id },
      .text("key") { $0.key },
      .integer("article_id") { $0.articleID },
      .integer("revision") { $0.revision },
      .text("title") { $0.title },
      .text("url") { $0.url },
      .text("source") { $0.source },
      .text("source_reliability") { $0.sourceReliability },
      .day("published") { $0.published },
      .day("said_on") { $0.saidOn },
      .text("sentence") { $0.sentence },
      .text("article_key") { $0.articleKey },
      .integer("copy_of") { $0.copyOf },
    ]
}
