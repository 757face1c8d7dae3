import Model
import Storage
import Testing

@Suite struct SourceTests {
  private func archive() throws -> Archive {
    try Fixture.archive(with: [
      Fixture.report("One.", url: "https://www.united24.example/a", outlet: "United24 Media"),
      Fixture.report("Two.", url: "https://united24.example/b", outlet: "UNITED24"),
      Fixture.report("Three.", outlet: "TASS"), Fixture.report("Four."),
    ])
  }

  private func signature(_ time: String) -> Signature {
    Signature(at: Instant(rfc3339: time) ?? Instant(seconds: 0), who: "ana", why: "state-funded")
  }

  @Test func `a source is known by its site and goes by its shortest name`() throws {
    let sources = try archive().sources()
    #expect(sources.map(\.name) == ["TASS", "UNITED24"])
    #expect(sources.map(\.site) == [nil, "united24.example"])
    #expect(sources.map(\.articles) == [1, 2])
    #expect(sources.map(\.reliability) == ["F", "F"])
  }

  @Test func `a part of a name or site finds sources`() throws {
    let archive = try archive()
    for name in ["united", "24.EXAMPLE", "1"] {
      guard case .found(let records) = try archive.sources(matching: name) else {
        Issue.record("\(name) is unknown")
        continue
      }
      #expect(records.map(\.name) == ["UNITED24"])
    }
    guard case .unknown(let suggestions) = try archive.sources(matching: "tsas") else {
      Issue.record("tsas is known")
      return
    }
    #expect(suggestions == ["TASS"])
  }

  @Test func `what an analyst says is kept as decisions and seen everywhere`() throws {
    let archive = try archive()
    var change = SourceChange()
    change.reliability = "C"
    change.note = "state-funded"
    let made = try archive.set(change, of: 1, signed: signature("2025-11-02T00:00:00Z"))
    #expect(made.map(\.action).sorted() == ["note = state-funded", "reliability = C (was F)"])
    #expect(try archive.set(change, of: 1, signed: signature("2025-11-03T00:00:00Z")).isEmpty)
    #expect(try archive.article("1").sourceReliability == "C")
    let history = try archive.history(of: "source:united24").all()
    #expect(history.count == 2 && history.allSatisfy { $0.who == "ana" })
    #expect(try archive.history().all().count == 2)
    #expect(try archive.history(of: "source:tass").all().isEmpty)
    change.reliability = "Z"
    #expect(throws: ArchiveError.self) {
      try archive.set(change, of: 1, signed: signature("2025-11-02T00:00:00Z"))
    }
    #expect(throws: ArchiveError.self) { try archive.history(of: "nonsense") }
  }

  @Test(arguments: [false, true])
  func `decisions go with an export`(complete: Bool) throws {
    let archive = try archive()
    for (grade, time) in [("B", "2025-11-02T00:00:00Z"), ("D", "2025-11-03T00:00:00Z")] {
      var change = SourceChange()
      change.reliability = grade
      _ = try archive.set(change, of: 1, signed: signature(time))
    }
    let exported = try ExportTests.export(archive, complete: complete)
    let other = try Fixture.archive()
    _ = try ExportTests.importing(exported, into: other)
    #expect(try ExportTests.export(other, complete: complete) == exported)
    #expect(try other.history().all().count == (complete ? 2 : 1))
    #expect(try other.sources().map(\.reliability) == ["F", "D"])
  }
}
