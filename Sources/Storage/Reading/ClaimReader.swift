import Model
import SQLite

/// Reads rows of claims, with the sentence cut out of the text of their revision.
final class ClaimReader {
  /// The columns that `record(_:)` reads, over `claim c`, `revision r`, `article a` and
  /// `source s`.
  static let columns = """
    c.id, c.key, a.id, a.key, r.number, a.title, a.url, coalesce(s.name, s.outlet, s.site),
    coalesce(s.reliability, 'F'), a.published, c.quote, c.same_as,
    a.origin, r.id, \(claimColumns)
    """

  /// The columns that `claim(_:at:)` reads.
  static let claimColumns = """
    c.quote_start, c.quote_end, c.sentence_start, c.sentence_end, c.value, c.low, c.high,
    c.comparator, c.approximate, c.change, c.direction, c.unit, c.unit_text, c.unit_phrase,
    c.dimension, c.per, c.measure, c.page, c.time_from, c.time_to, c.precision, c.time_source,
    c.entity_source, c.modality, c.basis, c.speaker, c.speaker_start, c.speaker_end,
    c.speaker_id, c.via, c.quoted, c.likelihood_low, c.likelihood_high, c.likelihood_words
    """

  static let joins = "LEFT JOIN source s ON s.id = a.source"

  private let findText, findEntities: Query

  /// The text that was read last; claims come in the order of their texts.
  private var text: (revision: Int, bytes: [UInt8]) = (0, [])

  init(_ database: Database) throws(ArchiveError) {
    findText = try Query("SELECT body FROM revision WHERE id = ?", database)
    findEntities = try Query(
      """
      SELECT x.role, e.key FROM claim_entity x JOIN entity e ON e.id = x.entity
      WHERE x.claim = ? ORDER BY e.key
      """, database)
  }

  func record(_ row: borrowing Row) throws(ArchiveError) -> ClaimRecord {
    let claim = try claim(row, at: 14, id: row.integer(0))
    let published = row.day(9)
    var record = ClaimRecord(
      id: row.integer(0), key: row.text(1), articleID: row.integer(2), articleKey: row.text(3),
      revision: row.integer(4), title: row.optionalText(5), url: row.optionalText(6),
      source: row.optionalText(7), sourceReliability: row.text(8), published: published,
      saidOn: published, sentence: try string(claim.sentence, in: row.integer(13)),
      quote: row.text(10), claim: claim, sameAsID: row.optionalInteger(11))
    record.copyOf = row.optionalInteger(12)
    return record
  }

  /// A claim without `sameAs`, which is an index among others.
  func claim(
    _ row: borrowing Row, at first: Int, id: Int
  ) throws(ArchiveError) -> Claim {
    var quantity = Quantity(
      evidence: TextSpan(start: row.integer(first), end: row.integer(first + 1)),
      value: row.optionalReal(first + 4), low: row.optionalReal(first + 5),
      high: row.optionalReal(first + 6),
      comparator: Comparator(rawValue: row.text(first + 7)) ?? .equal,
      approximate: row.bool(first + 8))
    quantity.change = row.optionalText(first + 9).flatMap(Direction.init)
    quantity.direction = row.optionalText(first + 10).flatMap(Direction.init)
    quantity.unit = row.optionalText(first + 11)
    quantity.unitText = row.optionalText(first + 12)
    quantity.unitPhrase = row.optionalText(first + 13)
    quantity.dimension = row.optionalText(first + 14)
    quantity.per = row.optionalText(first + 15)
    quantity.measure = row.optionalText(first + 16)
    quantity.page = row.optionalInteger(first + 17)
    var claim = Claim(
      quantity: quantity,
      sentence: TextSpan(start: row.integer(first + 2), end: row.integer(first + 3)))
    let (from, to) = (row.day(first + 18), row.day(first + 19))
    if from != nil || to != nil {
      claim.time = DateSpan(
        from: from, to: to,
        precision: row.optionalText(first + 20).flatMap(DatePrecision.init) ?? .day)
    }
    claim.timeSource = row.optionalText(first + 21).flatMap(FieldSource.init)
    claim.entitySource = row.optionalText(first + 22).flatMap(FieldSource.init)
    claim.modality = Modality(rawValue: row.text(first + 23)) ?? .asserted
    claim.basis = row.optionalText(first + 24).flatMap(Basis.init)
    claim.speaker = row.optionalText(first + 25)
    if let start = row.optionalInteger(first + 26), let end = row.optionalInteger(first + 27) {
      claim.speakerEvidence = TextSpan(start: start, end: end)
    }
    claim.speakerID = row.optionalText(first + 28)
    claim.via = JSONColumn.list(row.text(first + 29))
    claim.quoted = row.bool(first + 30)
    if let words = row.optionalText(first + 33) {
      claim.likelihood = Likelihood(
        low: row.optionalReal(first + 31) ?? 0, high: row.optionalReal(first + 32) ?? 1,
        words: words)
    }
    try findEntities.bind([.integer(id)])
    while let row = try findEntities.next() {
      if row.text(0) == "subject" {
        claim.subjects.append(row.text(1))
      } else {
        claim.places.append(row.text(1))
      }
    }
    return claim
  }

  private func string(_ span: TextSpan, in revision: Int) throws(ArchiveError) -> String {
    if text.revision != revision {
      text = (revision, try findText.first([.integer(revision)]) { $0.bytes(0) } ?? [])
    }
    let start = min(max(0, span.start), text.bytes.count)
    let end = min(max(start, span.end), text.bytes.count)
    return String(decoding: text.bytes[start..<end], as: UTF8.self)
  }
}
