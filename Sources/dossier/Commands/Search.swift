import ArgumentParser
import Model
import Rendering
import Storage

/// Searches titles and texts.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Articles whose title or text holds the words, best first.",
    discussion: """
      EXAMPLES:
        dossier search '"labor contracts" OR work*'
        dossier search 朝鲜工人
        dossier search --entity north-korea --said 2025
      """)

  @Argument(
    help: ArgumentHelp(
      "Words; \"…\", AND, OR, NOT, word* and NEAR(…) where they can be operators.",
      valueName: "text"))
  var text: [String] = []

  @OptionGroup(title: "Which") var filters: ArticleFilters
  @OptionGroup(title: "Which not") var not: NegativeArticleFilters
  @OptionGroup(title: "How many") var page: PageOptions
  @OptionGroup(title: "How to print") var format: FormatOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    if text.isEmpty, filters.selectsAll {
      throw ValidationError("search for words, or narrow down with --entity, --source or --said")
    }
  }

  func run() throws {
    let archive = try global.open(for: .reading)
    var query = SearchQuery(text.joined(separator: " "))
    query.articles = try filters.query(not, in: archive)
    query.articles.limit = page.limit
    query.articles.after = page.after
    try ListPrinter(global, format).print(.hits, archive.search(query))
  }
}
