import Foundation
import Testing

/// An archive of a few reports, made once; its tests only read it.
final class Library: Sendable {
  static let shared = Result { try Library() }

  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(
      """
      Workers arrive

      By Ann Example
      2025-10-16

      In the past year, officially more than 15,000 North Korean workers came to Primorsky \
      Krai, with unofficial estimates going as high as 50,000. Trade between China and Russia grew by 36 \
      percent in the first half of 2025. Russia covers 6.6 million square miles.

      Chinese firms may put 1 trillion rubles ($12.6 billion) into Vladivostok in 2026.
      """, to: "workers.txt")
    try place.write(
      [
        #"{"id":"1","outlet":"TASS","url":"https://tass.example/1","published":"2025-09-01","#
          + #""title":"=cmd|' /C calc'!A0","text":"North Korea sent 12,000 soldiers to Kursk in 2024."}"#,
        #"{"id":"2","outlet":"Echo","url":"https://echo.example/2","published":"2025-11-05","#
          + #""title":"\u001b[31mRed","text":"“We counted 40 trains in October,” said Ivan Petrov. 俄罗斯的朝鲜工人"}"#,
        #"{"id":"3","outlet":"Old","published":"2017-07-01","text":"China sent 700 workers to Buryatia."}"#,
        #"{"id":"4","outlet":"Old","published":"2025-11-06","text":"На стройке много рабочих из КНДР."}"#,
        #"{"id":"5","outlet":"Old","published":"2025-11-06","text":"북한 노동자들이 도착했다"}"#,
      ].joined(separator: "\n"), to: "more.jsonl")
    try place.dossier("--archive", "a.db", "ingest", "workers.txt", "more.jsonl")
  }

  func run(_ arguments: String...) throws -> Outcome {
    try place.shell("dossier --archive a.db " + arguments.joined(separator: " "))
  }

  func shell(_ script: String) throws -> Outcome {
    try place.shell("export DOSSIER_ARCHIVE=a.db\n" + script)
  }
}

@Suite struct QueryTests {
  let library: Library

  init() throws { library = try Library.shared.get() }

  /// The values of claims as a filter selects them.
  private func values(_ filters: String) throws -> [Double] {
    try library.run("claims", filters, "--json").objects().compactMap { claim in
      (claim["value"] as? NSNumber)?.doubleValue
    }
  }

  @Test func `each figure's bytes are where it says`() throws {
    let claims = try library.run("claims", "--json").objects()
    #expect(claims.count >= 6)
    for claim in claims {
      let id = try #require(claim["article_id"] as? Int)
      let start = try #require(claim["start"] as? Int)
      let end = try #require(claim["end"] as? Int)
      let cut = try library.shell(
        "dossier show \(id) --text | dd bs=1 skip=\(start) count=\(end - start) 2>/dev/null")
      #expect(cut.output == claim["text"] as? String)
    }
  }

  @Test func `official stands beside unofficial`() throws {
    let claims = try library.run("claims", "--entity north-korea --article 1 --json").objects()
    let official = try #require(claims.first { $0["value"] as? Int == 15_000 })
    #expect(official["comparator"] as? String == ">")
    #expect(official["unit"] as? String == "{worker}")
    #expect(official["basis"] as? String == "official")
    #expect(official["from"] as? String == "2024-10-16")
    #expect(official["to"] as? String == "2025-10-16")
    let other = try #require(claims.first { $0["value"] as? Int == 50_000 })
    #expect(other["basis"] as? String == "unofficial")
  }

  @Test(arguments: [
    ("--about 2025-01..2025-06 --unit %", [36]), ("--said 2025-09", [12_000]),
    ("--entity north-korea --not-source tass --min 10000", [15_000, 50_000]),
    ("--modality possible", [1e12, 12.6e9]), ("--basis official", [15_000]),
    ("--speaker petrov", [40]), ("--unit km2 --min 5e6", [6.6e6]),
    ("--unit km2 --max 5e6", []), ("--place far-east --unit RUB", [1e12]),
    ("--place far-east --exact --unit RUB", []), ("--place vladivostok --exact --unit RUB", [1e12]),
    ("--source tass", [12_000]), ("--article 2", [12_000]), ("--as-of 2025-09-15", [700, 12_000]),
    ("--measure worker --basis official", [15_000]),
    ("--measure Workers --basis official", [15_000]),
    ("--subject north-korea --place kursk-oblast", [12_000]),
    ("--place far-east --said 2017", [700]), ("--place far-east --said 2017 --at 2017-06-01", []),
    ("--place russia --said 2017 --at 2017-06-01", [700]),
  ])
  func `filters select`(filters: String, expected: [Double]) throws {
    #expect(try values(filters).sorted() == expected.sorted(), "\(filters)")
  }

