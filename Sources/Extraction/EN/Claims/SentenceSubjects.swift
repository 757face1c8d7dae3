import Language
import Model

/// Whom the pronoun stands for that an English sentence begins with: "Japan has become a friend. It has
/// pledged 9 billion."
struct SentenceSubjects: Sendable {
  private let pronoun, copula, article, auxiliary, past, present, participle, adverb,
    preposition: WordClass

  init(lexicon: Lexicon) {
    pronoun = lexicon.wordClass("entity-pronoun")
    copula = lexicon.wordClass("copula")
    article = lexicon.wordClass("article")
    auxiliary = lexicon.wordClass("auxiliary")
    past = lexicon.wordClass("verb-past")
    participle = lexicon.wordClass("verb-participle")
    adverb = lexicon.wordClass("adverb")
    preposition = lexicon.wordClass("preposition")
    present = lexicon.wordClass("verb-s")
  }

  /// The state or body that a sentence begins with, right before its verb, where that has no object
  /// which "it" may stand for as well; of a city more is told where.
  func subject(of sentence: SentenceContext, _ context: ClaimContext) -> FoundMention? {
    guard let index = sentence.mentions.first else { return nil }
    let (mention, text) = (context.mentions[index], context.text)
    var start = sentence.tokens.lowerBound
    if text.isA(article, at: start) { start += 1 }
    let next = mention.tokens.upperBound
    guard mention.tokens.lowerBound == start, mention.mention.by != .demonym,
      ["country", "organization"].contains(mention.mention.kind), sentence.tokens.contains(next),
      [auxiliary, past, present].contains(where: { text.isA($0, at: next) }),
      !hasObject(at: next, sentence, text)
    else { return nil }
    return mention
  }

  /// Whether the verb that begins at the token is followed by what is neither a sign nor a preposition;
  /// what somebody is or becomes is no object.
  private func hasObject(
    at verb: Int, _ sentence: SentenceContext, _ text: TokenizedText
  ) -> Bool {
    let end =
      (verb..<sentence.tokens.upperBound).first { index in
        ![auxiliary, past, present, participle, adverb].contains { text.isA($0, at: index) }
      } ?? sentence.tokens.upperBound
    return end < sentence.tokens.upperBound && text.tokens[end].kind != .sign
      && !text.isA(preposition, at: end)
      && !(verb..<end).contains { text.isForm(of: copula, at: $0) }
  }

  /// Whether a sentence begins with "it" or "its"; "it is" may tell of anything.
  func pointsBack(_ sentence: Range<Int>, _ text: TokenizedText) -> Bool {
    text.isA(pronoun, at: sentence.lowerBound)
      && !text.isForm(of: copula, at: sentence.lowerBound + 1)
  }
}
