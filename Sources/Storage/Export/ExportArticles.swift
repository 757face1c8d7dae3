import Bytes
import Model
import SQLite

/// The lines of one article after another.
final class ExportArticles {
  private let database: Database
  private let isComplete: Bool
  private let articles, revisions, originals, links, keys, identifiers: Query
  private let findings: FindingsReader

  init(_ database: Database, isComplete: Bool) throws(ArchiveError) {
    self.database = database
    self.isComplete = isComplete
    findings = try FindingsReader(database)
    articles = try database.query(
      """
      SELECT a.id, a.key, s.key, o.key, r.number, a.published,
        a.language, a.url, a.title
      FROM article a JOIN revision r ON r.id = a.revision LEFT JOIN source s ON s.id = a.source
      LEFT JOIN article o ON o.id = a.origin ORDER BY a.key
      """)
    revisions = try Query(
      """
      SELECT r.id, r.key, r.number, o.sha256,
        (SELECT count(*) FROM run n WHERE n.id <= r.run), \(RevisionColumns.all)
      FROM revision r JOIN original o ON o.id = r.original WHERE r.article = ? ORDER BY r.number
      """, database)
    originals = try Query(
      """
      SELECT id FROM original WHERE revision = ? ORDER BY seen_at, arrival > 0, arrival, sha256
      """, database)
    links = try Query(
      "SELECT title, url FROM link WHERE revision = ? ORDER BY position", database)
    keys = try Query("SELECT key FROM claim WHERE revision = ? ORDER BY position", database)
    identifiers = try Query("SELECT kind, value FROM identifier WHERE article = ?", database)
  }

  /// The lines of the next article; empty past the last one.
  func next() throws(ArchiveError) -> [ExportStep] {
    guard let row = try articles.next() else { return [] }
    var line = ArticleLine(key: row.text(1))
    line.source = row.optionalText(2)
    line.copyOf = row.optionalText(3)
    line.revision = row.integer(4)
    line.published = row.day(5)
    line.language = row.optionalText(6)
    line.url = row.optionalText(7)
    line.title = row.optionalText(8)
    let article = row.integer(0)
    var known: [Identifier] = []
    try identifiers.bind([.integer(article)])
    while let row = try identifiers.next() {
      if let kind = Identifier.Kind(rawValue: row.text(0)) {
        known.append(Identifier(kind: kind, value: row.text(1)))
      }
    }
    line.identifiers = known.sorted().map {
      ArticleLine.Identifier(kind: $0.kind.rawValue, value: $0.value)
    }
    return try [.line(.article(line))] + steps(of: article, key: line.key)
  }

  private func steps(of article: Int, key: String) throws(ArchiveError) -> [ExportStep] {
    var steps: [ExportStep] = []
    try revisions.bind([.integer(article)])
    while let row = try revisions.next() {
      let id = row.integer(0)
      let found = try findings.findings(of: id)
      var line = RevisionLine(
        key: row.text(1), article: key, number: row.integer(2),
        sha256: Digest.hex(row.bytes(3)), report: RevisionColumns.report(row, at: 5))
      if isComplete { line.run = row.integer(4) }
      line.held = found.held
      try links.bind([.integer(id)])
      while let link = try links.next() {
        line.report.links.append(Link(title: link.text(0), url: link.optionalText(1)))
      }
      steps.append(.line(.revision(line)))
      try originals.bind([.integer(id)])
      while let row = try originals.next() {
        steps.append(.original(row.integer(0), revision: line.key))
      }
      steps += try lines(of: found, in: line, id: id)
    }
    return steps
  }

  private func lines(
    of found: Findings, in revision: RevisionLine, id: Int
  ) throws(ArchiveError) -> [ExportStep] {
    let text = Array(revision.report.text.utf8)
    var steps: [ExportStep] = []
    for mention in found.mentions {
      steps.append(
        .line(
          .mention(
            MentionLine(
              article: revision.article, revision: revision.key, mention: mention,
              quote: try text.cut(mention.evidence)))))
    }
    var claimKeys: [String] = []
    try keys.bind([.integer(id)])
    while let row = try keys.next() { claimKeys.append(row.text(0)) }
    for (claim, key) in zip(found.claims, claimKeys) {
      steps.append(
        .line(
          .claim(
            ClaimLine(
              key: key, article: revision.article, revision: revision.key,
              quote: try text.cut(claim.quantity.evidence), claim: claim,
              sameAs: claim.sameAs.map { claimKeys[$0] }))))
    }
    return steps
  }

  /// An original; its bytes in complete exports only.
  func original(_ id: Int, revision: String) throws(ArchiveError) -> OriginalLine {
    let line = try database.first(
      """
      SELECT sha256, length, seen_at, arrival,
        (SELECT count(*) FROM run n WHERE n.id <= o.run), path, part_offset, container_sha256, headers,
        bytes
      FROM original o WHERE id = ?
      """, [.integer(id)]
    ) { row throws(ArchiveError) in
      let arrival = row.integer(3)
      var line = OriginalLine(
        revision: revision, sha256: Digest.hex(row.bytes(0)), length: row.integer(1),
        seenAt: arrival == 0 || isComplete ? row.instant(2) : nil, arrival: arrival)
      guard isComplete else { return line }
      line.run = row.integer(4)
      line.path = row.optionalText(5)
      line.offset = row.optionalInteger(6)
      line.containerSHA256 = row.optionalBytes(7).map { Digest.hex($0) }
      line.headers = row.optionalText(8).map { JSONColumn.headers($0) } ?? []
      if let compressed = row.optionalBytes(9) {
        do throws(CompressionError) {
          line.bytes = try Compression.inflate(compressed, limit: line.length)
        } catch {
          throw .damaged(
            path: database.path, reason: "the original \(line.sha256) cannot be unpacked")
        }
      }
      return line
    }
    guard let line else {
      throw .damaged(path: database.path, reason: "an original is missing")
    }
    return line
  }
}
