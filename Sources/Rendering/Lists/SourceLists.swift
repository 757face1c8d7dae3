import Model

extension RecordList where Record == SourceRecord {
  public static let sources = RecordList(
    "sources",
    fields: [
      .integer("id") { $0.id },
      .text("key") { $0.key },
      .text("source") { $0.name },
      .text("site") { $0.site },
      .text("country") { $0.country },
      .text("kind") { $0.kind },
      .text("source_reliability") { $0.reliability },
      .text("note") { $0.note },
      .integer("articles") { $0.articles },
      .day("first") { $0.first },
      .day("last") { $0.last },
      .integer("copies_made") { $0.copiesMade },
      .integer("times_copied") { $0.timesCopied },
    ],
    columns: [
      Column("ID", isNumeric: true) { String($0.id) },
      Column("NAME", least: 16) { $0.name },
      Column("SITE", least: 12) { $0.site ?? "" },
      Column("KIND") { $0.kind ?? "" },
      Column("COUNTRY") { $0.country ?? "" },
      Column("RELIABILITY") { $0.reliability },
      Column("ARTICLES", isNumeric: true) { String($0.articles) },
      Column("FIRST") { $0.first?.description ?? "" },
      Column("LAST") { $0.last?.description ?? "" },
      Column("COPIES", isNumeric: true) { String($0.copiesMade) },
      Column("COPIED", isNumeric: true) { String($0.timesCopied) },
    ])
}

extension RecordList where Record == HistoryRecord {
  public static let history = RecordList(
    "changes",
    fields: [
      .integer("id") { $0.id },
      .instant("at") { $0.at },
      .text("who") { $0.who },
      .text("subject") { $0.subject },
      .text("action") { $0.action },
      .text("note") { $0.note },
    ],
    columns: [
      Column("ID", isNumeric: true) { String($0.id) },
      Column("AT") { $0.at.description },
      Column("WHO") { $0.who ?? "" },
      Column("SUBJECT", least: 8) { $0.subject },
      Column("WHAT", least: 8) { $0.action },
      Column("WHY", least: 8) { $0.note ?? "" },
    ])
}
