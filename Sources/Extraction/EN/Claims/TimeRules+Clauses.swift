import Language
import Model

/// The dates of other clauses of a sentence that govern a figure, and those that do not.
extension TimeRules {
  /// A date outside the figure's clause that governs it: at the sentence's head, in a clause with
  /// "since" or "when", or in the clause that this one is joined to.
  func outer(
    _ dates: [Int], of clause: Int, _ figure: FoundQuantity, _ sentence: SentenceContext,
    _ context: ClaimContext
  ) -> Told<DateSpan>? {
    let tree = sentence.tree
    // "Will open a berth in 2028 and employs 600 people": what is so already has no time to come.
    let dates = dates.filter {
      let home = tree.clauses[tree.verbalClause(of: context.dates[$0].tokens.lowerBound)]
      return !isAhead(context.dates[$0], context) || !isPlan(home, tree, context.text)
        || !isState(tree.clauses[clause], tree, context.text)
    }
    for date in dates {
      let found = context.dates[date]
      let home = tree.verbalClause(of: found.tokens.lowerBound)
      let kind = tree.clauses[home].kind
      let opener = tree.clauses[home].start
      if kind == .relative, tree.clauses[home].parent == clause,
        context.text.isWord(when, at: opener)
      {
        return told(found)
      }
      if kind == .adverbial, tree.clauses[home].parent == clause || clause == 0 {
        if context.text.isWord(since, at: opener), found.role == .plain,
          !(1...3).contains(where: { context.text.isA(rank, at: opener - $0) })
        {
          return sinceThen(found, from: opener, context)
        }
        if context.text.isWord(when, at: opener) || context.text.isWord(once, at: opener) {
          return told(found)
        }
      }
      // "85 barns have burned down and 40 been flooded since June", "… since it arrived in June".
      if isSince(found, opener: opener, context.text),
        joins(
          kind == .adverbial ? tree.clauses[home].parent : home, to: clause, tree, context.text),
        isPerfect(tree.clauses[clause], context.text)
      {
        return found.role == .since ? told(found) : sinceThen(found, from: opener, context)
      }
      if isWholeOfParts(found, home: home, clause, sentence, context) { return told(found) }
      // "Frost came in May, so the nursery lost 900 trees".
      if context.text.isWord(so, at: tree.clauses[clause].start),
        tree.clauses[clause].parent == home,
        isPast(tree.clauses[clause], tree, context.text) == true
      {
        return told(found)
      }
      // "Vandals came over the weekend, toppling 27 stones".
      if tree.clauses[clause].kind == .participial, tree.clauses[clause].parent == home,
        found.tokens.upperBound <= tree.clauses[clause].start,
        context.text.isSign(",", at: tree.clauses[clause].start - 1)
      {
        return told(found)
      }
      if isAtHead(found, tree, sentence),
        lasts(found) || !turnsToPresent(clause, from: home, tree, context.text)
      {
        return told(found)
      }
      // "While growth of 4 percent was forecast for 2024, output fell by 1.3 percent."
      let fronted = tree.clauses[home].start == sentence.tokens.lowerBound
      if fronted,
        kind == .participial
          || (kind == .adverbial && context.text.isA(contrast, at: sentence.tokens.lowerBound))
      {
        return told(found)
      }
    }
    var index = clause
    var steps = 0
    while steps < 8,
      tree.clauses[index].kind == .coordinate || tree.clauses[index].kind == .complement
    {
      guard !hasModal(tree.clauses[clause], context.text) else { return nil }
      let before = tree.clauses[index].sharesSubjectOf ?? tree.clauses[index].parent
      guard let before, before < index else { return nil }
      if tree.clauses[index].kind == .coordinate,
        let date = dates.last(where: {
          tree.verbalClause(of: context.dates[$0].tokens.lowerBound) == before
            && !(isLimit(context.dates[$0]) && tree.clauses[clause].hasFinite)
            && (lasts(context.dates[$0])
              || !turnsToPresent(clause, from: before, tree, context.text))
        })
      {
        return told(context.dates[date])
      }
      index = before
      steps += 1
    }
    return nil
  }

  /// "Of the 60 ships that Japan built in 2023, a quarter sank", "bought 700 in 2024, of which China sent
  /// half": the time of the whole, where the part is told in the past.
  private func isWholeOfParts(
    _ date: FoundDate, home: Int, _ clause: Int, _ sentence: SentenceContext,
    _ context: ClaimContext
  ) -> Bool {
    let (text, tree) = (context.text, sentence.tree)
    guard isPast(tree.clauses[clause], tree, text) == true else { return false }
    if tree.clauses[clause].kind == .relative {
      return tree.clauses[clause].parent == home
        && text.isWord(of, at: tree.clauses[clause].start - 1)
        && date.tokens.upperBound <= tree.clauses[clause].start
    }
    return tree.clauses[home].kind == .relative && text.isWord(of, at: sentence.tokens.lowerBound)
      && date.tokens.upperBound < (tree.clauses[clause].verbs.first ?? 0)
  }

