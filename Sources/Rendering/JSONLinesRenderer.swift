import JSON
import Model

/// Writes what extraction found, one JSON object a document, as the machine interface has it.
public struct JSONLinesRenderer: Sendable {
  /// Fields that are left out.
  public var omitted: Set<String> = []

  public init() {}

  public func write(_ report: Report, _ findings: Findings, into json: inout JSONWriter) {
    let text = Array(report.text.utf8)
    json.object { json in
      json.key("id")
      json.string(report.id)
      json.key("path")
      json.string(report.path)
      json.key("offset")
      json.number(report.offset)
      json.key("url")
      json.string(report.url)
      json.key("outlet")
      json.string(report.outlet)
      json.key("title")
      json.string(report.title)
      json.key("bylines")
      json.array(report.bylines) { $0.string($1) }
      json.key("published")
      json.string(report.published?.description)
      json.key("published_at")
      json.string(report.publishedAt?.description)
      json.key("updated_at")
      json.string(report.updatedAt?.description)
      json.key("captured_at")
      json.string(report.capturedAt?.description)
      json.key("record_id")
      json.string(report.recordID)
      json.key("language")
      json.string(report.language)
      json.key("language_declared")
      json.string(report.languageDeclared)
      json.key("mime")
      json.string(report.mime)
      json.key("complete")
      json.bool(report.complete)
      json.key("provenance")
      json.object { json in
        for entry in report.provenance {
          json.key(entry.field)
          json.string(entry.source.rawValue)
        }
      }
      json.key("summary")
      json.string(report.summary)
      json.key("tags")
      json.array(report.tags) { $0.string($1) }
      json.key("enclosures")
      json.array(report.enclosures) { json, enclosure in
        json.object { json in
          json.key("url")
          json.string(enclosure.url)
          json.key("type")
          json.string(enclosure.type)
          json.key("length")
          json.number(enclosure.length)
        }
      }
      json.key("text")
      json.string(report.text)
      json.key("links")
      json.array(report.links) { json, link in
        json.object { json in
          json.key("title")
          json.string(link.title)
          json.key("url")
          json.string(link.url)
        }
      }
      json.key("refs")
      json.array(report.references) { $0.string($1) }
      json.key("entities")
      json.array(findings.mentions) { json, mention in
        json.object { json in
          json.key("id")
          json.string(mention.entity)
          json.key("name")
          json.string(mention.name)
          json.key("kind")
          json.string(mention.kind)
          evidence(mention.evidence, text, &json)
          json.key("by")
          json.string(mention.by.rawValue)
        }
      }
      json.key("held")
      json.array(findings.held) { json, held in
        json.object { json in
          evidence(held.evidence, text, &json)
          json.key("candidates")
          json.array(held.candidates) { $0.string($1) }
          json.key("reason")
          json.string(held.reason)
        }
      }
      json.key("dates")
      json.array(findings.dates) { json, date in
        json.object { json in
          evidence(date.evidence, text, &json)
          json.key("from")
          json.string(date.span.from?.description)
          json.key("to")
          json.string(date.span.to?.description)
          json.key("mod")
          json.string(date.modifier?.rawValue)
          json.key("precision")
          json.string(date.span.precision.rawValue)
        }
      }
      json.key("quantities")
      json.array(findings.quantities) { json, quantity in
        json.object { json in
          evidence(quantity.evidence, text, &json)
          write(quantity, into: &json)
        }
      }
      json.key("claims")
      json.array(findings.claims) { json, claim in
        json.object { json in
          evidence(claim.quantity.evidence, text, &json)
          write(claim.quantity, into: &json)
          write(claim, into: &json)
          json.key("same_as")
          json.number(claim.sameAs)
        }
      }
    }
    json.newline()
  }

  private func evidence(_ span: TextSpan, _ text: [UInt8], _ json: inout JSONWriter) {
    json.key("start")
    json.number(span.start)
    json.key("end")
    json.number(span.end)
    json.key("text")
    json.string(String(decoding: text[span.start..<span.end], as: UTF8.self))
  }

  /// The fields of a quantity from `value` on.
  func write(_ quantity: Quantity, into json: inout JSONWriter) {
    json.key("value")
    json.number(quantity.value)
    json.key("low")
    json.number(quantity.low)
    json.key("high")
    json.number(quantity.high)
    json.key("comparator")
    json.string(quantity.comparator.rawValue)
    json.key("approximate")
    json.bool(quantity.approximate)
    json.key("change")
    json.string(quantity.change?.rawValue)
    json.key("direction")
    json.string(quantity.direction?.rawValue)
    json.key("unit")
    json.string(quantity.unit)
    json.key("unit_text")
    json.string(quantity.unitText)
    json.key("unit_phrase")
    json.string(quantity.unitPhrase)
    json.key("dimension")
    json.string(quantity.dimension)
    json.key("per")
    json.string(quantity.per)
    json.key("measure")
    json.string(quantity.measure)
    json.key("page")
    json.number(quantity.page)
  }

  /// The fields that a claim has beyond its quantity, but for `same_as`.
  func write(_ claim: Claim, into json: inout JSONWriter) {
    json.key("sentence_start")
    json.number(claim.sentence.start)
    json.key("sentence_end")
    json.number(claim.sentence.end)
    json.key("subjects")
    json.array(claim.subjects) { $0.string($1) }
    json.key("places")
    json.array(claim.places) { $0.string($1) }
    json.key("from")
    json.string(claim.time?.from?.description)
    json.key("to")
    json.string(claim.time?.to?.description)
    json.key("precision")
    json.string(claim.time?.precision.rawValue)
    json.key("time_source")
    json.string(claim.timeSource?.rawValue)
    json.key("entity_source")
    json.string(claim.entitySource?.rawValue)
    json.key("modality")
    json.string(claim.modality.rawValue)
    json.key("basis")
    json.string(claim.basis?.rawValue)
    json.key("speaker")
    json.string(claim.speaker)
    json.key("speaker_start")
    json.number(claim.speakerEvidence?.start)
    json.key("speaker_end")
    json.number(claim.speakerEvidence?.end)
    json.key("speaker_id")
    json.string(claim.speakerID)
    json.key("via")
    json.array(claim.via) { $0.string($1) }
    json.key("quoted")
    json.bool(claim.quoted)
  }
}
