import JSON
import Model

/// One article in one revision.
public struct ArticlePage: Sendable {
  public var record: ArticleRecord
  public var revision: RevisionRecord
  public var findings: Findings

  public init(record: ArticleRecord, revision: RevisionRecord, findings: Findings) {
    self.record = record
    self.revision = revision
    self.findings = findings
  }

  /// For a terminal: what it is, then its text.
  public func text(style: Style) -> String {
    let report = revision.report
    var lines = [
      style.bold(clean(report.title ?? "(without a title)")), "",
    ]
    func add(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      lines.append(
        "\(name)\(String(repeating: " ", count: max(1, 12 - name.count)))\(clean(value))")
    }
    add(
      "article",
      "\(record.id), revision \(revision.number) of \(record.revisions)"
        + (revision.isCurrent ? "" : ", not current"))
    add("source", record.source.map { "\($0) (reliability \(record.sourceReliability))" })
    add("by", report.bylines.joined(separator: ", "))
    add("published", report.publishedAt?.description ?? report.published?.description)
    add("updated", report.updatedAt?.description)
    add("captured", report.capturedAt?.description)
    add("ingested", revision.ingestedAt?.description)
    add("language", report.language)
    add("url", report.url)
    add("pages", report.pages.isEmpty ? nil : String(report.pages.count))
    add("read with", report.tool)
    add("sha256", revision.originals.last?.sha256)
    let share = record.copyShare.map { ", \(FigureFormatter.share($0)) shared" } ?? ""
    add("copy of", record.copyOf.map { "article \($0)\(share)" })
    add("claims", String(findings.claims.count))
    add("links", report.links.isEmpty ? nil : String(report.links.count))
    lines.append("")
    lines.append(TerminalText.escaped(report.text, keepingLines: true))
    return lines.joined(separator: "\n") + "\n"
  }

  private func clean(_ text: String) -> String {
    TerminalText.escaped(TerminalText.oneLine(text))
  }
}

extension JSONWriter {
  /// An article as one object: the keys of `extract`, and those of the archive.
  public mutating func article(_ page: ArticlePage) {
    let renderer = DocumentRenderer(omitting: ["id", "path", "quantities", "dates"])
    object { json in
      json.members(page, ArticlePage.fields)
      renderer.writeMembers(page.revision.report, page.findings, into: &json)
      json.key("originals")
      json.array(page.revision.originals) { json, original in
        json.object { json in
          json.members(original, ArticlePage.originalFields)
          json.key("headers")
          json.headers(original.headers)
        }
      }
    }
    newline()
  }
}

extension ArticlePage {
  fileprivate static let fields: [Field<ArticlePage>] = [
    .integer("id") { $0.record.id },
    .text("key") { $0.record.key },
    .integer("revision") { $0.revision.number },
    .integer("revisions") { $0.record.revisions },
    .text("revision_key") { $0.revision.key },
    .text("document_id") { $0.revision.report.id },
    .text("path") { $0.revision.originals.last?.path ?? $0.revision.report.path },
    .text("source") { $0.record.source },
    .text("source_reliability") { $0.record.sourceReliability },
    .text("sha256") { $0.revision.originals.last?.sha256 },
    .instant("ingested_at") { $0.revision.ingestedAt },
    .integer("copy_of") { $0.record.copyOf },
    .number("copy_share") { $0.record.copyShare },
  ]

  fileprivate static let originalFields: [Field<OriginalRecord>] = [
    .text("sha256") { $0.sha256 },
    .integer("length") { $0.length },
    .text("path") { $0.path },
    .text("mime") { $0.mime },
    .integer("offset") { $0.offset },
    .text("container_sha256") { $0.containerSHA256 },
    .instant("ingested_at") { $0.ingestedAt },
  ]
}
