import ArgumentParser
import Rendering
import Storage

/// Runs one statement that can only read.
struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Run one statement of SQL that can only read; the views begin with v_.",
    discussion: """
      EXAMPLES:
        dossier sql "select * from v_claims limit 1"
        dossier sql "select source, count(*) from v_articles group by 1" --format csv
      """)

  @Argument(help: ArgumentHelp("The statement, or - for standard input.", valueName: "statement"))
  var statement: String

  @OptionGroup(title: "How to print") var format: FormatOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let archive = try global.open(for: .reading)
    let text = statement == "-" ? try standardInput() : statement
    let result = try archive.sql(text)
    let output = Output()
    var renderer = RowRenderer(
      format.chosen, names: result.columns, flatNames: result.columns,
      columns: result.columns.map { Table.Column($0, least: 8) },
      layout: global.layout(output))
    var count = 0
    while let row = try result.rows.next() {
      let values = row.map(\.fieldValue)
      renderer.add(values: { values }, cells: { values.map(\.flat) }, detail: { nil })
      count += 1
      if count.isMultiple(of: 500) { try output.write(renderer.take()) }
    }
    renderer.finish()
    try output.write(renderer.take())
    try output.flush()
    if count == 0, !global.quiet { Console.note("no rows") }
  }

  private func standardInput() throws -> String {
    let input = InputFile.standardInput(named: "-")
    var bytes: [UInt8] = []
    while true {
      let block = try input.read(atMost: 1 << 16)
      if block.isEmpty { return String(decoding: bytes, as: UTF8.self) }
      bytes += block
      guard bytes.count <= 1 << 20 else { throw Failure(.usage, "a statement of more than 1 MB") }
    }
  }
}

extension SQLValue {
  /// Bytes are told by their number: they are neither text nor safe on a terminal.
  fileprivate var fieldValue: FieldValue {
    switch self {
    case .null: .null
    case .integer(let value): .integer(value)
    case .real(let value): .number(value)
    case .text(let text): .text(text)
    case .blob(let bytes): .text("(\(bytes.count) bytes)")
    }
  }
}
