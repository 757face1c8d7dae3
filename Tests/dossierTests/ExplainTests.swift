import Foundation
import Testing

/// Why a claim is what it is, through the command.
@Suite struct ExplainTests {
  static let text = """
    Workers

    North Korea sent more than 15,000 workers in 2024, the ministry said. It plans to send 3,000 \
    more. The T-72 stood at gate 5 in 1999.
    """

  private func place() throws -> Workplace {
    let place = try Workplace()
    try place.write(Self.text, to: "workers.txt")
    try place.dossier(
      "--archive", "a.db", "ingest", "--published", "2025-03-01", "workers.txt")
    return place
  }

  @Test func `a claim is shown with the words that gave its fields`() throws {
    let place = try place()
    let page = try place.dossier("--archive", "a.db", "explain", "1").output
    #expect(page.contains("[more than]"))
    #expect(page.contains("comparator >"))
    #expect(page.contains("whoever says it"))
    #expect(page.contains("the date that governs the figure"))
  }

  @Test func `a place that a text is about is shown where it was named`() throws {
    let place = try Workplace()
    try place.write(
      "The Harbin opera lost its roof in a storm.\n\nThe insurer has paid 4 million yuan.\n",
      to: "opera.txt")
    try place.dossier("--archive", "a.db", "ingest", "opera.txt")
    let page = try place.dossier("--archive", "a.db", "explain", "1").output
    #expect(page.contains("carried: where the text is about, no other place named since"))
    #expect(page.contains("Harbin"))
  }

  @Test func `an article is explained with what is left out of it`() throws {
    let place = try place()
    let page = try place.dossier("--archive", "a.db", "explain", "--article", "1").output
    #expect(page.contains("numbers that are no figures"))
    #expect(page.contains("part of a code, a model or another word"))
    #expect(page.contains("a number that names what stands before it"))
  }

  @Test func `reasons are objects for programs`() throws {
    let place = try place()
    let claims = try place.dossier(
      "--archive", "a.db", "explain", "--article", "1", "--json"
    ).objects()
    let because = try #require(claims.first?["because"] as? [[String: Any]])
    #expect(because.contains { $0["field"] as? String == "speaker" })
    let extracted = try place.dossier("extract", "--explain", "workers.txt").objects()
    let document = try #require(extracted.first)
    #expect((document["passed_over"] as? [[String: Any]])?.isEmpty == false)
    #expect((document["claims"] as? [[String: Any]])?.first?["because"] != nil)
  }

  @Test func `without the option nothing is added`() throws {
    let place = try place()
    let document = try #require(try place.dossier("extract", "workers.txt").objects().first)
    #expect(document["passed_over"] == nil)
    #expect((document["claims"] as? [[String: Any]])?.first?["because"] == nil)
  }

  @Test func `an unknown claim and no claim at all are told`() throws {
    let place = try place()
    let unknown = try place.dossier("--archive", "a.db", "explain", "99")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("no claim 99"))
    #expect(try place.dossier("--archive", "a.db", "explain").status == 64)
  }
}
