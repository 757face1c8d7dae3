import Model
import SQLite

/// Finds the article that a report is of, and keeps what articles are known by.
final class IdentityStore {
  /// Among how many texts of the same bytes is looked: a page of nothing may have a thousand
  /// addresses.
  private static let mostAlike = 50

  private let database: Database
  private let find, findBytes, findOf, insert: Query

  init(_ database: Database) throws(ArchiveError) {
    self.database = database
    find = try Query("SELECT article FROM identifier WHERE kind = ? AND value = ?", database)
    findBytes = try Query(
      """
      SELECT DISTINCT r.article FROM (
        SELECT revision FROM original WHERE sha256 = ? ORDER BY revision LIMIT \(Self.mostAlike)) o
      JOIN revision r ON r.id = o.revision
      WHERE ?2 OR NOT EXISTS (
        SELECT 1 FROM identifier i WHERE i.article = r.article AND i.kind = 'url')
      """, database)
    findOf = try Query("SELECT kind, value FROM identifier WHERE article = ?", database)
    insert = try Query(
      "INSERT OR IGNORE INTO identifier (kind, value, article) VALUES (?, ?, ?)", database)
  }

  struct Match {
    var article: Int?

    /// Another article that a weaker identifier points at.
    var contradicting: Int?
  }

  /// The article by its address; else by the same bytes, unless they have another address; else by
  /// what else it is known by.
  func match(_ report: PreparedReport) throws(ArchiveError) -> Match {
    var matched: [Int] = []
    for identifier in report.identifiers.sorted() {
      if let article = try article(of: identifier) { matched.append(article) }
      // The same bytes are weaker than an address and stronger than all else.
      if identifier.kind == .url, matched.isEmpty, let article = try sameBytes(report) {
        matched.append(article)
      }
    }
    if !report.identifiers.contains(where: { $0.kind == .url }),
      let article = try sameBytes(report)
    {
      matched.insert(article, at: 0)
    }
    return Match(
      article: matched.first, contradicting: matched.first { $0 != matched[0] })
  }

  private func article(of identifier: Identifier) throws(ArchiveError) -> Int? {
    try find.first([.text(identifier.kind.rawValue), .text(identifier.value)]) { $0.integer(0) }
  }

  /// An article with the same bytes, if both do not have addresses: then they are two.
  private func sameBytes(_ report: PreparedReport) throws(ArchiveError) -> Int? {
    if report.length == 0 { return nil }
    let hasAddress = report.identifiers.contains { $0.kind == .url }
    return try findBytes.first([.blob(report.sha256), Value(!hasAddress)]) { $0.integer(0) }
  }

  /// What an article is known by, the strongest first.
  func identifiers(of article: Int) throws(ArchiveError) -> [Identifier] {
    try findOf.bind([.integer(article)])
    var identifiers: [Identifier] = []
    while let row = try findOf.next() {
      if let kind = Identifier.Kind(rawValue: row.text(0)) {
        identifiers.append(Identifier(kind: kind, value: row.text(1)))
      }
    }
    return identifiers.sorted()
  }

  /// Adds what is new; identifiers that another article has stay with it.
  ///
  /// The digest of a text stands in for identifiers, and goes when there is one.
  func add(_ identifiers: [Identifier], to article: Int) throws(ArchiveError) {
    let known = try self.identifiers(of: article)
    let hasOwn = known.contains { $0.kind != .digest }
    for identifier in identifiers where !known.contains(identifier) {
      if identifier.kind == .digest, hasOwn { continue }
      try insert.run([
        .text(identifier.kind.rawValue), .text(identifier.value), .integer(article),
      ])
    }
    if !hasOwn, identifiers.contains(where: { $0.kind != .digest }) {
      try database.run(
        "DELETE FROM identifier WHERE article = ? AND kind = 'digest'", [.integer(article)])
    }
  }
}
