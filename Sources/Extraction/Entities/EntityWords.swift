import Language

/// The classes of words that tell what a name stands for.
final class EntityWords: Sendable {
  let nameHead, weakNameHead, nameHeadOf, nameOpener, weakNameOpener, nameType: WordClass
  let neutral, commonWord, negation, personName: WordClass
  let languageNoun, languageVerb, languagePreposition, languageAdjective: WordClass
  let locative, placePreposition, motionPreposition, motion, visited, placeModifier: WordClass
  let cityNoun, cityBased, cityOf: WordClass
  let possessive, article, determiner, pronoun, preposition, coordinator, auxiliary,
    modal: WordClass
  let subordinator, adverb, verbS, verbPast, verbBase: WordClass
  let and, or, of, the, to: WordID

  /// Classes of words that have no capital in most headlines.
  let smallInTitles: WordClasses

  let foreign = ForeignWords()

  init(_ lexicon: Lexicon) {
    nameHead = lexicon.wordClass("name-head")
    weakNameHead = lexicon.wordClass("name-head-weak")
    nameHeadOf = lexicon.wordClass("name-head-of")
    nameOpener = lexicon.wordClass("name-opener")
    weakNameOpener = lexicon.wordClass("name-opener-weak")
    nameType = lexicon.wordClass("name-type")
    neutral = lexicon.wordClass("name-neutral")
    commonWord = lexicon.wordClass("common-word")
    personName = lexicon.wordClass("person-name")
    languageNoun = lexicon.wordClass("language-noun")
    languageVerb = lexicon.wordClass("language-verb")
    languagePreposition = lexicon.wordClass("language-preposition")
    languageAdjective = lexicon.wordClass("language-adjective")
    locative = lexicon.wordClass("locative")
    placePreposition = lexicon.wordClass("place-preposition")
    motionPreposition = lexicon.wordClass("motion-preposition")
    motion = lexicon.wordClass("motion")
    visited = lexicon.wordClass("visited")
    placeModifier = lexicon.wordClass("place-modifier")
    cityNoun = lexicon.wordClass("city-noun")
    cityBased = lexicon.wordClass("city-based")
    cityOf = lexicon.wordClass("city-of")
    possessive = lexicon.wordClass("possessive")
    article = lexicon.wordClass("article")
    determiner = lexicon.wordClass("determiner")
    pronoun = lexicon.wordClass("pronoun")
    preposition = lexicon.wordClass("preposition")
    coordinator = lexicon.wordClass("coordinator")
    auxiliary = lexicon.wordClass("auxiliary")
    modal = lexicon.wordClass("modal")
    subordinator = lexicon.wordClass("subordinator")
    adverb = lexicon.wordClass("adverb")
    verbS = lexicon.wordClass("verb-s")
    verbPast = lexicon.wordClass("verb-past")
    verbBase = lexicon.wordClass("verb-base")
    and = lexicon.word("and")
    or = lexicon.word("or")
    of = lexicon.word("of")
    the = lexicon.word("the")
    to = lexicon.word("to")
    negation = lexicon.wordClass("name-negation")
    smallInTitles = WordClasses([preposition, coordinator, determiner, subordinator])
  }
}
