import Model
import Storage
import Testing

@Suite struct ClaimQueryTests {
  /// A claim with a tag as its measure, so that a query's answer can be told in one line.
  private static func claim(
    _ tag: String, _ value: Double?, _ unit: String?, low: Double? = nil, high: Double? = nil,
    subjects: [String] = [], places: [String] = [], from: String? = nil, to: String? = nil,
    modality: Modality = .asserted, basis: Basis? = nil, speaker: String? = nil,
    speakerID: String? = nil, at start: Int
  ) -> Claim {
    var claim = Claim(
      quantity: Quantity(
        evidence: TextSpan(start: start, end: start + 1), value: value, low: low, high: high,
        comparator: value == nil ? .range : .equal),
      sentence: TextSpan(start: 0, end: 20), subjects: subjects, places: places,
      modality: modality, basis: basis, speaker: speaker, speakerID: speakerID)
    claim.quantity.unit = unit
    claim.quantity.measure = tag
    if from != nil || to != nil {
      claim.time = DateSpan(
        from: from.flatMap { Day(iso: $0) }, to: to.flatMap { Day(iso: $0) }, precision: .year)
    }
    return claim
  }

  private static func archive() throws -> Archive {
    let archive = try Archive(path: ":memory:", for: .creating)
    let writer = try ReportWriter(archive, run: Fixture.run())
    var first = Findings()
    first.claims = [
      claim(
        "North Korean workers", 15_000, "{worker}", low: 15_000, subjects: ["north-korea"],
        places: ["primorsky-krai"], from: "2024-01-01", to: "2025-01-01", basis: .official,
        speaker: "Viktor Kalashnikov", at: 0),
      claim(
        "trade growth", 36, "%", subjects: ["china", "russia"], from: "2025-01-01",
        to: "2025-07-01", modality: .forecast, speaker: "Служба Разведки", speakerID: "szru",
        at: 1),
      claim("area", 2.7, "[smi_us]", places: ["buryatia"], at: 2),
      claim("coal", nil, "t", low: 25, high: 40, subjects: ["china"], from: "2025-09-01", at: 3),
    ]
    var second = Findings()
    second.claims = [
      claim("coal exports", 3_000, "kg", subjects: ["mongolia"], to: "2030-01-01", at: 0),
      claim("budgets", 500, "USD", places: ["vladivostok"], modality: .denied, at: 1),
      claim("time", 2, "h", to: "2020-01-01", at: 2),
    ]
    let one = Fixture.report(
      "0123456789 sentence one.", url: "https://tass.example/1", published: "2025-10-16")
    let two = Fixture.report(
      "0123456789 sentence two.", url: "https://amur.example/1", published: "2025-11-20")
    _ = try writer.add(one, first)
    _ = try writer.add(two, second)
    _ = try writer.finish()
    return archive
  }

  private static func days(_ from: String, _ to: String) -> ClosedRange<Day> {
    (Day(iso: from) ?? Day(number: 0))...(Day(iso: to) ?? Day(number: 0))
  }

  private static func query(_ change: (inout ClaimQuery) -> Void) -> ClaimQuery {
    var query = ClaimQuery()
    change(&query)
    return query
  }

  static let all = [
    "North Korean workers", "trade growth", "area", "coal", "coal exports", "budgets", "time",
  ]

