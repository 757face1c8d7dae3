import Extraction
import Language
import Model
import Readers

/// What holds of every input, for the fuzz target and the tests.
public struct DocumentProperties: Sendable {
  /// What did not hold, and of what.
  public struct Violation: Error, CustomStringConvertible {
    public var description: String
  }

  private let extractor: Extractor

  public init() { extractor = Extractor(gazetteer: .builtIn) }

  // MARK: - Readers

  /// Reads arbitrary bytes as a format, or as what they look like, and checks all that comes out.
  ///
  /// A refusal is an answer, too: it ends the document or the input.
  ///
  /// - Returns: how many reports the bytes hold.
  /// - Throws: `Violation`.
  @discardableResult
  public func check(_ bytes: [UInt8], as format: Format? = nil) throws -> Int {
    guard
      var reader = try? DocumentReader(
        ByteInput(bytes), format: format, options: ReadingOptions(name: "fuzz"))
    else { return 0 }
    var count = 0
    while let item = try? reader.next() {
      guard case .report(let report) = item else { continue }
      count += 1
      try require(!report.text.utf8.contains(0), "U+0000 in a text")
      // What is packed may unpack to more.
      if let offset = report.offset, !bytes.starts(with: [0x1F, 0x8B]) {
        try require((0...bytes.count).contains(offset), "offset \(offset) outside the input")
      }
      try check(report.text, published: report.published)
    }
    return count
  }

  // MARK: - Extraction

  /// Extracts from a text and checks its findings.
  ///
  /// - Returns: the findings.
  /// - Throws: `Violation`.
  @discardableResult
  public func check(_ text: String, published: Day? = nil) throws -> Findings {
    let findings = extractor.findings(
      in: text, published: published, language: "en", explained: true)
    let bytes = Array(text.utf8)
    try checkSpans(of: findings, in: bytes)
    try checkClaims(findings)
    let again = extractor.findings(in: text, published: published, language: "en", explained: true)
    try require(
      again.claims == findings.claims && again.quantities == findings.quantities
        && again.dates == findings.dates && again.mentions == findings.mentions
        && again.held == findings.held && again.explanation == findings.explanation,
      "two runs differ")
    return findings
  }

  /// That a paragraph behind a text leaves the claims before it as they were.
  ///
  /// Names are settled by the whole text ("Georgia" beside "Atlanta"), so that the entities, and
  /// what they make a speaker, may change; nothing else may.
  public func checkAppending(_ paragraph: String, to text: String, published: Day?) throws {
    let before = extractor.findings(in: text, published: published, language: "en").claims
    let after = extractor.findings(
      in: text + "\n\n" + paragraph, published: published, language: "en"
    ).claims
    try require(after.count >= before.count, "claims are gone")
    for (old, new) in zip(before, after) {
      var kept = new
      kept.subjects = old.subjects
      kept.places = old.places
      kept.entitySource = old.entitySource
      kept.speakerID = old.speakerID
      try require(kept == old, "a claim changed: \(old) → \(new)")
    }
  }

  private func checkSpans(of findings: Findings, in bytes: [UInt8]) throws {
    func check(_ spans: [TextSpan], _ name: String, inOrder: Bool = true) throws {
      var last = 0
      for span in spans {
        try require(
          0 <= span.start && span.start < span.end && span.end <= bytes.count, "\(name): \(span)")
        let isCut = [span.start, span.end].contains { $0 < bytes.count && bytes[$0] & 0xC0 == 0x80 }
        try require(!isCut, "\(name): \(span) cuts a character")
        try require(!inOrder || last <= span.start, "\(name): out of order at \(span)")
        last = span.start
      }
    }
    try check(findings.mentions.map(\.evidence), "entities")
    try check(findings.held.map(\.evidence), "held")
    try check(findings.dates.map(\.evidence), "dates")
    try check(findings.quantities.map(\.evidence), "quantities")
    try check(findings.claims.map(\.quantity.evidence), "claims")
    try check(findings.claims.map(\.sentence), "sentences")
    try check(findings.claims.compactMap(\.speakerEvidence), "speakers", inOrder: false)
    let explanation = findings.explanation
    try check(explanation?.passedOver.map(\.evidence) ?? [], "passed over")
    for reasons in explanation?.claims ?? [] {
      try check(reasons.compactMap(\.evidence), "reasons", inOrder: false)
    }
  }

  private func checkClaims(_ findings: Findings) throws {
    try require(
      findings.explanation?.claims.count == findings.claims.count, "a claim without reasons")
    for (place, claim) in findings.claims.enumerated() {
      let quantity = claim.quantity
      try require(claim.sentence.contains(quantity.evidence), "a claim outside its sentence")
      try require((quantity.value == nil) == (quantity.comparator == .range), "value and range")
      if let low = quantity.low, let high = quantity.high {
        try require(low <= high, "low above high")
      }
      if let original = claim.sameAs { try require(original < place, "same_as points forward") }
      if let from = claim.time?.from, let to = claim.time?.to {
        try require(from <= to, "a time that ends before it begins")
      }
      try require((claim.time == nil) == (claim.timeSource == nil), "time and its source")
    }
  }

  private func require(_ holds: Bool, _ message: @autoclosure () -> String) throws {
    if !holds { throw Violation(description: message()) }
  }
}
