import Model

/// A sentence cut at the figures in it.
public struct QuotedSentence: Sendable {
  /// A part of the sentence; every part that is a figure is `isMarked`.
  public struct Part: Sendable, Equatable {
    public var text: String
    public var isMarked: Bool
  }

  /// In the order of the text; together they are the sentence.
  public let parts: [Part]

  public init(_ record: ClaimRecord) { self.init([record]) }

  /// The sentence of claims that all stand in it; spans that do not fit it mark nothing.
  init(_ records: [ClaimRecord]) {
    let bytes = Array((records.first?.sentence ?? "").utf8)
    let spans = records.map { record in
      let start = record.claim.sentence.start
      let evidence = record.claim.quantity.evidence
      return TextSpan(start: evidence.start - start, end: evidence.end - start)
    }
    var parts: [Part] = []
    var position = 0
    func add(_ end: Int, isMarked: Bool) {
      guard end > position else { return }
      let text = String(decoding: bytes[position..<end], as: UTF8.self)
      parts.append(Part(text: text, isMarked: isMarked))
      position = end
    }
    for span in spans.sorted(by: { $0.start < $1.start })
    where span.start >= position && span.end <= bytes.count {
      add(span.start, isMarked: false)
      add(span.end, isMarked: true)
    }
    add(bytes.count, isMarked: false)
    self.parts = parts
  }
}
