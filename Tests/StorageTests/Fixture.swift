import Extraction
import Foundation
import Language
import Model
import Storage

/// A folder of its own for the files of one test.
final class Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }
}

/// Reports for the archive, read and extracted as the program does it.
enum Fixture {
  static let gazetteer = Gazetteer.builtIn
  static let extractor = Extractor(gazetteer: gazetteer)

  static func report(
    _ text: String, title: String? = nil, url: String? = nil, outlet: String? = nil,
    id: String? = nil, published: String? = nil, updated: String? = nil, captured: String? = nil,
    language: String? = "en", path: String = "report.txt"
  ) -> Report {
    var report = Report(
      path: path, text: text,
      original: Array(
        [title, url, outlet, id, published, updated, captured, text]
          .map { $0 ?? "" }.joined(separator: "\n").utf8))
    report.title = title
    report.url = url
    report.outlet = outlet
    report.id = id
    report.published = published.flatMap { Day(iso: $0) }
    report.updatedAt = updated.flatMap { Instant(rfc3339: $0) }
    report.capturedAt = captured.flatMap { Instant(rfc3339: $0) }
    report.language = language
    return report
  }

  static func findings(in report: Report) -> Findings {
    extractor.findings(
      in: report.text, published: report.published, language: report.language)
  }

  static func run(_ at: String = "2025-11-01T08:00:00Z", _ kind: Run.Kind = .ingest) -> Run {
    Run(
      kind: kind, startedAt: Instant(rfc3339: at) ?? Instant(seconds: 0), version: "0.1.0")
  }

  /// Stores reports in one run.
  @discardableResult
  static func ingest(
    _ reports: [Report], into archive: Archive, at time: String = "2025-11-01T08:00:00Z",
    revises: Int? = nil
  ) throws -> [IngestOutcome] {
    let writer = try ReportWriter(archive, run: run(time))
    var outcomes: [IngestOutcome] = []
    for report in reports {
      outcomes += try writer.add(report, findings(in: report), revises: revises)
    }
    return try outcomes + writer.finish()
  }

  static func archive(with reports: [Report] = []) throws -> Archive {
    let archive = try Archive(path: ":memory:", for: .creating)
    try ingest(reports, into: archive)
    return archive
  }
}
