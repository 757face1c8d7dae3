/// How a list is printed.
public enum ListFormat: String, CaseIterable, Sendable {
  case table, json, csv, markdown
}

/// What a list shows of each record: all of its fields for programs, some columns for people.
public struct RecordList<Record: Sendable>: Sendable {
  public struct Column: Sendable {
    var column: Table.Column
    var cell: @Sendable (Record) -> String

    init(
      _ title: String, isNumeric: Bool = false, least: Int? = nil,
      cell: @escaping @Sendable (Record) -> String
    ) {
      column = Table.Column(title, isNumeric: isNumeric, least: least)
      self.cell = cell
    }
  }

  /// What there is none of: `no claims`.
  public let plural: String
  public let fields: [Field<Record>]
  let columns: [Column]

  /// What a table prints under the row.
  let detail: (@Sendable (Record) -> String)?

  init(
    _ plural: String, fields: [Field<Record>], columns: [Column],
    detail: (@Sendable (Record) -> String)? = nil
  ) {
    self.plural = plural
    self.fields = fields
    self.columns = columns
    self.detail = detail
  }
}

/// Prints records in one of the formats, part by part.
public struct ListRenderer<Record: Sendable> {
  private let list: RecordList<Record>
  private var rows: RowRenderer

  public init(
    _ list: RecordList<Record>, as format: ListFormat, layout: Table.Layout,
    csv: CSVWriter = CSVWriter()
  ) {
    self.list = list
    rows = RowRenderer(
      format, names: list.fields.map(\.name.description), flatNames: list.fields.map(\.flatName),
      columns: list.columns.map(\.column), layout: layout, csv: csv,
      detailTitle: list.detail == nil ? nil : "Sentence")
  }

  public mutating func add(_ record: Record) {
    rows.add(
      values: { list.fields.map { $0.value(record) } },
      cells: { list.columns.map { $0.cell(record) } },
      detail: { list.detail?(record) })
  }

  /// Ends the list.
  public mutating func finish() { rows.finish() }

  /// What has been rendered since the last call.
  public mutating func take() -> [UInt8] { rows.take() }
}
