import Language

/// The classes of words that quantities are read with.
final class QuantityTables: Sendable {
  let numbers: NumberTables
  let units: Units

  let comparatorBefore, comparatorAfter, comparatorVerb, comparatorSkip: WordClass
  let rangeOpener, rangeConnector, listConnector: WordClass
  let directionVerb, directionParticle, directionNoun, directionAfter, directionSkip: WordClass
  let levelPreposition: WordClass
  let countModifier: WordClass
  let notCounted, article, demonstrative: WordClass
  let rateWord, articleRate, rateAdverb, perNoun: WordClass
  let ageAfter, ageBefore, ageVerb: WordClass
  let labelNoun, street, clockWord, impliedNoun, askingNumber, numberNoun, bodyNoun, victimVerb,
    periodQuality, lapse, dateRank, dateShift, placingVerb,
    beingVerb,
    victimBehind, permittingVerb, backwardPronoun,
    impliedBehind,
    uncountedNoun: WordClass
  let reachingVerb, comparisonBase, nounFirst, levelComparator, rateNoun, levelMove,
    moneyWord, priceVerb, heatWord, heatScene, entityPronoun, personNoun, growVerb, beingSingular,
    dateOrdinal,
    legalNoun, subjectPronoun, recurringNoun,
    exchangeWord, sizeNoun, dateUnit,
    calibreNoun: WordClass
  let withinWord, spanPreposition: WordClass
  let multipleWord, month: WordClass

  /// The words that a number, or a multiple without one, may begin with; and those without which
  /// and without digits no sentence holds any.
  let opening, essential: WordClasses

  let preposition, coordinator, auxiliary, modal, determiner, pronoun, adverb, negation: WordClass
  let subordinator, relative, possessive, possessivePronoun, verbPast, verbBase, verbS, verbIng,
    verbParticiple: WordClass

  /// Words by the part they play between numbers.
  let to, of, by, and, or, one, out, every, `in`, at, than, from, what, a, the, half, factor,
    `as`: WordID

