import Foundation
import Model
import SQLite
import Storage
import Testing

@Suite struct CheckTests {
  @Test func `a sound archive has every claim anchored`() throws {
    let archive = try Fixture.archive(with: ExportTests.reports)
    let result = try archive.check()
    #expect(result.faults.isEmpty)
    #expect(result.claims > 5 && result.anchored == result.claims)
    #expect(result.moved == 0 && result.lost == 0)
  }

  @Test(arguments: [
    ("UPDATE revision SET body = replace(body, '1,200', '9,200')", "claim 1: evidence differs"),
    ("UPDATE revision SET body = 'X ' || body", "stand elsewhere"),
    ("UPDATE revision SET title = 'Other'", "the text differs"),
    ("UPDATE claim SET quote = quote || '!' WHERE id = 1", "claim 1: evidence differs"),
    ("UPDATE claim SET sentence_end = sentence_start + 1 WHERE id = 1", "does not hold it"),
    ("UPDATE claim SET speaker_start = 9999, speaker_end = 99999", "speaker is outside"),
    ("UPDATE mention SET quote_end = quote_end + 1", "the mention of"),
    ("UPDATE original SET bytes = x'00'", "the bytes differ"),
    ("UPDATE original SET sha256 = zeroblob(32)", "the bytes differ"),
    ("PRAGMA foreign_keys = OFF; UPDATE article SET source = 77", "refers to a missing source"),
    ("INSERT INTO article_fts (article_fts) VALUES ('delete-all')", "full-text index"),
  ])
  func `what was changed by hand is found`(sql: String, fault: String) throws {
    let folder = try Folder()
    let path = folder.path("a.db")
    let archive = try Archive(path: path, for: .creating)
    try Fixture.ingest(
      [Fixture.report(ReportWriterTests.text, title: "T", url: "https://a.example/1")],
      into: archive)
    try archive.close()
    try Connection(path: path).execute(script: sql)
    var told: [String] = []
    let result = try Archive(path: path, for: .reading).check { told.append($0) }
    #expect(told == result.faults)
    #expect(told.contains { $0.contains(fault) }, "\(told)")
  }
}
