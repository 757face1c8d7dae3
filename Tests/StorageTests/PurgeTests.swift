import Foundation
import Model
import Storage
import Testing

@Suite struct PurgeTests {
  @Test func `no byte of a removed article stays in the file`() throws {
    let folder = try Folder()
    let path = folder.path("a.db")
    let archive = try Archive(path: path, for: .creating)
    let filler = (0..<200).map {
      Fixture.report("Report number \($0) from Khabarovsk says 12 ships arrived.")
    }
    let secret = Fixture.report(
      "The Quillfeather memorandum names 77 xylographs held in Vladivostok.",
      title: "Zanzibarine", url: "https://whistle.example/blower", outlet: "Nightjar Gazette",
      path: "inbox/mole/dropbox.html")
    try Fixture.ingest(Array(filler[..<100]) + [secret] + filler[100...], into: archive)
    try archive.close()
    let words = ["uillfeather", "ylograph", "anzibarine", "whistle", "ightjar", "mole"]
    func holding() throws -> [String] {
      let files = [path, path + "-wal"].filter { FileManager.default.fileExists(atPath: $0) }
      let bytes = try files.map { try Data(contentsOf: URL(filePath: $0)) }
      return words.filter { word in bytes.contains { $0.range(of: Data(word.utf8)) != nil } }
    }
    #expect(try holding() == words)
    try archive.purge(article: 101)
    #expect(try holding().isEmpty)
    #expect(try archive.search(SearchQuery("xylographs")).all().isEmpty)
    #expect(try archive.search(SearchQuery("Khabarovsk ships")).all().count == 200)
    #expect(try archive.check().faults.isEmpty)
    #expect(throws: ArchiveError.self) { try archive.purge(article: 101) }
  }

  @Test func `copies from before a migration are named`() throws {
    let folder = try Folder()
    let path = folder.path("a.db")
    let archive = try Archive(path: path, for: .creating)
    try Fixture.ingest([Fixture.report("Forty ships."), Fixture.report("Ten.")], into: archive)
    for name in ["a.db.v6.bak", "a.db.v6.2.bak", "b.db.v6.bak"] {
      try Data().write(to: folder.url.appending(path: name))
    }
    try archive.purge(article: 1)
    #expect(
      archive.takeNotices() == [
        "what was removed may still stand in \(path).v6.2.bak, \(path).v6.bak, from before a migration"
      ])
  }

  @Test func `an archive without it is as if it had never been there`() throws {
    let reports = ExportTests.reports
    let with = try Fixture.archive(with: reports)
    let without = try Fixture.archive(with: [])
    try Fixture.ingest(Array(reports[3...]), into: without)
    for article in try with.articles(ArticleQuery()).all()
    where ["amur.example", "Pacific Wire"].contains(article.source?.lowercased() ?? "")
      || ["Amur Times", "Pacific Wire"].contains(article.source)
    {
      try with.purge(article: article.id)
    }
    #expect(try ExportTests.export(with) == ExportTests.export(without))
  }
}
