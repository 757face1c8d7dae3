import Language
import Model

/// How firmly an English clause tells its figures: the outermost operator over the figure wins.
///
/// The rules of scope are those of the annotation guide for claims: the figure's own clause counts,
/// then the clauses that this one completes ("denied that 300 will be sent"); relative and adverbial
/// clauses, appositions and frames beside it do not.
struct ModalityRules: Sendable {
  let words: Words

  struct Words: Sendable {
    let modalOp, opVerb, beforeInfinitive, beforeClause, beforeAt, beOp: WordClass
    let attributeOp, nounOp, nounLink, negator, restrictor, undenied: WordClass
    let falseWord, levelVerb, comparison, comparisonBase, adverb, clauseVerb: WordClass
    let progressive, beforeOutlook, outlookNoun, act, beOpNegated, subjectPronoun: WordClass
    let bePhrase, preposition, verbPast, negativeSubject, definite, showingVerb: WordClass
    let ruleVerb, ruleNoun, sufficingVerb, sufficient, permittingVerb: WordClass
    let comparator, beState, beforeFor, contrast, condition, orderingVerb, unnamed: WordClass
    let unordered, guessedVerb, silentVerb, namingVerb, deed, refutable, article, auxiliary,
      modal: WordClass
    let possibility, permissible, revisingVerb, receivingVerb, measuringVerb,
      mentioningVerb: WordClass
    let and, at, be, but, could, `for`, going, have, no, not, of, out, than, that, to, whether,
      you: WordID

    init(_ lexicon: Lexicon) {
      modalOp = lexicon.wordClass("modal-op")
      opVerb = lexicon.wordClass("op-verb")
      beforeInfinitive = lexicon.wordClass("op-before-infinitive")
      beforeClause = lexicon.wordClass("op-before-clause")
      beforeAt = lexicon.wordClass("op-before-at")
      beOp = lexicon.wordClass("be-op")
      attributeOp = lexicon.wordClass("attribute-op")
      nounOp = lexicon.wordClass("noun-op")
      nounLink = lexicon.wordClass("noun-link")
      negator = lexicon.wordClass("negator")
      showingVerb = lexicon.wordClass("showing-verb")
      ruleVerb = lexicon.wordClass("rule-verb")
      ruleNoun = lexicon.wordClass("rule-noun")
      sufficingVerb = lexicon.wordClass("sufficing-verb")
      permittingVerb = lexicon.wordClass("permitting-verb")
      sufficient = lexicon.wordClass("sufficient")
      negativeSubject = lexicon.wordClass("negative-subject")
      definite = lexicon.wordClass("definite")
      restrictor = lexicon.wordClass("restrictor")
      undenied = lexicon.wordClass("undenied")
      falseWord = lexicon.wordClass("false-word")
      levelVerb = lexicon.wordClass("level-verb")
      comparison = lexicon.wordClass("comparison")
      clauseVerb = lexicon.wordClass("clause-verb")
      adverb = lexicon.wordClass("adverb")
      comparisonBase = lexicon.wordClass("comparison-base")
      progressive = lexicon.wordClass("op-progressive")
      beforeOutlook = lexicon.wordClass("op-before-outlook")
      outlookNoun = lexicon.wordClass("outlook-noun")
      act = lexicon.wordClass("op-act")
      beOpNegated = lexicon.wordClass("be-op-negated")
      subjectPronoun = lexicon.wordClass("subject-pronoun")
      bePhrase = lexicon.wordClass("be-phrase")
      preposition = lexicon.wordClass("preposition")
      verbPast = lexicon.wordClass("verb-past")
      comparator = lexicon.wordClass("comparator-before")
      beforeFor = lexicon.wordClass("op-before-for")
      condition = lexicon.wordClass("condition")
      beState = lexicon.wordClass("be-state")
      orderingVerb = lexicon.wordClass("ordering-verb")
      unnamed = lexicon.wordClass("unnamed")
      mentioningVerb = lexicon.wordClass("mentioning-verb")
      measuringVerb = lexicon.wordClass("measuring-verb")
      receivingVerb = lexicon.wordClass("receiving-verb")
      unordered = lexicon.wordClass("unordered-verb")
      guessedVerb = lexicon.wordClass("guessed-verb")
      silentVerb = lexicon.wordClass("silent-verb")
      namingVerb = lexicon.wordClass("naming-verb")
      deed = lexicon.wordClass("deed-verb")
      refutable = lexicon.wordClass("refutable-noun")
      article = lexicon.wordClass("article")
      auxiliary = lexicon.wordClass("auxiliary")
      modal = lexicon.wordClass("modal")
      no = lexicon.word("no")
      and = lexicon.word("and")
      of = lexicon.word("of")
      out = lexicon.word("out")
      that = lexicon.word("that")
      whether = lexicon.word("whether")
      revisingVerb = lexicon.wordClass("revising-verb")
      possibility = lexicon.wordClass("possibility-noun")
      permissible = lexicon.wordClass("permissible")
      contrast = lexicon.wordClass("contrast")
      `for` = lexicon.word("for")
      but = lexicon.word("but")
      could = lexicon.word("could")
      not = lexicon.word("not")
      than = lexicon.word("than")
      to = lexicon.word("to")
      you = lexicon.word("you")
      at = lexicon.word("at")
      be = lexicon.word("be")
      going = lexicon.word("going")
      have = lexicon.word("have")
    }
  }

