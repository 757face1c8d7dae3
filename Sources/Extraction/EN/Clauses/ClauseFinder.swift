import Language

/// Cuts English sentences into clauses by their commas, small words and verbs.
struct ClauseFinder: Sendable {
  private let parts: PartsOfSpeech
  private let words: Words

  struct Words: Sendable {
    let clauseVerb, sayingVerb, thatVerb, clauseNoun, subordinator, inversion, subjectPronoun,
      deictic, timeNoun: WordClass
    let and, between, far, of, so, that, whether: WordID

    init(_ lexicon: Lexicon) {
      clauseVerb = lexicon.wordClass("clause-verb")
      sayingVerb = lexicon.wordClass("saying-verb")
      thatVerb = lexicon.wordClass("that-verb")
      clauseNoun = lexicon.wordClass("clause-noun")
      subordinator = lexicon.wordClass("subordinator")
      subjectPronoun = lexicon.wordClass("subject-pronoun")
      timeNoun = lexicon.wordClass("time-noun")
      deictic = lexicon.wordClass("date-deictic")
      inversion = lexicon.wordClass("inversion")
      and = lexicon.word("and")
      between = lexicon.word("between")
      far = lexicon.word("far")
      of = lexicon.word("of")
      so = lexicon.word("so")
      that = lexicon.word("that")
      whether = lexicon.word("whether")
    }
  }

  init(lexicon: Lexicon) {
    parts = PartsOfSpeech(lexicon: lexicon)
    words = Words(lexicon)
  }

  /// The clauses of a sentence; `adjectives` says of each token of the text if it is a demonym.
  func clauses(
    of sentence: Range<Int>, in text: TokenizedText, adjectives: [Bool]
  ) -> ClauseTree {
    let tags = parts.tag(sentence, of: text, adjectives: adjectives)
    var scan = ClauseScan(sentence: sentence, text: text, tags: tags, words: words)
    return scan.run()
  }
}
