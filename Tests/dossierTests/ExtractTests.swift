import Foundation
import Testing

@Suite struct ExtractTests {
  let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `documents come out in the order of the input, whatever the number of jobs`() throws {
    let lines = (1...500).map { "{\"id\":\"\($0)\",\"text\":\"China sent \($0) workers.\"}" }
    try place.write(lines.joined(separator: "\n"), to: "all.jsonl")
    let alone = try place.dossier("extract", "--jobs", "1", "all.jsonl")
    let together = try place.dossier("extract", "--jobs", "7", "all.jsonl")
    #expect(alone.status == 0)
    #expect(alone.bytes == together.bytes)
    #expect(try alone.objects().compactMap { $0["id"] as? String } == (1...500).map(String.init))
  }

  @Test func `a bad line is named and the rest goes on`() throws {
    let run = try place.dossier(
      "extract", "--from", "jsonl", "-", input: "{\"text\":\"a\"}\n[1]\n{\"text\":\"b\"}\n")
    #expect(run.status == 1)
    #expect(run.lines.count == 2)
    #expect(run.errors == "-:2: not an object\n")
  }

  @Test func `an engine gets refusals and ends in place`() throws {
    let run = try place.dossier(
      "extract", "--from", "jsonl", "--refusals", "--end", "--name", "part-7", "-",
      input: "{\"text\":\"a\"}\n[1]\n")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let objects = try run.objects()
    #expect(objects.map { $0["type"] as? String } == [nil, "refused", "end"])
    #expect(objects[1]["line"] as? Int == 2)
    #expect(objects[2]["path"] as? String == "part-7")
    #expect(objects[2]["read"] as? Int == 2)
    #expect(objects[2]["written"] as? Int == 1)
    #expect(objects[2]["refused"] as? Int == 1)
    #expect(objects[2]["truncated"] as? Bool == false)
    for key in ["version", "lexicons", "gazetteer"] { #expect(objects[2][key] is String) }
  }

  @Test func `fields are left out and unknown ones refused`() throws {
    let run = try place.dossier(
      "extract", "--from", "text", "--omit", "text,quantities", "-", input: "Five tons.")
    let object = try #require(try run.objects().first)
    #expect(object["text"] == nil)
    #expect(object["quantities"] == nil)
    #expect(object["claims"] != nil)
    let wrong = try place.dossier("extract", "--omit", "txt", "-", input: "")
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("did you mean text?"))
  }

