import Bytes
import JSON
import Model

/// An article of an export with all its lines, gathered until the next one begins.
struct ImportedArticle {
  struct Revision {
    var line: RevisionLine
    var mentions: [Mention] = []
    var claims: [ClaimLine] = []
    var originals: [Original] = []

    /// The findings, the claims' keys made into indexes again.
    var findings: Findings {
      var findings = Findings()
      findings.mentions = mentions
      findings.held = line.held
      var positions: [String: Int] = [:]
      for (position, claim) in claims.enumerated() { positions[claim.key] = position }
      findings.claims = claims.map { line in
        var claim = line.claim
        claim.sameAs = line.sameAs.flatMap { positions[$0] }
        return claim
      }
      return findings
    }
  }

  struct Original {
    var line: OriginalLine
    var sha256: [UInt8]

    /// In zlib form.
    var compressed: [UInt8]?
    var containerSHA256: [UInt8]?

    init(_ value: JSONValue) throws(LineError) {
      line = try LineFields.original(value)
      guard let digest = try value.digest("sha256") else { throw LineError("sha256 is missing") }
      sha256 = digest
      containerSHA256 = try value.digest("container_sha256")
      guard let text = value.text("original") else { return }
      guard let bytes = Base64.decode(text) else { throw LineError("original is no base64") }
      guard Digest.sha256(bytes) == sha256, bytes.count == line.length else {
        throw LineError("original has not the digest and length that are told of it")
      }
      compressed = Compression.deflate(bytes)
    }
  }

  var line: ArticleLine
  var revisions: [Revision] = []

  /// The first line with a fault, and which; the article is then refused as a whole.
  var fault: (place: String, reason: String)?

  var size: Int {
    revisions.reduce(1000) { sum, revision in
      sum + revision.line.report.text.utf8.count * 2
        + revision.originals.reduce(0) { $0 + ($1.compressed?.count ?? 0) }
    }
  }

  /// Adds a line that hangs on the article.
  mutating func add(_ kind: String, _ value: JSONValue) throws(LineError) {
    switch kind {
    case "revision":
      let line = try LineFields.revision(value)
      guard line.article == self.line.key else { throw LineError("its article is another") }
      revisions.append(Revision(line: line))
    case "original":
      let original = try Original(value)
      try update(original.line.revision) { $0.originals.append(original) }
    case "mention":
      let line = try LineFields.mention(value)
      try update(line.revision) { revision throws(LineError) in
        try revision.line.report.text.require(line.quote, at: line.mention.evidence)
        revision.mentions.append(line.mention)
      }
    default:
      let line = try LineFields.claim(value)
      try update(line.revision) { revision throws(LineError) in
        try revision.line.report.text.require(line.quote, at: line.claim.quantity.evidence)
        revision.claims.append(line)
      }
    }
  }

  private mutating func update(
    _ revision: String, _ change: (inout Revision) throws(LineError) -> Void
  ) throws(LineError) {
    guard let index = revisions.lastIndex(where: { $0.line.key == revision }) else {
      throw LineError("its revision is not there")
    }
    try change(&revisions[index])
  }
}