  init(lexicon: Lexicon) { words = Words(lexicon) }

  /// The modality of a figure, with the words that say it.
  ///
  /// `hasBeen` says that it is a level before, of a time that is past: "will climb to 5 from 3 last year".
  func modality(
    of found: FoundQuantity, hasBeen: Bool, in tree: ClauseTree, of text: TokenizedText,
    attribution: Attribution?
  ) -> Told<Modality> {
    let figure = found.tokens
    if let attribute = attribute(of: figure, text, tree) { return attribute }
    if let words = rejected(figure, tree, text) { return Told(value: .denied, words: words) }
    if let words = refuted(figure, tree, text) { return Told(value: .denied, words: words) }
    if let words = asked(tree.sentence, text) { return Told(value: .possible, words: words) }
    if let words = inserted(figure, tree, text) { return Told(value: .asserted, words: words) }
    if let words = unmentioned(figure, tree, text) { return Told(value: .denied, words: words) }
    if let words = dismissal(of: tree.sentence, text) { return Told(value: .denied, words: words) }
    if let outer = contactClause(behind: figure, tree, text) { return outer }
    if let outlook = revised(figure, tree, text) { return outlook }
    // "Against $52.5 billion in 2024": what has been, whatever is expected or planned beside it.
    if let (_, start) = text.phrase(
      words.comparisonBase, endingAt: figure.lowerBound, from: tree.sentence.lowerBound)
    {
      return Told(value: .asserted, words: start..<figure.lowerBound)
    }
    if hasBeen {
      return Told(value: .asserted, words: figure.lowerBound - 1..<figure.lowerBound)
    }
    var operators: [Operator] = []
    if let attribution, !isBeside(attribution, figure, tree, text) {
      operators += self.operators(of: attribution, text)
    }
    operators += chain(of: figure, sparing: found.turnedBy, tree, text)
    let noun = noun(of: figure, tree, text)
    if let outermost = Operator.outermost(operators) {
      // "Well above the annual cap of 500,000": a limit stays one, whatever is thought of the rest.
      if let noun, noun.value == .required, outermost.value != .denied,
        noun.words?.upperBound == figure.lowerBound - 1
      {
        return noun
      }
      return outermost
    }
    if let noun { return noun }
    if let words = limit(of: found, tree, text) { return Told(value: .required, words: words) }
    if let words = condition(of: figure, tree, text) { return Told(value: .possible, words: words) }
    let question = tree.sentence.suffix(3).last { text.isSign("?", at: $0) }
    return Told(
      value: question == nil ? .asserted : .possible, words: question.map { $0..<$0 + 1 })
  }

  /// "Denied A, but said B", "expects A, while B came last year": the second clause hangs on no verb
  /// that attributes the first.
  private func isBeside(
    _ attribution: Attribution, _ figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Bool {
    var index = tree.verbalClause(of: figure.lowerBound)
    while tree.clauses[index].kind == .complement, let parent = tree.clauses[index].parent {
      index = parent
    }
    let clause = tree.clauses[index]
    guard attribution.cue.upperBound <= clause.start else { return false }
    return clause.kind == .coordinate && clause.hasFinite
      || clause.kind == .adverbial && text.isA(words.contrast, at: clause.start)
  }

  /// What a verb makes of its clause; `negation` turns the next one inward over.
  enum Effect: Equatable {
    case modality(Modality)
    case negation

    /// A verb of denial that was itself denied, or the like: nothing is left of both.
    case undone

    /// What is not ruled out may be.
    case open
  }

  /// A word with its effect.
  struct Operator {
    var effect: Effect
    var word: Int

    static func outermost(_ operators: [Operator]) -> Told<Modality>? {
      if let open = operators.last(where: { $0.effect == .open }) {
        return Told(value: .possible, words: open.word..<open.word + 1)
      }
      for (place, one) in operators.enumerated() {
        switch one.effect {
        case .modality(let modality): return Told(value: modality, words: one.word..<one.word + 1)
        case .negation:
          if place + 1 < operators.count, operators[place + 1].effect == .undone { continue }
          return Told(value: .denied, words: one.word..<one.word + 1)
        case .undone, .open: continue
        }
      }
      return nil
    }
  }
}
