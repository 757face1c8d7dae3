/// Hands out the ids of new rows, in the order of arrival.
struct RowIDs {
  var article: Int
  var revision: Int
  var original: Int
  var claim: Int
  var source: Int

  /// Goes on behind the rows that are there; for one transaction, while no other can write.
  init(_ database: Database) throws(ArchiveError) {
    func last(_ table: String) throws(ArchiveError) -> Int {
      try database.integer("SELECT coalesce(max(id), 0) FROM \(table)")
    }
    article = try last("article")
    revision = try last("revision")
    original = try last("original")
    claim = try last("claim")
    source = try last("source")
  }

  mutating func next(_ table: WritableKeyPath<RowIDs, Int>) -> Int {
    self[keyPath: table] += 1
    return self[keyPath: table]
  }
}
