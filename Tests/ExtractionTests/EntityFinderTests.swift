import Language
import Model
import Testing

@testable import Extraction

/// Reads `Cases/entities.tsv`, whose head says what stands in its lines.
@Suite struct EntityFinderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let mentions: String
    let held: String

    var testDescription: String { text }
  }

  static let cases = Cases.rows(of: "entities.tsv").map { row in
    Case(text: row[0], mentions: row[1], held: row.count > 2 ? row[2] : "")
  }

  static let lexicon = Lexicon.builtIn(language: "en")
  static let finder = EntityFinder(gazetteer: .builtIn, lexicon: lexicon)

  static func findings(in text: String) -> EntityFindings {
    finder.entities(in: TokenizedText(text, lexicon: lexicon))
  }

  @Test(arguments: cases)
  func `entities are found, and open names held back`(_ example: Case) {
    let text = TokenizedText(example.text, lexicon: Self.lexicon)
    let found = Self.finder.entities(in: text)
    let mentions = found.mentions.map(\.mention).map {
      "\(text.string($0.evidence))=\($0.entity) \($0.by.rawValue)"
    }
    #expect((mentions.isEmpty ? "-" : mentions.joined(separator: " ; ")) == example.mentions)
    #expect(found.held.map { text.string($0.evidence) }.joined(separator: " ; ") == example.held)
  }

  @Test(arguments: [
    (
      "Factories in Blagoveshchensk closed.",
      "two Blagoveshchensks: no region is named near it that decides"
    ),
    (
      "Artyom smiled.",
      "“Artyom” may also be something else, and neither Primorsky Krai nor a place beside it is "
        + "named near it"
    ),
    ("Air China grew.", "part of the longer name “Air China”"),
    ("She speaks Russian.", "“Russian” is the language here"),
    ("Michael Jordan left.", "“Michael Jordan” reads like the name of a person or a firm"),
    ("Russia's Security Council met.", "it is that of Russia"),
    (
      "Congolese officials came.",
      "“Congolese” may be Republic of the Congo or Democratic Republic of the Congo, and nothing "
        + "near it decides"
    ),
  ])
  func `a held name says why`(text: String, reason: String) {
    #expect(Self.findings(in: text).held.map(\.reason) == [reason])
  }

  @Test func `a held name keeps all that it could stand for`() {
    let held = Self.findings(in: "Factories in Blagoveshchensk closed.").held
    #expect(held.map(\.candidates) == [["blagoveshchensk", "blagoveshchensk-bashkortostan"]])
  }

  @Test func `a user's row takes the place of a built-in one`() throws {
    var gazetteer = Gazetteer.builtIn
    try gazetteer.add(
      GazetteerTable(
        """
        id\tkind\tname\ten\tambiguous
        china\tcountry\tChina\tCathay\t
        polymer-works\torganization\tPolymer Works\tPW|polymer works\tPW
        """))
    let finder = EntityFinder(gazetteer: gazetteer, lexicon: Self.lexicon)
    let text = TokenizedText(
      "Cathay and Chinese firms supply Polymer Works; PW and the polymer works of Japan grew.",
      lexicon: Self.lexicon)
    let found = finder.entities(in: text).mentions.map {
      "\(text.string($0.mention.evidence))=\($0.mention.entity)"
    }
    #expect(
      found == [
        "Cathay=china", "Polymer Works=polymer-works", "PW=polymer-works",
        "polymer works=polymer-works", "Japan=japan",
      ])
  }

  @Test func `without a gazetteer nothing is found`() {
    let finder = EntityFinder(gazetteer: Gazetteer(), lexicon: Self.lexicon)
    let text = TokenizedText("Russia, 朝鲜 and 북한 and Китай.", lexicon: Self.lexicon)
    #expect(finder.entities(in: text).mentions.isEmpty)
  }
}
