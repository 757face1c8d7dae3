import Model

extension RecordList where Record == EntityRecord {
  public static let entities = RecordList(
    "entities", fields: fields,
    columns: [
      Column("ID") { $0.entity.id },
      Column("KIND") { $0.entity.kind },
      Column("NAME", least: 16) { $0.entity.name },
      Column("PARENT") { $0.entity.parent ?? "" },
      Column("ISO") { $0.entity.iso ?? "" },
      Column("ARTICLES", isNumeric: true) { String($0.articles) },
      Column("MENTIONS", isNumeric: true) { String($0.mentions) },
      Column("CLAIMS", isNumeric: true) { String($0.claims) },
    ])

  private static let fields: [Field<EntityRecord>] = [
    .text("id") { $0.entity.id },
    .text("kind") { $0.entity.kind },
    .text("name") { $0.entity.name },
    .text("parent") { $0.entity.parent },
    .text("iso") { $0.entity.iso },
    .text("wikidata") { $0.entity.wikidata },
    .text("geonames") { $0.entity.geonames },
    .text("centre") { $0.entity.centre },
    .day("valid_from") { $0.entity.validFrom },
    .day("valid_to") { $0.entity.validTo },
    .text("origin") { $0.origin },
    .integer("articles") { $0.articles },
    .integer("mentions") { $0.mentions },
    .integer("claims") { $0.claims },
    .list("aliases") { $0.entity.aliases.map(\.text) },
    .text("notes") { $0.entity.notes },
  ]
}

extension RecordList where Record == MentionRecord {
  public static let mentions = RecordList(
    "mentions",
    fields: [
      .integer("article_id") { $0.articleID },
      .text("title") { $0.title },
      .day("published") { $0.published },
      .text("id") { $0.mention.entity },
      .integer("start") { $0.mention.evidence.start },
      .integer("end") { $0.mention.evidence.end },
      .text("text") { $0.quote },
      .text("by") { $0.mention.by.rawValue },
    ],
    columns: [
      Column("ARTICLE", isNumeric: true) { String($0.articleID) },
      Column("START", isNumeric: true) { String($0.mention.evidence.start) },
      Column("END", isNumeric: true) { String($0.mention.evidence.end) },
      Column("TEXT", least: 8) { $0.quote },
      Column("BY") { $0.mention.by.rawValue },
      Column("TITLE", least: 20) { $0.title ?? "" },
    ])
}

extension RecordList where Record == HeldRecord {
  public static let heldNames = RecordList(
    "ambiguous names",
    fields: [
      .integer("article_id") { $0.articleID },
      .text("title") { $0.title },
      .integer("start") { $0.held.evidence.start },
      .integer("end") { $0.held.evidence.end },
      .text("text") { $0.quote },
      .list("candidates") { $0.held.candidates },
      .text("chosen") { _ in nil },
      .text("reason") { $0.held.reason },
    ],
    columns: [
      Column("ARTICLE", isNumeric: true) { String($0.articleID) },
      Column("START", isNumeric: true) { String($0.held.evidence.start) },
      Column("TEXT", least: 8) { $0.quote },
      Column("CANDIDATES", least: 8) { $0.held.candidates.joined(separator: ", ") },
      Column("CHOSEN") { _ in "none" },
      Column("REASON", least: 8) { $0.held.reason },
    ])
}
