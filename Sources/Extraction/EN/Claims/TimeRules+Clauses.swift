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
          let span = DateSpan(
            from: found.directed.from, to: context.published, precision: found.directed.precision)
          return Told(value: span, words: opener..<found.tokens.upperBound)
        }
        if context.text.isWord(when, at: opener) || context.text.isWord(once, at: opener) {
          return told(found)
        }
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

  /// "Exports fell in 2023, and a tonne costs 60 dollars": a clause joined in the present tense goes
  /// on from no past time.
  private func turnsToPresent(
    _ clause: Int, from home: Int, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Bool {
    clause != home && tree.clauses[clause].kind == .coordinate
      && isPast(tree.clauses[home], tree, text) == true
      && isPast(tree.clauses[clause], tree, text) == false
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
