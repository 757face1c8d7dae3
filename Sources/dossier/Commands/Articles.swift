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

  @OptionGroup var filters: ArticleFilters
  @OptionGroup var page: PageOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let archive = try global.open(for: .reading)
    var query = try filters.query(in: archive)
    query.limit = page.limit
    query.after = page.after
    try ListPrinter(global, format).print(.articles, archive.articles(query))
  }
}
