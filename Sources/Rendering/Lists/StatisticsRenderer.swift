import JSON
import Model

/// The counts of an archive: a line each for people, one object for programs.
public enum StatisticsRenderer {
  private static let fields: [Field<ArchiveStatistics>] = [
    .integer("articles") { $0.articles },
    .integer("copies") { $0.copies },
    .integer("revisions") { $0.revisions },
    .integer("originals") { $0.originals },
    .integer("sources") { $0.sources },
    .integer("entities") { $0.entities },
    .integer("mentions") { $0.mentions },
    .integer("claims") { $0.claims },
    .day("first_published") { $0.firstPublished },
    .day("last_published") { $0.lastPublished },
    .integer("schema_version") { $0.schemaVersion },
    .integer("file_bytes") { $0.fileBytes },
    .integer("log_bytes") { $0.logBytes },
  ]

  public static func render(
    _ statistics: ArchiveStatistics, as format: ListFormat, layout: Table.Layout
  ) -> [UInt8] {
    if format == .json {
      var json = JSONWriter()
      json.line(statistics, fields)
      return json.bytes
    }
    var rows = RowRenderer(
      format, names: ["name", "value"], flatNames: ["name", "value"],
      columns: [Table.Column("WHAT"), Table.Column("COUNT", isNumeric: true)], layout: layout)
    for field in fields {
      let value = field.value(statistics)
      rows.add(
        values: { [.text(field.name.description), value] },
        cells: { [field.name.description.replacingUnderscores, value.flat] }, detail: { nil })
    }
    return rows.take()
  }
}

extension String {
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}
