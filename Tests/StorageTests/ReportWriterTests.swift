import Foundation
import Model
import SQLite
import Storage
import Testing

@Suite struct ReportWriterTests {
  static let text = """
    Officials in Vladivostok said on Monday that 1,200 North Korean workers had arrived in \
    Primorsky Krai since January.

    The regional government expects another 300 by the end of the year.
    """

  @Test func `a report is added once`() throws {
    let archive = try Fixture.archive()
    let report = Fixture.report(Self.text, title: "Workers arrive", published: "2025-10-16")
    let first = try Fixture.ingest([report], into: archive)
    #expect(first.map(\.status) == [.added])
    #expect(first[0].id == 1)
    #expect(first[0].claims > 0)
    let statistics = try archive.statistics()
    let second = try Fixture.ingest([report, report], into: archive)
    #expect(second.map(\.status) == [.same, .same])
    #expect(second[0].id == 1 && second[0].key == first[0].key)
    #expect(try archive.statistics() == statistics)
  }

  @Test func `what was stored is what was read and found`() throws {
    var report = Fixture.report(
      Self.text, title: "Workers arrive", url: "https://amur.example/1", outlet: "Amur Times",
      published: "2025-10-16", updated: "2025-10-16T09:30:00Z", path: "in/page.html")
    report.bylines = ["A. Writer"]
    report.provenance = [Provenance(field: "title", source: .jsonLD)]
    report.links = [
      Link(title: "More", url: nil), Link(title: "Yet more", url: "https://x.example"),
    ]
    report.references = ["https://y.example/\"q\""]
    report.enclosures = [Enclosure(url: "https://z.example/a.mp3", type: "audio/mpeg", length: 9)]
    report.summary = "Short"
    report.tags = ["labour", "трудовые"]
    report.mime = "text/html"
    report.offset = 12
    let findings = Fixture.findings(in: report)
    let archive = try Fixture.archive(with: [report])
    let revision = try archive.revision(of: 1)
    let stored = revision.report
    #expect(stored.text == report.text && stored.title == report.title)
    #expect(stored.url == report.url && stored.outlet == report.outlet)
    #expect(stored.bylines == report.bylines && stored.provenance == report.provenance)
    #expect(stored.links == report.links && stored.references == report.references)
    #expect(stored.enclosures == report.enclosures && stored.tags == report.tags)
    #expect(stored.updatedAt == report.updatedAt && stored.published == report.published)
    #expect(stored.path == report.path && stored.offset == 12 && stored.mime == "text/html")
    #expect(try archive.original(of: 1) == report.original)
    let found = try archive.findings(in: 1)
    #expect(found.claims == findings.claims)
    #expect(Set(found.mentions) == Set(findings.mentions))
    #expect(found.held == findings.held)
  }

  @Test func `another text, or another headline, of an address is a new revision`() throws {
    let archive = try Fixture.archive()
    func version(_ text: String, _ title: String, _ updated: String) -> Report {
      Fixture.report(
        text, title: title, url: "https://amur.example/1", published: "2025-10-16",
        updated: updated)
    }
    let outcomes = try Fixture.ingest(
      [
        version(Self.text, "Workers arrive", "2025-10-16T09:00:00Z"),
        version(Self.text + " More.", "Workers arrive", "2025-10-18T09:00:00Z"),
        version(Self.text, "Many workers arrive", "2025-10-17T09:00:00Z"),
        version(Self.text, "Workers arrive", "2025-10-16T08:00:00Z"),
      ], into: archive)
    #expect(outcomes.map(\.status) == [.added, .updated, .updated, .same])
    #expect(outcomes.map(\.id) == [1, 1, 1, 1])
    #expect(outcomes.map(\.revision) == [1, 3, 2, 1])
    let revisions = try archive.revisions(of: 1)
    #expect(revisions.map(\.number) == [1, 2, 3])
    #expect(revisions.map(\.isCurrent) == [false, false, true])
    #expect(revisions.map(\.originals.count) == [2, 1, 1])
    #expect(try archive.statistics().articles == 1)
    #expect(try archive.search(SearchQuery("more")).all().count == 1)
    #expect(try archive.check().faults.isEmpty)
  }

  @Test func `texts without a time of their own come in the order of their runs`() throws {
    let archive = try Fixture.archive()
    for (index, text) in ["One sheep.", "Two sheep.", "Three sheep."].enumerated() {
      let outcome = try Fixture.ingest(
        [Fixture.report(text, url: "https://farm.example/count")], into: archive)
      #expect(outcome[0].revision == index + 1)
    }
    #expect(try archive.revision(of: 1).report.text == "Three sheep.")
  }

  @Test(arguments: [
    ("https://www.amur.example/1/?utm_source=x&fbclid=y#top", true),
    ("http://m.amur.example:80/1", true), ("https://amur.example/2", false),
    ("https://amur.example/1?page=2", false),
  ])
  func `an address is known in its other spellings`(address: String, isSame: Bool) throws {
    let archive = try Fixture.archive(with: [
      Fixture.report("One.", url: "https://amur.example/1")
    ])
    let outcome = try Fixture.ingest([Fixture.report("Two.", url: address)], into: archive)
    #expect(outcome[0].status == (isSame ? .updated : .added))
  }

  @Test func `a number is known only beside the outlet that gave it`() throws {
    let archive = try Fixture.archive(with: [
      Fixture.report("One.", outlet: "Wire", id: "7"), Fixture.report("Two.", id: "7"),
      Fixture.report("Three.", outlet: "Other", id: "7"), Fixture.report("Four.", id: "7"),
      Fixture.report("Five.", outlet: "WIRE", id: "7"),
    ])
    #expect(try archive.statistics().articles == 4)
    #expect(Set(try archive.revisions(of: 1).map(\.report.text)) == ["One.", "Five."])
  }

