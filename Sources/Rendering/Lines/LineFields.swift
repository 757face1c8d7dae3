import Bytes
import Model

/// The fields of an export's lines, in their order.
enum LineFields {
  static let run: [Field<RunLine>] = [
    .integer("number") { $0.number },
    .text("run_kind") { $0.kind },
    .instant("started_at") { $0.startedAt },
    .text("version") { $0.version },
    .text("gazetteer") { $0.gazetteer },
  ]

  static let source: [Field<SourceLine>] = [
    .text("key") { $0.key },
    .text("site") { $0.site },
    .text("outlet") { $0.outlet },
    .text("name") { $0.name },
    .text("source_kind") { $0.kind },
    .text("country") { $0.country },
    .text("reliability") { $0.reliability },
    .text("note") { $0.note },
  ]

  static let entity: [Field<Entity>] = [
    .text("id") { $0.id },
    .text("entity_kind") { $0.kind },
    .text("name") { $0.name },
    .text("parent") { $0.parent },
    .text("iso") { $0.iso },
    .text("wikidata") { $0.wikidata },
    .text("geonames") { $0.geonames },
    .text("centre") { $0.centre },
    .day("valid_from") { $0.validFrom },
    .day("valid_to") { $0.validTo },
    .text("notes") { $0.notes },
  ]

  static let alias: [Field<Alias>] = [
    .text("text") { $0.text },
    .text("language") { $0.language },
    .text("by") { $0.by.rawValue },
    .bool("ambiguous") { $0.ambiguous },
  ]

  static let article: [Field<ArticleLine>] = [
    .text("key") { $0.key },
    .text("source") { $0.source },
    .text("copy_of") { $0.copyOf },
    .integer("revision") { $0.revision },
    .day("published") { $0.published },
    .text("language") { $0.language },
    .text("url") { $0.url },
    .text("title") { $0.title },
  ]

  static let revision: [Field<RevisionLine>] = [
    .text("key") { $0.key },
    .text("article") { $0.article },
    .integer("number") { $0.number },
    .text("sha256") { $0.sha256 },
  ]

  /// The fields of the document; where its file lay is the original's.
  static let report: [Field<Report>] =
    ReportFields.heading.filter { !["path", "offset"].contains($0.name.description) } + [
      .text("summary") { $0.summary },
      .list("tags") { $0.tags },
      .text("text") { $0.text },
      .list("refs") { $0.references },
    ]

  static let original: [Field<OriginalLine>] = [
    .text("revision") { $0.revision },
    .text("sha256") { $0.sha256 },
    .integer("length") { $0.length },
    .instant("seen_at") { $0.seenAt },
    .integer("arrival") { $0.arrival },
  ]

  /// What complete exports have of an original beside these.
  static let originalWhole: [Field<OriginalLine>] = [
    .integer("run") { $0.run },
    .text("path") { $0.path },
    .integer("offset") { $0.offset },
    .text("container_sha256") { $0.containerSHA256 },
    .text("original") { $0.bytes.map(Base64.encode) },
  ]

  static let mention: [Field<MentionLine>] =
    [
      .text("article") { $0.article },
      .text("revision") { $0.revision },
    ]
    + Evidence.fields.map { field in
      field.of { Evidence(span: $0.mention.evidence, text: $0.quote) }
    } + [
      .text("entity") { $0.mention.entity },
      .text("by") { $0.mention.by.rawValue },
    ]

  static let claim: [Field<ClaimLine>] =
    [
      .text("key") { $0.key },
      .text("article") { $0.article },
      .text("revision") { $0.revision },
    ]
    + ClaimFields.quoted.filter { $0.name.description != "same_as" }.map { field in
      field.of { QuotedClaim(quote: $0.quote, claim: $0.claim, sameAs: nil) }
    } + [.text("same_as") { $0.sameAs }]

  static let decision: [Field<DecisionLine>] = [
    .text("subject") { $0.subjectKind + ":" + $0.subjectKey },
    .text("field") { $0.field },
    .text("value") { $0.value },
    .text("who") { $0.who },
    .text("why") { $0.why },
  ]

  /// What complete exports have of a decision beside these.
  static let decisionHistory: [Field<DecisionLine>] = [
    .integer("number") { $0.number },
    .instant("at") { $0.at },
    .text("previous") { $0.previous },
    .integer("undoes") { $0.undoes },
  ]
}
