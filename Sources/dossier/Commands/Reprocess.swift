import ArgumentParser
import Extraction
import Model
import Rendering
import Storage

/// Extracts everything again.
struct Reprocess: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Extract every stored text again, with this version and the archive's entities.",
    discussion: """
      EXAMPLES:
        dossier entities import mine.tsv && dossier reprocess --entities
        dossier reprocess --dry-run
      """)

  @Flag(help: "Because entities have changed; say what that did to mentions.")
  var entities = false

  @OptionGroup var words: UnitOptions

  @Flag(help: "Print what would change, and leave the archive as it is.") var dryRun = false

  @Option(help: ArgumentHelp("How many documents are worked on at once.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "One object with the counts.") var json = false

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() async throws {
    Signals.postpone()
    let archive = try global.open(for: dryRun ? .reading : .writing)
    let extractor = Extractor(
      gazetteer: try archive.gazetteer(), units: try Words.units(files: words.units))
    let run = Run(kind: .reprocess, startedAt: try global.time(), version: Version.program)
    let reprocessor = try Reprocessor(archive, run: run, isDryRun: dryRun)
    while true {
      try Signals.check()
      let reports = try reprocessor.next()
      if reports.isEmpty { break }
      try reprocessor.store(await findings(in: reports, extractor))
    }
    let result = try reprocessor.finish()
    try archive.close()
    global.tell(archive.takeNotices())
    let output = Output()
    try output.write(json ? object(result) : sentence(result))
    try output.flush()
  }

  private func sentence(_ result: ReprocessResult) -> [UInt8] {
    let claims = "\(result.new) claims new, \(result.gone) gone, \(result.changed) changed"
    let mentions = "\(result.newMentions) mentions new, \(result.goneMentions) gone"
    return Array("\(claims); \(mentions)\n".utf8)
  }

  private func object(_ result: ReprocessResult) -> [UInt8] {
    CountsRenderer.json([
      "reports": result.reports, "claims_new": result.new, "claims_gone": result.gone,
      "claims_changed": result.changed, "mentions_new": result.newMentions,
      "mentions_gone": result.goneMentions,
    ])
  }

  private func findings(in reports: [Report], _ extractor: Extractor) async throws -> [Findings] {
    var findings: [Findings] = []
    var rest = reports[...]
    try await Pipeline.run(
      jobs: jobs ?? DocumentProcessor.cores,
      next: { () -> Pipeline.Step<[Report]> in
        guard !rest.isEmpty else { return .end }
        defer { rest = rest.dropFirst(32) }
        return .work(Array(rest.prefix(32)), weight: 0)
      },
      work: { (reports: [Report]) -> [Findings] in
        reports.map { extractor.findings(in: $0) }
      },
      consume: { findings += $0 })
    return findings
  }
}
