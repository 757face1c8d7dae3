import ArgumentParser
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

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let archive = try global.open(for: .reading)
    let output = Output()
    var faults = 0
    var failure: (any Error)?
    let result = try archive.check { fault in
      faults += 1
      do {
        try output.write(fault + "\n")
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    try output.write(
      "\(result.claims) claims, \(result.anchored) anchored exactly, \(result.moved) moved, "
        + "\(result.lost) lost\n")
    if faults == 0, result.faults.isEmpty { try output.write("ok\n") }
    try output.flush()
    let log = try archive.statistics().logBytes
    if log > 0 {
      Console.note(
        "dossier: \(log) bytes still stand in \(archive.path)-wal; "
          + "copy the archive with dossier backup")
    }
    if faults > 0 || !result.faults.isEmpty { throw Exit(status: .partly) }
  }
}
