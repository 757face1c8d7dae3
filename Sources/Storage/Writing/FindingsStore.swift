import Language
import Model
import SQLite

/// What a new extraction of one revision changed.
struct FindingsChange {
  var new = 0
  var gone = 0
  var changed = 0
}

/// Writes what was found in a revision: mentions, held names, links and claims.
final class FindingsStore {
  private let database: Database
  private let entities: EntityIDs
  private let insertMention, insertHeld, insertClaim, insertClaimEntity: Query

  init(_ database: Database, entities: EntityIDs) throws(ArchiveError) {
    self.database = database
    self.entities = entities
    insertMention = try Query(
      """
      INSERT OR IGNORE INTO mention (revision, quote_start, entity, quote_end, named_by, quote)
      VALUES (?, ?, ?, ?, ?, ?)
      """, database)
    insertHeld = try Query(
      """
      INSERT OR IGNORE INTO held (revision, quote_start, quote_end, quote, candidates, reason)
      VALUES (?, ?, ?, ?, ?, ?)
      """, database)
    insertClaim = try Query(ClaimColumns.insert, database)
    insertClaimEntity = try Query(
      "INSERT OR IGNORE INTO claim_entity (claim, role, entity) VALUES (?, ?, ?)", database)
  }

  /// Writes the findings of a revision that has none yet.
  ///
  /// - Throws: `ArchiveError.invalid` where a span does not cut the text.
  func add(
    _ findings: Findings, to revision: Int, article: String, text: [UInt8], ids: inout RowIDs
  ) throws(ArchiveError) {
    try add(findings, to: revision, article: article, text: text, known: [:], ids: &ids)
  }

  /// Writes findings in the place of those that a revision has; claims that stay keep their ids.
  func replace(
    _ findings: Findings, in revision: Int, article: String, text: [UInt8], ids: inout RowIDs
  ) throws(ArchiveError) {
    var known: [String: Int] = [:]
    try database.rows("SELECT key, id FROM claim WHERE revision = ?", [.integer(revision)]) {
      known[$0.text(0)] = $0.integer(1)
    }
    try remove(of: revision)
    try add(findings, to: revision, article: article, text: text, known: known, ids: &ids)
  }

  func remove(of revision: Int) throws(ArchiveError) {
    try database.run(
      "DELETE FROM claim_entity WHERE claim IN (SELECT id FROM claim WHERE revision = ?)",
      [.integer(revision)])
    for table in ["claim", "mention", "held"] {
      try database.run("DELETE FROM \(table) WHERE revision = ?", [.integer(revision)])
    }
  }

  private func add(
    _ findings: Findings, to revision: Int, article: String, text: [UInt8],
    known: [String: Int], ids: inout RowIDs
  ) throws(ArchiveError) {
    for mention in findings.mentions {
      let span = mention.evidence
      let entity = try entities.id(of: mention.entity, name: mention.name, kind: mention.kind)
      try insertMention.run([
        .integer(revision), .integer(span.start), .integer(entity), .integer(span.end),
        .text(mention.by.rawValue), .text(try text.cut(span)),
      ])
    }
    for held in findings.held {
      try insertHeld.run([
        .integer(revision), .integer(held.evidence.start), .integer(held.evidence.end),
        .text(try text.cut(held.evidence)), .text(JSONColumn.text(held.candidates)),
        .text(held.reason),
      ])
    }
    try add(findings.claims, to: revision, article, text, known, &ids)
  }

  private func add(
    _ claims: [Claim], to revision: Int, _ article: String, _ text: [UInt8],
    _ known: [String: Int], _ ids: inout RowIDs
  ) throws(ArchiveError) {
    var keys = ClaimKeys(article: article, text: text)
    var rowIDs: [Int] = []
    for (position, claim) in claims.enumerated() {
      _ = try text.cut(claim.sentence)
      let quote = try text.cut(claim.quantity.evidence)
      let key = keys.key(of: claim.quantity.evidence)
      let id = known[key] ?? ids.next(\.claim)
      rowIDs.append(id)
      let sameAs = claim.sameAs.flatMap { rowIDs.indices.contains($0) ? rowIDs[$0] : nil }
      try insertClaim.run(
        ClaimColumns.values(
          of: claim, id: id, key: key, revision: revision, position: position, quote: quote,
          sameAs: sameAs))
      for (role, keys) in [("subject", claim.subjects), ("place", claim.places)] {
        for key in keys {
          let entity = try entities.id(of: key, name: key, kind: "unknown")
          try insertClaimEntity.run([.integer(id), .text(role), .integer(entity)])
        }
      }
    }
  }
}

extension [UInt8] {
  /// The characters of a span.
  ///
  /// - Throws: `ArchiveError.invalid` where it is no part of the text or cuts a character.
  func cut(_ span: TextSpan) throws(ArchiveError) -> String {
    func isBoundary(_ offset: Int) -> Bool { offset == count || self[offset] & 0xC0 != 0x80 }
    guard span.start >= 0, span.start <= span.end, span.end <= count, isBoundary(span.start),
      isBoundary(span.end)
    else {
      throw .invalid(reason: "the span \(span.start)..<\(span.end) does not cut the text")
    }
    return String(decoding: self[span.start..<span.end], as: UTF8.self)
  }
}
