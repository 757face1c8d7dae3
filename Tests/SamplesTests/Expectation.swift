import Model

/// What was read and found in one report, in lines that a person can check against its text.
struct Expectation {
  var report: Report
  var findings: Findings

  var lines: [String] {
    reading + [""] + names + findings.claims.flatMap { [""] + lines(of: $0) }
  }

  private var reading: [String] {
    let fields: [(String, String?)] = [
      ("title", report.title), ("by", Self.list(report.bylines)), ("outlet", report.outlet),
      ("published", report.published?.description), ("updated", report.updatedAt?.description),
      ("url", report.url), ("language", report.language),
      ("begins", Self.line(report.text.prefix(40))), ("ends", Self.line(report.text.suffix(40))),
    ]
    return fields.compactMap { name, value in value.map { "\(name): \($0)" } }
      + report.links.map { "teaser: " + [$0.title, $0.url ?? "-"].joined(separator: " | ") }
  }

  /// Each entity with the ways in which the text names it.
  private var names: [String] {
    var names: [String: [String]] = [:]
    for mention in findings.mentions {
      let name = text(mention.evidence)
      if names[mention.entity]?.contains(name) != true {
        names[mention.entity, default: []].append(name)
      }
    }
    return names.keys.sorted().map { "\($0): \((names[$0] ?? []).joined(separator: ", "))" }
      + findings.held.map { held in
        "held: \(text(held.evidence)) (\(held.candidates.joined(separator: " or "))), \(held.reason)"
      }
  }

  /// The figure; what is measured of whom, where and when; how firmly, and who says so.
  private func lines(of claim: Claim) -> [String] {
    let quantity = claim.quantity
    let about = [
      quantity.measure.map { "measure \($0)" },
      Self.list(claim.subjects).map { "of \($0)" },
      Self.list(claim.places).map { "in \($0)" },
      claim.time.map { "time \(Self.text($0))" },
    ]
    let firmness = [
      claim.modality.rawValue, claim.basis?.rawValue, claim.quoted ? "quoted" : nil,
      claim.speaker.map { "says \($0)" }, claim.speakerID.map { "(\($0))" },
      Self.list(claim.via).map { "via \($0)" },
      claim.sameAs.map { "same as “\(text(findings.claims[$0].quantity.evidence))”" },
    ]
    return ["“\(text(quantity.evidence))”", figure(quantity)]
      + [about, firmness].map { $0.compactMap { $0 } }.filter { !$0.isEmpty }
      .map { "  " + $0.joined(separator: "; ") }
  }

  private func figure(_ quantity: Quantity) -> String {
    let bounds = [quantity.low, quantity.high].map { $0.map(Self.number) ?? "-" }
    let parts = [
      quantity.comparator.rawValue,
      quantity.comparator == .range
        ? bounds.joined(separator: " to ") : quantity.value.map(Self.number),
      quantity.approximate && quantity.comparator != .about ? "approximate" : nil,
      quantity.unit ?? "no unit", quantity.per.map { "per \($0)" },
      quantity.change.map { "change \($0)" }, quantity.direction.map { "moving \($0)" },
    ]
    return "  " + parts.compactMap { $0 }.joined(separator: " ")
  }

  /// What stands there, in one line.
  private func text(_ span: TextSpan) -> String {
    String(decoding: Array(report.text.utf8)[span.start..<span.end], as: UTF8.self)
      .replacing("\n", with: " ")
  }

  /// A piece of text in one line, a paragraph's end shown as a sign.
  private static func line(_ piece: Substring) -> String {
    piece.split(separator: "\n").map { String($0) }.joined(separator: "¶")
  }

  private static func text(_ time: DateSpan) -> String {
    let ends = [time.from, time.to].map { $0?.description ?? "open" }
    return ends.joined(separator: " to ") + " (\(time.precision))"
  }

  /// Whole numbers without a fraction.
  private static func number(_ value: Double) -> String {
    Int(exactly: value).map { String($0) } ?? String(value)
  }

  private static func list(_ items: [String]) -> String? {
    items.isEmpty ? nil : items.joined(separator: ", ")
  }
}
