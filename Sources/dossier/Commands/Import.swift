import ArgumentParser
import Model
import Readers
import Storage

/// Takes data in.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take in exports of archives, and what extract made of reports elsewhere.",
    discussion: """
      Any number of files in any order; what is there already changes nothing. Output of extract \
      has to be made with --with-original and --end. A file that does not close with a line that \
      says so is refused, as a part may be missing.

      EXAMPLES:
        dossier export --all | dossier --archive copy.db import -
        dossier extract --with-original --refusals --end day/ > day.ndjson
        dossier --archive copy.db import day.ndjson
      """)

  @Argument(help: ArgumentHelp("Files of NDJSON, or - for standard input.", valueName: "file"))
  var files: [String]

  @Flag(help: "Take a file that does not close as it should as well.") var partial = false
  @Flag(help: "Print what would happen, and leave the archive as it is.") var dryRun = false
  @Option(help: "The form; json is one object an article.") var format: IngestFormat?
  @Flag(help: "Short for --format json.") var json = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    Signals.postpone()
    let archive = try dryRun ? global.openForDryRun() : global.open(for: .creating)
    let run = Run(kind: .import, startedAt: try global.time(), version: Version.program)
    let importer = try ArchiveImporter(archive, run: run, isDryRun: dryRun)
    let isJSON = json || format == .json
    let log = IngestLog(
      asJSON: isJSON, lists: .none,
      showsProgress: Console.isTerminal && !global.quiet && !isJSON, quiet: global.quiet)
    var missing = 0
    var interruption: (any Error)?
    do {
      for file in files { try take(file, into: importer, log, missing: &missing) }
    } catch  where error is Exit || error is OutputClosed || error is ArchiveError {
      interruption = error
    }
    do {
      if !(interruption is ArchiveError) {
        let rest = try importer.finish()
        if !(interruption is OutputClosed) { try log.write(rest) }
      }
    } catch {
      interruption = interruption ?? error
    }
    global.tell(importer.notices)
    interruption = global.close(archive, after: interruption)
    if !(interruption is OutputClosed) { try log.finish() }
    if let interruption { throw interruption }
    if missing == files.count { throw Exit(status: .noInput) }
    if missing > 0 || log.status != nil { throw Exit(status: .partly) }
  }

  private func take(
    _ path: String, into importer: ArchiveImporter, _ log: IngestLog, missing: inout Int
  ) throws {
    do {
      var shard = try Shard(path)
      if !partial, try !shard.isWhole() {
        throw Refusal(
          path: path, reason: "its last line is no end, a part may be missing; see --partial")
      }
      while let line = try shard.next() {
        try Signals.check()
        try log.write(importer.add(line: line.bytes, place: "\(path):\(line.number)"))
      }
    } catch let refusal as Refusal {
      missing += 1
      Console.note(refusal.sentence)
    }
  }
}
