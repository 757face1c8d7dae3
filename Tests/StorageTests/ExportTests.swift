import JSON
import Model
import Rendering
import Storage
import Testing

@Suite struct ExportTests {
  static func export(_ archive: Archive, complete: Bool = false) throws -> String {
    var json = JSONWriter()
    let rows = try archive.export(complete: complete)
    while let line = try rows.next() { ArchiveLineRenderer().write(line, into: &json) }
    return String(decoding: json.take(), as: UTF8.self)
  }

  static func importing(_ lines: String, into archive: Archive) throws -> [IngestOutcome] {
    let importer = try ArchiveImporter(
      archive, run: Fixture.run("2026-02-01T00:00:00Z", .import))
    var outcomes: [IngestOutcome] = []
    for (index, line) in lines.utf8.split(separator: 0x0A).enumerated() {
      outcomes += try importer.add(line: Array(line), place: "dump:\(index + 1)")
    }
    return try outcomes + importer.finish()
  }

  /// Articles with revisions, copies, further originals, sources with and without a site.
  static let reports: [Report] = [
    Fixture.report(
      ReportWriterTests.text, title: "Workers arrive", url: "https://amur.example/1?utm_source=x",
      outlet: "Amur Times", published: "2025-10-16", updated: "2025-10-16T09:00:00Z"),
    Fixture.report(
      ReportWriterTests.text + "\n\nChina bought 31 percent more fish.", title: "Workers arrive",
      url: "http://www.amur.example/1/", outlet: "Amur Times Daily", published: "2025-10-16",
      updated: "2025-10-17T09:00:00Z"),
    Fixture.report(
      ReportWriterTests.text, title: "Arrivals", outlet: "Pacific Wire", id: "n-7",
      published: "2025-10-15"),
    Fixture.report(
      "朝鲜工人在符拉迪沃斯托克的工地上工作。", title: "工人", url: "https://zh.example/1",
      published: "2025-09-01", language: "zh"),
    Fixture.report("Exports to China reached 4.5 million tons in 2024.", published: "2025-01-20"),
    Fixture.report("Exports to China reached 4.5 million tons in 2024."),
  ]

  @Test func `the order of arrival does not matter`() throws {
    let forward = try Self.export(Fixture.archive(with: Self.reports))
    let backward = try Self.export(Fixture.archive(with: Self.reports.reversed()))
    #expect(forward == backward)
    #expect(forward.hasPrefix(#"{"kind":"archive","schema":"dossier/1"}"# + "\n"))
  }

  @Test(arguments: [false, true])
  func `an import of an export has the same export`(complete: Bool) throws {
    let archive = try Fixture.archive(with: Self.reports)
    let exported = try Self.export(archive, complete: complete)
    let other = try Fixture.archive()
    let outcomes = try Self.importing(exported, into: other)
    #expect(outcomes.allSatisfy { $0.status == .added })
    #expect(try Self.export(other, complete: complete) == exported)
    #expect(try Self.importing(exported, into: other).allSatisfy { $0.status == .same })
    #expect(try Self.export(other, complete: complete) == exported)
  }
}
