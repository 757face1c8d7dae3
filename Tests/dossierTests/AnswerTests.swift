import Foundation
import Testing

/// What a reader of one report asks the archive about it, through the command.
@Suite struct AnswerTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(
      """
      Rail budgets

      Pyongyang reportedly earns $500 million a year from its crews abroad. A new depot in Pyongyang \
      employs 900 people.

      The line cost 1 trillion rubles ($12.6 billion), the transport ministry said. Traffic will \
      highly likely double to 40 trains a day, a senior official said.
      """, to: "first.txt")
    try place.write(
      """
      Crews abroad

      Some 7,000 workers left in March, a senior official said. Up to 300 welders are in Yakutia, \
      according to unofficial estimates cited by the Foreign Intelligence Service of Ukraine.
      """, to: "second.txt")
    try place.dossier(
      "--archive", "a.db", "ingest", "--published", "2025-03-01", "first.txt", "second.txt")
  }

  private func claim(_ value: Double) throws -> [String: Any] {
    let claims = try place.dossier("--archive", "a.db", "claims", "--json").objects()
    return try #require(claims.first { $0["value"] as? Double == value })
  }

  @Test func `a capital stands for its state where it acts, and for itself where things are`()
    throws
  {
    let earnings = try claim(5e8)
    #expect(earnings["subjects"] as? [String] == ["north-korea"])
    let depot = try claim(900)
    #expect(depot["places"] as? [String] == ["pyongyang"])
  }

  @Test func `a sum and its conversion in brackets are one claim of two figures`() throws {
    let rubles = try claim(1e12)
    let dollars = try claim(12.6e9)
    #expect(rubles["same_as"] is NSNull)
    #expect(dollars["same_as"] as? Int == rubles["id"] as? Int)
  }

  @Test func `hearsay is unofficial and has no speaker`() throws {
    let earnings = try claim(5e8)
    #expect(earnings["basis"] as? String == "unofficial")
    #expect(earnings["speaker"] is NSNull)
  }

  @Test func `unnamed speakers of two articles are not made one`() throws {
    let first = try claim(40)
    let second = try claim(7_000)
    #expect(first["speaker"] as? String == "a senior official")
    #expect(second["speaker"] as? String == "a senior official")
    #expect(first["speaker_id"] is NSNull && second["speaker_id"] is NSNull)
  }

  @Test func `words of likelihood are kept beside their share`() throws {
    let trains = try claim(40)
    #expect(trains["likelihood_words"] as? String == "highly likely")
    #expect(trains["likelihood"] as? [Double] == [0.8, 0.95])
  }

  @Test func `who says it is shown as a chain down to the article`() throws {
    let id = try #require(try claim(300)["id"] as? Int)
    let page = try place.dossier("--archive", "a.db", "claims", "show", "\(id)").output
    let chain = "unofficial estimates ← Foreign Intelligence Service of Ukraine ← article 2"
    #expect(page.contains(chain))
  }
}
