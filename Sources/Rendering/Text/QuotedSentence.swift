import Model

/// A sentence cut at the figure in it.
public struct QuotedSentence: Sendable {
  public var before: String
  public var quote: String
  public var after: String

  /// Where the spans do not fit the sentence, all of it is `before`.
  public init(_ record: ClaimRecord) {
    let bytes = Array(record.sentence.utf8)
    let evidence = record.claim.quantity.evidence
    let start = evidence.start - record.claim.sentence.start
    let end = evidence.end - record.claim.sentence.start
    guard 0 <= start, start <= end, end <= bytes.count else {
      (before, quote, after) = (record.sentence, "", "")
      return
    }
    before = String(decoding: bytes[..<start], as: UTF8.self)
    quote = String(decoding: bytes[start..<end], as: UTF8.self)
    after = String(decoding: bytes[end...], as: UTF8.self)
  }
}
