import Foundation
import Testing

/// Lines that repeat across the pages of a site.
@Suite struct SiteTests {
  static let offer = "The printed edition has 64 pages and comes with 12 maps."
  static let background = "Russia sent 10,000 soldiers to Vladivostok."

  /// Sentences that no two pages share.
  static let subjects = [
    "Coal", "Timber", "Soybean", "Cement", "Fertilizer", "Crab", "Container", "Copper",
  ]

  let place: Workplace

  init() throws { place = try Workplace() }

  @discardableResult
  private func run(_ command: String) throws -> Outcome {
    try place.shell("dossier --archive a.db " + command)
  }

  /// Writes a page with a text of its own between the lines.
  private func page(
    _ number: Int, of site: String = "ledger.example", to name: String? = nil,
    _ lines: [String] = [offer, background]
  ) throws {
    let subject = Self.subjects[number % Self.subjects.count]
    let own = (1...8).map {
      "\(subject) yard \(number) had \(number * 9 + $0 + 20) trains on day \($0), and \(subject)"
        + " foremen \(number * 7 + $0 + 300) workers from North Korea."
    }
    let paragraphs = (own + lines).map { "<p>\($0)</p>" }.joined(separator: "\n")
    try place.write(
      """
      <html><head><title>\(subject) yard \(number)</title>
      <link rel="canonical" href="https://\(site)/\(number)">
      <meta property="article:published_time" content="2025-10-1\(number)T08:00:00Z">
      </head><body><article><h1>\(subject) yard \(number)</h1>
      \(paragraphs)</article></body></html>
      """, to: name ?? "pages/\(site)-\(number).html")
  }

  private func quotes() throws -> [String] {
    try run("claims --json").objects().compactMap { $0["text"] as? String }
  }

  private func counts(_ outcome: Outcome) throws -> [String: Int] {
    try #require(try outcome.objects().last as? [String: Int])
  }

  @Test func `claims in a line of furniture go, and those about a country stay`() throws {
    for number in 0..<6 { try page(number) }
    _ = try run("ingest pages")
    #expect(try quotes().filter { $0 == "64 pages" }.count == 6)
    let text = try run("show 1 --text").bytes
    let dry = try run("reprocess --site --dry-run")
    #expect(
      dry.lines.prefix(3) == [
        "SOURCE\tPAGES\tCLAIMS", "ledger.example\t6 of 6\t12", "\t" + Self.offer,
      ])
    #expect(
      dry.lines.last?.hasSuffix("12 gone, 0 changed; 0 mentions new, 0 gone; 1 lines of furniture")
        == true)
    let listed = try run("reprocess --site --dry-run --json").objects()
    #expect(listed.count == 2)
    #expect(listed.first?["text"] as? String == Self.offer)
    #expect(listed.first?["pages"] as? Int == 6)
    #expect(listed.first?["claims"] as? Int == 12)
    #expect(try quotes().contains("64 pages"))

    let gone = try counts(run("reprocess --site --json"))
    #expect(gone["claims_gone"] == 12 && gone["claims_new"] == 0 && gone["claims_changed"] == 0)
    #expect(gone["furniture_lines"] == 1)
    #expect(try quotes().filter { $0 == "10,000 soldiers" }.count == 6)
    #expect(try !quotes().contains("64 pages"))
    #expect(try run("show 1 --text").bytes == text)
    #expect(try run("search '\"printed edition\"' --json").lines.count == 6)
    #expect(try run("check").status == 0)

    let export = try run("export").bytes
    let again = try counts(run("reprocess --site --json"))
    #expect(again["claims_gone"] == 0 && again["furniture_lines"] == 1)
    #expect(try run("export").bytes == export)
    #expect(try counts(run("reprocess --json"))["claims_new"] == 12)
  }

  @Test func `what stands in too few reports is no furniture`() throws {
    // Three pages and one with five texts; five pages in seven.
    for number in 0..<3 { try page(number, of: "small.example") }
    for version in 0..<5 {
      try page(
        7, of: "small.example", to: "pages/small.example-7-\(version).html",
        [Self.offer, "Correction \(version) was made."])
    }
    for number in 0..<7 {
      try page(number, of: "often.example", number < 5 ? [Self.offer] : ["Nothing else was told."])
    }
    _ = try run("ingest pages")
    let dry = try run("reprocess --site --dry-run")
    #expect(dry.lines.count == 1)
    #expect(dry.output.contains("0 gone, 0 changed; 0 mentions new, 0 gone; 0 lines of furniture"))
    #expect(dry.errors.isEmpty)
    try page(5, of: "often.example", [Self.offer])
    _ = try run("ingest pages")
    #expect(try run("reprocess --site --dry-run").lines[1] == "often.example\t6 of 7\t12")
  }

  @Test func `near-copies on one site count as one page`() throws {
    let report = (0..<12).map {
      "Barge \($0 + 11) took \($0 + 40) containers from Heihe to the quay of Blagoveshchensk."
    }
    for number in 0..<7 { try page(number, report + [Self.offer]) }
    _ = try run("ingest pages")
    #expect(try run("articles --json").objects().contains { $0["copy_of"] is Int })
    #expect(try run("reprocess --site --dry-run").lines.count == 1)
  }

  @Test func `without pages there is nothing to compare`() throws {
    try place.write("Russia hired 40 workers from North Korea.\n", to: "a.txt")
    _ = try run("ingest a.txt")
    let outcome = try run("reprocess --site")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "no pages of a source to compare\n")
    #expect(outcome.output.hasSuffix("; 0 lines of furniture\n"))
  }
}
