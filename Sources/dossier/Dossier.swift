import ArgumentParser
import Storage

/// The command itself; without a subcommand it shows its help.
struct Dossier: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: "Who says how many, of what, where, when, how firmly, and the sentence.",
    discussion: """
      EXAMPLES:
        dossier ingest reports/            read reports into the archive
        dossier claims --entity china      the figures about China
        dossier brief --entity north-korea a page with numbered sources
      """,
    subcommands: [
      Ingest.self, Fetch.self, Articles.self, Show.self, Revisions.self, Search.self, Claims.self,
      Explain.self, Sources.self, Entities.self, History.self, Brief.self, Export.self, Import.self,
      Extract.self, Reprocess.self, Check.self, Stats.self, SQLCommand.self, Backup.self,
      Remove.self,
    ])

  @Flag(help: "Print the version; with -v those of SQLite and of the archive's schema too.")
  var version = false

  @OptionGroup var verbosity: Verbosity

  @OptionGroup var global: GlobalOptions

  func run() throws {
    guard version else { throw CleanExit.helpRequest(self) }
    let output = Output()
    try output.write("dossier \(Version.program)\n")
    if verbosity.isVerbose {
      try output.write("SQLite \(Archive.libraryVersion)\nschema \(Archive.newestSchema)\n")
    }
    try output.flush()
  }
}

enum Version {
  static let program = "0.1.0"
}