  init(lexicon: Lexicon, units: Units) {
    numbers = NumberTables(lexicon: lexicon)
    self.units = units
    comparatorBefore = lexicon.wordClass("comparator-before")
    comparatorAfter = lexicon.wordClass("comparator-after")
    comparatorVerb = lexicon.wordClass("comparator-verb")
    comparatorSkip = lexicon.wordClass("comparator-skip")
    rangeOpener = lexicon.wordClass("range-opener")
    rangeConnector = lexicon.wordClass("range-connector")
    listConnector = lexicon.wordClass("list-connector")
    directionVerb = lexicon.wordClass("direction-verb")
    directionParticle = lexicon.wordClass("direction-particle")
    directionNoun = lexicon.wordClass("direction-noun")
    directionAfter = lexicon.wordClass("direction-after")
    directionSkip = lexicon.wordClass("direction-skip")
    levelPreposition = lexicon.wordClass("level-preposition")
    countModifier = lexicon.wordClass("count-modifier")
    notCounted = lexicon.wordClass("not-counted")
    article = lexicon.wordClass("article")
    demonstrative = lexicon.wordClass("demonstrative")
    rateWord = lexicon.wordClass("rate-word")
    articleRate = lexicon.wordClass("article-rate")
    rateAdverb = lexicon.wordClass("rate-adverb")
    perNoun = lexicon.wordClass("per-noun")
    ageAfter = lexicon.wordClass("age-after")
    ageBefore = lexicon.wordClass("age-before")
    ageVerb = lexicon.wordClass("age-verb")
    labelNoun = lexicon.wordClass("label-noun")
    street = lexicon.wordClass("street")
    clockWord = lexicon.wordClass("clock-word")
    impliedNoun = lexicon.wordClass("implied-noun")
    askingNumber = lexicon.wordClass("asking-number")
    numberNoun = lexicon.wordClass("number-noun")
    bodyNoun = lexicon.wordClass("body-noun")
    dateRank = lexicon.wordClass("date-rank")
    lapse = lexicon.wordClass("lapse")
    dateShift = lexicon.wordClass("date-shift")
    dateUnit = lexicon.wordClass("date-unit")
    victimVerb = lexicon.wordClass("victim-verb")
    periodQuality = lexicon.wordClass("period-quality")
    placingVerb = lexicon.wordClass("placing-verb")
    beingVerb = lexicon.wordClass("being-verb")
    backwardPronoun = lexicon.wordClass("backward-pronoun")
    permittingVerb = lexicon.wordClass("permitting-verb")
    victimBehind = lexicon.wordClass("victim-behind")
    impliedBehind = lexicon.wordClass("implied-behind")
    withinWord = lexicon.wordClass("within-word")
    spanPreposition = lexicon.wordClass("span-preposition")
    calibreNoun = lexicon.wordClass("calibre-noun")
    exchangeWord = lexicon.wordClass("exchange-word")
    sizeNoun = lexicon.wordClass("size-noun")
    priceVerb = lexicon.wordClass("price-verb")
    heatScene = lexicon.wordClass("heat-scene")
    heatWord = lexicon.wordClass("heat-word")
    entityPronoun = lexicon.wordClass("entity-pronoun")
    personNoun = lexicon.wordClass("person-noun")
    growVerb = lexicon.wordClass("grow-verb")
    subjectPronoun = lexicon.wordClass("subject-pronoun")
    recurringNoun = lexicon.wordClass("recurring-noun")
    legalNoun = lexicon.wordClass("legal-noun")
    dateOrdinal = lexicon.wordClass("date-ordinal")
    beingSingular = lexicon.wordClass("being-singular")
    moneyWord = lexicon.wordClass("money-word")
    levelMove = lexicon.wordClass("level-move")
    rateNoun = lexicon.wordClass("rate-noun")
    nounFirst = lexicon.wordClass("noun-first")
    levelComparator = lexicon.wordClass("level-comparator")
    reachingVerb = lexicon.wordClass("reaching-verb")
    comparisonBase = lexicon.wordClass("comparison-base")
    uncountedNoun = lexicon.wordClass("uncounted-noun")
    multipleWord = lexicon.wordClass("multiple-word")
    month = lexicon.wordClass("date-month")
    essential = WordClasses([numbers.number, multipleWord])
    opening = WordClasses([numbers.number, multipleWord, numbers.article])
    preposition = lexicon.wordClass("preposition")
    coordinator = lexicon.wordClass("coordinator")
    auxiliary = lexicon.wordClass("auxiliary")
    modal = lexicon.wordClass("modal")
    determiner = lexicon.wordClass("determiner")
    pronoun = lexicon.wordClass("pronoun")
    adverb = lexicon.wordClass("adverb")
    negation = lexicon.wordClass("negation")
    subordinator = lexicon.wordClass("subordinator")
    relative = lexicon.wordClass("relative")
    possessive = lexicon.wordClass("possessive")
    possessivePronoun = lexicon.wordClass("possessive-pronoun")
    verbPast = lexicon.wordClass("verb-past")
    verbBase = lexicon.wordClass("verb-base")
    verbS = lexicon.wordClass("verb-s")
    verbParticiple = lexicon.wordClass("verb-participle")
    verbIng = lexicon.wordClass("verb-ing")
    let links = Dictionary(
      lexicon.words(of: lexicon.wordClass("number-link")).map { ($0.value, lexicon.word($0.word)) },
      uniquingKeysWith: { first, _ in first })
    let none = lexicon.word("")
    half = lexicon.word("half")
    the = lexicon.word("the")
    factor = lexicon.word("factor")
    to = links["to"] ?? none
    of = links["of"] ?? none
    by = links["by"] ?? none
    and = links["and"] ?? none
    or = links["or"] ?? none
    one = links["one"] ?? none
    out = links["out"] ?? none
    every = links["every"] ?? none
    `in` = links["in"] ?? none
    at = links["at"] ?? none
    than = links["than"] ?? none
    from = links["from"] ?? none
    what = links["what"] ?? none
    a = links["a"] ?? none
    `as` = links["as"] ?? none
  }
}

/// The tokens from one place to another; none where the second does not lie behind the first.
func tokens(from start: Int, to end: Int) -> Range<Int> { start..<max(start, end) }
