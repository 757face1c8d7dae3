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
      With --site, claims are left out that lie in lines which repeat on the pages of a source, such \
      as offers and notes on its authors: lines that stand on at least five of its pages and on four \
      in five, near-copies counted once, and that name no entity. The texts stay as they are. \
      Nothing is remembered: a run without --site brings these claims back, and pages that come \
      later want another one with it. Together with --dry-run the lines are listed first.

      EXAMPLES:
        dossier entities import mine.tsv && dossier reprocess --entities
        dossier reprocess --dry-run
        dossier reprocess --site --dry-run && dossier reprocess --site
      """)

  @Flag(help: "Because entities have changed; say what that did to mentions.")
  var entities = false

  @Flag(help: "Leave out claims in lines that repeat across the pages of a site.")
  var site = false

  @OptionGroup var words: UnitOptions

  @Flag(help: "Print what would change, and leave the archive as it is.") var dryRun = false

  @OptionGroup var jobs: JobOptions

  @Flag(help: "One object with the counts, behind one for each line that is listed.")
  var json = false

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() async throws {
    Signals.postpone()
    let archive = try global.open(for: dryRun ? .reading : .writing)
    let extractor = Extractor(
      gazetteer: try archive.gazetteer(), units: try Words.units(files: words.units))
    let run = Run(kind: .reprocess, startedAt: try global.time(), version: Version.program)
    let reprocessor = try Reprocessor(
      archive, run: run, furniture: site ? try furniture(of: archive, extractor) : [],
      isDryRun: dryRun)
    var interruption: (any Error)?
    do {
      while true {
        try Signals.check()
        let reports = try reprocessor.next()
        if reports.isEmpty { break }
        try reprocessor.store(await findings(in: reports, extractor))
      }
    } catch {
      interruption = error
    }
    let result = try reprocessor.finish()
    if let interruption = global.close(archive, after: interruption) {
      if !global.quiet {
        Console.note("stopped after \(result.reports) texts; another run does the rest")
      }
      throw interruption
    }
    let output = Output()
    if site, dryRun, !result.furniture.isEmpty {
      try ListPrinter(global, json ? .json : .table, to: output)
        .print(.furniture, result.furniture)
    }
    try output.write(json ? object(result) : sentence(result))
    try output.flush()
  }

  /// The lines that repeat on the pages of a source and name nothing that the archive knows.
  ///
  /// What an outlet tells again and again of a country or a place is background, and its figures
  /// are to be found; what it tells of itself names none.
  private func furniture(
    of archive: Archive, _ extractor: Extractor
  ) throws -> [FurnitureLine] {
    guard let lines = try archive.repeatedLines() else {
      if !global.quiet { Console.note("no pages of a source to compare") }
      return []
    }
    return lines.filter { line in
      let findings = extractor.findings(in: line.text, published: nil, language: nil)
      return findings.mentions.isEmpty && findings.held.isEmpty
    }
  }

  private func sentence(_ result: ReprocessResult) -> [UInt8] {
    let claims = "\(result.new) claims new, \(result.gone) gone, \(result.changed) changed"
    let mentions = "\(result.newMentions) mentions new, \(result.goneMentions) gone"
    let lines = site ? "; \(result.furniture.count) lines of furniture" : ""
    return Array("\(claims); \(mentions)\(lines)\n".utf8)
  }

  private func object(_ result: ReprocessResult) -> [UInt8] {
    CountsRenderer.json([
      "reports": result.reports, "claims_new": result.new, "claims_gone": result.gone,
      "claims_changed": result.changed, "mentions_new": result.newMentions,
      "mentions_gone": result.goneMentions, "furniture_lines": result.furniture.count,
    ])
  }

  private func findings(in reports: [Report], _ extractor: Extractor) async throws -> [Findings] {
    var findings: [Findings] = []
    var rest = reports[...]
    try await Pipeline.run(
      jobs: jobs.count,
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
