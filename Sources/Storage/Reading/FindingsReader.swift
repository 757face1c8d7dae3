import Model
import SQLite

/// Reads what was found in a revision.
final class FindingsReader {
  private let findMentions, findHeld, findClaims: Query
  private let claims: ClaimReader

  init(_ database: Database) throws(ArchiveError) {
    claims = try ClaimReader(database)
    findMentions = try Query(
      """
      SELECT e.key, e.name, e.kind, m.quote_start, m.quote_end, m.named_by
      FROM mention m JOIN entity e ON e.id = m.entity
      WHERE m.revision = ? ORDER BY m.quote_start, e.key
      """, database)
    findHeld = try Query(
      """
      SELECT quote_start, quote_end, candidates, reason FROM held
      WHERE revision = ? ORDER BY quote_start
      """, database)
    findClaims = try Query(
      """
      SELECT c.id, c.same_as, \(ClaimReader.claimColumns) FROM claim c
      WHERE c.revision = ? ORDER BY c.position
      """, database)
  }

  func findings(of revision: Int) throws(ArchiveError) -> Findings {
    var findings = Findings()
    try findMentions.bind([.integer(revision)])
    while let row = try findMentions.next() {
      findings.mentions.append(
        Mention(
          entity: row.text(0), name: row.text(1), kind: row.text(2),
          evidence: TextSpan(start: row.integer(3), end: row.integer(4)),
          by: MentionKind(rawValue: row.text(5)) ?? .alias))
    }
    try findHeld.bind([.integer(revision)])
    while let row = try findHeld.next() {
      findings.held.append(
        HeldName(
          evidence: TextSpan(start: row.integer(0), end: row.integer(1)),
          candidates: JSONColumn.list(row.text(2)), reason: row.text(3)))
    }
    var positions: [Int: Int] = [:]
    try findClaims.bind([.integer(revision)])
    while let row = try findClaims.next() {
      var claim = try claims.claim(row, at: 2, id: row.integer(0))
      claim.sameAs = row.optionalInteger(1).flatMap { positions[$0] }
      positions[row.integer(0)] = findings.claims.count
      findings.claims.append(claim)
    }
    return findings
  }
}
