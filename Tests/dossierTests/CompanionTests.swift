import Foundation
import Testing

/// Other people's programs open the archive as it is, and their search works.
///
/// `make test` keeps them in `.build-tools`. Where they could not be had, as without network,
/// these tests are skipped; on a build machine that is a fault.
@Suite(.enabled(if: Companions.areThere || Companions.areRequired))
struct CompanionTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("Firms asked for 15,000 workers.", to: "labor.txt")
    try place.write("在符拉迪沃斯托克有朝鲜工人。", to: "chinese.txt")
    try place.dossier("--archive", "dossier.db", "ingest", "labor.txt", "chinese.txt")
  }

  @Test(arguments: [("workers", 1), ("朝鲜", 1), ("C%2B%2B", 0)])
  func `Datasette finds articles through its search box`(words: String, count: Int) throws {
    let rows = try datasette("/dossier/article.json?_shape=array&_search=\(words)") as? [Any]
    #expect(rows?.count == count)
  }

  @Test func `Datasette lists the views and opens them`() throws {
    let database = try datasette("/dossier.json") as? [String: Any]
    let views = try #require(database?["views"] as? [[String: Any]])
    let names = Set(views.compactMap { $0["name"] as? String })
    #expect(names.isSuperset(of: ["v_articles", "v_claim_entities", "v_mentions", "v_sources"]))
    #expect(try datasette("/dossier/v_claims.json?_shape=array") is [Any])
  }

  @Test func `sqlite-utils searches the articles`() throws {
    let run = try place.shell(
      "\(Companions.path("sqlite-utils")) search dossier.db article workers -c id")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.filter { !$0.isWhitespace } == "[{\"id\":1}]")
  }

  @Test func `plain SQLite searches the articles and rebuilds their index`() throws {
    let run = try place.shell(
      """
      \(Companions.path("python")) - <<'END'
      import sqlite3
      db = sqlite3.connect("dossier.db")
      match = "SELECT rowid FROM article_fts WHERE article_fts MATCH 'workers'"
      print(db.execute(match).fetchall())
      db.execute("INSERT INTO article_fts (article_fts) VALUES ('rebuild')")
      db.execute("INSERT INTO article_fts (article_fts, rank) VALUES ('integrity-check', 1)")
      print(db.execute(match).fetchall())
      END
      """)
    #expect(run.output == "[(1,)]\n[(1,)]\n", "\(run.errors)")
  }

  /// What Datasette answers for a path of its site.
  private func datasette(_ path: String) throws -> Any {
    let run = try place.shell("\(Companions.path("datasette")) dossier.db --get '\(path)'")
    #expect(run.status == 0, "\(run.errors)")
    return try JSONSerialization.jsonObject(with: run.bytes)
  }
}

/// The programs that the archive is opened with.
enum Companions {
  static let areThere = FileManager.default.fileExists(atPath: path("ready", in: ""))
  static let readPDF = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")
  static let areRequired = ProcessInfo.processInfo.environment["CI"] == "true"

  static func path(_ program: String, in folder: String = "bin/") -> String {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return root.appending(path: ".build-tools/" + folder + program).path
  }
}
