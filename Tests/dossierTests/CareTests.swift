import Foundation
import Testing

/// What changes an archive after reports are in.
@Suite struct CareTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(
      """
      {"id":"1","outlet":"United24","url":"https://united24media.example/1","published":"2025-10-16",\
      "title":"First","text":"China sent 40 workers to Zorba in 2024. Xylophone."}
      {"id":"2","outlet":"Echo","url":"https://echo.example/2","published":"2025-10-17",\
      "title":"Second","text":"North Korea sent 50 workers to Vladivostok in 2024."}
      """, to: "all.jsonl")
    _ = try run("ingest all.jsonl")
  }

  @discardableResult
  private func run(_ command: String) throws -> Outcome {
    try place.shell("dossier --archive a.db " + command)
  }

  @Test func `a source gets a grade, dated and signed`() throws {
    let set = try run("--now 2026-01-02 sources set united24 --reliability C --note state-funded")
    #expect(set.status == 0)
    let claim = try #require(try run("claims --source united24 --json").objects().first)
    #expect(claim["source_reliability"] as? String == "C")
    let history = try run("history source:united24 --json").objects()
    #expect(history.count == 2)
    #expect(history.allSatisfy { $0["who"] as? String == "me" })
    #expect(history.allSatisfy { $0["at"] as? String == "2026-01-02T00:00:00Z" })
    #expect(try run("sources set e --reliability B").status == 1)
    #expect(try run("sources set united24 --reliability G").status == 64)
    let sources = try run("sources --json").objects()
    #expect(sources.count == 2)
    #expect(sources.compactMap { $0["articles"] as? Int } == [1, 1])
  }

  @Test func `entities of one's own are found in old articles`() throws {
    try place.write(
      "id\tkind\tname\tparent\ten\nzorba\tcity\tZorba\trussia\tZorba\n", to: "mine.tsv")
    #expect(try run("entities import mine.tsv").output == "1 added, 0 changed, 0 same\n")
    #expect(try run("entities import mine.tsv").output == "0 added, 0 changed, 1 same\n")
    #expect(try run("claims --place zorba").output.isEmpty)
    #expect(try run("entities import mine.tsv --json").output.contains("\"same\":1"))
    let dry = try run("reprocess --entities --dry-run")
    #expect(dry.output.contains("1 mentions new"))
    #expect(try run("claims --place zorba").output.isEmpty)
    #expect(try run("reprocess --entities").output == dry.output)
    #expect(try run("claims --place zorba --json").lines.count == 1)
    #expect(
      try run("entities show zorba --mentions --json").objects().first?["text"] as? String
        == "Zorba")
    #expect(try run("check").status == 0)
  }

  @Test func `a table of entities with faults is refused whole`() throws {
    try place.write("id\tkind\tname\tparent\nx\tcity\tX\tnowhere\n", to: "bad.tsv")
    let bad = try run("entities import bad.tsv")
    #expect(bad.status == 64)
    #expect(bad.errors.contains("bad.tsv:2: "))
    #expect(try run("entities show x").status == 1)
  }

  @Test func `a removed article leaves no byte`() throws {
    let refused = try run("remove 1 --purge < /dev/null")
    #expect(refused.status == 64)
    #expect(refused.errors.contains("--yes"))
    #expect(try run("remove 1 --purge --yes").status == 0)
    #expect(try run("show 1").status == 1)
    #expect(try run("check").status == 0)
    #expect(try place.shell("cat a.db* | grep -ac Xylophone").output == "0\n")
    #expect(try place.shell("cat a.db* | grep -aic xylophone").output == "0\n")
  }

  @Test func `where the file cannot be written anew, what is left to do is told`() throws {
    // What is in no text costs little to remove, and as much as it is long to write again.
    let scripts = (0..<40).map { _ in
      let noise = (0..<12_500).map { _ in String(UInt64.random(in: 0 ... .max), radix: 36) }
      return "<script>\(noise.joined())</script>"
    }
    for (number, script) in scripts.enumerated() {
      try place.write("<html><p>\(number) boats sank.</p>\(script)</html>", to: "f/\(number).html")
    }
    _ = try run("ingest f")
    let length = try place.data("a.db").count
    let removed = try place.shell(
      "ulimit -f \(length / 1024 - 1024); dossier --archive a.db remove 1 --purge --yes")
    #expect(removed.status == 74, "\(removed.errors)")
    #expect(removed.errorLines.count == 1)
    #expect(removed.errors.contains("article 1 is removed"))
    #expect(removed.errors.contains("dossier backup NEW"))
    #expect(try run("show 1").status == 1)
    #expect(try run("check").status == 0)
    #expect(try run("backup new.db").status == 0)
    #expect(try place.shell("cat new.db* | grep -aic xylophone").output == "0\n")
  }

  @Test func `what was changed behind its back is found`() throws {
    #expect(try run("check").lines.last == "ok")
    let tampered = try place.shell(
      "command -v sqlite3 >/dev/null || exit 99; sqlite3 a.db \"update revision set body = "
        + "replace(body, '40 workers', '41 workers')\"")
    guard tampered.status != 99 else { return }
    let check = try run("check")
    #expect(check.status == 1)
    #expect(check.output.contains("evidence differs"))
    let object = try #require(try run("check --json").objects().first)
    #expect(object["lost"] as? Int == 1)
    #expect((object["faults"] as? [String])?.contains("claim 1: evidence differs") == true)
  }

  @Test func `a copy is an archive of its own`() throws {
    #expect(try run("backup copy.db").status == 0)
    #expect(try place.shell("stat -c %a copy.db").output == "600\n")
    #expect(try place.shell("dossier --archive copy.db check").lines.last == "ok")
    let again = try run("backup copy.db")
    #expect(again.status == 73)
    #expect(try run("backup /proc/none/copy.db").status == 73)
  }

  @Test func `an archive that cannot be migrated where it lies says so`() throws {
    let made = try place.shell(
      """
      command -v sqlite3 >/dev/null || exit 99
      mkdir ro; cp a.db ro; sqlite3 ro/a.db 'pragma user_version = 8; pragma journal_mode = delete'
      chmod 500 ro
      """)
    guard made.status != 99 else { return }
    for command in ["stats", "ingest --dry-run all.jsonl", "ingest all.jsonl"] {
      let run = try place.asNobody("dossier --archive ro/a.db \(command)")
      #expect(run.status == 74)
      #expect(run.errors.contains("ro/a.db: cannot write: it has schema 8 and has to be migrated"))
      #expect(run.errorLines.count == 1)
    }
    try place.shell("chmod 700 ro")
  }

  @Test func `an archive on a file system that cannot be written says so to whoever would`() throws
  {
    // Mounted where nobody else sees it, and only where that is allowed.
    let run = try place.shell(
      """
      unshare --mount true 2>/dev/null || exit 99
      export -f dossier; mkdir ro
      unshare --mount bash -c '
        mount -t tmpfs none ro && cp a.db ro && mount -o remount,ro ro || exit 99
        for command in "ingest all.jsonl" reprocess "sources set echo --reliability B"; do
          dossier --archive ro/a.db $command; echo $?
        done
        dossier --archive ro/a.db stats --json'
      """)
    guard run.status != 99 else { return }
    #expect(run.lines.prefix(3) == ["74", "74", "74"])
    #expect(run.lines.last?.contains("\"articles\":2") == true)
    let line = "dossier: error: ro/a.db: cannot write: Read-only file system\n"
    #expect(run.errors == line + line + line)
  }

  @Test func `an archive of a newer version is left alone`() throws {
    let made = try place.shell(
      "command -v sqlite3 >/dev/null || exit 99; sqlite3 a.db 'pragma user_version = 999'")
    guard made.status != 99 else { return }
    let before = try place.data("a.db")
    for command in ["stats", "ingest all.jsonl"] {
      let run = try run(command)
      #expect(run.status == 65)
      #expect(run.errors.contains("newer"))
    }
    #expect(try place.data("a.db") == before)
  }
}
