import Language
import Model

/// Which date of its sentence an English claim holds for.
struct TimeRules: Sendable {
  let ago, `in`, from, with, against, than, after, since, so, when, once, the, to, of, what, `as`,
    periodWord: WordID
  let timePreposition: WordClass
  let modal, past, present, contrast, presentTime, document, timeConjunction,
    rank, clauseVerb, preposition, planNoun, comparisonBase, ownTime, article,
    participle, resultNoun, levelComparator, stateVerb, determiner: WordClass

  init(lexicon: Lexicon) {
    ago = lexicon.word("ago")
    `in` = lexicon.word("in")
    from = lexicon.word("from")
    with = lexicon.word("with")
    against = lexicon.word("against")
    than = lexicon.word("than")
    after = lexicon.word("after")
    since = lexicon.word("since")
    when = lexicon.word("when")
    once = lexicon.word("once")
    so = lexicon.word("so")
    `as` = lexicon.word("as")
    the = lexicon.word("the")
    of = lexicon.word("of")
    to = lexicon.word("to")
    what = lexicon.word("what")
    periodWord = lexicon.word("for")
    timePreposition = lexicon.wordClass("time-preposition")
    modal = lexicon.wordClass("modal")
    past = lexicon.wordClass("verb-past")
    contrast = lexicon.wordClass("contrast")
    presentTime = lexicon.wordClass("present-time")
    clauseVerb = lexicon.wordClass("clause-verb")
    rank = lexicon.wordClass("date-rank")
    preposition = lexicon.wordClass("preposition")
    planNoun = lexicon.wordClass("plan-noun")
    comparisonBase = lexicon.wordClass("comparison-base")
    article = lexicon.wordClass("article")
    ownTime = lexicon.wordClass("own-time")
    participle = lexicon.wordClass("verb-participle")
    determiner = lexicon.wordClass("determiner")
    stateVerb = lexicon.wordClass("state-verb")
    levelComparator = lexicon.wordClass("level-comparator")
    resultNoun = lexicon.wordClass("result-noun")
    timeConjunction = lexicon.wordClass("time-conjunction")
    document = lexicon.wordClass("document-noun")
    present = lexicon.wordClass("present-perfect")
  }

  /// The time of the quantity at `index`, or `nil` if its sentence gives none.
  ///
  /// `account` is the time that the sentences before have told, from which "two years later" counts.
  func time(
    of index: Int, in sentence: SentenceContext, _ context: ClaimContext,
    after account: DateSpan? = nil
  ) -> Told<DateSpan>? {
    guard !sentence.dates.isEmpty else { return nil }
    if let found = stated(index, sentence, context) { return found }
    guard let account else { return nil }
    let clause = sentence.tree.verbalClause(of: context.quantities[index].number.lowerBound)
    let date = sentence.dates.map { context.dates[$0] }.first {
      $0.role == .relativeToContext && $0.shift != nil
        && sentence.tree.verbalClause(of: $0.tokens.lowerBound) == clause
        && !isOfBase($0, behind: index, sentence, context)
    }
    return date.map { Told(value: $0.resolve(against: account), words: $0.tokens) }
  }

