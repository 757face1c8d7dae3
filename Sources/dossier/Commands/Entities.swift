import ArgumentParser
import Language
import Model
import Rendering
import Storage

/// Lists the entities.
struct Entities: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The entities that the archive knows, and how often it names them.",
    discussion: """
      EXAMPLES:
        dossier entities --kind federal-subject
        dossier entities show china --mentions
        dossier entities import mine.tsv && dossier reprocess --entities
      """,
    subcommands: [ShowEntity.self, AmbiguousEntities.self, ImportEntities.self])

  @Option(help: ArgumentHelp("Only those of a kind, such as country or city.", valueName: "kind"))
  var kind: String?

  @OptionGroup(title: "How to print") var format: FormatOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let archive = try global.open(for: .reading)
    let records = try archive.entities(kind: kind)
    if let kind, records.isEmpty {
      let kinds = Set(try archive.entities().map(\.entity.kind)).sorted()
      if !kinds.contains(kind) {
        let meant = Suggestion.phrase(for: kind, among: kinds)
        throw Failure(
          .partly,
          "no kind '\(kind)'\(meant.isEmpty ? "; there are \(kinds.joined(separator: ", "))" : meant)"
        )
      }
    }
    try ListPrinter(global, format).print(.entities, records)
  }
}

/// Shows one entity.
struct ShowEntity: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "One entity: its names, what lies below it, and where it is named.",
    discussion: """
      EXAMPLES:
        dossier entities show north-korea --json
        dossier entities show china --mentions
      """)

  @Argument(help: ArgumentHelp("Its id, or one of its names.", valueName: "entity"))
  var entity: String

  @Flag(help: "List every mention with its span, and by what it is one.") var mentions = false

  @OptionGroup(title: "How to print") var format: FormatOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let archive = try global.open(for: .reading)
    let record = try archive.entity(archive.knownEntity(entity).entity.id)
    let printer = ListPrinter(global, format)
    if mentions { return try printer.print(.mentions, archive.mentions(of: record.entity.id)) }
    guard format.chosen == .table else { return try printer.print(.entities, [record]) }
    let page = EntityPage(
      record: record, children: try archive.children(of: record.entity.id),
      style: global.style(printer.output))
    try printer.output.write(page.text)
    try printer.output.flush()
  }
}

/// Lists what was held back.
struct AmbiguousEntities: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ambiguous",
    abstract: "Names that were held back: what they could stand for, and why none was taken.",
    discussion: """
      EXAMPLES:
        dossier entities ambiguous
      """)

  @OptionGroup(title: "How to print") var format: FormatOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let archive = try global.open(for: .reading)
    try ListPrinter(global, format).print(.heldNames, archive.heldNames())
  }
}

/// Takes a user's entities in.
struct ImportEntities: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in entities of your own, which win over the built-in ones.",
    discussion: """
      The first line names the columns: id, kind and name, and any of parent, iso, wikidata, \
      geonames, centre, valid_from, valid_to, en, ru, zh, ko, demonyms, metonyms, ambiguous, notes. \
      Lists are joined by |.

      EXAMPLES:
        dossier entities import mine.tsv && dossier reprocess --entities
      """)

  @Argument(help: ArgumentHelp("Tab-separated values.", valueName: "file"))
  var file: String

  @OptionGroup(title: "How to print") var format: FormatOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let table = try Words.table(in: file)
    let result = try global.write(for: .creating) { archive in
      try archive.importUserEntities(table, from: file)
    }
    let output = Output()
    let line = "\(result.added) added, \(result.changed) changed, \(result.same) same\n"
    try output.write(
      format.chosen == .json
        ? CountsRenderer.json([
          "added": result.added, "changed": result.changed, "same": result.same,
        ]) : Array(line.utf8))
    try output.flush()
  }
}
