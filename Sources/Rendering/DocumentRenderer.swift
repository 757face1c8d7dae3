import Bytes
import JSON
import Model

/// Writes what was read and found, one JSON object a document, as the machine interface has it.
public struct DocumentRenderer: Sendable {
  private let members: [Member]

  /// - Parameters:
  ///   - omitted: names of fields that are left out.
  ///   - withOriginal: whether the unchanged bytes and their digest are written.
  ///   - explained: whether the numbers that are no claims are written; why a claim is one stands
  ///     with it wherever its findings have an explanation.
  public init(
    omitting omitted: Set<String> = [], withOriginal: Bool = false, explained: Bool = false
  ) {
    members =
      (Self.described + Self.found + (explained ? Self.explained : [])
      + (withOriginal ? Self.unchanged : []))
      .filter { !omitted.contains($0.name.description) }
  }

  /// The names that can be left out.
  public static var names: [String] { (described + found).map(\.name.description) }

  /// One document as a line of NDJSON.
  public func write(_ report: Report, _ findings: Findings, into json: inout JSONWriter) {
    json.object { writeMembers(report, findings, into: &$0) }
    json.newline()
  }

  /// The fields of a document, as members of the object that is open.
  func writeMembers(_ report: Report, _ findings: Findings, into json: inout JSONWriter) {
    let document = Document(report: report, findings: findings, text: Array(report.text.utf8))
    for member in members {
      json.key(member.name)
      member.write(document, &json)
    }
  }

  struct Document: Sendable {
    var report: Report
    var findings: Findings
    var text: [UInt8]

    func evidence(_ span: TextSpan) -> Evidence { Evidence(span: span, of: text) }
  }

  struct Member: Sendable {
    var name: StaticString
    var write: @Sendable (Document, inout JSONWriter) -> Void

    init(_ name: StaticString, _ write: @escaping @Sendable (Document, inout JSONWriter) -> Void) {
      self.name = name
      self.write = write
    }

    init(_ field: Field<Report>) {
      self.init(field.name) { document, json in json.value(field.value(document.report)) }
    }
  }

  private static let described: [Member] =
    ReportFields.heading.map { Member($0) } + [
      Member("provenance") { document, json in json.provenance(document.report) },
      Member(.text("summary") { $0.summary }),
      Member(.list("tags") { $0.tags }),
      Member("enclosures") { document, json in json.enclosures(document.report) },
      Member("text") { document, json in json.string(document.report.text) },
      Member("links") { document, json in json.links(document.report) },
      Member(.list("refs") { $0.references }),
    ]

  private static let found: [Member] = [
    Member("entities") { document, json in
      json.array(document.findings.mentions) { json, mention in
        json.object { json in
          json.key("id")
          json.string(mention.entity)
          json.key("name")
          json.string(mention.name)
          json.key("kind")
          json.string(mention.kind)
          json.members(document.evidence(mention.evidence), Evidence.fields)
          json.key("by")
          json.string(mention.by.rawValue)
        }
      }
    },
    Member("held") { document, json in
      json.array(document.findings.held) { json, held in
        json.object { json in
          json.members(document.evidence(held.evidence), Evidence.fields)
          json.key("candidates")
          json.array(held.candidates) { $0.string($1) }
          json.key("reason")
          json.string(held.reason)
        }
      }
    },
    Member("dates") { document, json in
      json.array(document.findings.dates) { json, date in
        json.object { json in
          json.members(document.evidence(date.evidence), Evidence.fields)
          json.members(date, dateFields)
        }
      }
    },
    Member("quantities") { document, json in
      json.array(document.findings.quantities) { json, quantity in
        json.object { json in
          json.members(document.evidence(quantity.evidence), Evidence.fields)
          json.members(quantity, ClaimFields.quantity)
        }
      }
    },
    Member("claims") { document, json in
      json.array(document.findings.claims.enumerated()) { json, found in
        json.object { json in
          json.explainedClaim(
            found.element, at: found.offset, of: document.findings, in: document.text)
        }
      }
    },
  ]

  private static let explained: [Member] = [
    Member("passed_over") { document, json in
      json.array(document.findings.explanation?.passedOver ?? []) { json, passed in
        json.object { json in
          json.members(document.evidence(passed.evidence), Evidence.fields)
          json.key("reason")
          json.string(passed.why)
        }
      }
    }
  ]

  private static let unchanged: [Member] = [
    Member("sha256") { document, json in
      json.string(Digest.hex(Digest.sha256(document.report.original)))
    },
    Member("original") { document, json in
      json.string(Base64.encode(document.report.original))
    },
  ]

  private static let dateFields: [Field<DateMention>] = [
    .day("from") { $0.span.from },
    .day("to") { $0.span.to },
    .text("mod") { $0.modifier?.rawValue },
    .text("precision") { $0.span.precision.rawValue },
  ]
}
