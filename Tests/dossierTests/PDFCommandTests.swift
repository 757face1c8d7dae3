import Foundation
import Testing

/// PDF through the program of the system, which `make test` installs.
///
/// Where it could not be had, these tests are skipped; on a build machine that is a fault.
@Suite(.enabled(if: Companions.readPDF || Companions.areRequired))
struct PDFCommandTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try write(
      PDFFile.data(
        [
          ["The firms asked for 15,000 workers in the season of 2024-", "25, and got them."],
          ["Later they asked for 5.5 million tons of coal."],
        ], title: "What the firms asked for"), to: "report.pdf")
  }

  private func write(_ data: Data, to name: String) throws {
    try data.write(to: URL(filePath: place.path(name)))
  }

  @Test func `each figure has its page, and the tool its version`() throws {
    let run = try place.dossier("extract", "report.pdf")
    let document = try #require(try run.objects().first)
    let claims = try #require(document["claims"] as? [[String: Any]])
    #expect(claims.compactMap { $0["page"] as? Int } == [1, 2])
    #expect(claims.compactMap { $0["text"] as? String } == ["15,000 workers", "5.5 million tons"])
    #expect((document["text"] as? String)?.contains("2024-25, and got them.") == true)
    #expect(document["title"] as? String == "What the firms asked for")
    #expect((document["tool"] as? String)?.hasPrefix("pdftotext ") == true)
    #expect((document["pages"] as? [Int])?.count == 2)
    #expect(document["mime"] as? String == "application/pdf")
  }

  @Test func `standard input is known by its first bytes`() throws {
    let run = try place.shell("dossier extract - < report.pdf | grep -c '\"page\":2'")
    #expect(run.output == "1\n")
  }

  @Test func `the archive keeps pages through reprocessing, export and import`() throws {
    try place.dossier("--archive", "a.db", "ingest", "report.pdf")
    let shown = try place.dossier("--archive", "a.db", "claims", "show", "2")
    #expect(shown.output.contains("page            2"), "\(shown.output)")
    let again = try place.dossier("--archive", "a.db", "reprocess")
    #expect(again.output.hasPrefix("0 claims new, 0 gone, 0 changed"))
    try place.shell(
      "dossier extract --with-original --end report.pdf | dossier --archive b.db import -")
    let pages = "select group_concat(page) from v_claims"
    for archive in ["a.db", "b.db"] {
      let rows = try place.dossier("--archive", archive, "sql", pages)
      #expect(rows.output.contains("1,2"), "\(archive): \(rows.output)\(rows.errors)")
      let reprocessed = try place.dossier("--archive", archive, "reprocess")
      #expect(reprocessed.output.hasPrefix("0 claims new, 0 gone, 0 changed"))
    }
  }

  @Test func `damaged and scanned files are refused beside a good one`() throws {
    let whole = PDFFile.data([["Ships came."]])
    try write(whole.prefix(whole.count / 3), to: "cut.pdf")
    try write(PDFFile.data([[], []]), to: "scan.pdf")
    let run = try place.dossier("extract", "cut.pdf", "scan.pdf", "report.pdf")
    #expect(run.status == 1)
    #expect(run.lines.count == 1)
    #expect(run.errorLines.first?.hasPrefix("cut.pdf: damaged") == true)
    #expect(run.errorLines.last == "scan.pdf: no text in 2 pages; perhaps scanned")
  }

  @Test func `a file that opens with a password is refused as such`() throws {
    let key = String(repeating: "41", count: 32)
    let lock =
      "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <\(key)> /U <\(key)> >> /ID [<41><41>]"
    let open = String(decoding: PDFFile.data([["Ships came."]]), as: UTF8.self)
    try place.write(open.replacing("/Root", with: lock + " /Root"), to: "locked.pdf")
    let run = try place.dossier("extract", "locked.pdf")
    #expect(run.errors == "locked.pdf: encrypted: it opens with a password only\n")
    #expect(run.status == 1)
  }

  @Test func `without the tool the package is named, and the status is 69`() throws {
    let path = ["PATH": "/nowhere"]
    let message = "report.pdf: needs pdftotext (Debian: poppler-utils)\n"
    let run = try place.dossier("extract", "report.pdf", environment: path)
    #expect(run.status == 69)
    #expect(run.errors == message)
    let ingest = try place.dossier("--archive", "a.db", "ingest", "report.pdf", environment: path)
    #expect(ingest.status == 69)
    #expect(ingest.errors == message)
    try place.write("Firms asked for 15,000 workers.", to: "report.txt")
    let both = try place.dossier("extract", "report.pdf", "report.txt", environment: path)
    #expect(both.status == 1)
  }
}
