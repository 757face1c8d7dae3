import ArgumentParser
import Storage

/// Copies the archive.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy the archive as it is now, also while others write to it.",
    discussion: """
      A plain copy of the file could miss what still stands beside it.

      EXAMPLES:
        dossier backup copy.db && dossier --archive copy.db check
      """)

  @Argument(help: ArgumentHelp("The new file.", valueName: "file"))
  var file: String

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    try global.open(for: .reading).backUp(to: file)
    try Output.print("copied to \(file)\n")
  }
}
