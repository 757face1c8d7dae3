import Language
import Model
import Testing

@testable import Extraction

@Suite struct EntityFinderPropertyTests {
  static let texts = EntityFinderTests.cases.map(\.text)

  /// All the cases in an order that a small generator sets, so that neighbours vary.
  static func shuffled(seed: UInt64) -> [String] {
    var state = seed
    var texts = texts
    for index in texts.indices.reversed() where index > 0 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      texts.swapAt(index, Int(state >> 33) % (index + 1))
    }
    return texts
  }

  @Test(arguments: 0..<3)
  func `each list is in order, nothing overlaps, and tokens hold their evidence`(round: Int) {
    let text = TokenizedText(
      Self.shuffled(seed: UInt64(round)).joined(separator: round % 2 == 0 ? "\n" : " "),
      lexicon: EntityFinderTests.lexicon)
    let found = EntityFinderTests.finder.entities(in: text)
    let spans = (found.mentions.map(\.mention.evidence) + found.held.map(\.evidence))
      .sorted { $0.start < $1.start }
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start })
    #expect(spans.allSatisfy { $0.length > 0 && $0.end <= text.bytes.count })
    for list in [found.mentions.map(\.mention.evidence), found.held.map(\.evidence)] {
      #expect(zip(list, list.dropFirst()).allSatisfy { $0.start < $1.start })
    }
    #expect(found.mentions.allSatisfy { text.span($0.tokens).contains($0.mention.evidence) })
    let isWhole = spans.allSatisfy { text.string($0).utf8.count == $0.length }
    #expect(isWhole, "a span cuts a character")
  }

  @Test func `a text gives the same whether others were read before it or not`() {
    let fresh = EntityFinder(gazetteer: .builtIn, lexicon: EntityFinderTests.lexicon)
    let backwards = Self.texts.reversed().map {
      fresh.entities(in: TokenizedText($0, lexicon: EntityFinderTests.lexicon)).mentions
    }
    #expect(backwards.reversed() == Self.texts.map { EntityFinderTests.findings(in: $0).mentions })
  }

  @Test func `names that decide alone are found wherever they stand`() {
    let names = ["North Korea", "Primorsky Krai", "Kazakhstan", "КНДР", "俄罗斯", "우크라이나"]
    for (name, frame) in zip(names + names, ["(#)", "“#”", "#.", "#,", "#;", "#/", "—#—"]) {
      let cut = frame.split(separator: "#", omittingEmptySubsequences: false)
      let text = "x " + cut[0] + name + cut[1] + " y"
      let found = EntityFinderTests.findings(in: text)
      #expect(found.mentions.count == 1, "\(text)")
    }
  }
}