  private func stated(
    _ index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Told<DateSpan>? {
    let figure = context.quantities[index]
    if isBase(figure, context.text) {
      if let date = attached(to: index, sentence, context) {
        return resolved(date, of: index, sentence, context)
      }
      if isBesideLevel(index, sentence, context) { return nil }
    }
    let tree = sentence.tree
    let clause = tree.verbalClause(of: figure.number.lowerBound)
    if let date = told(before: tree.clauses[clause], sentence, context) {
      return resolved(date, of: index, sentence, context)
    }
    let dates = sentence.dates.filter {
      isTime(context.dates[$0], of: figure, context)
        && !labelsOther(context.dates[$0], than: figure, context.text)
        && !isOfStandard(context.dates[$0], sentence, context)
        && !isOfBase(context.dates[$0], behind: index, sentence, context)
    }
    let own = dates.filter {
      tree.verbalClause(of: context.dates[$0].tokens.lowerBound) == clause
    }
    if let date = behind(own, index, sentence, context) {
      return resolved(context.dates[date], of: index, sentence, context)
    }
    if let date = dates.first(where: { isOfCounted($0, figure, tree, context) }) {
      return resolved(context.dates[date], of: index, sentence, context)
    }
    if isPresent(index, clause: clause, sentence, context)
      || own.isEmpty && restsOnPresent(index, clause: clause, sentence, context)
    {
      return nil
    }
    if let date = nearest(own, to: index, sentence, context) {
      return resolved(context.dates[date], of: index, sentence, context)
    }
    return outer(dates, of: clause, figure, sentence, context)
      ?? ofAntecedent(index, clause: clause, sentence, context)
      ?? broken(dates, of: figure, tree, context)
  }

  /// Whether a claim without a time goes on in the time of the account before it: its clause is told
  /// in the plain past, and its sentence names no other time.
  func goesOn(_ index: Int, in sentence: SentenceContext, _ context: ClaimContext) -> Bool {
    let figure = context.quantities[index]
    guard !sentence.dates.contains(where: { standsAlone(context.dates[$0]) }),
      context.text.phrase(ownTime, at: sentence.tokens.lowerBound) == nil
    else { return false }
    let tree = sentence.tree
    // "Before it was passed, Russia hosted 30,000": a time of its own, be it told by no date.
    let isTimed = tree.clauses.contains {
      $0.kind == .adverbial && context.text.isA(timeConjunction, at: $0.start)
    }
    if isTimed { return false }
    var clause = tree.clauses[tree.verbalClause(of: figure.number.lowerBound)]
    // "Primorye led with 2.3 million, followed by Khabarovsk with 1.3 million."
    if clause.kind == .participial, let parent = clause.parent { clause = tree.clauses[parent] }
    guard let verb = clause.verbs.first(where: { tree.tag(of: $0)?.isFinite == true }) else {
      return false
    }
    return context.text.isA(past, at: verb) && !context.text.isA(present, at: verb)
  }

  /// Whether a date names a time of its own, be it another clause's: nothing is carried past it.
  private func standsAlone(_ date: FoundDate) -> Bool {
    switch date.role {
    case .plain, .window, .deadline, .since, .until: true
    case .dateline, .speechTime, .comparisonBase, .relativeToContext: false
    }
  }

  /// "In the same period of 2024, when it handled 4.6 million": the time that "when" goes back to; and
  /// "a 2026 plan under which": that of a plan.
  func told(
    before clause: Clause, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> FoundDate? {
    if clause.kind == .relative {
      let opener =
        context.text.isA(preposition, at: clause.start - 1) ? clause.start - 1 : clause.start
      if context.text.isA(planNoun, at: opener - 1) {
        return sentence.dates.map { context.dates[$0] }.last {
          $0.tokens.upperBound == opener - 1 && $0.role == .plain
        }
      }
    }
    guard context.text.isWord(when, at: clause.start), clause.start > sentence.tokens.lowerBound
    else { return nil }
    let end = context.text.isSign(",", at: clause.start - 1) ? clause.start - 1 : clause.start
    return sentence.dates.map { context.dates[$0] }.last { $0.tokens.upperBound == end }
  }

  /// "The 1,200 workers that left in 2024", "90 trucks seen in May": told in the clause that hangs on
  /// what is counted.
  private func isOfCounted(
    _ date: Int, _ figure: FoundQuantity, _ tree: ClauseTree, _ context: ClaimContext
  ) -> Bool {
    let home = tree.clauses[tree.verbalClause(of: context.dates[date].tokens.lowerBound)]
    return (home.kind == .relative || home.kind == .participial)
      && (home.start == figure.tokens.upperBound
        || isOf(figure, to: home.start, tree, context.text))
      // "That was predicted in October": when it was said.
      && !home.verbs.contains { context.text.isForm(of: clauseVerb, at: $0) }
  }

  /// "800 tonnes of crab that": the goods between a figure and the clause that hangs on them.
  private func isOf(
    _ figure: FoundQuantity, to start: Int, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Bool {
    let end = figure.tokens.upperBound
    return text.isWord(of, at: end) && start - end <= 5
      && (end + 1..<max(end + 1, start)).allSatisfy { tree.tag(of: $0) == .noun }
  }

  /// "Sold 96,000 nights in May, which is 7 percent more than a year earlier", "admitted 130 patients in May,
  /// so 20 beds were added": the time of the figure that a clause says more of.
  private func ofAntecedent(
    _ index: Int, clause: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Told<DateSpan>? {
    let found = sentence.tree.clauses[clause]
    guard
      context.text.isWord(so, at: found.start)
        || found.kind == .relative && context.quantities[index].quantity.change != nil,
      context.text.isSign(",", at: found.start - 1),
      let (other, _) = antecedent(of: index, clause: clause, sentence, context)
    else { return nil }
    return stated(other, sentence, context)
  }

  /// The last figure before one in the clause that its own hangs in, and that clause.
  func antecedent(
    of index: Int, clause: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> (figure: Int, clause: Int)? {
    let tree = sentence.tree
    guard let parent = tree.clauses[clause].parent else { return nil }
    return sentence.quantities.last {
      $0 < index && tree.verbalClause(of: context.quantities[$0].number.lowerBound) == parent
    }.map { ($0, parent) }
  }

  /// "'We have lost 40 drivers,' he said, 'since February'": where the quotation goes on.
  private func broken(
    _ dates: [Int], of figure: FoundQuantity, _ tree: ClauseTree, _ context: ClaimContext
  ) -> Told<DateSpan>? {
    guard let attribution = context.attributions.attribution(at: figure.number.lowerBound),
      attribution.content.count > 1
    else { return nil }
    return dates.map { context.dates[$0] }.first { date in
      date.tokens.lowerBound >= figure.tokens.upperBound
        && attribution.content.contains { $0.overlaps(date.tokens) }
        && tree.clauses[tree.clause(of: date.tokens.lowerBound)].verbs.isEmpty
    }
    .map(told)
  }

  /// A date told by another one is counted from the sentence's main time.
  private func resolved(
    _ date: FoundDate, of index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Told<DateSpan>? {
    if let opener = sinceEvent(before: date, sentence, context) {
      return sinceThen(date, from: opener, context)
    }
    guard date.role == .relativeToContext || date.shift != nil else { return told(date) }
    for other in sentence.quantities where other < index {
      if let main = time(of: other, in: sentence, context) {
        return Told(value: date.resolve(against: main.value), words: date.tokens)
      }
    }
    return told(date)
  }

  /// The first token of the figure behind one, or the sentence's end.
  func next(behind index: Int, _ sentence: SentenceContext, _ context: ClaimContext) -> Int {
    index + 1 < sentence.quantities.upperBound
      ? context.quantities[index + 1].tokens.lowerBound : sentence.tokens.upperBound
  }
}
