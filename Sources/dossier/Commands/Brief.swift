import ArgumentParser
import Model
import Rendering
import Storage

/// Writes a briefing.
struct Brief: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A page of Markdown: figures, disagreements, forecasts, and numbered sources.",
    discussion: """
      EXAMPLES:
        dossier brief --entity north-korea --about 2025 > brief.md
        dossier brief --place far-east --since 2025-10-01 --title "The Far East"
      """)

  @OptionGroup(title: "Which") var filters: ClaimFilters
  @OptionGroup(title: "Which not") var not: NegativeClaimFilters

  @Option(help: ArgumentHelp("The page's title.", valueName: "text")) var title: String?

  @Option(
    help: ArgumentHelp(
      "What was said since counts as new (default: the last day on which anything was said).",
      valueName: "day"),
    transform: { try Arguments.day($0) })
  var since: Day?

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let archive = try global.open(for: .reading)
    let claims = try archive.claims(try filters.query(not, in: archive)).all()
    let names = try archive.entityNames()
    var articles: [Int: Briefing.Article] = [:]
    for claim in claims where articles[claim.articleID] == nil {
      articles[claim.articleID] = try archive.briefingArticle(
        claim.articleID, revision: claim.revision)
    }
    let briefing = Briefing(
      title: try title ?? filters.title(in: archive), query: CommandNames.query(of: "brief"),
      dataUntil: articles.values.compactMap(\.accessed).max(),
      archiveHash: try archive.fingerprint(), claims: claims, articles: articles, names: names,
      since: since ?? claims.compactMap(\.saidOn).max())
    try Output.print(MarkdownBriefing.page(briefing))
  }
}
