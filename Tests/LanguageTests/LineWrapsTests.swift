import Testing

@testable import Language

@Suite struct LineWrapsTests {
  static let lexicon = Lexicon.builtIn(language: "en")

  private func sentences(_ lines: [String]) -> [String] {
    let text = TokenizedText(lines.joined(separator: "\n"), lexicon: Self.lexicon)
    return text.sentences.map { text.string($0) }
  }

  @Test(arguments: [
    // A small letter, a comma, a word that no sentence ends with.
    ["The ministry on Thursday dismissed as false a", "report that land had been leased."],
    ["Trucks came from Heihe, Suifenhe and Manzhouli,", "Hunchun sent none of them at all."],
    ["The loss of the harvest was told by people of the", "Ministry of Agriculture in Chita."],
    // Set to a width: no line has room for the next word, and some begin with a small letter.
    [
      "Exports of coal through the terminals of the",
      "Primorye Region fell in May. Vostochny Port and",
      "Vanino Port lost a third of their trade with",
      "Japan and with the buyers whom it had supplied",
      "for the last ten years.",
    ],
  ])
  func `a line that is only too short goes on`(lines: [String]) {
    let cut = sentences(lines)
    #expect(!cut.contains(lines[0]))
    #expect(cut.joined(separator: " ") == lines.joined(separator: " "))
  }

  @Test(arguments: [
    // Headlines, items, rows, quoted mail, short lines, paragraphs.
    [
      "Harbour fills up as exports to the south recover",
      "The port of Nakhodka loaded 40 ships in May.",
    ],
    [
      "- 40 ships that called at the port of Nakhodka",
      "- 30 ships that called at the port of Vanino",
    ],
    ["Nakhodka had forty ships in the month of May", "> said the agent"],
    ["Forty ships", "came in May"],
    ["The port of Nakhodka loaded forty ships in all of", "", "may there be more of them"],
    [
      "Ships in the port of Nakhodka in May  40", "Ships in the port of Vanino in May  30",
      "Ships 70",
    ],
    // A list whose lines happen to be of one length.
    [
      "Finland took in 40 of them in the whole of May",
      "Poland took in 3000 of them in the whole of May",
      "Japan took in 120 of them in the whole of June",
    ],
    // The next line's first word had room, so it is not a line of the same setting.
    [
      "The port of Nakhodka loaded forty ships in May",
      "a", "Vanino loaded thirty more of them in the same month than a year ago",
    ],
  ])
  func `a line of its own ends a sentence`(lines: [String]) {
    #expect(sentences(lines) == lines.filter { !$0.isEmpty })
  }

  @Test func `two slashes part the items of a line, and an address has none`() {
    #expect(sentences(["Ships came. // Trucks left https://e.org/a/b in May."]).count == 2)
  }
}
