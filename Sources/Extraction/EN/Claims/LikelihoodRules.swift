import Language
import Model

/// Which words of likelihood govern an English figure.
struct LikelihoodRules: Sendable {
  private let likelihood, compared, negator: WordClass

  init(lexicon: Lexicon) {
    likelihood = lexicon.wordClass("likelihood")
    negator = lexicon.wordClass("negator")
    compared = lexicon.wordClass("likelihood-compared")
  }

  /// The words of the figure's own clause, or of one that it completes: "it is highly likely that".
  ///
  /// None that stand behind another figure, that a negator turns over, that compare ("more likely"),
  /// or that only describe a noun ("likely voters").
  func likelihood(
    of index: Int, in sentence: SentenceContext, _ context: ClaimContext
  ) -> Told<Likelihood>? {
    let text = context.text
    let figure = context.quantities[index]
    let governing = clauses(above: figure.number.lowerBound, sentence.tree)
    var token = sentence.tokens.lowerBound
    while token < sentence.tokens.upperBound {
      guard let match = text.phrase(likelihood, at: token) else {
        token += 1
        continue
      }
      let words = token..<token + match.count
      token = words.upperBound
      let bounds = match.value.split(separator: " ").compactMap { Double($0) }
      guard bounds.count == 2, governing.contains(sentence.tree.verbalClause(of: words.lowerBound)),
        !text.isA(negator, at: words.lowerBound - 1),
        !text.isA(compared, at: words.lowerBound - 1), !describesNoun(words, sentence, text),
        !isAnother(words, than: figure, sentence, context)
      else { continue }
      return Told(
        value: Likelihood(low: bounds[0], high: bounds[1], words: text.string(words)), words: words)
    }
    return nil
  }

  /// The figure's clause and those that it completes, innermost first.
  private func clauses(above token: Int, _ tree: ClauseTree) -> [Int] {
    var found = [tree.verbalClause(of: token)]
    while found.count < 16, let last = found.last, tree.clauses[last].kind == .complement,
      var parent = tree.clauses[last].parent
    {
      while tree.clauses[parent].verbs.isEmpty, let above = tree.clauses[parent].parent {
        parent = above
      }
      found.append(parent)
    }
    return found
  }

  /// "Of likely voters", "a probable 40": behind a preposition or a determiner, before a noun.
  private func describesNoun(
    _ words: Range<Int>, _ sentence: SentenceContext, _ text: TokenizedText
  ) -> Bool {
    switch sentence.tree.tag(of: words.lowerBound - 1) {
    case .preposition, .determiner, .number: sentence.tree.tag(of: words.upperBound) == .noun
    default: false
    }
  }

  /// Whether another figure stands between the words and this one.
  private func isAnother(
    _ words: Range<Int>, than figure: FoundQuantity, _ sentence: SentenceContext,
    _ context: ClaimContext
  ) -> Bool {
    guard words.lowerBound >= figure.tokens.upperBound else { return false }
    return sentence.quantities.contains {
      let other = context.quantities[$0].tokens
      return other.lowerBound >= figure.tokens.upperBound && other.upperBound <= words.lowerBound
    }
  }
}
