import Bytes
import JSON
import Model

/// Writes the lines of an archive's export as NDJSON: keys in fixed order, no local ids.
public struct ArchiveLineRenderer: Sendable {
  public init() {}

  public func write(_ line: ArchiveLine, into json: inout JSONWriter) {
    json.object { json in
      json.key("kind")
      switch line {
      case .archive(let isComplete):
        json.string("archive")
        json.key("schema")
        json.string(ArchiveLine.schema)
        if isComplete {
          json.key("complete")
          json.bool(true)
        }
      case .run(let run):
        json.string("run")
        json.members(run, LineFields.run)
      case .source(let source):
        json.string("source")
        json.members(source, LineFields.source)
      case .entity(let entity, let origin):
        json.string("entity")
        write(entity, origin: origin, into: &json)
      case .article(let article):
        json.string("article")
        write(article, into: &json)
      case .revision(let revision):
        json.string("revision")
        write(revision, into: &json)
      case .original(let original):
        json.string("original")
        write(original, into: &json)
      case .mention(let mention):
        json.string("mention")
        json.members(mention, LineFields.mention)
      case .claim(let claim):
        json.string("claim")
        json.members(claim, LineFields.claim)
      case .decision(let decision):
        json.string("decision")
        json.members(decision, LineFields.decision)
        if decision.number != nil { json.members(decision, LineFields.decisionHistory) }
      case .end(let lines):
        json.string("end")
        json.key("lines")
        json.number(lines)
      }
    }
    json.newline()
  }

  private func write(_ entity: Entity, origin: String, into json: inout JSONWriter) {
    json.members(entity, LineFields.entity)
    json.key("origin")
    json.string(origin)
    json.key("aliases")
    json.array(entity.aliases) { json, alias in
      json.object { $0.members(alias, LineFields.alias) }
    }
  }

  private func write(_ article: ArticleLine, into json: inout JSONWriter) {
    json.members(article, LineFields.article)
    json.key("identifiers")
    json.array(article.identifiers) { json, identifier in
      json.object { json in
        json.key("kind")
        json.string(identifier.kind)
        json.key("value")
        json.string(identifier.value)
      }
    }
  }

  private func write(_ revision: RevisionLine, into json: inout JSONWriter) {
    json.members(revision, LineFields.revision)
    json.members(revision.report, LineFields.report)
    json.key("provenance")
    json.provenance(revision.report)
    json.key("enclosures")
    json.enclosures(revision.report)
    json.key("links")
    json.links(revision.report)
    let text = Array(revision.report.text.utf8)
    json.key("held")
    json.array(revision.held) { json, held in
      json.object { json in
        json.members(
          Evidence(span: held.evidence, of: text),
          Evidence.fields)
        json.key("candidates")
        json.array(held.candidates) { $0.string($1) }
        json.key("reason")
        json.string(held.reason)
      }
    }
    if let run = revision.run {
      json.key("run")
      json.number(run)
    }
  }

  private func write(_ original: OriginalLine, into json: inout JSONWriter) {
    json.members(original, LineFields.original)
    guard original.run != nil else { return }
    json.members(original, LineFields.originalWhole)
    // Most came from files.
    guard !original.headers.isEmpty else { return }
    json.key("headers")
    json.headers(original.headers)
  }
}

extension Evidence {
  init(span: TextSpan, of text: [UInt8]) {
    self.init(span: span, text: Self.text(span, of: text))
  }

  /// The bytes of a span; empty where it lies outside of the text.
  static func text(_ span: TextSpan, of text: [UInt8]) -> String {
    guard span.start >= 0, span.start <= span.end, span.end <= text.count else { return "" }
    return String(decoding: text[span.start..<span.end], as: UTF8.self)
  }
}
