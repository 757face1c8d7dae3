import JSON

/// Prints rows of named values in one of the formats.
public struct RowRenderer {
  private let format: ListFormat
  private let names: [String]
  private let flatNames: [String]
  private let titles: [String]
  private var json = JSONWriter()
  private var csv: CSVWriter
  private var table: Table
  private var markdown = ""
  private var hasHeader = false

  /// A table's text under a row becomes a column in Markdown, headed `detailTitle`.
  public init(
    _ format: ListFormat, names: [String], flatNames: [String], columns: [Table.Column],
    layout: Table.Layout, csv: CSVWriter = CSVWriter(), detailTitle: String? = nil
  ) {
    self.format = format
    self.names = names
    self.flatNames = flatNames
    self.csv = csv
    titles = columns.map(\.title) + [detailTitle].compactMap { $0 }
    table = Table(columns, layout: layout)
  }

  /// Adds a row; only what the format needs is asked for.
  public mutating func add(
    values: () -> [FieldValue], cells: () -> [String], detail: () -> String?
  ) {
    switch format {
    case .table: table.add(cells(), detail: detail())
    case .json:
      json.object { json in
        for (name, value) in zip(names, values()) {
          json.key(name)
          json.value(value)
        }
      }
      json.newline()
    case .csv:
      header()
      csv.row(values())
    case .markdown:
      header()
      let cells = cells() + [detail()].compactMap { $0 }
      markdown += Markdown.row(cells.map { Markdown.escaped($0) })
    }
  }

  private mutating func header() {
    guard !hasHeader else { return }
    hasHeader = true
    switch format {
    case .csv: csv.row(flatNames.map(FieldValue.text))
    case .markdown: markdown += Markdown.heading(titles)
    case .json, .table: break
    }
  }

  /// Writes the headings of CSV where there was no row.
  public mutating func finish() {
    if format == .csv { header() }
  }

  /// What has been rendered since the last call.
  public mutating func take() -> [UInt8] {
    switch format {
    case .table: return Array(table.take().utf8)
    case .json: return json.take()
    case .csv: return csv.take()
    case .markdown:
      defer { markdown = "" }
      return Array(markdown.utf8)
    }
  }
}
