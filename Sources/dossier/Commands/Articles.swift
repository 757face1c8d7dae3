import ArgumentParser
import Model
import Rendering
import Storage

/// Lists the articles.
struct Articles: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The articles in the archive, copies too.",
    discussion: """
      EXAMPLES:
        dossier articles --source united24 --said 2025-10
        dossier articles --entity vladivostok --json
      """)

  @OptionGroup(title: "Which") var filters: ArticleFilters
  @OptionGroup(title: "Which not") var not: NegativeArticleFilters
  @OptionGroup(title: "How many") var page: PageOptions
  @OptionGroup(title: "How to print") var format: FormatOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let archive = try global.open(for: .reading)
    var query = try filters.query(not, in: archive)
    query.limit = page.limit
    query.after = page.after
    try ListPrinter(global, format).print(.articles, archive.articles(query))
  }
}
