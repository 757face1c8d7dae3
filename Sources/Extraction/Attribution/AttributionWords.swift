import Language

/// The words that attribution reads, looked up once a lexicon.
final class AttributionWords: Sendable {
  /// What makes a verb speak; the table of the language says what each means.
  struct VerbKinds: OptionSet, Sendable {
    let rawValue: UInt16
    static let speech = VerbKinds(rawValue: 1)
    static let statement = VerbKinds(rawValue: 2)
    static let estimate = VerbKinds(rawValue: 4)
    static let data = VerbKinds(rawValue: 8)
    static let rating = VerbKinds(rawValue: 16)
    static let figure = VerbKinds(rawValue: 32)
    static let quoting = VerbKinds(rawValue: 64)

    /// A noun as often as a verb.
    static let noun = VerbKinds(rawValue: 128)

    /// Takes those who are told as its object.
    static let audience = VerbKinds(rawValue: 256)

    /// Speaks only with a clause, not with a mere object: "adds that", but "adds 40 jobs".
    static let clausal = VerbKinds(rawValue: 512)

    /// Said of estimates: "estimates go as high as 50,000".
    static let range = VerbKinds(rawValue: 1024)

    /// Says a number behind "at": "puts it at 40".
    static let placing = VerbKinds(rawValue: 2048)

    /// Says what an office has written down: "the ministry recorded 40 cases".
    static let record = VerbKinds(rawValue: 4096)

    /// Says with "to" what one reckons with: "expects to sell 40".
    static let intent = VerbKinds(rawValue: 8192)

    /// Says that others are wrong, as only somebody can.
    static let denial = VerbKinds(rawValue: 16384)

    static let names = [
      "speech", "statement", "estimate", "data", "rating", "figure", "quoting", "noun",
      "audience", "clausal", "range", "placing", "record", "intent", "denial",
    ]
  }

  /// What a noun can be in an attribution.
  struct NounKinds: OptionSet, Sendable {
    let rawValue: UInt16
    static let person = NounKinds(rawValue: 1)
    static let data = NounKinds(rawValue: 2)
    static let institution = NounKinds(rawValue: 4)
    static let account = NounKinds(rawValue: 8)
    static let accountBy = NounKinds(rawValue: 16)
    static let report = NounKinds(rawValue: 32)
    static let estimate = NounKinds(rawValue: 64)
    static let survey = NounKinds(rawValue: 128)
    static let generic = NounKinds(rawValue: 256)

    static let names = [
      "person", "data", "institution", "account", "account-by", "report", "estimate", "survey",
      "generic",
    ]
  }

  /// Of which persons and numbers a pronoun is.
  enum PronounKind: String, Sendable { case first, person, thing, plural }

  let speakingVerb, speechPhrase, figureParticiple, hearsay, sourcePhrase, citing: WordClass
  let speakerNoun, speakerPronoun, pluralNoun, honorific, timeNoun, placeAdjective,
    titleAdjective: WordClass
  let nounFirst, placePreposition, formOfBe, nounPreposition, sentenceAdverb, infinitiveVerb,
    firstPerson, placeNoun, indefinitePerson, negativeSubject, ordinal,
    particleOff,
    mute, act, turnLabel, interview, interviewer, interviewVerb: WordClass
  let determiner, numberWord, article, possessivePronoun, pronoun, subjectPronoun,
    preposition: WordClass
  let coordinator, contrast, subordinator, relative, auxiliary, modal, contraction: WordClass
  let negation, adverb, verbBase, verbS, verbPast, verbParticiple, verbIng: WordClass
  let and, as_, at, between, by, do_, for_, from, in_, of, on, than, that, the, to, what, who,
    possessive: WordID
  let agentEndings: [[UInt8]]

  /// Those of them that are plurals without -s.
  let pluralEndings: [[UInt8]]

  /// For each word of the lexicon whether a frame may have its cue there, or somebody be cited.
  private let cues: [Bool]
  private let verbKinds: WordTable<VerbKinds>
  private let nounKinds: WordTable<NounKinds>
  private let pronounKinds: WordTable<PronounKind>

