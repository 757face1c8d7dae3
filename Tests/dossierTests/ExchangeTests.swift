import Foundation
import Testing

/// Data out and in again.
@Suite struct ExchangeTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    for (name, text, day) in [
      ("a", "China sent 40 trains with 900 workers to Vladivostok in 2024.", "2025-10-16"),
      (
        "b", "North Korea sent 50 workers to Khabarovsk for $2 billion (150 billion rubles).",
        "2025-10-17"
      ),
      ("c", "China sent 40 trains with 900 workers to Vladivostok in 2024.", "2025-10-18"),
    ] {
      try place.write(
        "{\"id\":\"\(name)\",\"outlet\":\"Outlet \(name)\",\"url\":\"https://\(name).example/1\","
          + "\"published\":\"\(day)\",\"title\":\"=\(name)\",\"text\":\"\(text)\"}",
        to: "\(name).jsonl")
    }
    try place.write("No dates here, but 5 ships.", to: "old.txt")
    try place.write("No dates here, but 6 ships.", to: "new.txt")
    try run("--now 2026-01-01 ingest a.jsonl b.jsonl c.jsonl old.txt")
    try run("--now 2026-01-02 ingest --revises 4 new.txt")
    try run("--now 2026-01-03 sources set outlet --reliability B")
    try run("--now 2026-01-03 sources set a.example --reliability B --note n")
  }

  @discardableResult
  private func run(_ command: String) throws -> Outcome {
    try place.shell("dossier --archive a.db " + command)
  }

  @Test(arguments: ["export --all", "export"])
  func `an export makes the archive again`(command: String) throws {
    let run = try place.shell(
      """
      dossier --archive a.db \(command) > a.ndjson &&
      dossier --archive b.db import - < a.ndjson &&
      dossier --archive b.db \(command) | cmp - a.ndjson &&
      dossier --archive b.db check
      """)
    #expect(run.status == 0, "\(run.output) \(run.errors)")
    #expect(run.lines.first == "4 added, 0 updated, 0 same, 0 refused")
    let again = try place.shell("dossier --archive b.db import a.ndjson")
    #expect(again.output == "0 added, 0 updated, 4 same, 0 refused\n")
  }

  @Test func `an export that was cut off is refused`() throws {
    let run = try place.shell(
      """
      dossier --archive a.db export --all > a.ndjson
      head -n -2 a.ndjson > cut.ndjson; dossier --archive c.db import cut.ndjson
      """)
    #expect(run.status == 66)
    #expect(
      run.errors.contains(
        "cut.ndjson: its last line is no end, a part may be missing; see --partial"))
    let partly = try place.shell("dossier --archive c.db import --partial cut.ndjson")
    #expect(partly.status == 0, "\(partly.errors)")
  }

  @Test func `a file is there whole or as it was`() throws {
    let failed = try place.shell(
      "mkdir out; printf before > out/a.ndjson; "
        + "(ulimit -f 1; dossier --archive a.db export --all -o out/a.ndjson); "
        + "s=$?; ls -A out; cat out/a.ndjson; exit $s")
    #expect(failed.status != 0)
    #expect(failed.output == "a.ndjson\nbefore")
    try run("export --all -o out/a.ndjson")
    let made = try place.shell("ls -A out; tail -n 1 out/a.ndjson | cut -c 1-13")
    #expect(made.output == "a.ndjson\n{\"kind\":\"end\"\n")
  }

  @Test func `an article whose source has changed is taken into a fresh archive`() throws {
    try place.write(
      """
      {"id":"m","url":"https://m.example/1","outlet":"M","text":"Coal rose 5 percent in May."}

      """, to: "m1.jsonl")
    try place.write(
      "{\"id\":\"m\",\"outlet\":\"M\",\"text\":\"Coal rose 7 percent in May.\"}\n", to: "m2.jsonl")
    let run = try place.shell(
      """
      dossier --archive m.db ingest -q m1.jsonl && dossier --archive m.db ingest -q m2.jsonl
      dossier --archive m.db export --all > m.ndjson && dossier --archive n.db import m.ndjson &&
      dossier --archive n.db check
      """)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("1 added, 0 updated, 0 same, 0 refused"))
  }

  @Test func `an export never writes over its archive`() throws {
    try place.shell("ln -s a.db symbolic.db; ln a.db hard.db")
    let before = try place.data("a.db")
    for (options, path) in [
      ("--format json", "a.db"), ("--format csv", "./a.db"), ("--format markdown", "symbolic.db"),
      ("--format html", "hard.db"), ("--archive symbolic.db", "a.db"), ("", "a.db-wal"),
    ] {
      // Whoever reads keeps the log beside the archive.
      let run = try run("export \(options) -o \(path)")
      #expect(run.status == 73)
      #expect(run.errors == "dossier: error: cannot create \(path): it is the archive's own file\n")
      #expect(try place.data("a.db") == before)
    }
    #expect(try run("check").status == 0)
  }

  @Test func `what filters select makes an archive of its own`() throws {
    let run = try place.shell(
      """
      dossier --archive a.db export --entity north-korea > part.ndjson &&
      dossier --archive b.db import part.ndjson > /dev/null &&
      dossier --archive b.db export | cmp - part.ndjson &&
      dossier --archive b.db claims --json | wc -l && dossier --archive a.db claims --entity north-korea --json | wc -l
      """)
    #expect(run.status == 0, "\(run.output) \(run.errors)")
    #expect(run.lines.count == 2)
    #expect(run.lines.first == run.lines.last)
  }

  @Test func `the first line says what it is`() throws {
    let first = try #require(try run("export").objects().first)
    #expect(first["schema"] as? String == "dossier/1")
    #expect(first["kind"] as? String == "archive")
  }

  @Test func `an export says the same as the list, row for row`() throws {
    for format in ["csv", "markdown"] {
      let list = try run("claims --entity china --format \(format)")
      let export = try run("export --entity china --format \(format)")
      #expect(list.bytes == export.bytes)
      #expect(list.lines.count > 2)
    }
    #expect(try run("export --format csv").output.contains(",'=b,"))
    #expect(try run("export --format csv --raw").output.contains(",=b,"))
    #expect(try run("export --format csv --bom --crlf").output.hasPrefix("\u{FEFF}quote_start"))
    try run("export --format csv -o out.csv")
    #expect(try place.data("out.csv") == run("export --format csv").bytes)
    #expect(try run("export -o /proc/none/x").status == 73)
  }

  @Test func `a page marks each figure in its sentence`() throws {
    let page = try run("export --format html --entity north-korea").output
    #expect(page.contains("sent <mark id=\"claim-"))
    #expect(page.contains(">50 workers</mark> to Khabarovsk"))
    #expect(page.contains("<li id=\"article-2\"><cite dir=\"auto\">=b</cite>"))
    #expect(page.hasSuffix("</html>\n"))
  }

  @Test func `what extract made elsewhere gives the archive that ingest gives`() throws {
    let run = try place.shell(
      """
      dossier extract --with-original --refusals --end a.jsonl b.jsonl c.jsonl > all.ndjson
      dossier extract --with-original --refusals --end c.jsonl > c.ndjson
      dossier extract --with-original --refusals --end b.jsonl a.jsonl > ba.ndjson
      dossier --archive direct.db ingest a.jsonl b.jsonl c.jsonl > /dev/null
      dossier --archive all.db import all.ndjson
      dossier --archive parts.db import c.ndjson ba.ndjson all.ndjson
      dossier --archive direct.db export > direct
      dossier --archive all.db export | cmp - direct && dossier --archive parts.db export | cmp - direct
      """)
    #expect(run.status == 0, "\(run.output) \(run.errors)")
    #expect(
      run.lines == [
        "3 added, 0 updated, 0 same, 0 refused", "3 added, 0 updated, 3 same, 0 refused",
      ])
  }

  @Test func `a shard without its end is refused, whole`() throws {
    try place.shell(
      "dossier extract --with-original --end a.jsonl b.jsonl | head -3 > cut.ndjson")
    let refused = try place.shell(
      "dossier --archive b.db import cut.ndjson; s=$?; dossier --archive b.db stats --json; exit $s"
    )
    #expect(refused.status == 66)
    #expect(refused.errors.hasPrefix("cut.ndjson: its last line is no end"))
    let taken = try place.shell("dossier --archive b.db import --partial cut.ndjson")
    #expect(taken.status == 0)
    let piped = try place.shell("head -1 cut.ndjson | dossier --archive c.db import -")
    #expect(piped.status == 66)
  }

  @Test func `a bad line is named and the rest goes in`() throws {
    let run = try place.shell(
      """
      dossier extract --with-original --end a.jsonl b.jsonl > two.ndjson
      { echo '{"kind":"nonsense"}'; echo broken; cat two.ndjson; } | dossier --archive b.db import -
      """)
    #expect(run.status == 1)
    #expect(run.output == "2 added, 0 updated, 0 same, 2 refused\n")
    #expect(run.errors.contains("-:1: the kind 'nonsense' is not known"))
    #expect(run.errors.contains("-:2: no JSON"))
  }

  @Test func `what nothing came of is no shard`() throws {
    try place.write("", to: "empty.ndjson")
    for command in [
      "dossier --archive b.db import empty.ndjson", "false | dossier --archive b.db import -",
    ] {
      let run = try place.shell(command)
      #expect(run.status == 66)
      #expect(run.errors.contains(": its last line is no end"))
    }
    #expect(try place.shell("dossier --archive b.db import --partial empty.ndjson").status == 0)
  }

  @Test func `a broken line is named once, and costs its article`() throws {
    let run = try place.shell(
      """
      dossier --archive a.db export | sed '/"kind":"claim"/{s/}$//;:a;n;ba}' > half.ndjson
      grep -n -m 1 '"kind":"claim"' half.ndjson | cut -d: -f1
      dossier --archive b.db import half.ndjson
      """)
    let number = try #require(run.lines.first)
    #expect(run.status == 1)
    #expect(run.lines.last == "3 added, 0 updated, 0 same, 1 refused")
    #expect(run.errors.hasPrefix("half.ndjson:\(number): no JSON: "))
    #expect(run.errorLines.count == 1)
  }

  @Test(arguments: ["export --all", "extract --with-original --end a.jsonl"])
  func `a figure that is not in its text is refused`(command: String) throws {
    // What the text says stays, and what is told of it is another.
    let run = try place.shell(
      """
      dossier --archive a.db \(command) | sed 's/"text":"40 trains"/"text":"41 trains"/g' > told.ndjson
      dossier --archive b.db import told.ndjson
      """)
    #expect(run.status == 1)
    #expect(run.errors.contains("“41 trains” does not stand at 11..<20 of its text"))
    #expect(run.errors.hasPrefix("told.ndjson:"))
  }
}
