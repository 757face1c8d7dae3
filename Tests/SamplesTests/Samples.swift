import Extraction
import Foundation
import Model
import Processes
import Readers

/// The files of `Samples`, and what is expected of each.
enum Samples {
  static let folder = root.appending(path: "Samples")
  static let expectations = root.appending(path: "Tests/SamplesTests/Expected")

  /// Whether to write what is expected anew rather than to compare; `make samples` says so.
  static let isWriting = ProcessInfo.processInfo.environment["DOSSIER_EXPECTED"] == "write"

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func names(in folder: URL) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// Those that can be read here: a PDF where there is a program for it.
  static let readable = names(in: folder).filter { !$0.hasSuffix(".pdf") || canReadPDF }

  private static let canReadPDF =
    (try? pdftotext(["-v"], input: [])).map { $0.status == 0 } ?? false

  private static let extractor = Extractor(gazetteer: .builtIn)

  /// What is found in a sample, line by line.
  static func found(in name: String) throws -> [String] {
    let bytes = try Data(contentsOf: folder.appending(path: name))
    var options = ReadingOptions(name: name)
    options.pdfTool = { bytes throws(ReadingError) in try markup(of: bytes) }
    var reader = try DocumentReader(ByteInput([UInt8](bytes)), options: options)
    var blocks: [[String]] = []
    while let item = try reader.next() {
      switch item {
      case .report(let report):
        let findings = extractor.findings(
          in: report.text, published: report.published, language: report.language)
        blocks.append(Expectation(report: report, findings: findings).lines)
      case .refused(let error): blocks.append(["refused: \(error)"])
      case .outline(let feed):
        blocks.append(["feed: \(feed.title ?? "") <\(feed.feedURL)>", "in: \(feed.tags)"])
      case .feed, .passedOver: break
      }
    }
    return Array(blocks.joined(separator: ["", "----", ""]))
  }

  private static func markup(of bytes: [UInt8]) throws(ReadingError) -> PDFMarkup {
    guard let answer = try? pdftotext(PDFMarkup.arguments, input: bytes),
      answer.status == 0
    else { throw .noPDFTool }
    return PDFMarkup(tool: "pdftotext", bytes: answer.output)
  }

  private static func pdftotext(_ arguments: [String], input: [UInt8]) throws -> ChildAnswer {
    try ChildProcess.run(
      "/usr/bin/env", ["pdftotext"] + arguments, input: input,
      limits: ChildLimits(memory: 512 << 20, seconds: 60, output: 1 << 20))
  }

  static func expected(of name: String) throws -> Notes {
    let text = try String(
      contentsOf: expectations.appending(path: name + ".txt"), encoding: .utf8)
    return Notes(
      text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init))
  }

  static func write(_ lines: [String], for name: String) throws {
    let noted = (try? expected(of: name))?.added(to: lines) ?? lines
    let text = noted.map { $0 + "\n" }.joined()
    try text.write(
      to: expectations.appending(path: name + ".txt"), atomically: true, encoding: .utf8)
  }
}
