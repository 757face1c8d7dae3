import Language
import Model

/// What an English quantity measures: the words of the text that name it.
struct MeasureRules: Sendable {
  private let of, `in`: WordID
  private let determiner: WordClass

  init(lexicon: Lexicon) {
    of = lexicon.word("of")
    `in` = lexicon.word("in")
    determiner = lexicon.wordClass("determiner")
  }

  /// The counted noun; else what stands behind "of"; else the noun before "of"; else the subject.
  func measure(
    of found: FoundQuantity, in sentence: SentenceContext, _ context: ClaimContext
  ) -> Range<Int>? {
    let text = context.text
    if let noun = found.noun, !noun.isEmpty { return noun }
    let end = found.tokens.upperBound
    if text.isWord(of, at: end), let phrase = nounPhrase(from: end + 1, sentence, text) {
      return phrase
    }
    // "$20 billion in production tools"; but not "in 2024", "in China".
    if found.form == .money, text.isWord(`in`, at: end), end + 1 < sentence.tokens.upperBound,
      text.tokens[end + 1].isWord, !text.tokens[end + 1].isCapitalized,
      let phrase = nounPhrase(from: end + 1, sentence, text)
    {
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
    return subject(
      from: tree.clauses[clause].start, to: verb, passing: found.tokens, sentence, text)
  }

  /// The noun that a clause begins with, phrases with a preposition before it passed over: "In
  /// June, the total was".
  private func subject(
    from start: Int, to verb: Int, passing figure: Range<Int>, _ sentence: SentenceContext,
    _ text: TokenizedText
  ) -> Range<Int>? {
    let tree = sentence.tree
    var first = max(start, sentence.tokens.lowerBound)
    while first < verb, tree.tag(of: first) != .noun || figure.contains(first) {
      if tree.tag(of: first) == .preposition,
        let comma = (first..<verb).first(where: { text.isSign(",", at: $0) })
      {
        first = comma
      }
      first += 1
    }
    // "Nevertheless, at least": an adverb that no table has, cut off by a comma.
    if text.isSign(",", at: first + 1), first + 1 < verb {
      return subject(from: first + 2, to: verb, passing: figure, sentence, text)
    }
    return first < verb ? nounPhrase(from: first, sentence, text) : nil
  }

  /// The nouns from a token on, a determiner before them left out.
  private func nounPhrase(
    from start: Int, _ sentence: SentenceContext, _ text: TokenizedText
  ) -> Range<Int>? {
    var first = start
    while first < sentence.tokens.upperBound, text.isA(determiner, at: first) { first += 1 }
    var end = first
    while end < sentence.tokens.upperBound, end - first < 8, isPart(end, sentence, text) {
      end += 1
    }
    return end > first ? first..<end : nil
  }

  private func nounPhrase(
    endingAt end: Int, _ sentence: SentenceContext, _ text: TokenizedText
  ) -> Range<Int>? {
    var first = end
    while first > sentence.tokens.lowerBound, end - first < 8, isPart(first - 1, sentence, text) {
      first -= 1
    }
    return end > first ? first..<end : nil
  }

  private func isPart(
    _ index: Int, _ sentence: SentenceContext, _ text: TokenizedText
  ) -> Bool {
    switch sentence.tree.tag(of: index) {
    case .noun, .participle, .gerund: true
    case .sign:
      text.tokens[index].isDash && !text.tokens[index].isLongDash && text.tokens[index].isJoined
    default: false
    }
  }
}