  @Test func `a number in quotation marks is quoted`() throws {
    let claims = try library.run("claims", "--json").objects()
    #expect(claims.filter { $0["quoted"] as? Bool == true }.map { $0["value"] as? Int } == [40])
  }

  @Test func `a conversion names the claim that it restates`() throws {
    let claims = try library.run("claims", "--modality possible --json").objects()
    let rubles = try #require(claims.first { $0["unit"] as? String == "RUB" })
    let dollars = try #require(claims.first { $0["unit"] as? String == "USD" })
    #expect(rubles["same_as"] is NSNull)
    #expect(dollars["same_as"] as? Int == rubles["id"] as? Int)
  }

  @Test func `the table has the sentence under each figure and counts its sources`() throws {
    let run = try library.run("claims", "--said 2025-09")
    #expect(run.lines.count == 4)
    #expect(run.lines[1].contains("12,000 soldiers"))
    #expect(run.lines[2] == "\tNorth Korea sent 12,000 soldiers to Kursk in 2024.")
    #expect(run.lines[3] == "1 claim, sources 1")
  }

  @Test func `lists count what the statistics say, page by page as well`() throws {
    let all = try library.run("claims", "--json").lines
    let statistics = try #require(try library.run("stats", "--json").objects().first)
    #expect(all.count == statistics["claims"] as? Int)
    var paged: [String] = []
    var token: String?
    repeat {
      let page = try library.run(
        "claims", "--json --limit 2", token.map { "--after '\($0)'" } ?? "")
      paged += page.lines
      token = page.errors.firstMatch(of: #/more: --after (\S+)/#).map { String($0.1) }
    } while token != nil && paged.count <= all.count
    #expect(paged == all)
    #expect(try library.run("claims", "--after nonsense").status == 64)
  }

  @Test func `unknown names are faults, known ones without figures are not`() throws {
    let typo = try library.run("claims", "--entity nrth-korea")
    #expect(typo.status == 1)
    #expect(typo.errors == "dossier: error: no entity nrth-korea; did you mean north-korea?\n")
    let none = try library.run("claims", "--entity magadan-oblast")
    #expect(none.status == 0)
    #expect(none.output.isEmpty)
    #expect(none.errors == "no claims\n")
    #expect(try library.run("claims", "--source nobody").status == 1)
    let without = try library.run("claims", "--not-source nobody --basis official --json")
    #expect(without.status == 0)
    #expect(without.lines.count == 1)
    #expect(without.errors == "dossier: no source nobody, so that nothing of it is left out\n")
    #expect(try library.run("show", "99").status == 1)
    #expect(try library.run("claims", "show 999").status == 1)
  }

  @Test func `one claim shows the sentence, those around it, and every field`() throws {
    let id = try #require(
      try library.run("claims", "--unit % --json").objects().first?["id"] as? Int)
    let page = try library.run("claims", "show \(id)").output
    #expect(page.contains("grew by **36 percent** in the first half of 2025."))
    #expect(page.contains("unofficial estimates going as high as 50,000."))
    #expect(page.contains("Russia covers"))
    #expect(page.contains("2025-01-01 … 2025-06-30"))
    let object = try #require(try library.run("claims", "show \(id) --json").objects().first)
    #expect(object["precision"] as? String == "half")
    #expect((object["after"] as? String)?.hasPrefix("Russia covers") == true)
  }

  @Test func `an article shows what was read where, and its bytes`() throws {
    let article = try #require(try library.run("show", "1 --json").objects().first)
    #expect(article["title"] as? String == "Workers arrive")
    #expect(article["bylines"] as? [String] == ["Ann Example"])
    #expect(article["published"] as? String == "2025-10-16")
    let provenance = try #require(article["provenance"] as? [String: String])
    #expect(provenance["title"] == "text")
    #expect(article["ingested_at"] is String)
    #expect(article["captured_at"] is NSNull)
    #expect(article["links"] is [Any])
    let sum = try library.shell("dossier show 1 --raw | sha256sum").output.prefix(64)
    #expect(article["sha256"] as? String == String(sum))
  }

  @Test func `control characters of titles stay off a terminal and whole in a pipe`() throws {
    let piped = try library.run("articles", "--said 2025-11 --json")
    #expect(try piped.objects().first?["title"] as? String == "\u{1B}[31mRed")
    let shown = try library.shell(
      "command -v script >/dev/null && script -qc '\(Workplace.program) articles' /dev/null | cat -v"
    )
    if shown.status == 0 {
      #expect(!shown.output.contains("^[[31mRed"))
      #expect(shown.output.contains("\\u{1b}[31mRed"))
    }
  }