  static let cases: [(String, ClaimQuery, [String])] = [
    ("nothing", ClaimQuery(), all),
    ("entity", query { $0.entity.any = ["north-korea"] }, ["North Korean workers"]),
    (
      "entity above", query { $0.entity.any = ["russia"] },
      ["North Korean workers", "trade growth", "area", "budgets"]
    ),
    ("exact", query { ($0.entity.any, $0.exact) = (["russia"], true) }, ["trade growth"]),
    (
      "place above", query { $0.place.any = ["far-east"] },
      ["North Korean workers", "area", "budgets"]
    ),
    (
      "place before it joined",
      query { ($0.place.any, $0.at) = (["far-east"], Day(iso: "2017-06-01")) },
      ["North Korean workers", "budgets"]
    ),
    (
      "place still in the country",
      query { ($0.place.any, $0.at) = (["russia"], Day(iso: "2017-06-01")) },
      ["North Korean workers", "area", "budgets"]
    ),
    ("subject", query { $0.subject.any = ["russia"] }, ["trade growth"]),
    (
      "one of two entities", query { $0.entity.any = ["mongolia", "north-korea"] },
      ["North Korean workers", "coal exports"]
    ),
    (
      "not an entity", query { $0.entity.none = ["russia"] },
      ["coal", "coal exports", "time"]
    ),
    ("about", query { $0.about.any = [days("2024-06-01", "2024-06-30")] }, [all[0]]),
    (
      "about, open", query { $0.about.any = [days("2024-06-01", "9999-12-31")] },
      ["North Korean workers", "trade growth", "coal", "coal exports"]
    ),
    (
      "about, to the day", query { $0.about.any = [days("2024-12-31", "2025-01-01")] },
      [all[0], all[1]]
    ),
    (
      "about, open end to publication", query { $0.about.any = [days("2025-10-16", "2025-10-31")] },
      ["coal"]
    ),
    ("about, behind an open end", query { $0.about.any = [days("2025-10-17", "2025-10-31")] }, []),
    (
      "about, open beginning ahead", query { $0.about.any = [days("2027-01-01", "2027-12-31")] },
      ["coal exports"]
    ),
    (
      "about, open beginning behind", query { $0.about.any = [days("2012-01-01", "2012-12-31")] },
      ["time"]
    ),
    (
      "not about", query { $0.about.none = [days("2024-01-01", "2025-12-31")] },
      ["area", "budgets", "time"]
    ),
    ("within", query { $0.within.any = [days("2025-01-01", "2025-06-30")] }, ["trade growth"]),
    ("within, cut", query { $0.within.any = [days("2025-01-02", "2025-06-30")] }, []),
    ("said", query { $0.said.any = [days("2025-11-01", "2025-11-30")] }, Array(all[4...])),
    ("as of", query { $0.asOf = Day(iso: "2025-10-31") }, Array(all[..<4])),
    ("as of before all", query { $0.asOf = Day(iso: "2025-10-01") }, []),
    ("unit of one dimension", query { $0.unit.any = ["km2"] }, ["area"]),
    (
      "unit and size, converted",
      query { ($0.unit.any, $0.minimum.any) = (["km2"], [6.9]) }, ["area"]
    ),
    (
      "unit and size, too large", query { ($0.unit.any, $0.minimum.any) = (["km2"], [7.1]) }, []
    ),
    (
      "size in tons, range and kilograms",
      query { ($0.unit.any, $0.maximum.any) = (["t"], [30]) }, ["coal", "coal exports"]
    ),
    ("minimum of a range", query { ($0.unit.any, $0.minimum.any) = (["t"], [40]) }, ["coal"]),
    ("currencies never", query { $0.unit.any = ["RUB"] }, []),
    ("counted thing without braces", query { $0.unit.any = ["worker"] }, [all[0]]),
    ("unit in words", query { $0.unit.any = ["square kilometers"] }, ["area"]),
    ("not a unit", query { $0.unit.none = ["km2", "t", "%", "{worker}"] }, ["budgets", "time"]),
    ("number without unit", query { $0.minimum.any = [3_000] }, [all[0], "coal exports"]),
    ("not above", query { $0.minimum.none = [36] }, ["area", "time"]),
    ("measure, plural", query { $0.measure.any = ["Workers"] }, [all[0]]),
    ("measure, head only", query { $0.measure.any = ["coal"] }, ["coal"]),
    ("measure of two words", query { $0.measure.any = ["coal export"] }, ["coal exports"]),
    ("measure, singular", query { $0.measure.any = ["budget"] }, ["budgets"]),
    ("speaker", query { $0.speaker.any = ["kalashnikov"] }, [all[0]]),
    ("speaker, folded", query { $0.speaker.any = ["служба"] }, [all[1]]),
    ("speaker, id", query { $0.speaker.any = ["szru"] }, [all[1]]),
    ("not a speaker", query { $0.speaker.none = ["kalashnikov"] }, Array(all[1...])),
    ("modality", query { $0.modality.any = [.forecast, .denied] }, ["trade growth", "budgets"]),
    ("not a modality", query { $0.modality.none = [.asserted] }, ["trade growth", "budgets"]),
    ("basis", query { $0.basis.any = [.official] }, [all[0]]),
    ("not a basis", query { $0.basis.none = [.official] }, Array(all[1...])),
    ("source", query { $0.source.any = [2] }, Array(all[4...])),
    ("not a source", query { $0.source.none = [1] }, Array(all[4...])),
    ("article", query { $0.article.any = [1] }, Array(all[..<4])),
    ("revision", query { $0.revision = .number(2) }, []),
    (
      "several at once",
      query {
        $0.entity.any = ["china"]
        $0.modality.none = [.forecast]
        $0.unit.any = ["t"]
      }, ["coal"]
    ),
  ]

