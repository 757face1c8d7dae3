import ArgumentParser
import Extraction
import JSON
import Language
import Model
import Rendering

/// Prints what would be stored, without an archive.
struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what would be stored, as NDJSON; no archive is opened.",
    discussion: """
      EXAMPLES:
        dossier extract --published 2025-10-16 report.txt | jq .claims
        dossier extract --explain report.txt | jq '.claims[0].because'
        zcat day.jsonl.gz | dossier extract --from jsonl --refusals --end - > day.ndjson
      """)

  @OptionGroup(title: "What to read") var reading: ReadingArguments

  @Option(
    help: ArgumentHelp("Fields to leave out, such as text,quantities.", valueName: "field,..."),
    transform: { try omitted($0) })
  var omit: Set<String> = []

  @Flag(help: "Add the unchanged bytes (base64) and their SHA-256, for dossier import.")
  var withOriginal = false

  @Flag(help: "Write refused documents as objects in their place, and end with status 0.")
  var refusals = false

  @Flag(help: "Add why each claim is what it is, and why other numbers are none.")
  var explain = false

  @Flag(help: "Close each path with an object that counts its documents.")
  var end = false

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  private static func omitted(_ list: String) throws -> Set<String> {
    let names = list.split(separator: ",").map(String.init)
    for name in names where !DocumentRenderer.names.contains(name) {
      let advice = Suggestion.phrase(for: name, among: DocumentRenderer.names)
      throw ValidationError("there is no field '\(name)'\(advice)")
    }
    return Set(names)
  }

  func run() async throws {
    guard let intake = Intake(reading, sparing: global.archivePath, takesLists: true) else {
      throw CleanExit.helpRequest(self)
    }
    let gazetteer = try Words.gazetteer(files: reading.gazetteer)
    let units = try Words.units(files: reading.words.units)
    let processor = DocumentProcessor(
      format: reading.from.format, reading.options(for: ""), takesLists: true,
      gazetteer: gazetteer, units: units, explained: explain)
    let renderer = DocumentRenderer(
      omitting: omit, withOriginal: withOriginal, explained: explain)
    let showsRefusals = refusals
    var stream = ExtractStream(
      end: end
        ? EndLine(
          lexicons: try Words.lexicons(units: reading.words.units),
          gazetteer: Words.fingerprint(gazetteer)) : nil)
    try await Pipeline.run(
      jobs: reading.jobs.count,
      next: { try intake.next() },
      work: { pieces in
        pieces.map { Self.part($0, processor, renderer, showsRefusals: showsRefusals) }
      },
      consume: { try stream.write($0) })
    let passedOver = intake.passedOver + stream.passedOver
    if reading.verbosity.isVerbose { for refusal in passedOver { Console.note(refusal.remark) } }
    let remarks = [Refusal.remark(on: passedOver.count), stream.answers.remark]
    if !global.quiet { for remark in remarks.compactMap({ $0 }) { Console.note(remark) } }
    if intake.opened == 0 { throw Exit(status: .noInput) }
    if let status = stream.status, !refusals { throw Exit(status: status) }
  }

  private static func part(
    _ piece: Piece, _ processor: DocumentProcessor, _ renderer: DocumentRenderer,
    showsRefusals: Bool
  ) -> ExtractStream.Part {
    var part = ExtractStream.Part(path: piece.path)
    // What is found in a text takes about four times its room.
    var json = JSONWriter(reserving: piece.weight * 4)
    processor.process(piece) { item in
      switch item {
      case .feed(let path, let head): json.feed(head, path: path)
      case .outline(let path, let outline): json.outline(outline, path: path)
      case .document(let report, let findings):
        part.written += 1
        renderer.write(report, findings, into: &json)
      case .refused(let refusal):
        part.refused += 1
        if refusal.lacksTool { part.lackingTool += 1 }
        if showsRefusals {
          json.refusal(refusal)
        } else {
          part.complaints.append(refusal.sentence)
        }
      case .passedOver(let refusal): part.passedOver.append(refusal)
      case .answersPassedOver(let types): part.answers.add(types)
      case .end: part.isEnd = true
      }
    }
    part.lines = json.bytes
    return part
  }
}
