import ArgumentParser
import Model
import Readers
import Storage

/// Polls the feeds that are subscribed to.
struct Fetch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ask the feeds that are subscribed to for what is new.",
    discussion: """
      All of them, or those that are named. What has not changed is not sent again; a host is asked \
      one thing at a time, and left alone for a second after it. A feed that fails waits for five \
      minutes, then for ten and so on up to a day, unless it is named.

      EXAMPLES:
        dossier sources add https://news.example/
        dossier fetch
        dossier fetch "Tide Table" --full-text
      """)

  @Argument(
    help: ArgumentHelp(
      "Feeds, by id, or a part of their titles, addresses or sources (default: all).",
      valueName: "feed"))
  var feeds: [String] = []

  @Flag(help: "Fetch the pages of entries of which a feed has only a summary, too.")
  var fullText = false

  @OptionGroup(title: "How to fetch") var fetching: FetchOptions

  @Option(help: ArgumentHelp("How many hosts are asked at once.", valueName: "n"))
  var jobs = 8

  @Option(help: "How to print: table, or json (one object a document).")
  var format: IngestFormat?

  @Flag(help: "Short for --format json.") var json = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    guard (1...64).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 64")
    }
  }

  func run() async throws {
    Signals.postpone()
    let archive = try global.open(for: .writing)
    let chosen = try due(in: archive)
    let log = IngestLog(
      asJSON: isJSON, lists: .changes, showsProgress: showsProgress, quiet: global.quiet)
    let intake = try FeedIntake(
      archive, feeds: chosen, options: fetching, connections: jobs, wantsPages: fullText,
      now: { try global.time() }, progress: { if showsProgress { Console.progress($0) } })
    log.onErrand = { intake.take($0, $1) }
    let processor = DocumentProcessor(
      format: nil, ReadingOptions(name: ""), gazetteer: try archive.gazetteer(),
      units: try Words.units(files: []))
    let run = Run(kind: .ingest, startedAt: try global.time(), version: Version.program)
    var store = IngestStore(writer: try ReportWriter(archive, run: run), log: log, revises: nil)
    var interruption = try await store.fill(
      from: { try intake.next() }, through: processor, jobs: DocumentProcessor.cores)
    if interruption == nil { do { try intake.settle() } catch { interruption = error } }
    interruption = global.close(archive, after: interruption)
    try log.finish()
    if let interruption { throw interruption }
    if intake.opened == 0, !chosen.isEmpty { throw Exit(status: .noInput) }
    if let status = log.status { throw Exit(status: status) }
  }

  /// The feeds that are to be asked.
  private func due(in archive: Archive) throws -> [FeedRecord] {
    guard feeds.isEmpty else {
      var known: Set<Int> = []
      return try feeds.flatMap { try archive.feeds(matching: $0) }
        .filter { known.insert($0.id).inserted }
    }
    let all = try archive.feeds()
    if all.isEmpty { Console.note("no feeds; dossier sources add URL subscribes to one") }
    let now = try global.time()
    return all.filter { feed in
      guard let time = feed.nextPollAt, time > now else { return true }
      if !global.quiet {
        let url = fetching.request(feed.currentURL).shownURL
        Console.note("\(url): waits until \(time): \(feed.status ?? "")")
      }
      return false
    }
  }

  private var isJSON: Bool { json || format == .json }
  private var showsProgress: Bool { Console.isTerminal && !global.quiet && !isJSON }
}
