import ArgumentParser
import Model
import Rendering
import Storage

/// Lists the figures.
struct Claims: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The figures: who says how many, of what, where, when, how firmly.",
    discussion: """
      EXAMPLES:
        dossier claims --entity north-korea --not-source tass --min 10000
        dossier claims --about 2025-01..2025-06 --modality asserted
        dossier claims --unit km2 --min 5e6 --json | jq .sentence
        dossier claims show 6
      """,
    subcommands: [ShowClaim.self])

  @OptionGroup(title: "Which") var filters: ClaimFilters
  @OptionGroup(title: "Which not") var not: NegativeClaimFilters
  @OptionGroup(title: "How many") var page: PageOptions
  @OptionGroup(title: "How to print") var format: FormatOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let archive = try global.open(for: .reading)
    var query = try filters.query(not, in: archive)
    query.limit = page.limit
    query.after = page.after
    let rows = try archive.claims(query)
    let printer = ListPrinter(global, format)
    var independence = Independence()
    let count = try printer.print(.claims) {
      let claim = try rows.next()
      if let claim { independence.add(claim) }
      return claim
    }
    if count > 0, format.chosen == .table {
      let counted = "\(count) \(count == 1 ? "claim" : "claims")"
      try printer.output.write("\(counted), \(independence.summary)\n")
      try printer.output.flush()
    }
    printer.note(rows.token)
  }
}
