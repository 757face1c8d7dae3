import JSON
import Model

/// Reads documents and findings out of the JSON that `extract` and exports write.
enum DocumentFields {
  static func report(_ value: JSONValue) throws(LineError) -> Report {
    var report = Report(
      path: value.text("path") ?? "", text: try value.requiredText("text"), original: [])
    report.offset = value["offset"]?.integer
    report.id = value.text("id")
    report.url = value.text("url")
    report.outlet = value.text("outlet")
    report.title = value.text("title")
    report.bylines = value.texts("bylines")
    report.published = try value.day("published")
    report.publishedAt = try value.instant("published_at")
    report.updatedAt = try value.instant("updated_at")
    report.capturedAt = try value.instant("captured_at")
    report.recordID = value.text("record_id")
    report.language = value.text("language")
    report.languageDeclared = value.text("language_declared")
    report.mime = value.text("mime")
    report.tool = value.text("tool")
    report.pages = JSONColumn.offsets(value["pages"] ?? .null)
    report.complete = value["complete"]?.bool ?? true
    report.provenance = JSONColumn.provenance(value["provenance"] ?? .null)
    report.summary = value.text("summary")
    report.tags = value.texts("tags")
    report.enclosures = JSONColumn.enclosures(value["enclosures"] ?? .null)
    report.links = (value["links"]?.array ?? []).compactMap { link in
      link.text("title").map { Link(title: $0, url: link.text("url")) }
    }
    report.references = value.texts("refs")
    return report
  }

  /// What was found in a document, each in the words that stand in its text.
  static func findings(_ value: JSONValue) throws(LineError) -> Findings {
    let text = try value.requiredText("text")
    var findings = Findings()
    for mention in value["entities"]?.array ?? [] {
      findings.mentions.append(
        Mention(
          entity: try mention.requiredText("id"), name: try mention.requiredText("name"),
          kind: try mention.requiredText("kind"), evidence: try mention.evidence(in: text),
          by: try mention.requiredWord("by")))
    }
    findings.held = try held(value, in: text)
    for item in value["claims"]?.array ?? [] {
      var claim = try claim(item)
      _ = try item.evidence(in: text)
      claim.sameAs = item["same_as"]?.integer
      findings.claims.append(claim)
    }
    return findings
  }

  static func held(_ value: JSONValue, in text: String) throws(LineError) -> [HeldName] {
    var names: [HeldName] = []
    for held in value["held"]?.array ?? [] {
      names.append(
        HeldName(
          evidence: try held.evidence(in: text), candidates: held.texts("candidates"),
          reason: try held.requiredText("reason")))
    }
    return names
  }

  /// A claim without `same_as`, which is an index here and a key there.
  static func claim(_ value: JSONValue) throws(LineError) -> Claim {
    var quantity = Quantity(
      evidence: try value.span(), value: value["value"]?.number, low: value["low"]?.number,
      high: value["high"]?.number, comparator: try value.requiredWord("comparator"),
      approximate: value["approximate"]?.bool ?? false)
    quantity.change = try value.word("change")
    quantity.direction = try value.word("direction")
    quantity.unit = value.text("unit")
    quantity.unitText = value.text("unit_text")
    quantity.unitPhrase = value.text("unit_phrase")
    quantity.dimension = value.text("dimension")
    quantity.per = value.text("per")
    quantity.measure = value.text("measure")
    quantity.page = value["page"]?.integer
    var claim = Claim(
      quantity: quantity, sentence: try value.span("sentence_start", "sentence_end"),
      subjects: value.texts("subjects").sorted(), places: value.texts("places").sorted(),
      modality: try value.requiredWord("modality"))
    let (from, to) = (try value.day("from"), try value.day("to"))
    if from != nil || to != nil {
      claim.time = DateSpan(from: from, to: to, precision: try value.word("precision") ?? .day)
    }
    claim.timeSource = try value.word("time_source")
    claim.entitySource = try value.word("entity_source")
    claim.basis = try value.word("basis")
    claim.speaker = value.text("speaker")
    if value["speaker_start"]?.integer != nil {
      claim.speakerEvidence = try value.span("speaker_start", "speaker_end")
    }
    claim.speakerID = value.text("speaker_id")
    claim.via = value.texts("via")
    claim.quoted = value["quoted"]?.bool ?? false
    claim.likelihood = try likelihood(value)
    return claim
  }

  private static func likelihood(_ value: JSONValue) throws(LineError) -> Likelihood? {
    guard let words = value.text("likelihood_words") else { return nil }
    guard case .array(let bounds) = value["likelihood"], bounds.count == 2,
      let low = bounds[0].number, let high = bounds[1].number, 0 <= low, low <= high, high <= 1
    else { throw LineError("likelihood is not two numbers from 0 to 1") }
    return Likelihood(low: low, high: high, words: words)
  }
}
