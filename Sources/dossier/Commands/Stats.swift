import ArgumentParser
import Rendering
import Storage

/// Counts what the archive holds.
struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "How much the archive holds.",
    discussion: """
      EXAMPLES:
        dossier stats
        dossier stats --json | jq .claims
      """)

  @OptionGroup(title: "How to print") var format: FormatOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let archive = try global.open(for: .reading)
    let statistics = try archive.statistics()
    let output = Output()
    try output.write(
      StatisticsRenderer.render(statistics, as: format.chosen, layout: global.layout(output)))
    try output.flush()
    if statistics.logBytes > 0 {
      Console.note(
        "dossier: \(statistics.logBytes) bytes still stand in \(archive.path)-wal; "
          + "copy the archive with dossier backup")
    }
  }
}
