import Language
import Model

/// What an English quantity measures, in the words of the text.
struct MeasureRules: Sendable {
  private let of, the: WordID
  private let determiner, preposition, adverb: WordClass

  init(lexicon: Lexicon) {
    of = lexicon.word("of")
    the = lexicon.word("the")
    determiner = lexicon.wordClass("determiner")
    preposition = lexicon.wordClass("preposition")
    adverb = lexicon.wordClass("adverb")
  }

  /// The counted noun; else what stands behind "of"; else the noun before "of"; else the subject.
  func measure(
    of found: FoundQuantity, in sentence: SentenceContext, _ context: ClaimContext
  ) -> String? {
    let text = context.text
    if let noun = found.noun, !noun.isEmpty { return text.string(noun) }
    let end = found.tokens.upperBound
    if text.isWord(of, at: end), let phrase = nounPhrase(from: end + 1, sentence, text) {
      return phrase
    }
    if text.isWord(of, at: found.tokens.lowerBound - 1),
      let phrase = nounPhrase(endingAt: found.tokens.lowerBound - 1, sentence, text)
    {
      return phrase
    }
    let tree = sentence.tree
    var clause = tree.verbalClause(of: found.number.lowerBound)
    while let shared = tree.clauses[clause].sharesSubjectOf { clause = shared }
    guard let verb = tree.clauses[clause].verbs.first else { return nil }
    var start = max(tree.clauses[clause].start, sentence.tokens.lowerBound)
    while start < verb, !isNominal(start, tree) { start += 1 }
    return nounPhrase(from: start, sentence, text)
  }

  private func isNominal(_ index: Int, _ tree: ClauseTree) -> Bool {
    tree.tag(of: index) == .noun
  }

  /// The nouns from a token on, a determiner before them left out.
  private func nounPhrase(
    from start: Int, _ sentence: SentenceContext, _ text: TokenizedText
  ) -> String? {
    var first = start
    while first < sentence.tokens.upperBound, text.isA(determiner, at: first) { first += 1 }
    var end = first
    while end < sentence.tokens.upperBound, end - first < 8, isPart(end, sentence, text) {
      end += 1
    }
    return end > first ? text.string(first..<end) : nil
  }

  private func nounPhrase(
    endingAt end: Int, _ sentence: SentenceContext, _ text: TokenizedText
  ) -> String? {
    var first = end
    while first > sentence.tokens.lowerBound, end - first < 8, isPart(first - 1, sentence, text) {
      first -= 1
    }
    return end > first ? text.string(first..<end) : nil
  }

  private func isPart(
    _ index: Int, _ sentence: SentenceContext, _ text: TokenizedText
  ) -> Bool {
    switch sentence.tree.tag(of: index) {
    case .noun, .participle, .gerund: true
    case .sign: text.tokens[index].isDash && text.tokens[index].isJoined
    default: false
    }
  }
}
