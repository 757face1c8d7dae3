import Bytes
import Model
import SQLite

/// Looks for faults in an archive, part by part.
struct ArchiveCheck {
  /// How many faults are kept for the result; all are told as they are found.
  static let mostFaults = 1_000

  let database: Database
  let fault: (String) -> Void

  /// The file itself, the full-text index, and what refers to what.
  func checkFile() throws(ArchiveError) {
    try database.rows("PRAGMA integrity_check(100)") { row in
      if row.text(0) != "ok" { fault(row.text(0)) }
    }
    try database.rows("PRAGMA foreign_key_check") { row in
      fault("\(row.text(0)) \(row.integer(1)): refers to a missing \(row.text(2))")
    }
    try checkSearch()
    let strayed = [
      (
        "article", "its current revision is another article's",
        """
        SELECT a.id FROM article a JOIN revision r ON r.id = a.revision WHERE r.article <> a.id
        """
      ),
      (
        "revision", "it has no original",
        """
        SELECT r.id FROM revision r
        WHERE NOT EXISTS (SELECT 1 FROM original o WHERE o.revision = r.id)
        """
      ),
    ]
    for (table, text, sql) in strayed {
      try database.rows(sql) { fault("\(table) \($0.integer(0)): \(text)") }
    }
  }

  /// Whether the index has the words of every article and of nothing else.
  private func checkSearch() throws(ArchiveError) {
    // SQLite's own proof counts as writing, and this connection may not be allowed to.
    let rows = try database.integer("SELECT count(*) FROM article_fts_docsize")
    let articles = try database.integer("SELECT count(*) FROM article")
    if rows != articles { fault("the full-text index has \(rows) articles of \(articles)") }
  }

  /// The bytes that came in still have their digests.
  func checkOriginals() throws(ArchiveError) {
    try database.rows(
      """
      SELECT o.id, o.sha256, o.length, o.bytes, r.article FROM original o
      JOIN revision r ON r.id = o.revision WHERE o.bytes IS NOT NULL ORDER BY o.id
      """
    ) { row in
      let bytes = try? Compression.inflate(row.bytes(3), limit: row.integer(2))
      if bytes.map({ Digest.sha256($0) }) != row.bytes(1) {
        fault("original \(row.integer(0)) of article \(row.integer(4)): the bytes differ")
      }
    }
  }

  /// Every text, and every span that stands on it.
  func checkTexts(_ result: inout CheckResult) throws(ArchiveError) {
    let claims = try Query(
      """
      SELECT id, quote_start, quote_end, quote, sentence_start, sentence_end, speaker_start,
        speaker_end
      FROM claim WHERE revision = ? ORDER BY position
      """, database)
    let mentions = try Query(
      """
      SELECT m.quote_start, m.quote_end, m.quote, e.key FROM mention m
      JOIN entity e ON e.id = m.entity WHERE m.revision = ?1
      UNION ALL SELECT quote_start, quote_end, quote, 'held' FROM held WHERE revision = ?1
      """, database)
    let revisions = try database.query(
      """
      SELECT r.id, r.key, a.key, r.title, r.body, a.id, r.number FROM revision r
      JOIN article a ON a.id = r.article ORDER BY r.id
      """)
    while let row = try revisions.next() {
      let name = "article \(row.integer(5)), revision \(row.integer(6))"
      let text = row.bytes(4)
      let key = Key.revision(
        article: row.text(2), title: row.optionalText(3),
        body: String(decoding: text, as: UTF8.self))
      if key != row.text(1) { fault("\(name): the text differs") }
      try claims.bind([.integer(row.integer(0))])
      while let claim = try claims.next() { check(claim, text, &result) }
      try mentions.bind([.integer(row.integer(0))])
      while let mention = try mentions.next() {
        let span = TextSpan(start: mention.integer(0), end: mention.integer(1))
        if Self.cut(text, span) != mention.bytes(2) {
          fault("\(name): the mention of \(mention.text(3)) at byte \(span.start) differs")
        }
      }
    }
  }

  private func check(_ claim: borrowing Row, _ text: [UInt8], _ result: inout CheckResult) {
    result.claims += 1
    let span = TextSpan(start: claim.integer(1), end: claim.integer(2))
    let quote = claim.bytes(3)
    let name = "claim \(claim.integer(0))"
    if Self.cut(text, span) == quote {
      result.anchored += 1
    } else if Self.occurs(quote, in: text) {
      result.moved += 1
      fault("\(name): evidence differs; its words stand elsewhere in the text")
    } else {
      result.lost += 1
      fault("\(name): evidence differs")
    }
    let sentence = TextSpan(start: claim.integer(4), end: claim.integer(5))
    if Self.cut(text, sentence) == nil || !sentence.contains(span) {
      fault("\(name): its sentence does not hold it")
    }
    if let start = claim.optionalInteger(6), let end = claim.optionalInteger(7),
      Self.cut(text, TextSpan(start: start, end: end)) == nil
    {
      fault("\(name): its speaker is outside the text")
    }
  }

  private static func cut(_ text: [UInt8], _ span: TextSpan) -> [UInt8]? {
    guard (try? text.cut(span)) != nil else { return nil }
    return Array(text[span.start..<span.end])
  }

  private static func occurs(_ quote: [UInt8], in text: [UInt8]) -> Bool {
    guard let first = quote.first, quote.count <= text.count else { return false }
    return (0...(text.count - quote.count)).contains { start in
      text[start] == first && text[start..<start + quote.count].elementsEqual(quote)
    }
  }
}