  init(_ lexicon: Lexicon) {
    func named(_ name: String) -> WordClass { lexicon.wordClass(name) }
    speakingVerb = named("speaking-verb")
    speechPhrase = named("speech-phrase")
    figureParticiple = named("figure-participle")
    hearsay = named("hearsay")
    sourcePhrase = named("source-phrase")
    citing = named("citing")
    speakerNoun = named("speaker-noun")
    speakerPronoun = named("speaker-pronoun")
    pluralNoun = named("plural-noun")
    honorific = named("honorific")
    timeNoun = named("time-noun")
    titleAdjective = named("title-adjective")
    placeAdjective = named("place-adjective")
    sentenceAdverb = named("sentence-adverb")
    nounPreposition = named("noun-preposition")
    placePreposition = named("place-preposition")
    nounFirst = named("noun-first")
    formOfBe = named("form-of-be")
    infinitiveVerb = named("infinitive-verb")
    firstPerson = named("first-person")
    placeNoun = named("place-noun")
    indefinitePerson = named("indefinite-person")
    negativeSubject = named("negative-subject")
    ordinal = named("ordinal")
    particleOff = named("particle-off")
    mute = named("mute-subject")
    act = named("op-act")
    turnLabel = named("turn-label")
    interview = named("interview")
    interviewer = named("interviewer")
    interviewVerb = named("interview-verb")
    determiner = named("determiner")
    article = named("article")
    numberWord = named("number")
    possessivePronoun = named("possessive-pronoun")
    pronoun = named("pronoun")
    subjectPronoun = named("subject-pronoun")
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
    and = lexicon.word("and")
    as_ = lexicon.word("as")
    at = lexicon.word("at")
    between = lexicon.word("between")
    by = lexicon.word("by")
    do_ = lexicon.word("do")
    for_ = lexicon.word("for")
    from = lexicon.word("from")
    in_ = lexicon.word("in")
    of = lexicon.word("of")
    on = lexicon.word("on")
    than = lexicon.word("than")
    that = lexicon.word("that")
    the = lexicon.word("the")
    to = lexicon.word("to")
    what = lexicon.word("what")
    who = lexicon.word("who")
    possessive = lexicon.word("'s")
    let endings = lexicon.words(of: named("agent-ending"))
    agentEndings = endings.map { Array($0.word.utf8) }
    pluralEndings = endings.filter { $0.value == "plural" }.map { Array($0.word.utf8) }
    verbKinds = WordTable(speakingVerb, of: lexicon) {
      VerbKinds(rawValue: UInt16(truncatingIfNeeded: Self.bits($0, VerbKinds.names)))
    }
    nounKinds = WordTable(speakerNoun, of: lexicon) {
      NounKinds(rawValue: UInt16(truncatingIfNeeded: Self.bits($0, NounKinds.names)))
    }
    pronounKinds = WordTable(speakerPronoun, of: lexicon) { PronounKind(rawValue: $0) }
    let openings = WordClasses([sourcePhrase, hearsay, speechPhrase, speakingVerb, citing])
    let particles = [as_, by, in_, possessive].map(\.rawValue)
    cues = (0..<Int32(lexicon.count)).map { [nounKinds] code in
      lexicon.begins(code, anyOf: openings) || particles.contains(code)
        || !(nounKinds[code] ?? []).isDisjoint(with: [.estimate, .report])
    }
  }

  private static func bits(_ value: String, _ names: [String]) -> Int {
    value.split(separator: " ").reduce(0) { bits, name in
      bits | (names.firstIndex(of: String(name)).map { 1 << $0 } ?? 0)
    }
  }

  /// The next token that can be a cue; most are none, and cost one look.
  func nextCue(in tokens: [Token], from start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      let token = tokens[index]
      switch token.kind {
      case .word: if token.code >= 0, cues[Int(token.code)] { return index }
      case .sign: if token.isSign("'") || token.isSign("\u{2019}") { return index }
      case .number, .script: break
      }
      index += 1
    }
    return end
  }

  func verb(_ token: Token) -> VerbKinds { token.isWord ? verbKinds[token.code] ?? [] : [] }

  func noun(_ token: Token) -> NounKinds { token.isWord ? nounKinds[token.code] ?? [] : [] }

  func pronoun(_ token: Token) -> PronounKind? { token.isWord ? pronounKinds[token.code] : nil }
}
