import Model
import SQLite

/// Finds or makes the source of a report.
final class SourceStore {
  private let database: Database
  private let find: Query

  init(_ database: Database) throws(ArchiveError) {
    self.database = database
    find = try Query("SELECT id, outlet FROM source WHERE key = ?", database)
  }

  /// The source, known by its site, or by its name where there is no address; `nil` without both.
  ///
  /// Of several names the shortest stands, whichever came first.
  func source(
    site: String?, outlet: String?, ids: inout RowIDs
  ) throws(ArchiveError) -> Int? {
    guard site != nil || outlet != nil else { return nil }
    let key = Key.source(site: site, outlet: (outlet ?? "").lowercased())
    let known = try find.first([.text(key)]) { ($0.integer(0), $0.optionalText(1)) }
    guard let (id, name) = known else {
      let id = ids.next(\.source)
      try database.run(
        "INSERT INTO source (id, key, site, outlet) VALUES (?, ?, ?, ?)",
        [.integer(id), .text(key), Value(site), Value(outlet)])
      return id
    }
    if let outlet, name.map({ Self.isBetter(outlet, than: $0) }) ?? true {
      try database.run(
        "UPDATE source SET outlet = ? WHERE id = ?", [.text(outlet), .integer(id)])
    }
    return id
  }

  private static func isBetter(_ name: String, than other: String) -> Bool {
    (name.utf8.count, name) < (other.utf8.count, other)
  }
}
