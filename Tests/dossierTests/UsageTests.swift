import Testing

@Suite struct UsageTests {
  let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `without a command there is help`() throws {
    let run = try place.dossier()
    #expect(run.status == 0)
    #expect(run.output.contains("EXAMPLES:"))
  }

  @Test(arguments: [
    (["clams"], "did you mean claims?"), (["claims", "shwo", "6"], "did you mean claims show?"),
    (["frobnicate"], "dossier --help lists them"), (["claims", "--entitty", "x"], "--entity"),
    (["claims", "--about", "2025-13"], "is no time"),
    (["claims", "--min", "many"], "is no number"),
    (["claims", "--json", "--format", "csv"], "exclude one another"),
    (["claims", "--min", "10", "--max", "5"], "no number is at least --min"),
    (["export", "--format", "csv", "--all"], "--all is for --format json"),
    (["export", "--raw"], "are for --format csv"),
    (["export", "--format", "html", "--bom"], "are for --format csv"),
    (["extract", "--jobs", "0"], "--jobs takes a number from 1 to 256"),
    (["reprocess", "--jobs", "0"], "--jobs takes a number from 1 to 256"),
    (["reprocess", "--jobs=-1"], "--jobs takes a number from 1 to 256"),
    (["ingest", "--jobs", "1000000", "x"], "--jobs takes a number from 1 to 256"),
    (["claims", "--modality", "sure"], "asserted"),
    (["remove", "1"], "--purge"),
    (["ingest", "--from", "opml", "x"], "dossier sources import takes it"),
  ])
  func `a wrong call says in one line what would be right`(
    arguments: [String], advice: String
  ) throws {
    let run = try place.shell("dossier " + arguments.joined(separator: " "))
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("dossier: error: "))
    #expect(run.errors.contains(advice), "\(run.errors)")
  }

  @Test(arguments: ["claims", "articles", "stats", "check", "search x", "show 1", "sql 'select 1'"])
  func `a query without an archive says how to make one`(command: String) throws {
    let run = try place.shell("dossier " + command)
    #expect(run.status == 66)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("dossier ingest"))
    #expect(!place.exists("dossier.db"))
  }

  @Test func `the version is told`() throws {
    #expect(try place.dossier("--version").output == "dossier 0.1.0\n")
    let all = try place.dossier("--version", "-v").output
    #expect(all.contains("SQLite 3."))
    #expect(all.contains("schema "))
  }

  @Test func `a closed standard output is no fault`() throws {
    #expect(try place.shell("dossier --help | true; echo ${PIPESTATUS[0]}").output == "0\n")
  }
}
