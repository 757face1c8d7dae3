import Language

/// The word classes that attribution reads, looked up once a lexicon.
struct AttributionWords: Sendable {
  let speechVerb, statementVerb, estimateVerb, dataVerb, figureVerb, ratingVerb: WordClass
  let quotingVerb, speechPhrase, figureParticiple: WordClass
  let hearsay, sourcePhrase, citing: WordClass
  let accountNoun, reportNoun, estimateNoun: WordClass
  let dataNoun, roleNoun, institutionNoun, honorific, timeNoun: WordClass
  let determiner, article, possessivePronoun, pronoun, preposition, coordinator: WordClass
  let contrast, subordinator, relative, auxiliary, modal, contraction, negation, adverb: WordClass
  let verbBase, verbS, verbPast, verbParticiple, verbIng: WordClass
  let and, as_, at, be, but, by, going, in_, it, no, of, on, said, saying, than, that, the, to: WordID
  let used, went, went2, possessive: WordID
  let beForms, firstPerson, people, plurals: Set<Int32>
  let agentEndings: [[UInt8]]

  init(_ lexicon: Lexicon) {
    func named(_ name: String) -> WordClass { lexicon.wordClass(name) }
    speechVerb = named("speech-verb")
    statementVerb = named("statement-verb")
    estimateVerb = named("estimate-verb")
    dataVerb = named("data-verb")
    figureVerb = named("figure-verb")
    ratingVerb = named("rating-verb")
    fatalError()
  }
}
