import Foundation
import SQLite
import Storage
import Testing

@Suite struct OpeningTests {
  private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func names(_ folder: Folder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  @Test func `a new archive is its owner's alone, with the folders above it`() throws {
    let folder = try Folder()
    let path = folder.path("deep/er/a.db")
    let archive = try Archive(path: path, for: .creating)
    #expect(try permissions(path) == 0o600)
    #expect(try permissions(folder.path("deep")) == 0o700)
    #expect(try permissions(path + "-wal") == 0o600)
    try archive.close()
    #expect(archive.takeNotices().isEmpty)
  }

  @Test func `an empty file is a new archive, and becomes its owner's alone`() throws {
    let folder = try Folder()
    try Data().write(to: folder.url.appending(path: "a.db"))
    #expect(throws: ArchiveError.missing(path: folder.path("a.db"))) {
      try Archive(path: folder.path("a.db"), for: .reading)
    }
    _ = try Archive(path: folder.path("a.db"), for: .creating)
    #expect(try permissions(folder.path("a.db")) == 0o600)
  }

  @Test func `nothing is created through a link`() throws {
    let folder = try Folder()
    let (link, target) = (folder.path("link.db"), folder.path("target.db"))
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    #expect(throws: ArchiveError.self) { try Archive(path: link, for: .creating) }
    #expect(!FileManager.default.fileExists(atPath: target))
    try Data().write(to: URL(filePath: target))
    #expect(throws: ArchiveError.self) { try Archive(path: link, for: .creating) }
  }

