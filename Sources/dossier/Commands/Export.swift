import ArgumentParser
import JSON
import Model
import Rendering
import Storage

/// Writes data out.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Data out: claims as csv, markdown or html, the archive as json for import.",
    discussion: """
      Exactly what the filters select. json is NDJSON with keys instead of local ids, sorted, so \
      that equal archives give equal bytes; filters keep the articles of the claims they select.

      EXAMPLES:
        dossier export --format csv --entity china -o china.csv
        dossier export --all | dossier --archive copy.db import -
      """)

  @OptionGroup(title: "Which") var filters: ClaimFilters
  @OptionGroup(title: "Which not") var not: NegativeClaimFilters

  @Option(help: "The form.") var format = ExportFormat.json

  @Flag(
    help: "In json: the bytes that came in, the runs with their times, and every decision.")
  var all = false

  @Flag(help: "In csv: text as it is, formulas of spreadsheets included.") var raw = false
  @Flag(help: "In csv: line ends that Excel wants.") var crlf = false
  @Flag(help: "In csv: the byte order mark that Excel wants.") var bom = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to write; - is standard output.", valueName: "file"))
  var output = "-"

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    if all, format != .json { throw ValidationError("--all is for --format json") }
    if raw || crlf || bom, format != .csv {
      throw ValidationError("--raw, --crlf and --bom are for --format csv")
    }
  }

  func run() throws {
    let archive = try global.open(for: .reading)
    let query = try filters.query(not, in: archive)
    let output = try Output(path: self.output, sparing: archive.path)
    switch format {
    case .json: try writeLines(of: archive, query, to: output)
    case .csv: try writeList(of: archive, query, as: .csv, to: output)
    case .markdown: try writeList(of: archive, query, as: .markdown, to: output)
    case .html: try writePage(of: archive, query, to: output)
    }
    try output.finish()
  }

  private func writeList(
    of archive: Archive, _ query: ClaimQuery, as format: ListFormat, to output: Output
  ) throws {
    let rows = try archive.claims(query)
    try ListPrinter(global, format, to: output).print(
      .claims, csv: CSVWriter(raw: raw, crlf: crlf, byteOrderMark: bom)
    ) { try rows.next() }
  }

  private func writePage(of archive: Archive, _ query: ClaimQuery, to output: Output) throws {
    let names = try archive.entityNames()
    var page = HTMLReport(
      title: try filters.title(in: archive), query: CommandNames.query(of: "export"))
    let rows = try archive.claims(query)
    while let claim = try rows.next() {
      page.add(claim) { names[$0] ?? $0 }
      try output.write(page.take())
    }
    page.endClaims()
    for id in page.articleIDs { page.add(try archive.briefingArticle(id)) }
    page.end()
    try output.write(page.take())
  }

  private func writeLines(
    of archive: Archive, _ query: ClaimQuery, to output: Output
  ) throws {
    var selection = try query.selectsAll ? nil : ExportSelection(of: archive, query)
    let lines = try archive.export(complete: all)
    let renderer = ArchiveLineRenderer()
    var json = JSONWriter()
    var count = 0
    while let line = try lines.next() {
      guard let kept = selection == nil ? line : selection?.kept(line) else { continue }
      renderer.write(kept, into: &json)
      count += 1
      if json.bytes.count >= 1 << 16 { try output.write(data: json.take()) }
    }
    renderer.write(.end(lines: count), into: &json)
    try output.write(data: json.take())
  }
}

enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case json, csv, markdown, html
}
