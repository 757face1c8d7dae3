import Language
import Testing

@testable import Extraction

@Suite struct ClauseTests {
  let lexicon = Lexicon.builtIn(language: "en")

  /// The verbs of each clause that has some, as the text has them.
  func verbs(_ sentence: String) -> [String] {
    let text = TokenizedText(sentence, lexicon: lexicon)
    let tree = ClauseFinder(lexicon: lexicon).clauses(
      of: 0..<text.tokens.count, in: text,
      adjectives: Array(repeating: false, count: text.tokens.count))
    return tree.clauses.filter { !$0.verbs.isEmpty }.map { clause in
      clause.verbs.map { text.string(text.tokens[$0]) }.joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("The company, which plans to move, paid 14 million.", ["paid", "plans move"]),
    ("Trade grew in 2024 and surged in 2025.", ["grew", "surged"]),
    ("The firm said it had sold 75 diggers.", ["said", "had sold"]),
    ("Parts used in drones are made abroad.", ["used are made"]),
    ("The yard failed to hand over boats ordered in May.", ["failed hand ordered"]),
    ("Denying any link, the firm left.", ["Denying", "left"]),
    ("Exports fell by a tenth, customs data showed.", ["fell", "showed"]),
    ("The ministry denied that 300 would come.", ["denied", "would come"]),
    ("Mills shut while ports stayed open.", ["shut", "stayed"]),
    ("The exports of the plants rose.", ["rose"]),
  ])
  func `a sentence is cut at its verbs`(sentence: String, expected: [String]) {
    #expect(verbs(sentence).sorted() == expected.sorted())
  }

  @Test func `a very long sentence is cut to its end`() {
    let long = String(repeating: "the mill said that it sold, and ", count: 20_000)
    #expect(verbs(long).count > 1000)
  }
}
