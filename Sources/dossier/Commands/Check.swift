import ArgumentParser
import Model
import Rendering
import Storage

/// Proves the archive.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prove that the file is sound and that every figure is where it says it is.",
    discussion: """
      EXAMPLES:
        dossier check
        dossier --archive copy.db check
      """)

  @Flag(help: "One object with the counts and the first thousand faults.") var json = false

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let archive = try global.open(for: .reading)
    let output = Output()
    var failure: (any Error)?
    let result = try archive.check { fault in
      guard !json, failure == nil else { return }
      do {
        try output.write(TerminalText.escaped(fault) + "\n")
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    try output.write(summary(of: result))
    try output.flush()
    let log = try archive.statistics().logBytes
    if log > 0 {
      Console.note(
        "dossier: \(log) bytes still stand in \(archive.path)-wal; "
          + "copy the archive with dossier backup")
    }
    if !result.faults.isEmpty { throw Exit(status: .partly) }
  }

  private func summary(of result: CheckResult) -> [UInt8] {
    if json {
      return CountsRenderer.json(
        [
          "claims": result.claims, "anchored": result.anchored, "moved": result.moved,
          "lost": result.lost,
        ], list: ("faults", result.faults))
    }
    let counts =
      "\(result.claims) \(result.claims == 1 ? "claim" : "claims"), \(result.anchored) anchored exactly, \(result.moved) moved, "
      + "\(result.lost) lost\n"
    return Array((counts + (result.faults.isEmpty ? "ok\n" : "")).utf8)
  }
}
