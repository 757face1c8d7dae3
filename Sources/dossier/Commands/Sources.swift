import ArgumentParser
import Model
import Rendering
import Storage

/// What is about sources and their feeds; by itself it lists the sources.
struct Sources: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Who publishes, and the feeds that are subscribed to.",
    discussion: """
      EXAMPLES:
        dossier sources
        dossier sources set united24 --reliability C --note "state-funded"
        dossier history source:united24
        dossier sources add https://news.example/ && dossier fetch
      """,
    subcommands: [
      ListSources.self, SetSource.self, Feeds.self, AddFeed.self, RemoveFeed.self, ImportFeeds.self,
      ExportFeeds.self,
    ], defaultSubcommand: ListSources.self)
}

/// Lists the sources.
struct ListSources: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Who publishes: articles, first and last day, copies made and copied.",
    discussion: """
      EXAMPLES:
        dossier sources
      """)

  @OptionGroup(title: "How to print") var format: FormatOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let archive = try global.open(for: .reading)
    try ListPrinter(global, format).print(.sources, archive.sources())
  }
}

/// Sets what an analyst says of a source.
struct SetSource: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Say what you know of a source; each change is dated and signed.",
    discussion: """
      Reliability is the Admiralty grade: A completely, B usually, C fairly, D not usually reliable, \
      E unreliable, F cannot be judged.

      EXAMPLES:
        dossier sources set united24 --reliability C --note "state-funded"
      """)

  @Argument(help: ArgumentHelp("Its id, key, or a part of its name or site.", valueName: "source"))
  var source: String

  @Option(help: ArgumentHelp("The grade, A to F.", valueName: "grade"))
  var reliability: String?

  @Option(help: ArgumentHelp("What there is to say of it.", valueName: "text")) var note: String?
  @Option(help: ArgumentHelp("What it is called.", valueName: "name")) var name: String?

  @Option(help: ArgumentHelp("What it is: agency, paper, ministry.", valueName: "kind"))
  var kind: String?

  @Option(help: ArgumentHelp("Where it is.", valueName: "country")) var country: String?
  @Option(help: ArgumentHelp("The reason, for the history.", valueName: "text")) var why: String?
  @OptionGroup(title: "How to print") var format: FormatOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    if let reliability, !["A", "B", "C", "D", "E", "F"].contains(reliability.uppercased()) {
      throw ValidationError("--reliability takes a letter from A to F")
    }
    if [reliability, note, name, kind, country].allSatisfy({ $0 == nil }) {
      throw ValidationError("nothing to set; --reliability, --note, --name, --kind, --country")
    }
  }

  func run() throws {
    var change = SourceChange()
    change.reliability = reliability?.uppercased()
    change.note = note
    change.name = name
    change.kind = kind
    change.country = country
    let signature = Signature(at: try global.time(), who: Environment.userName, why: why)
    let made = try global.write { archive in
      let one = try Names.only(archive.knownSources(source), of: source) { "\($0.id) \($0.name)" }
      return try archive.set(change, of: one.id, signed: signature)
    }
    guard format.chosen == .table else {
      return try ListPrinter(global, format).print(.history, made)
    }
    let output = Output()
    for record in made { try output.write("\(record.subject): \(record.action)\n") }
    if made.isEmpty { try output.write("nothing changed\n") }
    try output.flush()
  }
}
