import Language
import Model
import Testing

@testable import Extraction

/// Reads the tables of `Cases/claims`, one case a line; each table has the cases of one question.
///
/// A line has a day, a text, a piece of the figure, and what is expected of its claim, as
/// `field=value` joined by `;`. `\n` ends a line of the text; `-` stands for nothing, `claim=none` for no claim at all.
@Suite struct ClaimCasesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let published: Day?
    let text: String
    let figure: String
    let expected: [String]

    var testDescription: String { "\(figure) in: \(text)" }
  }

  static let cases: [Case] = ["figures", "times", "roles", "speakers", "firmness"].flatMap {
    Cases.rows(of: "claims/\($0).tsv")
  }.compactMap { row in
    guard row.count == 4 else { return nil }
    return Case(
      published: Day(iso: row[0]), text: row[1].replacing("\\n", with: "\n"), figure: row[2],
      expected: row[3].split(separator: ";").map { Cases.trimmed($0) })
  }

  static let extractor = Extractor(gazetteer: .builtIn)

  @Test(arguments: cases)
  func `a claim has the fields that its sentence gives it`(example: Case) {
    let findings = Self.extractor.findings(
      in: example.text, published: example.published, language: "en")
    let bytes = Array(example.text.utf8)
    let claim = findings.claims.first {
      let span = $0.quantity.evidence
      return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
        .contains(example.figure)
    }
    for expectation in example.expected {
      if expectation == "claim=none" {
        #expect(claim == nil)
        continue
      }
      let parts = expectation.split(separator: "=", maxSplits: 1).map(String.init)
      #expect(parts.count == 2, "not field=value: \(expectation)")
      let actual = claim.map { Self.value(of: parts[0], in: $0, among: findings.claims) }
      #expect("\(parts[0])=\(actual ?? "no claim")" == expectation)
    }
  }

  static func value(of field: String, in claim: Claim, among claims: [Claim]) -> String {
    func list(_ values: [String]) -> String {
      values.isEmpty ? "-" : values.joined(separator: ",")
    }
    switch field {
    case "modality": return claim.modality.rawValue
    case "basis": return claim.basis?.rawValue ?? "-"
    case "comparator": return claim.quantity.comparator.rawValue
    case "change": return claim.quantity.change?.rawValue ?? "-"
    case "value": return (claim.quantity.value ?? claim.quantity.low).map { "\($0)" } ?? "-"
    case "unit": return claim.quantity.unit ?? "-"
    case "per": return claim.quantity.per ?? "-"
    case "subjects": return list(claim.subjects)
    case "places": return list(claim.places)
    case "speaker": return claim.speaker ?? "-"
    case "quoted": return "\(claim.quoted)"
    case "likelihood":
      return claim.likelihood.map { "\($0.low)..\($0.high) \($0.words)" } ?? "-"
    case "measure": return claim.quantity.measure ?? "-"
    case "same_as": return claim.sameAs.map(String.init) ?? "-"
    case "time":
      guard let time = claim.time else { return "-" }
      return "\(time.from?.description ?? "")..\(time.to?.description ?? "")"
    case "time_source": return claim.timeSource?.rawValue ?? "-"
    case "entity_source": return claim.entitySource?.rawValue ?? "-"
    default: return "unknown field"
    }
  }
}