  @Test func `a spreadsheet gets no formulas and keeps its numbers`() throws {
    let csv = try library.run("claims", "--source tass --format csv")
    #expect(csv.lines.count == 2)
    #expect(csv.lines[0].hasPrefix("quote_start,quote_end,quote,value,low,high,comparator,"))
    #expect(csv.lines[0].contains(",time_from,time_to,"))
    #expect(csv.lines[1].contains(",'=cmd|' /C calc'!A0,"))
    #expect(csv.lines[1].contains(",12000,,,=,"))
  }

  @Test func `Markdown lists are tables`() throws {
    let page = try library.run("claims", "--source tass --format markdown").lines
    #expect(page.count == 3)
    #expect(page[0].hasPrefix("| ID | FIGURE |"))
    #expect(page[2].contains("12,000 soldiers"))
  }

  @Test(arguments: [
    ("'\"labor contracts\" OR work*'", true), ("'unofficial estimates'", true),
    ("'1 trillion rubles'", true), ("'“1 trillion rubles”'", true), ("朝鲜工人", true),
    ("朝鲜", true), ("рабочие", true), ("노동자", true),
    ("북한", true), ("'park.'", false), ("'C++ code'", false), ("'\"open'", false), ("NOT", false),
    ("'NEAR('", false), ("\"' OR 1=1 --\"", false), ("'*'", false),
  ])
  func `any search is safe`(text: String, found: Bool) throws {
    let run = try library.run("search", "--", text)
    #expect(run.status == 0)
    #expect(!run.errors.contains("fts"))
    #expect(!run.errors.contains("SQL"))
    #expect(run.lines.isEmpty != found, "\(text)")
  }

  @Test func `entities have their names, places and mentions`() throws {
    let subjects = try library.run("entities", "--kind federal-subject --json").objects()
    let primorye = try #require(subjects.first { $0["id"] as? String == "primorsky-krai" })
    #expect(primorye["parent"] as? String == "far-east")
    #expect(primorye["iso"] as? String == "RU-PRI")
    let korea = try #require(
      try library.run("entities", "show DPRK --json").objects().first)
    #expect(korea["id"] as? String == "north-korea")
    #expect(korea["wikidata"] as? String == "Q423")
    let mentions = try library.run("entities", "show china --mentions --json").objects()
    #expect(
      mentions.contains { $0["text"] as? String == "Chinese" && $0["by"] as? String == "demonym" })
    // North Korean, North Korea, 朝鲜, КНДР, 북한.
    #expect(try library.run("search", "--entity north-korea --json").lines.count == 5)
    #expect(try library.run("entities", "--kind citty").errors.contains("did you mean city?"))
  }

  @Test func `plain SQL reads and does nothing else`() throws {
    #expect(
      try library.run("sql", "'select count(*) as n from v_articles' --json").output
        == "{\"n\":6}\n")
    for statement in [
      "delete from article", "attach 'x.db' as x", "pragma user_version = 9", "select 1; select 2",
      "vacuum into 'y.db'", "select load_extension('x')", "create table t (a)",
    ] {
      let run = try library.shell("dossier sql \"\(statement)\"")
      #expect(run.status == 64, "\(statement): \(run.status) \(run.errors)")
      #expect(run.errorLines.count == 1)
    }
    let runaway = try library.shell(
      """
      '\(Workplace.program)' sql "with recursive n(i) as (select 1 union all select i + 1 from n) \
      select count(*) from n" & sleep 0.5; kill -INT $!; wait $!; echo $?
      """)
    #expect(runaway.output == "130\n")
  }

  @Test func `a briefing is the same bytes twice and has its parts`() throws {
    let once = try library.run("brief", "--place far-east")
    #expect(once.status == 0)
    #expect(once.bytes == (try library.run("brief", "--place far-east")).bytes)
    for part in [
      "---\ntitle: ", "data_until: ", "## Figures", "## Disagreements", "## What is new",
      "## Forecasts and plans", "## Sources", "official", "(ratio 3.3)", "† rests on one source.",
      "| 1 trillion RUB (12.6 billion USD) †", "SHA-256 `",
    ] {
      #expect(once.output.contains(part), "\(part)")
    }
    let linked = try library.run("brief", "--source tass").output
    #expect(linked.contains("](https://tass.example/1#:~:text=North%20Korea%20sent%2012%2C000"))
    #expect(linked.contains("*=cmd\\|' /C calc'\\!A0*"))
  }

  @Test func `a reader in a folder without rights reads`() throws {
    let run = try library.shell(
      "mkdir ro; cp a.db ro; chmod 500 ro; dossier --archive ro/a.db stats --json; s=$?; chmod 700 ro; exit $s"
    )
    #expect(run.status == 0)
  }

  @Test func `a closed pipe ends quietly`() throws {
    let run = try library.shell("dossier claims | head -1 > /dev/null; echo ${PIPESTATUS[0]}")
    #expect(run.output == "0\n")
    #expect(run.errors.isEmpty)
  }
}
