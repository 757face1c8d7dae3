import ArgumentParser
import Rendering
import Storage

/// Lists the revisions of an article.
struct Revisions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The revisions of an article, with their times and digests.",
    discussion: """
      EXAMPLES:
        dossier revisions 17
        dossier show 17 --revision 1 --text
      """)

  @Argument(help: ArgumentHelp("The article's id or key.", valueName: "article"))
  var article: String

  @OptionGroup(title: "How to print") var format: FormatOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let archive = try global.open(for: .reading)
    let record = try archive.article(article)
    try ListPrinter(global, format).print(.revisions, archive.revisions(of: record.id))
  }
}
