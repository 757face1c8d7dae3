import Language
import Model

/// The dates found so far, and what the next ones are resolved against.
struct DateScan {
  let text: TokenizedText
  let grammar: EnglishDates
  let words: DateWords

  /// The day of publication, or the one that a dateline gave.
  private(set) var published: Day?
  private(set) var found: [FoundDate] = []

  init(text: TokenizedText, grammar: EnglishDates, words: DateWords, published: Day?) {
    self.text = text
    self.grammar = grammar
    self.words = words
    self.published = published
  }

  mutating func add(_ directed: EnglishDates.Directed) {
    let isDateline = isDateline(directed)
    if isDateline, published == nil, case .fixed(let span) = directed.reading.expression,
      span.precision == .day
    {
      published = span.from
    }
    guard let span = span(of: directed) else { return }
    let shift = shift(of: directed.reading.expression)
    var date = FoundDate(
      mention: DateMention(
        evidence: text.span(directed.start..<directed.reading.end),
        span: bareSpan(of: directed) ?? span, modifier: modifier(directed)),
      tokens: directed.tokens, directed: span, shift: shift)
    date.directed = self.directed(directed, span)
    date.role = isDateline ? .dateline : role(directed, date)
    if date.role == .comparisonBase, directed.direction == "from" {
      date.mention.modifier = nil
      date.directed = span
    }
    found.append(date)
    joinList()
  }

  /// Gives the dates of a list the time that they make together: "in 2026 and 2027".
  ///
  /// They have to follow one another without a gap, and the last one is joined by "and".
  private mutating func joinList() {
    let last = found.count - 1
    guard last > 0, found[last].role == .plain, text.isWord(words.and, at: connector(to: last))
    else { return }
    var first = last
    while first > 0, found[first - 1].role == .plain,
      first == last || text.isSign(",", at: connector(to: first)),
      let end = found[first - 1].directed.to, end == found[first].directed.from,
      found[first - 1].mention.span == found[first - 1].directed
    {
      first -= 1
    }
    guard first < last else { return }
    let whole = DateSpan(
      from: found[first].directed.from, to: found[last].directed.to,
      precision: found[last].directed.precision)
    for index in first...last { found[index].directed = whole }
  }

  /// The token that alone stands between a date and the one before it, or -1.
  private func connector(to index: Int) -> Int {
    let start = found[index].tokens.lowerBound
    let end = found[index - 1].tokens.upperBound
    let isAlone = start == end + 1 || (start == end + 2 && text.isWord(words.the, at: end + 1))
    return isAlone ? end : -1
  }

  // MARK: Days

  private func span(of directed: EnglishDates.Directed) -> DateSpan? {
    guard let expression = settled(named(directed), directed) else { return nil }
    let choice = expression.isYearless ? choice(directed) : .usual
    return DateResolver(reference: published, choice: choice).span(expression)
  }

  /// The expression with what it takes from the times told before it put in, or `nil` where it
  /// needs one and there is none.
  private func settled(
    _ expression: DateExpression, _ directed: EnglishDates.Directed
  ) -> DateExpression? {
    let token = directed.tokens.lowerBound
    switch expression {
    case .timeOfDay:
      guard let day = main(before: token), day.precision == .day else { return expression }
      return .fixed(day)
    case .context(let shift, let otherwise):
      if otherwise == nil || isUnitShift(shift, otherwise), let main = main(before: token) {
        return moved(main, shift).map { .fixed($0) }
      }
      if otherwise == nil, shift == .none { return nil }
      if otherwise == nil, case .by(_, 0) = shift { return nil }
      if otherwise == nil, case .sameIn = shift { return nil }
      return expression
    // "Lost 3 billion in the first half of 2023 and 5 billion over the full year".
    case .fullYear:
      guard choice(directed) == .latest, let main = main(before: token) else { return expression }
      return moved(main, .by(.year, 0)).map { .fixed($0) }
    case .part(let part, let inner):
      return settled(inner, directed).map { .part(part, of: $0) }
    case .nth(let number, let unit, .some(let inner)):
      return settled(inner, directed).map { .nth(number, unit, of: $0) }
    case .inYear(let inner, let year):
      return settled(year, directed).map { .inYear(inner, $0) }
    default: return expression
    }
  }