  @Test func `a missing archive is not made by reading or writing`() throws {
    let folder = try Folder()
    for access in [Archive.Access.reading, .writing] {
      #expect(throws: ArchiveError.missing(path: folder.path("a.db"))) {
        try Archive(path: folder.path("a.db"), for: access)
      }
    }
    #expect(try names(folder).isEmpty)
  }

  @Test(arguments: [Archive.Access.reading, .writing, .creating])
  func `what is no archive is refused untouched`(access: Archive.Access) throws {
    let folder = try Folder()
    let path = folder.path("a.db")
    let strangers: [(String) throws -> Void] = [
      { try Data("not a database, only a letter to somebody".utf8).write(to: URL(filePath: $0)) },
      { try Data("SQLite format 3\0".utf8).write(to: URL(filePath: $0)) },
      { path in
        try Data().write(to: URL(filePath: path))
        try Connection(path: path).execute(script: "CREATE TABLE t (a); PRAGMA user_version = 3")
      },
      { path in
        try FileManager.default.createDirectory(
          atPath: path, withIntermediateDirectories: false)
      },
    ]
    for make in strangers {
      try make(path)
      let before = try? Data(contentsOf: URL(filePath: path))
      #expect(throws: ArchiveError.foreign(path: path)) { try Archive(path: path, for: access) }
      #expect((try? Data(contentsOf: URL(filePath: path))) == before)
      #expect(try names(folder) == ["a.db"])
      try FileManager.default.removeItem(atPath: path)
    }
  }

  @Test func `an archive of a newer program is refused untouched`() throws {
    let folder = try Folder()
    let path = folder.path("a.db")
    try Archive(path: path, for: .creating).close()
    let connection = try Connection(path: path)
    try connection.execute(script: "PRAGMA journal_mode = DELETE; PRAGMA user_version = 99")
    let before = try Data(contentsOf: URL(filePath: path))
    let error = #expect(throws: ArchiveError.self) { try Archive(path: path, for: .writing) }
    #expect(error.map { "\($0)" }?.contains("made by a newer dossier (schema 99") == true)
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test func `a torn archive is damaged, and does not crash`() throws {
    let folder = try Folder()
    let path = folder.path("a.db")
    let archive = try Archive(path: path, for: .creating)
    try Fixture.ingest([Fixture.report(ReportWriterTests.text, title: "T")], into: archive)
    try archive.close()
    let whole = try Data(contentsOf: URL(filePath: path))
    for length in [100, 5_000, 20_000, whole.count / 2] {
      try whole.prefix(length).write(to: URL(filePath: folder.path("torn.db")))
      let error = #expect(throws: ArchiveError.self) {
        let torn = try Archive(path: folder.path("torn.db"), for: .reading)
        let result = try torn.check()
        if !result.faults.isEmpty { throw ArchiveError.damaged(path: "", reason: "faults") }
      }
      guard case .damaged = error else {
        Issue.record("\(length) bytes: \(String(describing: error))")
        continue
      }
    }
  }

  @Test func `reading leaves no file behind and changes none`() throws {
    let folder = try Folder()
    let path = folder.path("a.db")
    try Archive(path: path, for: .creating).close()
    let before = try Data(contentsOf: URL(filePath: path))
    do {
      let archive = try Archive(path: path, for: .reading)
      #expect(try archive.statistics().articles == 0)
      #expect(throws: ArchiveError.self) {
        try Fixture.ingest([Fixture.report("x y z")], into: archive)
      }
      try archive.close()
    }
    #expect(try names(folder) == ["a.db"])
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test func `a path with signs of its own is a path`() throws {
    let folder = try Folder()
    for name in ["a?mode=memory.db", "file:b.db", "100% #1.db"] {
      try Archive(path: folder.path(name), for: .creating).close()
      #expect(FileManager.default.fileExists(atPath: folder.path(name)))
      #expect(try Archive(path: folder.path(name), for: .reading).statistics().articles == 0)
    }
  }

  @Test func `an archive of an earlier schema is migrated after a copy`() throws {
    let folder = try Folder()
    let path = folder.path("a.db")
    let archive = try Archive(path: path, for: .creating)
    // The third is a copy that the earlier schema could not tell.
    let texts = [CopyTests.long, CopyTests.long, "A new lead.\n\n" + CopyTests.long]
    let reports = texts.enumerated().map {
      Fixture.report(
        $0.element, title: "T", url: "https://site\($0.offset).example/1",
        published: "2025-10-0\($0.offset + 1)")
    }
    try Fixture.ingest(reports, into: archive)
    let newest = try archive.statistics().schemaVersion
    let older = 6
    let connection = try Connection(path: path)
    try connection.execute(
      script: """
        DROP TABLE feed;
        ALTER TABLE original DROP COLUMN headers;
        ALTER TABLE revision DROP COLUMN pages;
        ALTER TABLE revision DROP COLUMN tool;
        DROP VIEW v_articles;
        DROP TABLE shingle;
        DROP INDEX article_parent;
        DROP INDEX article_origin;
        ALTER TABLE article DROP COLUMN parent;
        ALTER TABLE article DROP COLUMN share;
        ALTER TABLE article DROP COLUMN origin;
        CREATE TABLE story (
          id INTEGER PRIMARY KEY, origin INTEGER NOT NULL REFERENCES article
        ) STRICT;
        ALTER TABLE article ADD COLUMN story INTEGER REFERENCES story;
        CREATE INDEX article_story ON article (story) WHERE story IS NOT NULL;
        CREATE VIEW v_articles AS SELECT id FROM article;
        INSERT INTO story VALUES (1, 1);
        UPDATE article SET story = 1;
        PRAGMA user_version = \(older);
        """)
    try archive.close()

    let migrated = try Archive(path: path, for: .reading)
    let copy = "\(path).v\(older).bak"
    #expect(migrated.takeNotices() == ["migrated \(older) → \(newest), copy at \(copy)"])
    let copies = try migrated.articles(ArticleQuery()).all().map(\.copyOf)
    #expect(copies == [nil, 1, 1])
    #expect(try permissions(copy) == 0o600)
    #expect(
      try Connection(path: copy).value("PRAGMA user_version") == .integer(older))
    #expect(try Connection(path: copy).value("SELECT count(*) FROM article") == 3)
  }

  @Test func `a creation that was cut off is begun again`() throws {
    let folder = try Folder()
    let path = folder.path("a.db")
    try Data(repeating: 0, count: 16_384).write(to: URL(filePath: path))
    // The head of a journal over a file that was empty: no pages to play back, none before.
    var journal = Data([0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7])
    journal += [0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0x40, 0]
    journal += Data(repeating: 0, count: 512 - journal.count)
    try journal.write(to: URL(filePath: path + "-journal"))
    let archive = try Archive(path: path, for: .creating)
    #expect(try archive.check().faults.isEmpty)
    #expect(try archive.statistics().articles == 0)
  }

  @Test func `the built-in gazetteer is in the archive, and a user's row wins over it`() throws {
    let archive = try Fixture.archive()
    #expect(try archive.entities(kind: "federal-subject").count >= 11)
    var china = try archive.entity("china").entity
    china.name = "Middle Kingdom"
    #expect(try archive.importEntities([china]).changed == 1)
    #expect(try archive.importEntities([china]).same == 1)
    #expect(try archive.entity("china").origin == "user")
    #expect(try archive.userEntities().map(\.name) == ["Middle Kingdom"])
  }
}
