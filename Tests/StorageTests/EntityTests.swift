import Model
import Storage
import Testing

@Suite struct EntityTests {
  private func resolved(_ name: String, _ archive: Archive) throws -> String {
    switch try archive.entity(matching: name) {
    case .found(let record): record.entity.id
    case .ambiguous(let records): "? " + records.map(\.entity.id).joined(separator: " ")
    case .unknown(let suggestions): "- " + suggestions.joined(separator: " ")
    }
  }

  @Test func `a user's name for an entity finds it`() throws {
    let archive = try Fixture.archive()
    for (name, id) in [
      ("north-korea", "north-korea"), ("north korea", "north-korea"), ("DPRK", "north-korea"),
      ("КНДР", "north-korea"), ("朝鲜", "north-korea"), ("северная корея", "north-korea"),
      ("Primorye", "primorsky-krai"), ("moscow", "moscow"), ("the Kremlin", "russia"),
    ] { #expect(try resolved(name, archive) == id, "\(name)") }
    #expect(try resolved("nroth-korea", archive).hasPrefix("- north-korea"))
    #expect(try resolved("Vladivostock", archive).contains("vladivostok"))
    #expect(try resolved("qqqqqqqqqqqq", archive) == "- ")
  }

  @Test func `counts are those of current revisions`() throws {
    let archive = try Fixture.archive(with: [
      Fixture.report(
        "North Korea sent 40 workers. North Korea sent 50 more.", url: "https://a.example/1",
        updated: "2025-10-01T00:00:00Z"),
      Fixture.report(
        "North Korea sent 40 workers.", url: "https://a.example/1",
        updated: "2025-10-02T00:00:00Z"),
      Fixture.report("A ship left North Korea.", url: "https://b.example/1"),
    ])
    for record in [
      try archive.entity("north-korea"),
      try archive.entities().first { $0.entity.id == "north-korea" },
    ] {
      #expect(record?.mentions == 2 && record?.articles == 2)
      #expect(record?.claims == 1)
    }
    let statistics = try archive.statistics()
    #expect(statistics.mentions == 2 && statistics.claims == 1)
    #expect(
      try archive.mentions(of: "north-korea").all().map(\.quote)
        == ["North Korea", "North Korea"])
  }

  @Test func `names that were held back are listed with their candidates`() throws {
    let archive = try Fixture.archive(with: [
      Fixture.report("The ballet of Georgia won 3 medals in Artyom yesterday.")
    ])
    let held = try archive.heldNames().all()
    #expect(!held.isEmpty)
    #expect(held.allSatisfy { !$0.held.candidates.isEmpty && !$0.held.reason.isEmpty })
  }

  @Test func `an imported entity is found in old texts by reprocessing`() throws {
    let archive = try Fixture.archive(with: [
      Fixture.report("The Zvezda yard hired 300 welders in 2024.")
    ])
    let yard = Entity(
      id: "zvezda-yard", kind: "organization", name: "Zvezda yard", parent: "primorsky-krai",
      aliases: [Alias(text: "Zvezda yard", language: "en", by: .name)])
    #expect(try archive.importEntities([yard]).added == 1)
    #expect(try archive.children(of: "primorsky-krai").contains { $0.id == "zvezda-yard" })
    #expect(try archive.mentions(of: "zvezda-yard").next() == nil)
    #expect(try ReprocessTests.reprocess(archive).newMentions == 1)
    #expect(try archive.mentions(of: "zvezda-yard").all().map(\.quote) == ["Zvezda yard"])
    var query = ArticleQuery()
    query.entity.any = ["russia"]
    #expect(try archive.articles(query).all().count == 1)
  }
}
