import Model

/// The fields of an article in lists.
enum ArticleFields {
  static let all: [Field<ArticleRecord>] = [
    .integer("id") { $0.id },
    .text("key") { $0.key },
    .integer("revision") { $0.revision },
    .text("title") { $0.title },
    .text("url") { $0.url },
    .text("source") { $0.source },
    .text("source_reliability") { $0.sourceReliability },
    .day("published") { $0.published },
    .instant("published_at") { $0.publishedAt },
    .instant("updated_at") { $0.updatedAt },
    .instant("captured_at") { $0.capturedAt },
    .instant("ingested_at") { $0.ingestedAt },
    .text("language") { $0.language },
    .integer("revisions") { $0.revisions },
    .integer("claims") { $0.claims },
    .integer("copy_of") { $0.copyOf },
    .number("copy_share") { $0.copyShare },
  ]
}

extension RecordList where Record == ArticleRecord {
  public static let articles = RecordList(
    "articles", fields: ArticleFields.all,
    columns: [
      Column("ID", isNumeric: true) { String($0.id) },
      Column("PUBLISHED") { $0.published?.description ?? "" },
      Column("SOURCE", least: 10) { $0.source ?? "" },
      Column("TITLE", least: 20) { $0.title ?? "" },
      Column("CLAIMS", isNumeric: true) { String($0.claims) },
      Column("REVISIONS", isNumeric: true) { String($0.revisions) },
      Column("COPY OF") { copy($0) },
    ])

  private static func copy(_ article: ArticleRecord) -> String {
    guard let origin = article.copyOf else { return "" }
    return "\(origin)" + (article.copyShare.map { " (\(FigureFormatter.share($0)))" } ?? "")
  }
}

extension RecordList where Record == SearchHit {
  /// Found articles, with the passage under each.
  public static let hits = RecordList(
    "articles",
    fields: ArticleFields.all.map { field in field.of { $0.article } } + [
      .text("snippet") { $0.snippet }
    ],
    columns: [
      Column("ID", isNumeric: true) { String($0.article.id) },
      Column("PUBLISHED") { $0.article.published?.description ?? "" },
      Column("SOURCE", least: 10) { $0.article.source ?? "" },
      Column("TITLE", least: 20) { $0.article.title ?? "" },
    ],
    detail: { marked($0) })

  /// The passage with asterisks around the words that were found.
  private static func marked(_ hit: SearchHit) -> String {
    let bytes = Array(hit.snippet.utf8)
    var marked: [UInt8] = []
    var position = 0
    for match in hit.matches where position <= match.start && match.end <= bytes.count {
      marked += bytes[position..<match.start] + Array("**".utf8)
      marked += bytes[match.start..<match.end] + Array("**".utf8)
      position = match.end
    }
    return String(decoding: marked + bytes[position...], as: UTF8.self)
  }
}

extension RecordList where Record == RevisionRecord {
  public static let revisions = RecordList(
    "revisions",
    fields: [
      .integer("article_id") { $0.articleID },
      .integer("revision") { $0.number },
      .text("key") { $0.key },
      .bool("current") { $0.isCurrent },
      .instant("time") { $0.time },
      .instant("ingested_at") { $0.ingestedAt },
      .text("title") { $0.report.title },
      .integer("claims") { $0.claims },
      .list("sha256") { $0.originals.map(\.sha256) },
    ],
    columns: [
      Column("REVISION", isNumeric: true) { "\($0.number)\($0.isCurrent ? "*" : "")" },
      Column("TIME") { $0.time?.description ?? "" },
      Column("INGESTED") { $0.ingestedAt?.description ?? "" },
      Column("CLAIMS", isNumeric: true) { String($0.claims) },
      Column("SHA-256", least: 12) { $0.originals.last?.sha256 ?? "" },
      Column("TITLE", least: 20) { $0.report.title ?? "" },
    ])
}
