import Language

/// The classes of a lexicon that dates are made of.
final class DateWords: Sendable {
  let month, weekday, homonym, unit, shortUnit, deictic, shift, part, filler: WordClass
  let ordinal, suffix, clock, cardinal, direction, behind, link, season, hours: WordClass
  let feast, record, appointed, appointedNoun, schedule, decade, yearKind, fullKind, chance, same,
    sameWhat, nameBefore, baseBefore, noun, comparison, change, rank, forward: WordClass
  let modal, article, possessivePronoun, preposition, coordinator, auxiliary, lead: WordClass
  let verbBase, presentVerb, pastVerb, participle, timePreposition, speech, negation,
    nounFirst: WordClass
  let the, of, and, on, last, possessive, day, date, year, than, to, within, that,
    `as`: WordID
  let `in`: WordID

  /// The classes of the words that a date, "the" before it, or its direction may begin with.
  private let leads: WordClasses

  /// What begins another phrase: "by spring the camp", "until autumn they".
  let small: WordClasses

  /// The classes of which every date that has no digits holds a word.
  private let anchors: WordClasses

  init(lexicon: Lexicon) {
    func named(_ name: String) -> WordClass { lexicon.wordClass("date-" + name) }
    month = named("month")
    weekday = named("weekday")
    homonym = named("homonym")
    modal = named("modal")
    unit = named("unit")
    shortUnit = named("short-unit")
    deictic = named("deictic")
    shift = named("shift")
    part = named("part")
    filler = named("filler")
    ordinal = named("ordinal")
    suffix = named("suffix")
    clock = named("clock")
    cardinal = named("cardinal")
    direction = named("direction")
    behind = named("behind")
    link = named("link")
    season = named("season")
    hours = named("hours")
    decade = named("decade")
    feast = named("feast")
    record = named("record")
    appointed = named("appointed")
    appointedNoun = named("appointed-noun")
    schedule = named("schedule")
    yearKind = named("year-kind")
    fullKind = named("full-kind")
    chance = named("chance")
    same = named("same")
    sameWhat = named("same-what")
    nameBefore = named("name-before")
    noun = named("noun")
    comparison = named("comparison")
    baseBefore = named("base-before")
    rank = named("rank")
    change = named("change")
    forward = named("forward")
    article = lexicon.wordClass("article")
    possessivePronoun = lexicon.wordClass("possessive-pronoun")
    preposition = lexicon.wordClass("preposition")
    verbBase = lexicon.wordClass("verb-base")
    presentVerb = lexicon.wordClass("verb-s")
    pastVerb = lexicon.wordClass("verb-past")
    participle = lexicon.wordClass("verb-participle")
    timePreposition = named("preposition")
    nounFirst = lexicon.wordClass("noun-first")
    negation = lexicon.wordClass("negation")
    speech = named("speech")
    auxiliary = lexicon.wordClass("auxiliary")
    lead = named("lead")
    coordinator = lexicon.wordClass("coordinator")
    the = lexicon.word("the")
    of = lexicon.word("of")
    and = lexicon.word("and")
    on = lexicon.word("on")
    `in` = lexicon.word("in")
    within = lexicon.word("within")
    last = lexicon.word("last")
    possessive = lexicon.word("'s")
    day = lexicon.word("day")
    date = lexicon.word("date")
    year = lexicon.word("year")
    that = lexicon.word("that")
    `as` = lexicon.word("as")
    to = lexicon.word("to")
    than = lexicon.word("than")
    leads = WordClasses([
      month, weekday, shift, part, ordinal, cardinal, unit, season, decade, yearKind, same,
      shortUnit, deictic, direction, lead, article, feast,
    ])
    small = WordClasses(
      ["determiner", "pronoun", "auxiliary", "modal", "preposition"].map(lexicon.wordClass))
    anchors = WordClasses([month, weekday, unit, shortUnit, season, decade, deictic, hours, feast])
  }

  /// Whether a date, "the" before it, or its direction may begin with the word.
  func mayLead(at index: Int, in text: TokenizedText) -> Bool {
    text.isAny(leads, at: index)
  }

  /// Whether the token is one of those without which there is no date: digits, or a word that
  /// names a time of the calendar.
  func isAnchor(_ token: Token, in text: TokenizedText) -> Bool {
    token.isNumber || token.isWord && text.lexicon.contains(token.code, anyOf: anchors)
  }
}