  @Test func `an address goes before a number, and the user is told`() throws {
    let archive = try Fixture.archive(with: [
      Fixture.report("One.", url: "https://a.example/1", outlet: "Wire"),
      Fixture.report("Two.", outlet: "Wire", id: "7"),
    ])
    let writer = try ReportWriter(archive, run: Fixture.run())
    let both = Fixture.report("Three.", url: "https://a.example/1", outlet: "Wire", id: "7")
    _ = try writer.add(both, Fixture.findings(in: both))
    #expect(try writer.finish().map(\.id) == [1])
    #expect(writer.notices.count == 1)
  }

  @Test func `the same bytes with a date are the same article, dated`() throws {
    let archive = try Fixture.archive()
    var report = Fixture.report(Self.text)
    try Fixture.ingest([report], into: archive)
    #expect(try archive.article("1").published == nil)
    report.published = Day(iso: "2025-10-16")
    #expect(try Fixture.ingest([report], into: archive)[0].status == .updated)
    #expect(try archive.article("1").published == Day(iso: "2025-10-16"))
    let dated = try archive.claims(ClaimQuery()).all().compactMap(\.claim.time)
    #expect(!dated.isEmpty)
    report.published = nil
    #expect(try Fixture.ingest([report], into: archive)[0].status == .same)
    #expect(try archive.article("1").published == Day(iso: "2025-10-16"))
  }

  @Test func `the same bytes with an address are the same article, and its key follows`() throws {
    let archive = try Fixture.archive()
    var report = Fixture.report(Self.text, title: "T")
    let before = try Fixture.ingest([report], into: archive)[0]
    report.url = "https://amur.example/1"
    let after = try Fixture.ingest([report], into: archive)[0]
    #expect(after.id == before.id && after.status == .updated && after.key != before.key)
    let direct = try Fixture.archive(with: [report])
    #expect(try ExportTests.export(archive) == ExportTests.export(direct))
  }

  @Test func `a text that is said to revise another is its revision`() throws {
    let archive = try Fixture.archive(with: [Fixture.report("One sheep was counted.")])
    let next = Fixture.report("Two sheep were counted.")
    #expect(try Fixture.ingest([next], into: archive, revises: 1)[0].revision == 2)
    #expect(try Fixture.ingest([next], into: archive)[0].status == .same)
    #expect(try archive.statistics().articles == 1)
  }

  @Test func `a span that cuts no text refuses its document alone`() throws {
    let archive = try Fixture.archive()
    let writer = try ReportWriter(archive, run: Fixture.run())
    var broken = Findings()
    broken.mentions = [
      Mention(
        entity: "china", name: "China", kind: "country", evidence: TextSpan(start: 0, end: 999),
        by: .name)
    ]
    _ = try writer.add(Fixture.report("One."), Findings())
    _ = try writer.add(Fixture.report("Two."), broken)
    _ = try writer.refuse(path: "x.bin", reason: "unknown format")
    _ = try writer.add(Fixture.report("Three."), Findings())
    let outcomes = try writer.finish()
    #expect(outcomes.map(\.status) == [.added, .refused, .refused, .added])
    #expect(outcomes[1].reason?.contains("does not cut the text") == true)
    #expect(try archive.statistics().articles == 2)
    #expect(try archive.check().faults.isEmpty)
  }

  @Test func `a dry run tells all and changes nothing`() throws {
    let folder = try Folder()
    let path = folder.path("a.db")
    let archive = try Archive(path: path, for: .creating)
    try Fixture.ingest([Fixture.report("One.")], into: archive)
    try archive.close()
    let before = try Data(contentsOf: URL(filePath: path))
    let writer = try ReportWriter(archive, run: Fixture.run(), isDryRun: true)
    for text in ["One.", "Two.", "Two."] {
      _ = try writer.add(Fixture.report(text), Findings())
    }
    let outcomes = try writer.finish()
    #expect(outcomes.map(\.status) == [.same, .added, .same])
    #expect(outcomes[1].id == nil)
    try archive.close()
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test func `a batch is committed when it is full`() throws {
    let folder = try Folder()
    let archive = try Archive(path: folder.path("a.db"), for: .creating)
    let reader = try Archive(path: folder.path("a.db"), for: .reading)
    let writer = try ReportWriter(archive, run: Fixture.run())
    var committed = 0
    for number in 1...1_001 {
      committed += try writer.add(Fixture.report("Text \(number)."), Findings()).count
      if number == 1_000 { #expect(committed >= 1_000) }
    }
    #expect(try reader.statistics().articles == committed)
    committed += try writer.finish().count
    #expect(committed == 1_001)
    #expect(try reader.statistics().articles == 1_001)
  }

  @Test func `two writers both write all`() async throws {
    let folder = try Folder()
    let path = folder.path("a.db")
    try await withThrowingTaskGroup(of: Int.self) { group in
      for writer in 0..<2 {
        group.addTask {
          let archive = try Archive(path: path, for: .creating)
          var added = 0
          for batch in 0..<5 {
            let reports = (0..<20).map {
              Fixture.report("Text \(writer * 1_000 + batch * 100 + $0).")
            }
            added += try Fixture.ingest(reports, into: archive).count { $0.status == .added }
          }
          try archive.close()
          return added
        }
      }
      let added = try await group.reduce(0, +)
      #expect(added == 200)
    }
    let archive = try Archive(path: path, for: .reading)
    #expect(try archive.statistics().articles == 200)
    #expect(try archive.check().faults.isEmpty)
  }
}
