import ArgumentParser
import Rendering
import Storage

extension ListFormat: ExpressibleByArgument {}

/// How a list is printed.
struct FormatOptions: ParsableArguments {
  @Option(help: "The form; json is one object a line.")
  var format: ListFormat?

  @Flag(help: "Short for --format json.")
  var json = false

  func validate() throws {
    if json, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) exclude one another")
    }
  }

  var chosen: ListFormat { json ? .json : format ?? .table }
}

/// Which page of a list is printed.
struct PageOptions: ParsableArguments {
  @Option(help: ArgumentHelp("At most so many.", valueName: "n"))
  var limit: Int?

  @Option(help: ArgumentHelp("Go on behind the page that gave this.", valueName: "token"))
  var after: String?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 on") }
  }
}

/// Prints the rows of a query.
struct ListPrinter {
  let global: GlobalOptions
  let format: ListFormat
  let output: Output

  init(_ global: GlobalOptions, _ format: FormatOptions) {
    self.init(global, format.chosen, to: Output())
  }

  init(_ global: GlobalOptions, _ format: ListFormat, to output: Output) {
    self.global = global
    self.format = format
    self.output = output
  }

  /// Prints all rows, whatever their number in the memory of a few hundred.
  ///
  /// - Parameters:
  ///   - list: what is shown of each.
  ///   - csv: how CSV is written.
  ///   - next: gives the rows, one after the other.
  /// - Returns: how many there were.
  /// - Throws: what `next` throws, and where the output cannot be written.
  @discardableResult
  func print<Record>(
    _ list: RecordList<Record>, csv: CSVWriter = CSVWriter(), _ next: () throws -> Record?
  ) throws -> Int {
    var renderer = ListRenderer(list, as: format, layout: global.layout(output), csv: csv)
    var count = 0
    while let record = try next() {
      renderer.add(record)
      count += 1
      if count.isMultiple(of: 500) { try write(renderer.take()) }
    }
    renderer.finish()
    try write(renderer.take())
    try output.flush()
    if count == 0, !global.quiet { Console.note("no \(list.plural)") }
    return count
  }

  /// A table has colours of its own and escapes what it shows.
  private func write(_ bytes: [UInt8]) throws {
    if format == .table { try output.write(bytes) } else { try output.write(data: bytes) }
  }

  func print<Record>(_ list: RecordList<Record>, _ records: [Record]) throws {
    var rest = records[...]
    try print(list) { rest.popFirst() }
  }

  func print<Record>(_ list: RecordList<Record>, _ rows: Rows<Record>) throws {
    try print(list) { try rows.next() }
    note(rows.token)
  }

  /// Says how to go on after a page.
  func note(_ token: String?) {
    if let token { Console.note("more: --after \(token)") }
  }
}
