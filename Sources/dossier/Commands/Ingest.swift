import ArgumentParser
import Model
import Readers
import Rendering
import Storage

/// Reads reports into the archive.
struct Ingest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read reports into the archive.",
    discussion: """
      Files, folders, standard input, and addresses of HTTP; a report that is there already \
      changes nothing. In a folder only files of a known format are taken, hidden files and the \
      folders beside saved pages are passed over.

      EXAMPLES:
        dossier ingest reports/ page.html
        dossier ingest --published 2025-10-16 report.txt
        dossier ingest https://news.example/2025/10/bridge
        jq -c '.items[]' day.json | dossier ingest --from jsonl -
      """)

  @OptionGroup(title: "What to read") var reading: ReadingArguments

  @OptionGroup(title: "How to fetch") var fetching: FetchOptions

  @Option(
    help: ArgumentHelp(
      "The article, by id or key, that the one document is a new text of.", valueName: "article"))
  var revises: String?

  @Flag(help: "Print what would happen, and leave the archive as it is.") var dryRun = false

  @Option(help: "How to print: table, or json (one object a line).")
  var format: IngestFormat?

  @Flag(help: "Short for --format json.") var json = false

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    if reading.from.format == .opml {
      throw ValidationError("--from opml is \(ReadingError.listOfFeeds.reason)")
    }
    if revises != nil { try reading.requireOne("--revises") }
  }

  func run() async throws {
    let fetcher = PageFetcher(fetching) { try global.time() }
    guard let intake = Intake(reading, sparing: global.archivePath, fetcher: fetcher) else {
      throw CleanExit.helpRequest(self)
    }
    // No archive is made for a name that was mistyped.
    guard Intake.hasInput(reading) else { throw Exit(status: .noInput) }
    Signals.postpone()
    let archive = try dryRun ? global.openForDryRun() : global.open(for: .creating)
    let extra = try Words.tables(in: reading.gazetteer)
    if !dryRun {
      for (path, table) in extra { _ = try archive.importUserEntities(table, from: path) }
    }
    var gazetteer = try archive.gazetteer()
    for (path, table) in extra { try Words.add(table, from: path, to: &gazetteer) }
    let processor = DocumentProcessor(
      format: reading.from.format, reading.options(for: ""), gazetteer: gazetteer,
      units: try Words.units(files: reading.words.units))
    let run = Run(kind: .ingest, startedAt: try global.time(), version: Version.program)
    let log = IngestLog(
      asJSON: json || format == .json, showsProgress: showsProgress, quiet: global.quiet,
      isVerbose: reading.verbosity.isVerbose)
    var store = IngestStore(
      writer: try ReportWriter(archive, run: run, isDryRun: dryRun), log: log,
      revises: try revises.map { try archive.article($0).id })
    var interruption = try await store.fill(
      from: { try intake.next() }, through: processor, jobs: reading.jobs.count)
    interruption = global.close(archive, after: interruption)
    try log.finish(passedOver: intake.passedOver)
    if let interruption { throw interruption }
    if intake.opened == 0 { throw Exit(status: .noInput) }
    if let status = log.status { throw Exit(status: status) }
  }

  private var showsProgress: Bool {
    Console.isTerminal && !global.quiet && !json && format != .json
  }
}

enum IngestFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json
}