  /// What "early", "mid" and "late" are a part of: as with "since", the mention has the bare period
  /// and the word as its modifier, and the time of a claim has the days that both make.
  private func bareSpan(of directed: EnglishDates.Directed) -> DateSpan? {
    guard case .part(let part, let whole) = directed.reading.expression, part != .untilNow,
      part != .fromNow
    else { return nil }
    return span(
      of: EnglishDates.Directed(
        reading: EnglishDates.Reading(expression: whole, end: directed.reading.end),
        start: directed.start, direction: directed.direction, tokens: directed.tokens))
  }

  /// The expression, where its end is the limit the period that ends: "by the end of 2025".
  func named(_ directed: EnglishDates.Directed) -> DateExpression {
    guard case .part(.end, let whole) = directed.reading.expression,
      ["by", "before", "until"].contains(directed.direction)
    else { return directed.reading.expression }
    return whole
  }

  /// Which of the days that the words leave open, as the verb beside them says.
  private func choice(_ directed: EnglishDates.Directed) -> DateResolver.Choice {
    let start = directed.tokens.lowerBound
    if directed.direction == "before", grammar.isUncertain(directed.tokens),
      grammar.tense(after: directed.tokens) != .past
    {
      return .next
    }
    var tense = grammar.tense(before: start)
    if tense == .open { tense = grammar.tense(after: directed.tokens) }
    switch tense {
    case .future: return .next
    case .past:
      // "Has closed the road until 20 August".
      if directed.direction == "until", case .monthDay = directed.reading.expression {
        return .usual
      }
      return .latest
    case .open:
      // A limit lies ahead; of a day in a month the nearest one is meant.
      guard directed.direction == "by" || directed.direction == "until" else { return .usual }
      if case .monthDay = directed.reading.expression { return .usual }
      return .next
    }
  }

  /// "The previous year" in a sentence that has told a time before is counted from that time.
  private func isUnitShift(_ shift: ContextShift, _ otherwise: DateExpression?) -> Bool {
    if case .inYear(.timeOfDay, _) = otherwise { return true }
    guard case .by = shift, case .unit = otherwise else { return false }
    return true
  }

  /// The time that the sentence has told before a token, or the sentence before it.
  private func main(before token: Int) -> DateSpan? {
    let sentence = text.sentence(of: token)
    guard
      let last = found.suffix(8).last(where: {
        $0.shift == nil && [.plain, .window].contains($0.role)
      }), sentence - text.sentence(of: last.tokens.lowerBound) <= 1
    else { return nil }
    return last.mention.span
  }

  private func moved(_ main: DateSpan, _ shift: ContextShift) -> DateSpan? {
    switch shift {
    case .none: return main
    case .by(let unit, 0):
      guard let from = main.from, unit.precision != main.precision else { return main }
      return unit.span(around: from)
    case .by(let unit, let count): return main.shifted { unit.add(count, to: $0) }
    case .sameIn(let year):
      guard let from = main.from,
        let start = DateResolver(reference: published, choice: .usual).span(year)?.from
      else { return nil }
      return main.shifted { $0.adding(months: 12 * (start.year - from.year)) }
    }
  }

  private func shift(of expression: DateExpression) -> FoundDate.Shift? {
    guard case .context(let shift, _) = expression else { return nil }
    switch shift {
    case .none, .by(_, 0): return nil
    case .by(let unit, let count):
      return unit.months.map { .months($0 * count) } ?? .days(unit == .week ? 7 * count : count)
    case .sameIn(let year):
      return DateResolver(reference: published, choice: .usual).span(year)?.from.map {
        .toYear($0.year)
      }
    }
  }
}