  @Test func `the original comes along with its digest`() throws {
    let run = try place.dossier(
      "extract", "--from", "text", "--with-original", "-", input: "Hello.")
    let object = try #require(try run.objects().first)
    #expect(object["original"] as? String == "SGVsbG8u")
    #expect(
      object["sha256"] as? String
        == "2d8bd7d9bb5f85ba643f0110d50cb506a1fe439e769a22503193ea6046bb87f7")
  }

  @Test func `what is given fills in, and overrides when told so`() throws {
    let line = "{\"text\":\"a\",\"published\":\"2024-01-02\"}"
    let filled = try place.dossier(
      "extract", "--from", "jsonl", "--published", "2025-10-16", "--outlet", "O", "-", input: line)
    #expect(try filled.objects().first?["published"] as? String == "2024-01-02")
    #expect(try filled.objects().first?["outlet"] as? String == "O")
    let forced = try place.dossier(
      "extract", "--from", "jsonl", "--published", "2025-10-16", "--force-published", "-",
      input: line)
    #expect(try forced.objects().first?["published"] as? String == "2025-10-16")
  }

  @Test func `an address is for one document`() throws {
    try place.write("{\"text\":\"a\"}\n{\"text\":\"b\"}\n", to: "two.jsonl")
    #expect(try place.dossier("extract", "--url", "https://e.org", "two.jsonl").status == 64)
    try place.write("{\"text\":\"a\"}\n", to: "one.jsonl")
    let run = try place.dossier("extract", "--url", "https://e.org/x", "one.jsonl")
    #expect(try run.objects().first?["url"] as? String == "https://e.org/x")
  }

  @Test func `output of extract is not taken for articles`() throws {
    let run = try place.dossier(
      "extract", "--from", "jsonl", "-", input: "{\"text\":\"a\",\"claims\":[]}")
    #expect(run.status == 1)
    #expect(run.errors.contains("use dossier import"))
  }

  @Test func `entities come from a user's table, too`() throws {
    try place.write("id\tkind\tname\ten\nzorba\tcity\tZorba\tZorba\n", to: "mine.tsv")
    let run = try place.dossier(
      "extract", "--from", "text", "--gazetteer", "mine.tsv", "-", input: "In Zorba it rains.")
    let entities = try #require(try run.objects().first?["entities"] as? [[String: Any]])
    #expect(entities.first?["id"] as? String == "zorba")
    let missing = try place.dossier("extract", "--gazetteer", "none.tsv", "-", input: "x")
    #expect(missing.status == 66)
  }

  @Test func `a folder is walked without links, hidden files and the files of pages`() throws {
    try place.write("One.", to: "in/a.txt")
    try place.write("Two.", to: "in/sub/b.txt")
    try place.write("Hidden.", to: "in/.c.txt")
    try place.write("<html><body><p>Page.</p></body></html>", to: "in/page.html")
    try place.write("Part of the page.", to: "in/page_files/x.txt")
    try place.write("\0\u{1}\u{2}binary", to: "in/z.bin")
    try place.write("Outside.", to: "out.txt")
    try FileManager.default.createSymbolicLink(
      atPath: place.path("in/link.txt"), withDestinationPath: place.path("out.txt"))
    let run = try place.dossier("extract", "in")
    #expect(run.status == 0)
    #expect(
      try run.objects().compactMap { $0["path"] as? String }
        == ["in/a.txt", "in/page.html", "in/sub/b.txt"])
    #expect(run.errors == "4 files passed over\n")
    // A link that is named is followed.
    #expect(try place.dossier("extract", "in/link.txt").lines.count == 1)
  }

  @Test func `what is no regular file is refused without being waited for`() throws {
    let run = try place.shell("mkfifo pipe; dossier extract pipe /dev/zero nothing")
    #expect(run.status == 66)
    #expect(
      run.errorLines == [
        "pipe: not a regular file", "/dev/zero: not a regular file",
        "nothing: No such file or directory",
      ])
  }

  @Test func `documents leave before the next one is there`() throws {
    let run = try place.shell(
      """
      exec 3> >(dossier extract --from jsonl - > out.ndjson)
      echo '{"text":"a"}' >&3
      for i in $(seq 100); do [ -s out.ndjson ] && break; sleep 0.1; done
      wc -l < out.ndjson
      """)
    #expect(run.output.filter { $0.isNumber } == "1")
  }

  @Test func `a closed pipe is no fault, a full disk is`() throws {
    let lines = (1...2000).map { "{\"text\":\"China sent \($0) workers.\"}" }
    try place.write(lines.joined(separator: "\n"), to: "all.jsonl")
    let closed = try place.shell(
      "dossier extract all.jsonl | head -1 >/dev/null; echo ${PIPESTATUS[0]}")
    #expect(closed.output == "0\n")
    #expect(closed.errors.isEmpty)
    #expect(try place.shell("dossier extract all.jsonl > /dev/full").status == 74)
    #expect(try place.shell("ulimit -f 8; dossier extract all.jsonl > out").status == 74)
  }

  @Test func `a user's units are read, and the faults of their table told`() throws {
    let place = try Workplace()
    try place.write("The port moved 40,000 TEUs in 2024.", to: "port.txt")
    try place.write("{teu}\tcontainers\t1\tTEU|TEUs\n", to: "units.tsv")
    try place.write("# none\nq\tlength\tmany\tQ\n", to: "bad.tsv")
    let claims =
      try place.dossier("extract", "--units", "units.tsv", "port.txt").objects()
      .first?["claims"] as? [[String: Any]]
    #expect(claims?.first?["unit"] as? String == "{teu}")
    let refused = try place.dossier("extract", "--units", "bad.tsv", "port.txt")
    #expect(refused.status == 64)
    #expect(refused.errors.contains("bad.tsv:2: the factor “many” of “q” is no number"))
  }
}
