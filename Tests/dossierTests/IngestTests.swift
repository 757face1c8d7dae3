import Foundation
import Testing

@Suite struct IngestTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(
      """
      Harbour fills up

      By Ann Example
      2025-10-16

      In 2024 more than 15,000 North Korean workers officially moved to Primorsky Krai.
      """, to: "harbour.txt")
  }

  private func ingest(_ arguments: String...) throws -> Outcome {
    try place.shell(
      "dossier --archive a.db ingest " + arguments.joined(separator: " "))
  }

  private func count(_ name: String) throws -> Int? {
    try place.dossier("--archive", "a.db", "stats", "--json").objects().first?[name] as? Int
  }

  @Test func `an archive that lies in the folder is no report, nor what lies beside it`() throws {
    try place.write("Forty ships called in May.", to: "folder/calls.txt")
    let script = "cd folder && touch dossier.db-journal && dossier --archive dossier.db"
    for outcome in ["1 added, 0 updated, 0 same", "0 added, 0 updated, 1 same"] {
      let run = try place.shell("\(script) ingest -v .")
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.lines.last == "\(outcome), 0 refused")
      #expect(run.errors.contains("./dossier.db: passed over: the archive's own"))
    }
    let extracted = try place.shell("\(script) extract .")
    #expect(extracted.status == 0, "\(extracted.errors)")
    #expect(extracted.lines.count == 1)
  }

  @Test func `a list of feeds is no document, and passed over in a folder`() throws {
    let list = """
      <?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
      <outline type="rss" text="Port Calls" xmlUrl="https://portcalls.example.org/feed.xml"/>
      </body></opml>
      """
    try place.write(list, to: "folder/feeds.opml")
    // Large files are read another way.
    let note = "<!--" + String(repeating: " ", count: 600_000) + "-->"
    try place.write(list + note, to: "folder/large.opml")
    try place.write("Forty ships called in May.", to: "folder/calls.txt")
    let walked = try ingest("folder")
    #expect(walked.output.hasSuffix("1 added, 0 updated, 0 same, 0 refused\n"))
    #expect(walked.errors == "2 files passed over\n")
    let named = try ingest("folder/feeds.opml")
    #expect(named.errors.contains("dossier sources import takes it"))
    #expect(named.status == 1)
  }

  @Test func `what is passed over in a folder is named where that is asked for`() throws {
    try place.write("Forty ships called in May.", to: "all/calls.txt")
    try place.write("GIF89a\0\u{1}\u{2}", to: "all/map.gif")
    #expect(try ingest("all").errors == "1 file passed over\n")
    try place.shell("cd all; echo x > .hidden; ln -s calls.txt link.txt; mkdir p_files; > p.html")
    let named = [
      "all/map.gif: passed over: no reader knows this format", "all/.hidden: passed over: hidden",
      "all/p_files: passed over: the folder beside a saved page",
      "all/link.txt: passed over: a link",
    ]
    let run = try ingest("-v all")
    #expect(Set(run.errorLines).isSuperset(of: named + ["4 files passed over"]))
    let extract = try place.dossier("extract", "--verbose", "all")
    #expect(Set(extract.errorLines).isSuperset(of: named + ["4 files passed over"]))
  }

  @Test func `a file whose name promises a document is refused where it is none`() throws {
    try place.write("Forty ships called in May.", to: "all/calls.txt")
    for name in ["scan.PDF", "page.html", "crawl.warc.gz", "map.gif"] {
      try place.write("\0\u{1}\u{2}", to: "all/" + name)
    }
    // Large files are read another way.
    try place.write(String(repeating: "\0", count: 600_000), to: "all/large.csv")
    let run = try ingest("all")
    #expect(run.status == 1)
    #expect(run.output.hasSuffix("1 added, 0 updated, 0 same, 4 refused\n"))
    #expect(
      run.errorLines
        == ["crawl.warc.gz", "large.csv", "page.html", "scan.PDF"].map {
          "all/\($0): no reader knows this format"
        } + ["1 file passed over"])
  }

  @Test func `a file that may not be read is refused`() throws {
    try place.shell(
      "mkdir all; cp harbour.txt all/a.txt; cp harbour.txt all/b.txt; chmod 0 all/b.txt")
    let run = try place.asNobody("dossier extract all | grep -c '\"path\"'")
    #expect(run.output == "1\n")
    #expect(run.errors == "all/b.txt: Permission denied\n")
  }

  @Test func `what a web archive holds besides documents is counted by its types`() throws {
    let records = ["image/png", "application/pdf", "image/png"].map { type in
      let response = "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\n\r\nabc"
      return "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://tide.example/1\r\n"
        + "Content-Type: application/http\r\nContent-Length: \(response.utf8.count)\r\n\r\n"
        + response + "\r\n\r\n"
    }
    try place.write(records.joined(), to: "a.warc")
    try place.write(records[1], to: "b.warc")
    let remark = "passed over in web archives: 2 application/pdf, 2 image/png"
    let run = try ingest("a.warc b.warc harbour.txt")
    #expect(run.status == 0)
    #expect(
      run.errorLines == ["a.warc: no document in it", "b.warc: no document in it", remark])
    #expect(try place.dossier("extract", "a.warc", "b.warc").errorLines == [remark])
  }

  @Test func `files, folders and standard input go in, a line a document`() throws {
    try place.write(
      "<html><head><title>Page</title></head><body><article><p>China sent 40 trains to Russia in 2024, "
        + "said the ministry of transport.</p></article></body></html>", to: "pages/page.html")
    let run = try place.dossier(
      "--archive", "a.db", "ingest", "harbour.txt", "pages", "-", input: "Five ships came in.")
    #expect(run.status == 0)
    #expect(run.lines.count == 4)
    #expect(run.lines[0].contains(#/^added 1\s+harbour.txt\s+“Harbour fills up”\s+\d+ claims?$/#))
    #expect(run.lines[3] == "3 added, 0 updated, 0 same, 0 refused")
    #expect(try count("articles") == 3)
  }

  @Test func `the same again changes nothing`() throws {
    _ = try ingest("harbour.txt")
    let before = try place.dossier("--archive", "a.db", "stats", "--json").bytes
    let again = try ingest("harbour.txt")
    #expect(again.lines.first?.hasPrefix("same 1") == true)
    #expect(again.lines.last == "0 added, 0 updated, 1 same, 0 refused")
    #expect(try place.dossier("--archive", "a.db", "stats", "--json").bytes == before)
  }

  @Test func `a new text of an address is a new revision`() throws {
    try place.write("A bridge of 850 metres will be built.", to: "v1.txt")
    try place.write("A bridge of 900 metres will be built.", to: "v2.txt")
    _ = try ingest("--url https://e.org/bridge v1.txt")
    let run = try ingest("--url https://e.org/bridge v2.txt")
    #expect(run.output.contains("updated 1 → revision 2"))
    let revisions = try place.dossier("--archive", "a.db", "revisions", "1", "--json").objects()
    #expect(revisions.map { $0["revision"] as? Int } == [1, 2])
    #expect(revisions.map { $0["current"] as? Bool } == [false, true])
    let first = try place.dossier("--archive", "a.db", "show", "1", "--revision", "1", "--text")
    #expect(first.output == "A bridge of 850 metres will be built.")
  }

  @Test func `what is not current is not shown as if it were`() throws {
    for (number, length) in [(1, 850), (2, 900)] {
      try place.write(
        "{\"url\":\"https://e.org/bridge\",\"updated\":\"2025-08-0\(number)T00:00:00Z\","
          + "\"text\":\"A bridge of \(length) metres will be built in 2026.\"}",
        to: "v\(number).jsonl")
    }
    _ = try ingest("v2.jsonl")
    let run = try ingest("v1.jsonl")
    #expect(run.output.contains("updated 1 → revision 1, not current\t"), "\(run.output)")
    func shown(_ arguments: String) throws -> String {
      try place.shell("dossier --archive a.db " + arguments).output
    }
    #expect(try shown("show 1").contains("revision 2 of 2\n"))
    #expect(try shown("show 1 --revision 1").contains("revision 1 of 2, not current\n"))
    #expect(try shown("claims show 1").contains(" 1, revision 2\n"))
    #expect(try shown("claims show 2").contains(" 1, revision 1, not current\n"))
  }

  @Test func `a text that an article had before changes nothing, and that is told`() throws {
    try place.write("A bridge of 850 metres will be built.", to: "v1.txt")
    try place.write("A bridge of 900 metres will be built.", to: "v2.txt")
    for file in ["v1.txt", "v2.txt"] { _ = try ingest("--url https://e.org/bridge \(file)") }
    let back = try ingest("--url https://e.org/bridge v1.txt")
    #expect(back.output.hasPrefix("same 1 → revision 1, not current\tv1.txt\t"), "\(back.output)")
    let again = try ingest("--json --url https://e.org/bridge v1.txt")
    #expect(try again.objects().first?["current"] as? Bool == false)
    #expect(try ingest("--url https://e.org/bridge v2.txt").output.hasPrefix("same 1\tv2.txt\t"))
  }

  @Test func `a text without an address revises the article that is named`() throws {
    try place.write("Old text of 5 words.", to: "v1.txt")
    try place.write("New text of 6 words.", to: "v2.txt")
    _ = try ingest("v1.txt")
    #expect(try ingest("--revises 1 v2.txt").output.contains("updated 1 → revision 2"))
    #expect(try ingest("--revises 99 harbour.txt").status == 1)
  }

  @Test(arguments: ["--url https://e.org/bridge", "--revises 1"])
  func `what is said of one document is not said of a folder`(option: String) throws {
    _ = try ingest("harbour.txt")
    try place.write("A bridge of 850 metres will be built.", to: "folder/v1.txt")
    try place.write("A tunnel of 900 metres will be built.", to: "folder/v2.txt")
    let run = try ingest(option + " folder")
    #expect(run.status == 64)
    #expect(run.errors.contains(" is for one document, and folder is a folder"))
    #expect(try count("revisions") == 1)
  }

  @Test func `the same text from another outlet is joined as a copy`() throws {
    let text = "China and Russia opened 12 crossings on the Amur river between January and June."
    for (name, outlet) in [("a", "Agency"), ("b", "Paper")] {
      try place.write(
        "{\"id\":\"\(name)\",\"outlet\":\"\(outlet)\",\"published\":\"2025-07-0\(name == "a" ? 1 : 2)\","
          + "\"text\":\"\(text)\"}", to: name + ".jsonl")
    }
    _ = try ingest("a.jsonl")
    let copy = try ingest("b.jsonl")
    #expect(copy.output.contains("added 2 (copy of 1, 100 % shared)"))
    let claims = try place.dossier("--archive", "a.db", "claims")
    #expect(claims.lines.last?.hasSuffix("sources 1 (+1 copy)") == true)
  }

  @Test func `one bad document stops nothing`() throws {
    for index in 1...99 { try place.write("Report \(index): 5 ships.", to: "all/\(index).jsonl") }
    for index in 1...99 {
      try place.write(
        "{\"id\":\"\(index)\",\"outlet\":\"O\",\"text\":\"\(index) ships came.\"}",
        to: "all/\(index).jsonl")
    }
    try place.write("{broken", to: "all/50x.jsonl")
    let run = try ingest("all", "--from jsonl")
    #expect(run.status == 1)
    #expect(run.lines.last == "99 added, 0 updated, 0 same, 1 refused")
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("all/50x.jsonl:1: "))
    #expect(try count("articles") == 99)
  }

  @Test func `programs get one object a document, refused ones in their place`() throws {
    let run = try place.dossier(
      "--archive", "a.db", "ingest", "--json", "--from", "jsonl", "-",
      input: "{\"text\":\"One.\"}\n[]\n{\"text\":\"Two.\"}\n")
    #expect(run.status == 1)
    let objects = try run.objects()
    #expect(objects.map { $0["status"] as? String } == ["added", "refused", "added"])
    #expect(objects[1]["reason"] as? String == "not an object")
    #expect(objects[0]["id"] as? Int == 1)
    #expect((objects[0]["key"] as? String)?.count == 16)
  }

  @Test func `a dry run leaves the archive as it is`() throws {
    let none = try ingest("--dry-run harbour.txt")
    #expect(none.lines.last == "1 added, 0 updated, 0 same, 0 refused")
    #expect(!place.exists("a.db"))
    _ = try ingest("harbour.txt")
    let before = try place.data("a.db")
    try place.write("New.", to: "new.txt")
    let run = try ingest("--dry-run harbour.txt new.txt")
    #expect(run.lines.last == "1 added, 0 updated, 1 same, 0 refused")
    #expect(try place.data("a.db") == before)
  }

  @Test func `a dry run needs no archive that can be written`() throws {
    _ = try ingest("harbour.txt")
    try place.write("New.", to: "new.txt")
    try place.shell("mkdir ro; cp a.db ro; chmod 400 ro/a.db; chmod 500 ro")
    let run = try place.asNobody(
      "TMPDIR=$PWD dossier --archive ro/a.db ingest --dry-run harbour.txt new.txt; ls -d dossier-*")
    #expect(run.lines.last == "1 added, 0 updated, 1 same, 0 refused", "\(run.errors)")
    #expect(try place.shell("cmp a.db ro/a.db; chmod 700 ro").status == 0)
  }

  @Test func `two ingests at once both succeed`() throws {
    for half in ["a", "b"] {
      let lines = (1...600).map {
        "{\"id\":\"\(half)\($0)\",\"outlet\":\"O\",\"text\":\"\(half) \($0) ships came.\"}"
      }
      try place.write(lines.joined(separator: "\n"), to: half + ".jsonl")
    }
    let run = try place.shell(
      """
      dossier --archive a.db ingest a.jsonl > /dev/null & one=$!
      dossier --archive a.db ingest b.jsonl > /dev/null & two=$!
      wait $one; echo $?; wait $two; echo $?
      """)
    #expect(run.lines == ["0", "0"], "\(run.errors)")
    #expect(try count("articles") == 1200)
    #expect(try place.dossier("--archive", "a.db", "check").status == 0)
  }

  @Test func `the archive is its owner's and lies where it is said to lie`() throws {
    try place.shell("mkdir d; cd d; DOSSIER_ARCHIVE=e.db dossier ingest ../harbour.txt")
    #expect(place.exists("d/e.db"))
    let mode = try place.shell("stat -c %a d/e.db").output
    #expect(mode == "600\n")
    try place.shell("dossier ingest harbour.txt")
    #expect(place.exists(".local/share/dossier/dossier.db"))
    try place.shell("mv .local/share/dossier/dossier.db .")
    #expect(try place.dossier("stats").status == 0)
  }

  @Test func `an archive that is none is refused and stays as it is`() throws {
    try place.write("This is no archive, but a text of some length.", to: "a.db")
    let run = try ingest("harbour.txt")
    #expect(run.status == 65)
    #expect(try place.data("a.db") == Data("This is no archive, but a text of some length.".utf8))
    #expect(try place.shell("mkdir dir; dossier --archive dir ingest harbour.txt").status != 0)
    #expect(try place.shell("dossier --archive /proc/none/a.db ingest harbour.txt").status == 73)
  }

  @Test func `names of files cannot write on a terminal`() throws {
    let run = try place.shell("dossier --archive a.db ingest harbour.txt $'x\\e[2J\\ny.txt'")
    #expect(run.status == 1)
    #expect(run.errors == "x\\u{1b}[2J\\u{a}y.txt: No such file or directory\n")
  }

  @Test func `languages without rules are told`() throws {
    try place.write("Россия приняла более 15 тысяч рабочих из КНДР в прошлом году.", to: "ru.txt")
    #expect(try ingest("ru.txt").output.contains("ru: figures are not read yet"))
  }
}
