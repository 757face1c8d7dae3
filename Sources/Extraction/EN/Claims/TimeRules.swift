import Language
import Model

/// Which date of its sentence an English claim holds for.
struct TimeRules: Sendable {
  let from, with, against, than, after, since, when, the, to, of, what,
    periodWord: WordID
  let timePreposition: WordClass
  let modal, past, present, contrast, presentTime, document, timeConjunction,
    rank, clauseVerb: WordClass

  init(lexicon: Lexicon) {
    from = lexicon.word("from")
    with = lexicon.word("with")
    against = lexicon.word("against")
    than = lexicon.word("than")
    after = lexicon.word("after")
    since = lexicon.word("since")
    when = lexicon.word("when")
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
    timeConjunction = lexicon.wordClass("time-conjunction")
    document = lexicon.wordClass("document-noun")
    present = lexicon.wordClass("present-perfect")
  }

  /// The time of the quantity at `index`, or `nil` if its sentence gives none.
  func time(
    of index: Int, in sentence: SentenceContext, _ context: ClaimContext
  ) -> Told<DateSpan>? {
    guard !sentence.dates.isEmpty else { return nil }
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
    let dates = sentence.dates.filter { isTime(context.dates[$0], of: figure, context) }
    let own = dates.filter {
      tree.verbalClause(of: context.dates[$0].tokens.lowerBound) == clause
        && !isOfBase(context.dates[$0], behind: index, sentence, context)
    }
    if let date = behind(own, index, sentence, context) {
      return resolved(context.dates[date], of: index, sentence, context)
    }
    if let date = dates.first(where: { isOfCounted($0, figure, tree, context) }) {
      return resolved(context.dates[date], of: index, sentence, context)
    }
    if isPresent(index, clause: clause, sentence, context) { return nil }
    if let date = nearest(own, to: index, sentence, context) {
      return resolved(context.dates[date], of: index, sentence, context)
    }
    return outer(dates, of: clause, figure, sentence, context)
      ?? broken(dates, of: figure, tree, context)
  }

