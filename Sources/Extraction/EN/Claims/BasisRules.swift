import Language
import Model

/// Whether English words mark a figure as official or unofficial.
struct BasisRules: Sendable {
  private let official, unofficial, officialAdjective, dataNoun, unnamed: WordClass

  /// The classes with one of which a word of this kind begins.
  private let beginnings: WordClasses

  init(lexicon: Lexicon) {
    official = lexicon.wordClass("official-word")
    unofficial = lexicon.wordClass("unofficial-word")
    officialAdjective = lexicon.wordClass("official-adjective")
    dataNoun = lexicon.wordClass("data-noun")
    unnamed = lexicon.wordClass("unnamed")
    beginnings = WordClasses([official, unofficial, officialAdjective])
  }

  /// By a word in the figure's clause, or in what says who speaks; of two words the nearer one, and
  /// none that stands behind another figure.
  func basis(
    of index: Int, in sentence: SentenceContext, _ context: ClaimContext,
    _ attribution: Attribution?
  ) -> Told<Basis>? {
    let figure = context.quantities[index].tokens
    for token in attribution.map({ Array($0.mention ?? 0..<0) + Array($0.cue) }) ?? [] {
      if let basis = self.basis(at: token, context.text) {
        return Told(value: basis, words: token..<token + 1)
      }
    }
    if attribution != nil, let unnamed = self.unnamed(in: sentence, context.text) {
      return Told(value: .unofficial, words: unnamed)
    }
    let clause = sentence.tree.verbalClause(of: figure.lowerBound)
    var nearest: (distance: Int, basis: Told<Basis>)?
    for token in sentence.tokens {
      guard let basis = self.basis(at: token, context.text),
        sentence.tree.verbalClause(of: token) == clause,
        !isBehindAnother(token, index, sentence, context)
      else { continue }
      let distance =
        token < figure.lowerBound ? figure.lowerBound - token : token - figure.upperBound
      if nearest.map({ distance < $0.distance }) ?? true {
        nearest = (distance, Told(value: basis, words: token..<token + 1))
      }
    }
    return nearest?.basis
  }

  /// "An envoy who asked not to be named said".
  private func unnamed(in sentence: SentenceContext, _ text: TokenizedText) -> Range<Int>? {
    for token in sentence.tokens {
      if let match = text.phrase(unnamed, at: token) { return token..<token + match.count }
    }
    return nil
  }

  private func basis(at token: Int, _ text: TokenizedText) -> Basis? {
    guard text.tokens[token].isWord,
      text.lexicon.begins(text.tokens[token].code, anyOf: beginnings)
    else { return nil }
    if text.phrase(unofficial, at: token) != nil { return .unofficial }
    if text.isA(official, at: token)
      || (text.isA(officialAdjective, at: token) && text.isA(dataNoun, at: token + 1))
    {
      return .official
    }
    return nil
  }

  private func isBehindAnother(
    _ token: Int, _ index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let end = context.quantities[index].tokens.upperBound
    guard token >= end else { return false }
    // A word on the way to the next figure is that one's: "15,000 came, with unofficial estimates
    // reaching 50,000".
    return sentence.quantities.contains {
      let start = context.quantities[$0].tokens.lowerBound
      return start >= end && (start <= token || start - token < token - end)
    }
  }
}