  /// "Since it arrived in June": from then to the day of the report.
  func sinceThen(
    _ date: FoundDate, from opener: Int, _ context: ClaimContext
  ) -> Told<DateSpan> {
    let span = DateSpan(
      from: date.directed.from, to: context.published, precision: date.directed.precision)
    return Told(value: span, words: opener..<date.tokens.upperBound)
  }

  /// The "since" of "launched since the first auction in March 2023".
  func sinceEvent(
    before date: FoundDate, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Int? {
    guard date.role == .plain else { return nil }
    let tree = sentence.tree
    var index = date.tokens.lowerBound - 1
    if tree.tag(of: index) == .preposition { index -= 1 }
    let end = index
    while index > sentence.tokens.lowerBound, end - index < 6,
      [.noun, .determiner].contains(tree.tag(of: index))
    { index -= 1 }
    return context.text.isWord(since, at: index) && index < end ? index : nil
  }

  private func isSince(_ date: FoundDate, opener: Int, _ text: TokenizedText) -> Bool {
    date.role == .since || date.role == .plain && text.isWord(since, at: opener)
  }

  /// Whether a clause is joined by a mere "and" to one before it, be both what somebody says.
  private func joins(
    _ later: Int?, to clause: Int, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Bool {
    guard let later, later > clause else { return false }
    let (one, other) = (tree.clauses[clause], tree.clauses[later])
    guard !text.isSign(",", at: other.start - 1),
      other.kind == .coordinate || other.kind == one.kind
    else { return false }
    return other.parent == clause || other.sharesSubjectOf == clause || other.parent == one.parent
  }

  private func isPerfect(_ clause: Clause, _ text: TokenizedText) -> Bool {
    zip(clause.verbs, clause.verbs.dropFirst()).contains { auxiliary, verb in
      text.isA(present, at: auxiliary) && text.isA(participle, at: verb)
    }
  }

  /// "Exports fell in 2023, and a tonne costs 60 dollars": a clause joined in the present tense goes
  /// on from no past time.
  private func turnsToPresent(
    _ clause: Int, from home: Int, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Bool {
    clause != home && tree.clauses[clause].kind == .coordinate
      && isPast(tree.clauses[home], tree, text) == true
      && isPast(tree.clauses[clause], tree, text) == false
  }

  private func isPlan(_ clause: Clause, _ tree: ClauseTree, _ text: TokenizedText) -> Bool {
    clause.verbs.contains {
      text.isA(modal, at: $0) || tree.tag(of: $0 - 1) == .infinitiveMark
    }
  }

  /// "Employs 600 people", "has cut": what is so already.
  private func isState(_ clause: Clause, _ tree: ClauseTree, _ text: TokenizedText) -> Bool {
    guard clause.kind == .coordinate,
      let verb = clause.verbs.first(where: { tree.tag(of: $0)?.isFinite == true })
    else { return false }
    return text.isForm(of: stateVerb, at: verb) && !isPlan(clause, tree, text)
  }

  private func isAhead(_ date: FoundDate, _ context: ClaimContext) -> Bool {
    guard let from = date.directed.from, let published = context.published else { return false }
    return from > published
  }

  private func isLimit(_ date: FoundDate) -> Bool { date.role == .deadline || date.role == .until }

  /// Whether a time reaches to the day of the report: "since 2022", "over the past year".
  private func lasts(_ date: FoundDate) -> Bool { date.role == .since || date.role == .window }

  /// Whether a clause is told in the past; `nil` where its verb does not tell.
  private func isPast(_ clause: Clause, _ tree: ClauseTree, _ text: TokenizedText) -> Bool? {
    guard let verb = clause.verbs.first(where: { tree.tag(of: $0)?.isFinite == true }),
      !text.isA(modal, at: verb)
    else { return nil }
    return text.isA(past, at: verb) && !text.isA(present, at: verb)
  }

  func told(_ date: FoundDate) -> Told<DateSpan> {
    Told(value: date.directed, words: date.tokens)
  }

  private func hasModal(_ clause: Clause, _ text: TokenizedText) -> Bool {
    clause.verbs.contains { text.isA(modal, at: $0) }
  }

  /// Before the first verb of the sentence's main clause.
  private func isAtHead(
    _ date: FoundDate, _ tree: ClauseTree, _ sentence: SentenceContext
  ) -> Bool {
    guard tree.clause(of: date.tokens.lowerBound) == 0 else { return false }
    guard let verb = tree.clauses[0].verbs.first else { return true }
    return date.tokens.upperBound <= verb
  }
}