  @Test func `every filter finds what it says`() throws {
    let archive = try Self.archive()
    for (name, query, expected) in Self.cases {
      let found = try archive.claims(query).all().map { $0.claim.quantity.measure ?? "" }
      #expect(found == expected, "\(name)")
      #expect(try archive.count(query) == expected.count, "\(name)")
    }
  }

  @Test func `pages follow one another and hold all`() throws {
    let archive = try Self.archive()
    var query = ClaimQuery()
    query.limit = 3
    var pages: [[String]] = []
    repeat {
      let rows = try archive.claims(query)
      pages.append(try rows.all().map { $0.claim.quantity.measure ?? "" })
      query.after = rows.token
    } while query.after != nil && pages.count < 9
    #expect(pages.map(\.count) == [3, 3, 1])
    #expect(pages.flatMap { $0 } == Self.all)
    query.after = "nonsense"
    #expect(throws: ArchiveError.self) { try archive.claims(query) }
  }

  @Test func `a page stays where it was when earlier articles come in`() throws {
    let archive = try Self.archive()
    var query = ClaimQuery()
    query.limit = 4
    let rows = try archive.claims(query)
    #expect(try rows.all().count == 4)
    query.after = rows.token
    try Fixture.ingest(
      [Fixture.report(ReportWriterTests.text, published: "2025-01-01")], into: archive)
    let rest = try archive.claims(query).all().map { $0.claim.quantity.measure ?? "" }
    #expect(rest == Array(Self.all[4...]))
  }

  @Test func `a claim is found by its id and by its key`() throws {
    let archive = try Self.archive()
    let claim = try archive.claim("2")
    #expect(claim.claim.quantity.measure == "trade growth")
    #expect(claim.sentence == "0123456789 sentence " && claim.quote == "1")
    #expect(try archive.claim(claim.key) == claim)
    #expect(throws: ArchiveError.unknown(kind: "claim", name: "99", suggestions: [])) {
      try archive.claim("99")
    }
  }

  @Test func `as of a day, the revision then current answers`() throws {
    let archive = try Fixture.archive(with: [
      Fixture.report(
        "Trade with China reached 15,000 tons in 2024.", url: "https://a.example/1",
        published: "2025-10-01", updated: "2025-10-01T08:00:00Z"),
      Fixture.report(
        "Trade with China reached 12,000 tons in 2024.", url: "https://a.example/1",
        published: "2025-10-01", updated: "2025-10-05T08:00:00Z"),
    ])
    func values(_ day: String?) throws -> [Double?] {
      var query = ClaimQuery()
      query.asOf = day.flatMap { Day(iso: $0) }
      return try archive.claims(query).all().map(\.claim.quantity.value)
    }
    #expect(try values(nil) == [12_000])
    #expect(try values("2025-10-04") == [15_000])
    #expect(try values("2025-10-05") == [12_000])
    #expect(try values("2025-09-30") == [])
  }
}
