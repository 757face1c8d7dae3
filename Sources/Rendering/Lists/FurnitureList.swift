import Model

extension RecordList where Record == FurnitureLine {
  /// Lines of furniture, each under its counts.
  public static let furniture = RecordList(
    "lines of furniture",
    fields: [
      .integer("source_id") { $0.sourceID },
      .text("source") { $0.source },
      .integer("pages") { $0.pages },
      .integer("of") { $0.pagesInAll },
      .integer("claims") { $0.claims },
      .text("text") { $0.text },
    ],
    columns: [
      Column("SOURCE", least: 10) { $0.source },
      Column("PAGES", isNumeric: true) { "\($0.pages) of \($0.pagesInAll)" },
      Column("CLAIMS", isNumeric: true) { String($0.claims) },
    ],
    detail: { $0.text })
}
