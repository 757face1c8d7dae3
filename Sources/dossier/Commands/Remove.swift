import ArgumentParser
import Storage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Deletes an article for good.
struct Remove: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Delete an article for good: no byte of it stays in the file.",
    discussion: """
      Nothing is ever deleted otherwise. Asks on a terminal; elsewhere --yes is needed. The file is \
      written anew, which takes its time and as much room again.

      EXAMPLES:
        dossier remove 17 --purge
      """)

  @Argument(help: ArgumentHelp("The article's id or key.", valueName: "article"))
  var article: String

  @Flag(help: "Needed, as there is no way back.") var purge = false
  @Flag(help: "Do not ask.") var yes = false
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    if !purge { throw ValidationError("removing is for good; say --purge") }
  }

  func run() throws {
    let archive = try global.open(for: .reading)
    let record = try archive.article(article)
    guard try yes || isConfirmed(record.title) else {
      throw Failure(.partly, "article \(record.id) was not removed")
    }
    let key = record.key
    try archive.close()
    try global.write { archive in
      try archive.purge(article: archive.article(key).id)
    }
    try Output.print("removed \(record.id)\n")
  }

  private func isConfirmed(_ title: String?) throws -> Bool {
    guard isatty(STDIN_FILENO) != 0, Console.isTerminal else {
      throw Failure(.usage, "remove asks on a terminal only; say --yes here")
    }
    Console.note("Remove “\(title ?? "(without a title)")” for good? [y/N]")
    return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
  }
}
