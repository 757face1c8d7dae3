import Testing

/// What lies in a folder is also named in its list, so that nothing is forgotten.
@Suite struct ListTests {
  /// The files that a C source embeds, in its order, as paths from the root.
  func embedded(in path: String) throws -> [String] {
    let folder = path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex)
    return try House.text(path).matches(of: #/#embed "([^"]+)"/#).map { String(folder + $0.1) }
  }

  @Test func `every table of words is embedded once`() throws {
    let embedded = try embedded(in: "Sources/Lexicons/Lexicons.c")
    #expect(embedded.sorted() == House.files(in: "Sources/Lexicons", withExtension: "tsv"))
  }

  @Test func `every migration is embedded once, in the order of their numbers`() throws {
    let embedded = try embedded(in: "Migrations/Migrations.c")
    #expect(embedded == House.files(in: "Migrations", withExtension: "sql"))
    for (index, path) in embedded.enumerated() {
      let number = String(index + 1)
      let padded = String(repeating: "0", count: 4 - number.count) + number
      #expect(path.hasPrefix("Migrations/\(padded)-"))
    }
  }

  @Test func `every command is a subcommand`() throws {
    let commands = try ["ParsableCommand", "AsyncParsableCommand"].flatMap {
      try House.types(conformingTo: $0, in: "Sources/dossier/Commands")
    }
    let sources = try House.files(in: "Sources/dossier", withExtension: "swift").map {
      try House.text($0)
    }
    #expect(!commands.isEmpty)
    for command in commands {
      let named = sources.contains { $0.contains("\(command).self") }
      #expect(named, "no list of subcommands has \(command)")
    }
  }

  @Test func `every reader is in the list of readers`() throws {
    let list = try House.text("Sources/Readers/Reader.swift")
    let readers = try House.types(conformingTo: "Reader", in: "Sources/Readers")
    #expect(!readers.isEmpty)
    #expect(readers.allSatisfy { list.contains("\($0).self") })
  }
}
