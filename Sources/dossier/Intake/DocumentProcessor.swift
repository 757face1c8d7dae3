import Extraction
import JSON
import Language
import Model

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads a piece of input and finds what its documents say: a pure function of the piece.
struct DocumentProcessor: Sendable {
  private let extractor: Extractor
  private let published: Day?
  private let overridesPublished: Bool
  private let outlet: String?
  private let url: String?

  init(_ options: ReadingOptions) throws {
    extractor = Extractor(gazetteer: .builtIn)
    published = options.published
    overridesPublished = options.forcePublished
    outlet = options.outlet
    url = options.url
  }

  /// How many cores there are.
  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// What became of a piece.
  struct Outcome: Sendable {
    var path: String
    var read = 0
    var refusals: [Refusal] = []
    var isEnd = false
    var isPassedOver = false
  }

  func process(_ piece: Piece, _ found: (Report, Findings) -> Void) -> Outcome {
    var outcome = Outcome(path: piece.path)
    switch piece.content {
    case .end: outcome.isEnd = true
    case .refused(let refusal): outcome.refusals = [refusal]
    case .file, .bytes:
      do {
        for report in try reports(in: piece).map(completed) {
          outcome.read += 1
          let findings = extractor.findings(
            in: report.text, published: report.published, language: report.language)
          found(report, findings)
        }
      } catch let refusal as Refusal {
        outcome.refusals = [refusal]
      } catch {
        outcome.refusals = [Refusal(path: piece.path, line: piece.line, reason: "\(error)")]
      }
    }
    return outcome
  }

  private func reports(in piece: Piece) throws -> [Report] {
    let bytes = try bytes(of: piece)
    guard piece.format == .jsonl else {
      return [
        Report(path: piece.path, text: String(decoding: bytes, as: UTF8.self), original: bytes)
      ]
    }
    func refused(_ reason: String) -> Refusal {
      Refusal(path: piece.path, line: piece.line, reason: reason)
    }
    let value: JSONValue
    do {
      value = try JSONParser.parse(bytes)
    } catch {
      throw refused("\(error.reason) (byte \(error.offset))")
    }
    guard case .object = value else { throw refused("not an object") }
    guard value["claims"] == nil else {
      throw refused("this is output of extract, use dossier import")
    }
    guard let text = value["text"]?.string else { throw refused("it has no text") }
    var report = Report(path: piece.path, text: text, original: bytes)
    report.id = value["id"]?.string
    report.offset = piece.offset
    report.title = value["title"]?.string
    report.url = value["url"]?.string
    report.outlet = value["outlet"]?.string
    report.language = value["language"]?.string
    report.published = value["published"]?.string.flatMap { Day(iso: $0.prefix(10)) }
    return [report]
  }

  private func bytes(of piece: Piece) throws -> [UInt8] {
    if case .bytes(let bytes) = piece.content { return bytes }
    let file = try InputFile.open(piece.path)
    var bytes: [UInt8] = []
    while true {
      let block = try file.read(atMost: 1 << 18)
      if block.isEmpty { return bytes }
      bytes += block
    }
  }

  private func completed(_ report: Report) -> Report {
    var report = report
    if overridesPublished || report.published == nil {
      report.published = published ?? report.published
    }
    report.outlet = report.outlet ?? outlet
    report.url = report.url ?? url
    return report
  }
}
