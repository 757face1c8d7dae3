import Foundation
import Testing

/// Runs that something outside ends: a signal, a full disk, whoever reads what they print.
@Suite struct InterruptionTests {
  let place: Workplace

  init() throws { place = try Workplace() }

  private func ingest(_ file: String) throws -> Outcome {
    try place.dossier("--archive", "a.db", "ingest", file)
  }

  private func count(_ name: String) throws -> Int? {
    try place.dossier("--archive", "a.db", "stats", "--json").objects().first?[name] as? Int
  }

  /// `all.jsonl`, with reports of workers who were sent somewhere.
  private func writeReports(_ count: Int, to town: String = "Vladivostok") throws {
    let lines = (1...count).map {
      "{\"id\":\"\($0)\",\"outlet\":\"O\",\"text\":\"China sent \($0) workers to \(town) in 2024.\"}"
    }
    try place.write(lines.joined(separator: "\n"), to: "all.jsonl")
  }

  @Test func `what is told stays told after a kill, and a second run completes it`() throws {
    try writeReports(4000)
    let running = try place.start("--archive", "a.db", "ingest", "all.jsonl")
    // Killed once something has been promised.
    for _ in 0..<400 {
      let told = try Data(contentsOf: running.output).count
      if told > 0 || !running.process.isRunning { break }
      usleep(10_000)
    }
    kill(running.process.processIdentifier, SIGKILL)
    running.process.waitUntilExit()
    let promised = try running.outcome().lines.count { $0.hasPrefix("added") }
    let check = try place.dossier("--archive", "a.db", "check")
    #expect(check.status == 0, "\(check.output)")
    #expect(try count("articles") ?? 0 >= promised)
    let again = try ingest("all.jsonl")
    #expect(again.status == 0)
    #expect(try count("articles") == 4000)
  }

  @Test(arguments: [("INT", 130), ("TERM", 143)])
  func `an interrupt ends with its status and a sound archive`(signal: String, status: Int) throws {
    let run = try place.shell(
      """
      mkfifo in
      '\(Workplace.program)' --archive a.db ingest --from jsonl - < in > told &
      exec 3> in
      for i in $(seq 50); do echo "{\\"text\\":\\"$i ships.\\"}"; done >&3
      for i in $(seq 100); do [ $(wc -l < told) -ge 50 ] && break; sleep 0.1; done
      kill -\(signal) $!; wait $!; echo $?
      tail -1 told
      """)
    #expect(run.lines == ["\(status)", "50 added, 0 updated, 0 same, 0 refused"])
    #expect(try place.dossier("--archive", "a.db", "check").status == 0)
  }

  @Test(arguments: ["ingest all.jsonl", "import all.ndjson"])
  func `an interrupted command finishes its batch and gives its counts`(command: String) throws {
    try writeReports(4000)
    if command.hasPrefix("import") {
      try place.shell("dossier extract --with-original --end all.jsonl > all.ndjson")
    }
    let words = command.split(separator: " ").map(String.init)
    let running = try place.start("--archive", "a.db", words[0], words[1])
    try interrupt(running, pastBytes: 1 << 20)
    let run = try running.outcome()
    #expect(run.status == 143, "\(run.errors)")
    let told = try #require(run.lines.last)
    #expect(told.hasSuffix(" added, 0 updated, 0 same, 0 refused"))
    #expect(try count("articles") == Int(told.prefix { $0 != " " }))
  }

  @Test func `an interrupted reprocess says how far it came`() throws {
    try writeReports(4000, to: "Zorba")
    _ = try ingest("all.jsonl")
    try place.write("id\tkind\tname\tparent\nzorba\tcity\tZorba\trussia\n", to: "mine.tsv")
    try place.dossier("--archive", "a.db", "entities", "import", "mine.tsv")
    let running = try place.start("--archive", "a.db", "reprocess")
    try interrupt(running, pastBytes: 1 << 16)
    let run = try running.outcome()
    #expect(run.status == 143, "\(run.errors)")
    let told = try #require(run.errors.firstMatch(of: /stopped after ([0-9]+) texts/))
    #expect(Int(told.1).map { $0 > 0 } == true)
    #expect(try place.dossier("--archive", "a.db", "check").status == 0)
    try place.dossier("--archive", "a.db", "reprocess")
    let named = try place.dossier("--archive", "a.db", "claims", "--place", "zorba", "--json")
    #expect(named.lines.count == 4000)
  }

  /// Ends a run from outside once it has written this much to the archive.
  private func interrupt(_ running: Running, pastBytes bytes: Int) throws {
    for _ in 0..<1000 {
      if place.exists("a.db-wal"), try place.data("a.db-wal").count > bytes { break }
      usleep(5_000)
    }
    kill(running.process.processIdentifier, SIGTERM)
    running.process.waitUntilExit()
  }

  @Test func `a full disk leaves a sound archive`() throws {
    try place.write("Forty ships called in May.", to: "calls.txt")
    _ = try ingest("calls.txt")
    try writeReports(3000)
    let run = try place.shell(
      "ulimit -f 1500; dossier --archive a.db ingest all.jsonl > told")
    #expect([73, 74].contains(run.status), "\(run.status) \(run.errors)")
    #expect(run.errorLines.count == 1)
    let told = try place.shell("grep -c ^added told; tail -1 told").lines
    #expect(told.last == "\(told.first ?? "") added, 0 updated, 0 same, 0 refused")
    #expect(try place.dossier("--archive", "a.db", "check").status == 0)
    #expect(try ingest("all.jsonl").status == 0)
    #expect(try count("articles") == 3001)
  }

  @Test func `a disk that is full at creation leaves nothing in the way`() throws {
    try place.write("Forty ships called in May.", to: "calls.txt")
    let run = try place.shell("ulimit -f 4; dossier --archive a.db ingest calls.txt")
    #expect([73, 74].contains(run.status), "\(run.status) \(run.errors)")
    #expect(try ingest("calls.txt").status == 0)
    #expect(try place.dossier("--archive", "a.db", "check").status == 0)
  }

  @Test func `whoever stops listening loses nothing`() throws {
    try writeReports(3000)
    let run = try place.shell(
      "dossier --archive a.db ingest all.jsonl | head -1 > /dev/null; echo ${PIPESTATUS[0]}")
    #expect(run.output == "0\n")
    #expect(run.errors.isEmpty)
    #expect(try count("articles") ?? 0 > 0)
    #expect(try place.dossier("--archive", "a.db", "check").status == 0)
  }
}
