import JSON
import Model

/// Why claims are what they are: their sentences with the words that gave the fields, each numbered
/// and named with its reason.
public struct ExplanationPage {
  private let bytes: [UInt8]
  private let findings: Findings
  private let explanation: Explanation

  /// - Parameters:
  ///   - text: the text that the findings are of.
  ///   - findings: with their explanation; without one the page has no reasons.
  public init(text: String, findings: Findings) {
    bytes = Array(text.utf8)
    self.findings = findings
    explanation = findings.explanation ?? Explanation(claims: [], passedOver: [])
  }

  // MARK: - Text

  /// One claim, by its place among the findings.
  ///
  /// - Parameters:
  ///   - index: the place.
  ///   - heading: what to call it: `claim 6`.
  ///   - notes: lines under the heading.
  ///   - style: whether parts may be bold.
  /// - Returns: its lines, each ended.
  public func claim(_ index: Int, heading: String, notes: [String] = [], style: Style) -> String {
    let claim = findings.claims[index]
    let reasons = explanation.claims.indices.contains(index) ? explanation.claims[index] : []
    let marks = Marks(reasons)
    var lines = [style.bold("\(heading): \(FigureFormatter.figure(claim.quantity))")]
    lines += notes.map { "  " + $0 } + [""]
    for sentence in sentences(of: claim, marks) {
      lines.append("  " + marked(sentence, marks, style))
    }
    lines.append("")
    var last = ""
    for reason in reasons {
      let mark = marks.number(of: reason).map { "[\($0)]" } ?? ""
      let value = reason.field == last ? "" : self.value(of: reason.field, claim)
      lines.append(
        "  " + padded(reason.field == last ? "" : reason.field, 11) + padded(value, 24)
          + padded(mark, 5) + reason.why)
      last = reason.field
    }
    let here = passedOver { claim.sentence.contains($0) }
    if !here.isEmpty { lines += ["", "  no figures in this sentence:"] + here }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The numbers and names of the text that are left out, with the reasons.
  public func rest(style: Style) -> String {
    var lines: [String] = []
    let numbers = passedOver { _ in true }
    if !numbers.isEmpty { lines += [style.bold("numbers that are no figures")] + numbers }
    if !findings.held.isEmpty {
      lines.append(style.bold("names held back"))
      lines += findings.held.map { "    " + padded(quote($0.evidence), 24) + clean($0.reason) }
    }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  private func passedOver(_ isWanted: (TextSpan) -> Bool) -> [String] {
    explanation.passedOver.filter { isWanted($0.evidence) }.map {
      "    " + padded(quote($0.evidence), 24) + $0.why
    }
  }

  /// The claim's own sentence, and what lies between it and words outside, as far as they are near.
  private func sentences(of claim: Claim, _ marks: Marks) -> [TextSpan] {
    let outside = marks.spans.filter { !claim.sentence.contains($0) }
    return outside.map { around($0) } + [claim.sentence]
  }

  /// The sentence of another claim, where the words are that claim's; else the words alone.
  private func around(_ span: TextSpan) -> TextSpan {
    findings.claims.first { $0.sentence.contains(span) }?.sentence ?? span
  }

  /// The words of a sentence with the marked ones in brackets that carry their numbers.
  private func marked(_ sentence: TextSpan, _ marks: Marks, _ style: Style) -> String {
    let inside = marks.spans.enumerated().filter { sentence.contains($0.element) }
    let edges = Set(inside.flatMap { [$0.element.start, $0.element.end] })
    var text = ""
    var position = sentence.start
    for edge in edges.sorted() + [sentence.end] {
      let piece = clean(quote(TextSpan(start: position, end: edge)))
      let isMarked = inside.contains { $0.element.start <= position && edge <= $0.element.end }
      text += isMarked ? style.bold(piece) : piece
      // What ends here is closed before what begins here is opened, the inner one first.
      for (_, span) in inside.sorted(by: { $0.element.start > $1.element.start })
      where span.end == edge {
        text += "]" + (marks.spans.firstIndex(of: span).map { String($0 + 1) } ?? "")
      }
      for (_, span) in inside.sorted(by: { $0.element.end > $1.element.end })
      where span.start == edge {
        text += "["
      }
      position = edge
    }
    return text
  }

  private func value(of field: String, _ claim: Claim) -> String {
    if field == "time" { return claim.time.map(TimeFormatter.span) ?? "" }
    let record = QuotedClaim(quote: "", claim: claim, sameAs: claim.sameAs)
    let found = ClaimFields.quoted.first { $0.name.description == field }?.value(record)
    return found.map { clean($0.flat) } ?? ""
  }

  private func quote(_ span: TextSpan) -> String { Evidence.text(span, of: bytes) }

  private func clean(_ text: String) -> String {
    TerminalText.escaped(text.utf8.contains(0x0A) ? TerminalText.oneLine(text) : text)
  }

  private func padded(_ text: String, _ width: Int) -> String {
    let text = TerminalText.cut(clean(text), to: width)
    return text + String(repeating: " ", count: max(1, width - TerminalText.width(text)))
  }

  /// The marked words of a claim, numbered in the order of the text.
  private struct Marks {
    let spans: [TextSpan]

    init(_ reasons: [Reason]) {
      spans = Set(reasons.compactMap(\.evidence)).sorted {
        ($0.start, -$0.end) < ($1.start, -$1.end)
      }
    }

    func number(of reason: Reason) -> Int? {
      reason.evidence.flatMap { spans.firstIndex(of: $0) }.map { $0 + 1 }
    }
  }
}

extension JSONWriter {
  /// A claim of a document with its reasons, as one object.
  public mutating func explained(_ index: Int, of findings: Findings, in text: String) {
    let bytes = Array(text.utf8)
    object { json in
      json.explainedClaim(findings.claims[index], at: index, of: findings, in: bytes)
    }
    newline()
  }

  /// The members of a claim, its reasons with them where there are any.
  mutating func explainedClaim(
    _ claim: Claim, at index: Int, of findings: Findings, in text: [UInt8]
  ) {
    // Part by part, as `ClaimFields.quoted` has them: one record of all would be copied for each of
    // its fields.
    members(Evidence(span: claim.quantity.evidence, of: text), Evidence.fields)
    members(claim.quantity, ClaimFields.quantity)
    members(claim, ClaimFields.claim)
    key("same_as")
    number(claim.sameAs)
    guard let explanation = findings.explanation else { return }
    key("because")
    array(explanation.claims[index]) { json, reason in
      json.object { json in
        json.key("field")
        json.string(reason.field)
        json.key("start")
        json.number(reason.evidence?.start)
        json.key("end")
        json.number(reason.evidence?.end)
        json.key("text")
        json.string(reason.evidence.map { Evidence.text($0, of: text) })
        json.key("reason")
        json.string(reason.why)
      }
    }
  }
}
