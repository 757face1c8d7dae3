import Foundation

/// The repository as files: what the tests of the house read.
enum House {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The files below a folder, as paths from the root, sorted.
  static func files(in folder: String, withExtension ending: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    let paths = (names?.allObjects as? [String] ?? []).filter { $0.hasSuffix("." + ending) }
    return paths.map { folder + "/" + $0 }.sorted()
  }

  /// The names of a folder's own folders, sorted.
  static func folders(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      at: root.appending(path: folder), includingPropertiesForKeys: [.isDirectoryKey]
    )
    .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
    .map(\.lastPathComponent).sorted()
  }

  /// The modules that a Swift source imports, whatever attributes and access its lines have.
  static func imports(of source: String) -> [String] {
    let line =
      #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|enum|class|func|protocol|typealias|let|var)\s+)?(\w+)/#
    return source.split(separator: "\n").compactMap { text in
      (try? line.firstMatch(in: text)).map { String($0.1) }
    }
  }

  /// The types of sources that name a protocol among those they conform to, sorted.
  static func types(conformingTo protocolName: String, in folder: String) throws -> [String] {
    let pattern = try Regex(
      #"(?:struct|enum|class|extension)\s+(\w+)\s*:[^{]*\b"# + protocolName + #"\b[^{]*\{"#,
      as: (Substring, Substring).self)
    let names = try files(in: folder, withExtension: "swift").flatMap { path in
      try text(path).matches(of: pattern).map { String($0.1) }
    }
    return Set(names).sorted()
  }
}
