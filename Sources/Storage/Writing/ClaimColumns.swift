import Language
import Model
import SQLite

/// A claim as the columns of its table.
enum ClaimColumns {
  static let insert = """
    INSERT INTO claim (
      id, key, revision, position, quote_start, quote_end, sentence_start, sentence_end, value,
      low, high, comparator, approximate, change, direction, unit, unit_text, unit_phrase,
      dimension, per, measure, measure_head, page, time_from, time_to, precision, time_source,
      entity_source, modality, basis, speaker, speaker_start, speaker_end, speaker_id, via,
      quoted, same_as, quote, likelihood_low, likelihood_high, likelihood_words)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
      ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  static func values(
    of claim: Claim, id: Int, key: String, revision: Int, position: Int, quote: String,
    sameAs: Int?
  ) -> [Value] {
    let quantity = claim.quantity
    return [
      .integer(id), .text(key), .integer(revision), .integer(position),
      .integer(quantity.evidence.start), .integer(quantity.evidence.end),
      .integer(claim.sentence.start), .integer(claim.sentence.end), Value(quantity.value),
      Value(quantity.low), Value(quantity.high), .text(quantity.comparator.rawValue),
      Value(quantity.approximate), Value(quantity.change?.rawValue),
      Value(quantity.direction?.rawValue), Value(quantity.unit), Value(quantity.unitText),
      Value(quantity.unitPhrase), Value(quantity.dimension), Value(quantity.per),
      Value(quantity.measure), Value(quantity.measure.flatMap(HeadNoun.of)), Value(quantity.page),
      Value(claim.time?.from?.description), Value(claim.time?.to?.description),
      Value(claim.time?.precision.rawValue), Value(claim.timeSource?.rawValue),
      Value(claim.entitySource?.rawValue), .text(claim.modality.rawValue),
      Value(claim.basis?.rawValue), Value(claim.speaker), Value(claim.speakerEvidence?.start),
      Value(claim.speakerEvidence?.end), Value(claim.speakerID),
      .text(JSONColumn.text(claim.via)), Value(claim.quoted), Value(sameAs), .text(quote),
      Value(claim.likelihood?.low), Value(claim.likelihood?.high), Value(claim.likelihood?.words),
    ]
  }
}
