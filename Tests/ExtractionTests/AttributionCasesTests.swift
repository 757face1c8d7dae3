import Language
import Model
import Testing

@testable import Extraction

/// Reads `Cases/attribution.tsv`, one text a line.
///
/// Behind the text stand probes, `word => speaker`: the first token of that spelling, and who says
/// it; `-` for nobody. A speaker can be followed by `; id=…`, `; via=…`, `; quoted`, `; hearsay`.
@Suite struct AttributionCasesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let probe: String
    let expected: String

    var testDescription: String { "\(probe) in: \(text)" }
  }

  static let cases: [Case] = Cases.rows(of: "attribution.tsv").flatMap { row in
    row.dropFirst().compactMap { field in
      let parts = field.split(separator: "=>").map { Cases.trimmed($0) }
      guard parts.count == 2 else { return nil }
      return Case(text: row[0], probe: parts[0], expected: parts[1])
    }
  }

  static let lexicon = Lexicon.builtIn(language: "en")
  static let attributor = Attributor(lexicon: lexicon)
  static let entities = EntityFinder(gazetteer: .builtIn, lexicon: lexicon)

  static func attributions(in text: TokenizedText) -> Attributions {
    attributor.attributions(
      in: text, title: nil, mentions: entities.entities(in: text).mentions.map(\.mention))
  }

  @Test(arguments: cases)
  func `a statement is given to whoever the text says makes it`(example: Case) throws {
    let text = TokenizedText(example.text, lexicon: Self.lexicon)
    let token = try #require(
      text.tokens.firstIndex { text.string($0) == example.probe },
      "no token is spelled \(example.probe)")
    let found = Self.attributions(in: text)
    #expect(Self.description(of: token, in: found, as: example.expected) == example.expected)
  }

  /// The attribution as the table writes it, with those of its marks that the table asks for.
  static func description(of token: Int, in found: Attributions, as expected: String) -> String {
    let attribution = found.attribution(at: token)
    var parts = [attribution?.speaker ?? "-"]
    for mark in expected.split(separator: ";").dropFirst().map({ Cases.trimmed($0) }) {
      switch mark.prefix(while: { $0 != "=" }) {
      case "id": parts.append("id=\(attribution?.speakerID ?? "-")")
      case "via": parts.append("via=\(attribution?.via.joined(separator: ",") ?? "-")")
      case "quoted", "not quoted": parts.append(found.isQuoted(token) ? "quoted" : "not quoted")
      case "hearsay": parts.append(found.isHearsay(token) ? "hearsay" : "no hearsay")
      default: parts.append("unknown mark")
      }
    }
    return parts.joined(separator: "; ")
  }
}
