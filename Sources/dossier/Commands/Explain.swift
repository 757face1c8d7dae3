import ArgumentParser
import Extraction
import JSON
import Model
import Rendering
import Storage

/// Says why claims are what they are.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Why a claim is what it is: its sentence, the words behind each field, the reasons.",
    discussion: """
      The text is read once more, as this version reads it. With --article all its claims are
      explained, and then the numbers that are no figures and the names that were held back.

      EXAMPLES:
        dossier explain 6
        dossier explain --article 1 | less
        dossier explain 6 --json | jq '.because[] | select(.field == "modality")'
      """)

  @Argument(help: ArgumentHelp("The claim's id or key.", valueName: "claim"))
  var claim: String?

  @Option(help: ArgumentHelp("All claims of an article, by its id or key.", valueName: "article"))
  var article: String?

  @OptionGroup var words: UnitOptions
  @OptionGroup(title: "How to print") var format: FormatOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    if (claim == nil) == (article == nil) {
      throw ValidationError("name a claim, or with --article an article")
    }
    guard format.chosen == .json || format.chosen == .table else {
      throw ValidationError("reasons are printed as text, or with --json as objects")
    }
  }

  func run() throws {
    let archive = try global.open(for: .reading)
    let output = Output()
    if let claim {
      try explain(try archive.claim(claim), in: archive, to: output)
    } else if let article {
      try explainAll(of: try archive.article(article), in: archive, to: output)
    }
    try output.flush()
  }

  private func explain(_ record: ClaimRecord, in archive: Archive, to output: Output) throws {
    let (report, findings) = try read(record.articleID, record.revision, in: archive)
    let place = findings.claims.firstIndex {
      $0.quantity.evidence.overlaps(record.claim.quantity.evidence)
    }
    guard let place else {
      throw Failure(
        .partly,
        "claim \(record.id) (“\(TerminalText.escaped(record.quote))”) is none for this version;"
          + " dossier reprocess would remove it")
    }
    if format.chosen == .json {
      var json = JSONWriter()
      json.explained(place, of: findings, in: report.text)
      return try output.write(data: json.bytes)
    }
    let changed = fields(of: findings.claims[place], differingFrom: record.claim)
    let notes = changed.isEmpty ? [] : ["stored otherwise: \(changed.joined(separator: ", "))"]
    let page = ExplanationPage(text: report.text, findings: findings)
    try output.write(
      page.claim(place, heading: "claim \(record.id)", notes: notes, style: global.style(output)))
  }

  private func explainAll(of record: ArticleRecord, in archive: Archive, to output: Output) throws {
    let (report, findings) = try read(record.id, nil, in: archive)
    if format.chosen == .json {
      var json = JSONWriter()
      for place in findings.claims.indices { json.explained(place, of: findings, in: report.text) }
      return try output.write(data: json.bytes)
    }
    let page = ExplanationPage(text: report.text, findings: findings)
    let style = global.style(output)
    for place in findings.claims.indices {
      try output.write(page.claim(place, heading: "figure \(place + 1)", style: style) + "\n")
    }
    if findings.claims.isEmpty { Console.note("dossier: no claims in article \(record.id)") }
    try output.write(page.rest(style: style))
  }

  /// A stored text, and what this version finds in it, with the reasons.
  private func read(
    _ article: Int, _ revision: Int?, in archive: Archive
  ) throws -> (report: Report, findings: Findings) {
    let report = try archive.revision(of: article, number: revision).report
    let extractor = Extractor(
      gazetteer: try archive.gazetteer(), units: try Words.units(files: words.units))
    let findings = extractor.findings(in: report, explained: true)
    return (report, findings)
  }

  /// The fields in which the stored claim is not what this version finds.
  private func fields(of claim: Claim, differingFrom stored: Claim) -> [String] {
    var names: [String] = []
    if claim.quantity.value != stored.quantity.value { names.append("value") }
    if claim.quantity.comparator != stored.quantity.comparator { names.append("comparator") }
    if claim.quantity.unit != stored.quantity.unit { names.append("unit") }
    if claim.subjects != stored.subjects { names.append("subjects") }
    if claim.places != stored.places { names.append("places") }
    if claim.time != stored.time { names.append("time") }
    if claim.modality != stored.modality { names.append("modality") }
    if claim.basis != stored.basis { names.append("basis") }
    if claim.speaker != stored.speaker { names.append("speaker") }
    return names
  }
}
