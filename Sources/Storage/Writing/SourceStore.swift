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
      try setOutlet(outlet, of: id)
    }
    return id
  }

  /// Looks again at a source that an article has left: its name, and whether it is one still.
  ///
  /// What an analyst said of it keeps it.
  func settle(_ source: Int) throws(ArchiveError) {
    let key = try database.first(
      "SELECT key FROM source WHERE id = ?", [.integer(source)]
    ) { $0.text(0) }
    var best: String?
    try database.rows(
      """
      SELECT r.url, r.outlet FROM article a JOIN revision r ON r.article = a.id
      WHERE a.source = ? AND r.outlet IS NOT NULL
      """, [.integer(source)]
    ) { row in
      let site = row.optionalText(0).flatMap(WebIdentity.init)?.site
      let outlet = row.text(1)
      guard Key.source(site: site, outlet: outlet.lowercased()) == key else { return }
      if best.map({ Self.isBetter(outlet, than: $0) }) ?? true { best = outlet }
    }
    try setOutlet(best, of: source)
    try database.run(
      """
      DELETE FROM source WHERE id = ? AND NOT EXISTS (SELECT 1 FROM article WHERE article.source = source.id)
        AND NOT EXISTS (
          SELECT 1 FROM decision WHERE subject_kind = 'source' AND subject_key = source.key)
      """, [.integer(source)])
  }

  private func setOutlet(_ outlet: String?, of source: Int) throws(ArchiveError) {
    try database.run(
      "UPDATE source SET outlet = ? WHERE id = ?", [Value(outlet), .integer(source)])
  }

  private static func isBetter(_ name: String, than other: String) -> Bool {
    (name.utf8.count, name) < (other.utf8.count, other)
  }
}
