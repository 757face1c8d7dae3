import Testing

@Suite struct FloorTests {
  /// Each floor's modules; a module imports only from the floors before its own.
  static let floors = [
    [
      "Model", "Lexicons", "Migrations", "CSQLite", "CMarkup", "CBytes", "CCurl", "CProcesses",
      "CAllocations",
    ],
    ["Markup", "Language", "SQLite", "Bytes", "JSON", "Processes"],
    ["Fetching", "Readers", "Extraction", "Storage", "Rendering"],
    ["Trials"],
    ["dossier", "bench", "fuzz"],
  ]

  /// Modules that only these rooms may know; bench listens to SQLite's own clock.
  static let behind: [String: Set] = [
    "CSQLite": ["SQLite", "bench"], "CMarkup": ["Markup"], "CBytes": ["Bytes"],
    "CProcesses": ["Processes"], "Processes": ["dossier"], "CCurl": ["Fetching"],
    "CAllocations": ["bench"],
    "Lexicons": ["Language"], "Migrations": ["Storage"], "SQLite": ["Storage"],
    "Markup": ["Readers"], "ArgumentParser": ["dossier"],
  ]

  /// Modules of the toolchain; all of Foundation is too slow to start with.
  static let toolchain: Set = ["Glibc", "Darwin", "FoundationEssentials", "Synchronization"]

  static let ground = ["CLibXML2"]

  @Test func `every folder of Sources is on a floor`() throws {
    let expected = Self.floors.flatMap { $0 }.filter { $0 != "Migrations" } + Self.ground
    #expect(try House.folders(in: "Sources") == expected.sorted())
  }

  @Test(arguments: floors.indices)
  func `a module imports only from below`(floor: Int) throws {
    let below = Set(Self.floors[..<floor].flatMap { $0 })
    for module in Self.floors[floor] {
      for path in House.files(in: "Sources/" + module, withExtension: "swift") {
        for name in House.imports(of: try House.text(path)) where !Self.toolchain.contains(name) {
          if let rooms = Self.behind[name] {
            #expect(rooms.contains(module), "\(path) imports \(name)")
          } else {
            #expect(below.contains(name), "\(path) imports \(name)")
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("sqlite3.h", "Sources/CSQLite/"), ("libxml/", "Sources/CMarkup/"),
    ("zlib.h", "Sources/CBytes/"), ("openssl/", "Sources/CBytes/"),
    ("brotli/", "Sources/CBytes/"), ("curl/", "Sources/CCurl/"),
  ])
  func `a header of the system is included in one room`(header: String, room: String) throws {
    let sources = ["c", "h"].flatMap { House.files(in: "Sources", withExtension: $0) }
    let including = try sources.filter { try House.text($0).contains("#include <" + header) }
    #expect(including.allSatisfy { $0.hasPrefix(room) || $0 == "Sources/CLibXML2/shim.h" })
  }

  @Test(arguments: [
    ("import Model", ["Model"]), ("@testable public import struct Model.Day", ["Model"]),
    ("  import Glibc\n// import SQLite", ["Glibc"]), ("let import_ = 1", []),
  ])
  func `an import is read in each of its forms`(source: String, modules: [String]) {
    #expect(House.imports(of: source) == modules)
  }
}
