import Extraction
import Language
import Model
import Storage

/// Extraction and storage in one process on one core, with the time that SQLite takes of it.
struct StoreBench {
  var reports: [Report]
  var archive: String

  func print() throws {
    SQLiteClock.start()
    let gazetteer = Gazetteer.builtIn
    let extractor = Extractor(gazetteer: gazetteer)
    let store = try Archive(path: archive, for: .creating, builtIn: gazetteer)
    guard let now = Instant(rfc3339: "2025-12-31T00:00:00Z") else { return }
    let run = Run(kind: .ingest, startedAt: now, version: "bench")
    let inSQLite = SQLiteClock.seconds
    let start = Measurement.now()
    let writer = try ReportWriter(store, run: run)
    var extracting = 0.0
    for report in reports {
      let before = Measurement.now()
      let findings = extractor.findings(
        in: report.text, published: report.published, language: report.language)
      extracting += Measurement.now() - before
      _ = try writer.add(report, findings)
    }
    _ = try writer.finish()
    try store.close()
    let whole = Measurement.now() - start
    let shares = [
      ("extraction", extracting), ("SQLite", SQLiteClock.seconds - inSQLite),
      ("the rest of storage", whole - extracting - SQLiteClock.seconds + inSQLite),
    ]
    let bytes = reports.reduce(0) { $0 + $1.text.utf8.count }
    Swift.print(
      Measurement(
        name: "extraction and storage", documents: reports.count, bytes: bytes, seconds: whole
      ).row)
    Swift.print("\nwhere the time of storing goes")
    for (name, seconds) in shares {
      let percent = Measurement.decimal(100 * max(0, seconds) / whole)
      Swift.print(name.padded(to: 30) + percent.padded(before: 14) + " %")
    }
  }
}
