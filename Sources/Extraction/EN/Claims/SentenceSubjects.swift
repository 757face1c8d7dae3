import Language
import Model

/// Whom the pronoun stands for that an English sentence begins with: "Japan has become a friend. It has
/// pledged 9 billion."
struct SentenceSubjects: Sendable {
  private let pronoun, article, auxiliary, past, present: WordClass

  init(lexicon: Lexicon) {
    pronoun = lexicon.wordClass("entity-pronoun")
    article = lexicon.wordClass("article")
    auxiliary = lexicon.wordClass("auxiliary")
    past = lexicon.wordClass("verb-past")
    present = lexicon.wordClass("verb-s")
  }

  /// The state or body that a sentence begins with, right before its verb; of a city more is told where.
  func subject(of sentence: SentenceContext, _ context: ClaimContext) -> FoundMention? {
    guard let index = sentence.mentions.first else { return nil }
    let (mention, text) = (context.mentions[index], context.text)
    var start = sentence.tokens.lowerBound
    if text.isA(article, at: start) { start += 1 }
    let next = mention.tokens.upperBound
    guard mention.tokens.lowerBound == start, mention.mention.by != .demonym,
      ["country", "organization"].contains(mention.mention.kind),
      [auxiliary, past, present].contains(where: { text.isA($0, at: next) })
    else { return nil }
    return mention
  }

  /// Whether a sentence begins with "it", "they", "its", "their".
  func pointsBack(_ sentence: Range<Int>, _ text: TokenizedText) -> Bool {
    text.isA(pronoun, at: sentence.lowerBound)
  }
}
