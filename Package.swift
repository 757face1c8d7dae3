// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "dossier",
  products: [
    .executable(name: "dossier", targets: ["dossier"]),
    .executable(name: "bench", targets: ["bench"]),
    .executable(name: "fuzz", targets: ["fuzz"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // Ground: values, data in the binary, and the C libraries of the system.
    .target(name: "Model", linkerSettings: [.linkedLibrary("m")]),
    .target(name: "Lexicons"),
    .target(name: "Migrations", path: "Migrations", publicHeadersPath: "include"),
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "CMarkup", dependencies: ["CLibXML2"]),
    .target(
      name: "CBytes",
      linkerSettings: [.linkedLibrary("z"), .linkedLibrary("brotlidec"), .linkedLibrary("crypto")]),
    .target(name: "CCurl"),
    .target(name: "CProcesses"),

    // What the bench counts memory with; no other program links it.
    .target(name: "CAllocations"),

    // Crafts.
    .target(name: "SQLite", dependencies: ["CSQLite"]),
    .target(name: "Markup", dependencies: ["CMarkup"]),
    .target(name: "Bytes", dependencies: ["CBytes"]),
    .target(name: "Language", dependencies: ["Lexicons", "Model"]),
    .target(name: "Processes", dependencies: ["CProcesses"]),
    .target(name: "JSON", linkerSettings: [.linkedLibrary("m")]),

    // The stations of a report, and the one where it may come from.
    .target(name: "Fetching", dependencies: ["Bytes", "CCurl", "Model"]),
    .target(name: "Readers", dependencies: ["Bytes", "JSON", "Language", "Markup", "Model"]),
    .target(name: "Extraction", dependencies: ["Language", "Model"]),
    .target(
      name: "Storage",
      dependencies: ["Bytes", "JSON", "Language", "Migrations", "Model", "SQLite"]),
    .target(name: "Rendering", dependencies: ["Bytes", "JSON", "Language", "Model"]),

    // The roof.
    .executableTarget(
      name: "dossier",
      dependencies: [
        "Bytes", "Extraction", "Fetching", "JSON", "Language", "Model", "Processes", "Readers",
        "Rendering", "Storage",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "bench",
      dependencies: [
        "CAllocations", "CSQLite", "Extraction", "JSON", "Language", "Model", "Readers",
        "Rendering", "Storage", "Trials",
      ],
      exclude: ["peers"]),

    // What bench, fuzz and the tests share: inputs, and what holds of every one.
    .target(name: "Trials", dependencies: ["Bytes", "Extraction", "Language", "Model", "Readers"]),
    .executableTarget(name: "fuzz", dependencies: ["Readers", "Trials"]),

    .testTarget(name: "HouseTests"),
    .testTarget(
      name: "SamplesTests", dependencies: ["Extraction", "Model", "Processes", "Readers"],
      exclude: ["Expected"]),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite"]),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Bytes", "Extraction", "JSON", "Language", "Model", "Rendering", "SQLite", "Storage",
      ]),
    .testTarget(name: "ModelTests", dependencies: ["Model"]),
    .testTarget(
      name: "ExtractionTests", dependencies: ["Extraction", "Language", "Model"], exclude: ["Cases"]
    ),
    .testTarget(name: "RenderingTests", dependencies: ["JSON", "Model", "Rendering"]),
    .target(name: "LocalServer", path: "Tests/LocalServer"),
    .testTarget(name: "dossierTests", dependencies: ["dossier", "LocalServer"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON"]),
    .testTarget(name: "LanguageTests", dependencies: ["Language", "Lexicons", "Model"]),
    .testTarget(name: "BytesTests", dependencies: ["Bytes"]),
    .testTarget(name: "ProcessesTests", dependencies: ["Processes"]),
    .testTarget(name: "FetchingTests", dependencies: ["Fetching", "LocalServer"]),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
    .testTarget(name: "TrialsTests", dependencies: ["Model", "Trials", "Readers"]),
    .testTarget(name: "ReadersTests", dependencies: ["Bytes", "Model", "Readers", "Trials"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x)
