import Language
import Model

/// Whether English words mark a figure as official or unofficial.
struct BasisRules: Sendable {
  private let official, unofficial, officialAdjective, dataNoun: WordClass

  init(lexicon: Lexicon) {
    official = lexicon.wordClass("official-word")
    unofficial = lexicon.wordClass("unofficial-word")
    officialAdjective = lexicon.wordClass("official-adjective")
    dataNoun = lexicon.wordClass("data-noun")
  }

  /// By a word in the figure's clause, or in what says who speaks; a word decides, nothing else.
  func basis(
    of token: Int, in sentence: SentenceContext, _ context: ClaimContext,
    _ attribution: Attribution?
  ) -> Basis? {
    let text = context.text
    let clause = sentence.tree.verbalClause(of: token)
    let own = sentence.tokens.filter { sentence.tree.verbalClause(of: $0) == clause }
    let frame = attribution.map { Array($0.mention ?? 0..<0) + Array($0.cue) } ?? []
    var basis: Basis?
    for index in own + frame {
      if text.phrase(unofficial, at: index) != nil { return .unofficial }
      if text.isA(official, at: index)
        || (text.isA(officialAdjective, at: index) && text.isA(dataNoun, at: index + 1))
      {
        basis = .official
      }
    }
    return basis
  }
}
