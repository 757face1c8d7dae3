import Extraction
import Language
import Model
import Storage
import Testing

@Suite struct ReprocessTests {
  static func reprocess(
    _ archive: Archive, isDryRun: Bool = false, furniture: [FurnitureLine] = [],
    _ change: (inout Findings) -> Void = { _ in }
  ) throws -> ReprocessResult {
    var gazetteer = Gazetteer.builtIn
    gazetteer.add(try archive.userEntities())
    let extractor = Extractor(gazetteer: gazetteer)
    let reprocessor = try Reprocessor(
      archive, run: Fixture.run("2026-01-01T00:00:00Z", .reprocess), furniture: furniture,
      isDryRun: isDryRun)
    while true {
      let reports = try reprocessor.next()
      if reports.isEmpty { return try reprocessor.finish() }
      try reprocessor.store(
        reports.map { report in
          var findings = extractor.findings(
            in: report.text, published: report.published, language: report.language)
          change(&findings)
          return findings
        })
    }
  }

  private static let reports = (0..<150).map {
    Fixture.report(
      "North Korea sent \($0 + 20) workers to Vladivostok. China bought 3 ships.",
      url: "https://a.example/\($0)", published: "2025-10-16")
  }

  @Test func `the same extractor changes nothing`() throws {
    let archive = try Fixture.archive(with: Self.reports)
    let before = try ExportTests.export(archive, complete: true)
    let result = try Self.reprocess(archive)
    #expect(result.reports == 150)
    #expect(result.new + result.gone + result.changed == 0)
    #expect(result.newMentions + result.goneMentions == 0)
    #expect(try ExportTests.export(archive, complete: true) == before)
  }

  @Test func `what changed is counted, and claims that stay keep their ids`() throws {
    let archive = try Fixture.archive(with: Self.reports)
    let ids = try archive.claims(ClaimQuery()).all().map { [$0.id: $0.key] }
    #expect(ids.count == 300)
    for isDryRun in [true, false] {
      let result = try Self.reprocess(archive, isDryRun: isDryRun) { findings in
        findings.claims.removeLast()
        findings.claims[0].modality = .denied
        findings.mentions.removeAll { $0.entity == "china" }
      }
      #expect(result.gone == 150 && result.changed == 150 && result.new == 0)
      #expect(result.goneMentions == 150 && result.newMentions == 0)
      let left = try archive.claims(ClaimQuery()).all()
      #expect(left.count == (isDryRun ? 300 : 150))
      if !isDryRun { #expect(left.allSatisfy { ids.contains([$0.id: $0.key]) }) }
    }
    #expect(try Self.reprocess(archive).new == 150)
    #expect(try archive.check().faults.isEmpty)
  }

  @Test func `claims in furniture of a page go, and the others still restate one another`() throws {
    let offer = "The atlas has 64 pages and 12 maps."
    var reports = ["https://a.example/1", "https://b.example/1", "https://a.example/2"].map {
      Fixture.report(
        "\(offer)\nChina paid \($0.utf8.count + Int($0.utf8.last ?? 0)) billion rubles ($12.6 billion).",
        url: $0)
    }
    for index in 0..<2 { reports[index].mime = "text/html" }
    let archive = try Fixture.archive(with: reports)
    let source = try #require(try archive.sources().first { $0.site == "a.example" }).id
    let line = FurnitureLine(
      sourceID: source, source: "a.example", text: offer, pages: 5, pagesInAll: 5)
    let result = try Self.reprocess(archive, furniture: [line])
    // Neither the other source nor what is no page has lost any.
    #expect(result.gone == 2 && result.new == 0 && result.changed == 0)
    #expect(result.furniture.map(\.claims) == [2])
    let left = try archive.claims(ClaimQuery()).all().filter { $0.articleID == 1 }
    #expect(left.map(\.quote).last == "$12.6 billion")
    #expect(left.count == 2)
    #expect(left.last?.sameAsID == left.first?.id)
    #expect(try archive.check().faults.isEmpty)
  }
}
