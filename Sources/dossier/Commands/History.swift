import ArgumentParser
import Rendering
import Storage

/// Lists what analysts decided.
struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What was decided, by whom and when; newest first.",
    discussion: """
      EXAMPLES:
        dossier history
        dossier history source:united24
      """)

  @Argument(
    help: ArgumentHelp("Only about one thing, such as source:united24.", valueName: "subject"))
  var subject: String?

  @OptionGroup(title: "How to print") var format: FormatOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let archive = try global.open(for: .reading)
    try ListPrinter(global, format).print(.history, archive.history(of: subject))
  }
}
