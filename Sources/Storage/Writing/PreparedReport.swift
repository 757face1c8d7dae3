import Bytes
import Language
import Model

/// A report with what was found in it, ready to be written.
///
/// Making one compresses and hashes; it may be done on any core, before the writer has its turn.
public struct PreparedReport: Sendable {
  let report: Report
  let findings: Findings
  let sha256: [UInt8]

  /// The original in zlib form; `nil` where only its digest is known.
  let compressed: [UInt8]?
  let length: Int
  let identifiers: [Identifier]
  let site: String?
  let textHash: Int?
  let sketch: [Int]
  let searchTitle: String
  let searchBody: String

  /// What another archive knew of the bytes; `nil` for what comes in for the first time.
  var given: Given?

  struct Given: Sendable {
    var seenAt: Instant
    var arrival: Int

    /// Local ids; `nil` is the run that writes.
    var run: Int?
    var extractionRun: Int?
    var containerSHA256: [UInt8]?
  }

  public init(_ report: Report, _ findings: Findings) {
    self.init(
      report, findings, sha256: Digest.sha256(report.original),
      compressed: Compression.deflate(report.original), length: report.original.count)
  }

  init(
    _ report: Report, _ findings: Findings, sha256: [UInt8], compressed: [UInt8]?, length: Int,
    identifiers: [Identifier]? = nil
  ) {
    self.report = report
    self.findings = findings
    self.sha256 = sha256
    self.compressed = compressed
    self.length = length
    self.identifiers = identifiers ?? Identifier.all(of: report)
    site = report.url.flatMap(WebIdentity.init)?.site
    textHash = TextHash.of(report.text)
    sketch = CopySketch.of(CopyText(report.text))
    searchTitle = SearchText.indexed(report.title ?? "")
    searchBody = SearchText.indexed(report.text)
  }

  /// About how many bytes it adds to a batch.
  var size: Int { (compressed?.count ?? 0) + report.text.utf8.count * 2 + 1000 }

  /// The time of this text that the document itself gives: updated, else captured.
  var ownTime: Instant? { report.updatedAt ?? report.capturedAt }

  /// When it was published, as text that sorts; a day without a time stands at its end.
  var sortAt: String {
    if let instant = report.publishedAt { return instant.description }
    return report.published.map { "\($0)T24:00:00Z" } ?? PreparedReport.neverPublished
  }

  static let neverPublished = "9999"
}
