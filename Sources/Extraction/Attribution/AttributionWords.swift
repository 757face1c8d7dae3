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
  let firstPerson, personPronoun, thingPronoun, pluralPronoun, pluralNoun, formOfBe: WordClass
  let infinitiveVerb, thirdSubject, surveyNoun, estimateFor, genericNoun: WordClass
  let and, as_, at, but, by, in_, it, of, on, than, that, the, to, possessive: WordID
  let agentEndings: [[UInt8]]

  init(_ lexicon: Lexicon) {
    func named(_ name: String) -> WordClass { lexicon.wordClass(name) }
    speechVerb = named("speech-verb")
    statementVerb = named("statement-verb")
    estimateVerb = named("estimate-verb")
    dataVerb = named("data-verb")
    figureVerb = named("figure-verb")
    ratingVerb = named("rating-verb")
    quotingVerb = named("quoting-verb")
    speechPhrase = named("speech-phrase")
    figureParticiple = named("figure-participle")
    hearsay = named("hearsay")
    sourcePhrase = named("source-phrase")
    citing = named("citing")
    accountNoun = named("account-noun")
    reportNoun = named("report-noun")
    estimateNoun = named("estimate-noun")
    dataNoun = named("data-noun")
    roleNoun = named("role-noun")
    institutionNoun = named("institution-noun")
    honorific = named("honorific")
    timeNoun = named("time-noun")
    determiner = named("determiner")
    article = named("article")
    possessivePronoun = named("possessive-pronoun")
    pronoun = named("pronoun")
    preposition = named("preposition")
    coordinator = named("coordinator")
    contrast = named("contrast")
    subordinator = named("subordinator")
    relative = named("relative")
    auxiliary = named("auxiliary")
    modal = named("modal")
    contraction = named("contraction")
    negation = named("negation")
    adverb = named("adverb")
    verbBase = named("verb-base")
    verbS = named("verb-s")
    verbPast = named("verb-past")
    verbParticiple = named("verb-participle")
    verbIng = named("verb-ing")
    firstPerson = named("first-person")
    personPronoun = named("person-pronoun")
    thingPronoun = named("thing-pronoun")
    pluralPronoun = named("plural-pronoun")
    pluralNoun = named("plural-noun")
    formOfBe = named("form-of-be")
    infinitiveVerb = named("infinitive-verb")
    genericNoun = named("generic-noun")
    surveyNoun = named("survey-noun")
    estimateFor = named("estimate-for")
    thirdSubject = named("subject-pronoun")
    and = lexicon.word("and")
    as_ = lexicon.word("as")
    at = lexicon.word("at")
    but = lexicon.word("but")
    by = lexicon.word("by")
    in_ = lexicon.word("in")
    it = lexicon.word("it")
    of = lexicon.word("of")
    on = lexicon.word("on")
    than = lexicon.word("than")
    that = lexicon.word("that")
    the = lexicon.word("the")
    to = lexicon.word("to")
    possessive = lexicon.word("'s")
    agentEndings = lexicon.words(of: named("agent-ending")).map { Array($0.word.utf8) }.sorted {
      $0.lexicographicallyPrecedes($1)
    }
  }
}
