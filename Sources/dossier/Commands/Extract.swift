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
        zcat day.jsonl.gz | dossier extract --from jsonl --refusals --end - > day.ndjson
      """)

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp("Fields to leave out, such as text,quantities.", valueName: "field,..."),
    transform: { try omitted($0) })
  var omit: Set<String> = []

  @Flag(help: "Add the unchanged bytes (base64) and their SHA-256, for dossier import.")
  var withOriginal = false

  @Flag(help: "Write refused documents as objects in their place, and end with status 0.")
  var refusals = false

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
    guard let intake = Intake(reading) else {
      throw CleanExit.helpRequest(self)
    }
    let processor = try DocumentProcessor(reading)
    let renderer = DocumentRenderer(omitting: omit, withOriginal: withOriginal)
    var stream = ExtractStream(showsRefusals: refusals, showsEnd: end)
    try await Pipeline.run(
      jobs: reading.jobs ?? DocumentProcessor.cores,
      next: { try intake.next() },
      work: { pieces in
        pieces.map { piece in
          var json = JSONWriter()
          let outcome = processor.process(piece) { report, findings in
            renderer.write(report, findings, into: &json)
          }
          return ExtractStream.Part(outcome: outcome, lines: json.bytes)
        }
      },
      consume: { try stream.write($0) })
    try stream.finish(opened: intake.opened)
  }
}