  /// Whether a claim without a time goes on in the time of the account before it: its clause is told
  /// in the plain past, and its sentence names no other time.
  func goesOn(_ index: Int, in sentence: SentenceContext, _ context: ClaimContext) -> Bool {
    let figure = context.quantities[index]
    guard !sentence.dates.contains(where: { standsAlone(context.dates[$0]) }) else { return false }
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

  /// What a figure is compared with: "from 28 billion in 2024", "compared with 1,290 a year earlier".
  func isBase(_ figure: FoundQuantity, _ text: TokenizedText) -> Bool {
    let before = figure.tokens.lowerBound - 1
    return [from, with, against, than, after].contains { text.isWord($0, at: before) }
  }

  /// "46 percent, compared with 39 percent in 2021": the time of a base behind the figure.
  private func isOfBase(
    _ date: FoundDate, behind index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let base = sentence.quantities.last {
      context.quantities[$0].tokens.upperBound <= date.tokens.lowerBound
    }
    guard let base, base > index else { return false }
    let figure = context.quantities[base]
    let gap = figure.tokens.upperBound..<date.tokens.lowerBound
    // "In the same five months a year ago".
    let isBeside =
      gap.count <= 6
      && gap.allSatisfy { index in
        context.text.tokens[index].kind != .sign && sentence.tree.tag(of: index)?.isVerb != true
      }
    return isBeside && isBase(figure, context.text)
      && !context.text.isWord(from, at: figure.tokens.lowerBound - 1)
  }

  /// "Down to 20 from 35": the level before, beside the one that the sentence's time is of.
  private func isBesideLevel(
    _ index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let base = context.quantities[index]
    // "Fell from 40,000 to 28,500": the level may stand behind, too.
    return [index - 1, index + 1].contains {
      guard sentence.quantities.contains($0) else { return false }
      let level = context.quantities[$0]
      return level.quantity.unit == base.quantity.unit && level.quantity.change == nil
        && sentence.tree.verbalClause(of: level.number.lowerBound)
          == sentence.tree.verbalClause(of: base.number.lowerBound)
        && ($0 < index || context.text.isWord(to, at: level.tokens.lowerBound - 1))
    }
  }

  /// "In the same period of 2024, when it handled 4.6 million": the time that "when" goes back to.
  func told(
    before clause: Clause, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> FoundDate? {
    guard context.text.isWord(when, at: clause.start), clause.start > sentence.tokens.lowerBound
    else { return nil }
    let end = context.text.isSign(",", at: clause.start - 1) ? clause.start - 1 : clause.start
    return sentence.dates.map { context.dates[$0] }.last { $0.tokens.upperBound == end }
  }

  /// "Now it costs 4.5 million", "from 180 at present": the day of the report, whatever times stand
  /// in other parts of the sentence.
  private func isPresent(
    _ index: Int, clause: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let text = context.text
    let figure = context.quantities[index].tokens
    let next =
      index + 1 < sentence.quantities.upperBound
      ? context.quantities[index + 1].tokens.lowerBound : sentence.tokens.upperBound
    let behind = figure.upperBound..<max(figure.upperBound, min(figure.upperBound + 3, next))
    for place in behind {
      if text.phrase(presentTime, at: place) != nil { return true }
      if text.tokens[place].kind == .sign { break }
    }
    let start = max(sentence.tree.clauses[clause].start, sentence.tokens.lowerBound)
    for place in stride(from: figure.lowerBound - 1, through: start, by: -1) {
      if sentence.dates.contains(where: { context.dates[$0].tokens.contains(place) }) {
        return false
      }
      if text.phrase(presentTime, at: place) != nil {
        return sentence.tree.verbalClause(of: place) == clause
      }
    }
    return false
  }

  /// "The 1,200 workers that left in 2024", "90 trucks seen in May": told in the clause that hangs on
  /// what is counted.
  private func isOfCounted(
    _ date: Int, _ figure: FoundQuantity, _ tree: ClauseTree, _ context: ClaimContext
  ) -> Bool {
    let home = tree.clauses[tree.verbalClause(of: context.dates[date].tokens.lowerBound)]
    return (home.kind == .relative || home.kind == .participial)
      && home.start == figure.tokens.upperBound
      // "That was predicted in October": when it was said.
      && !home.verbs.contains { context.text.isForm(of: clauseVerb, at: $0) }
  }

  /// "'We have lost 40 drivers,' he said, 'since February'": where the quotation goes on.
  private func broken(
    _ dates: [Int], of figure: FoundQuantity, _ tree: ClauseTree, _ context: ClaimContext
  ) -> Told<DateSpan>? {
    guard let attribution = context.attributions.attribution(at: figure.number.lowerBound),
      attribution.content.count > 1
    else { return nil }
    let date = dates.map { context.dates[$0].tokens }.firstIndex { date in
      date.lowerBound >= figure.tokens.upperBound
        && attribution.content.contains { $0.overlaps(date) }
        && tree.clauses[tree.clause(of: date.lowerBound)].verbs.isEmpty
    }
    return date.map { told(context.dates[dates[$0]]) }
  }

  /// The date right behind a figure, a few words between at most.
  private func attached(
    to index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> FoundDate? {
    let end = context.quantities[index].tokens.upperBound
    let limit =
      index + 1 < sentence.quantities.upperBound
      ? context.quantities[index + 1].tokens.lowerBound : sentence.tokens.upperBound
    return sentence.dates.map { context.dates[$0] }.first {
      $0.tokens.lowerBound >= end && $0.tokens.lowerBound < limit
        && $0.tokens.lowerBound - end <= 4
    }
  }

  /// Whether a date can be the time of a figure: none that says when somebody spoke, none to compare with.
  private func isTime(
    _ date: FoundDate, of figure: FoundQuantity, _ context: ClaimContext
  ) -> Bool {
    switch date.role {
    case .dateline, .speechTime, .comparisonBase: return false
    // "In the same year"; but "5 percent more than a year earlier".
    case .relativeToContext:
      let start = date.tokens.lowerBound
      guard
        context.text.isA(timePreposition, at: start)
          || context.text.isA(timePreposition, at: start - 1)
      else { return false }
    case .plain, .window, .deadline, .since, .until: break
    }
    if isOfDocument(date, context.text) { return false }
    guard let attribution = context.attributions.attribution(at: figure.number.lowerBound),
      !attribution.isHearsay
    else { return true }
    return attribution.content.contains { $0.overlaps(date.tokens) }
      || isPeriodOfSource(date, context.text)
  }

  /// "The invoice of 4 April": the day of a paper, which the figures in it need not be of.
  private func isOfDocument(_ date: FoundDate, _ text: TokenizedText) -> Bool {
    let start = date.tokens.lowerBound
    return text.isWord(of, at: start - 1) && text.isA(document, at: start - 2)
  }

  /// "Customs data for June show", "records for the same year list": the period that the source tells
  /// of, and not the day of its saying.
  private func isPeriodOfSource(_ date: FoundDate, _ text: TokenizedText) -> Bool {
    let start = date.tokens.lowerBound
    return date.mention.span.precision != .day
      && (text.isWord(periodWord, at: start - 1)
        || (text.isWord(the, at: start - 1) && text.isWord(periodWord, at: start - 2)))
  }

  /// The date behind the figure before the next one.
  private func behind(
    _ own: [Int], _ index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Int? {
    let end = context.quantities[index].number.upperBound
    let next =
      index + 1 < sentence.quantities.upperBound
      ? context.quantities[index + 1].tokens.lowerBound : sentence.tokens.upperBound
    return own.first {
      let start = context.dates[$0].tokens.lowerBound
      return start >= end && start < next && !isParted(end..<start, context.text)
        && !leads(context.dates[$0].tokens, from: end, to: next, sentence, context)
    }
  }

  /// "In January we sold 412 cars, in March 230": a date that a comma parts from the figure before it
  /// and nothing from the one behind.
  private func leads(
    _ date: Range<Int>, from end: Int, to next: Int, _ sentence: SentenceContext,
    _ context: ClaimContext
  ) -> Bool {
    let gap = end..<date.lowerBound
    return next < sentence.tokens.upperBound && next - date.upperBound <= 1
      && gap.count <= 3 && gap.contains { context.text.isSign(",", at: $0) }
  }

  /// "In March 40; in April, 55", "half of what it cost in 2023": what stands behind belongs there.
  private func isParted(_ gap: Range<Int>, _ text: TokenizedText) -> Bool {
    gap.contains { text.isSign(";", at: $0) || text.isWord(what, at: $0) }
  }

  /// The nearest date before the figure; else the one behind the list that it stands in.
  private func nearest(
    _ own: [Int], to index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Int? {
    let figure = context.quantities[index]
    let before = own.last { context.dates[$0].tokens.upperBound <= figure.number.lowerBound }
    if let before, isFree(before, for: index, sentence, context) { return before }
    if isWhole(index, sentence, context) { return before }
    return own.first {
      let start = context.dates[$0].tokens.lowerBound
      return start >= figure.number.upperBound
        && !isParted(figure.number.upperBound..<start, context.text)
    } ?? before
  }

  /// "Of 43 ships, 19 had been delivered by January": the time is that of the part.
  private func isWhole(
    _ index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let start = context.quantities[index].tokens.lowerBound
    return context.text.isWord(of, at: start - 1) && start - 1 == sentence.tokens.lowerBound
  }

  /// Whether a date before a figure is not that of the figure before: nothing counted between the two.
  private func isFree(
    _ date: Int, for index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let start = context.dates[date].tokens.lowerBound
    return !sentence.quantities.contains {
      $0 < index && context.quantities[$0].tokens.upperBound <= start
    }
  }

  /// A date told by another one is counted from the sentence's main time.
  private func resolved(
    _ date: FoundDate, of index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Told<DateSpan>? {
    guard date.role == .relativeToContext || date.shift != nil else { return told(date) }
    for other in sentence.quantities where other < index {
      if let main = time(of: other, in: sentence, context) {
        return Told(value: date.resolve(against: main.value), words: date.tokens)
      }
    }
    return told(date)
  }
}
