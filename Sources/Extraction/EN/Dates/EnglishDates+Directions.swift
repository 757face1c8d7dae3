import Language
import Model

/// What stands around a date: "since", "by", "on", "than", and what points it forward.
extension EnglishDates {
  /// A date with its direction.
  struct Directed {
    var reading: Reading

    /// The first token of the date itself.
    var start: Int

    /// The name of the direction: "since", "from", "until", "by", "before", "after", "between".
    var direction: String?

    /// The tokens, with the words of the direction.
    var tokens: Range<Int>

    /// Whether it only tells which thing is meant: "before the 2016 vote", "after Monday's vote".
    var isAdjunct = false
  }

  /// The date that begins at a token where one may, or behind a direction that begins there.
  func directed(at index: Int) -> Directed? {
    if let coming = coming(at: index) { return coming }
    guard let match = text.phrase(words.direction, at: index), !isOfRecord(match, at: index) else {
      return dates(at: index).map { trailed($0, start: index, direction: nil, from: index) }
    }
    // "Last" in front of it: "the year before last" is no "before".
    var start = index + match.count
    while let filler = text.phrase(words.filler, at: start) { start += filler.count }
    let skipsArticle = text.isWord(words.the, at: start) && point(at: start) == nil
    if skipsArticle { start += 1 }
    guard let reading = dates(at: start, direction: match.value) else {
      return dates(at: index).map { trailed($0, start: index, direction: nil, from: index) }
    }
    // "Losses from the 2019 fire": of the fire, and not from then on.
    if match.value == "from", skipsArticle, case .fixed(let span) = reading.expression,
      span.precision == .year, reading.end < text.tokens.count, text.tokens[reading.end].isWord,
      !isLicense(at: reading.end), !text.isA(words.auxiliary, at: reading.end),
      text.phrase(words.link, at: reading.end) == nil
    {
      return dates(at: start).map { trailed($0, start: start, direction: nil, from: start) }
    }
    var found = trailed(reading, start: start, direction: match.value, from: index)
    found.isAdjunct = skipsArticle || text.isWord(words.possessive, at: reading.end)
    return found
  }

  /// "Footage from the second half of 2025", "data from March": what something tells of, and no
  /// beginning.
  private func isOfRecord(_ direction: Lexicon.Match, at index: Int) -> Bool {
    direction.value == "from" && direction.count == 1 && text.isA(words.record, at: index - 1)
  }

  /// Whether a date or its direction may begin at a token, so that most tokens cost one look.
  func mayBegin(at index: Int) -> Bool {
    let token = text.tokens[index]
    switch token.kind {
    case .number: return true
    case .sign: return isApostrophe(at: index)
    case .script: return false
    case .word: return token.code >= 0 && words.mayLead(at: index, in: text)
    }
  }

  /// "In two weeks", "within nine months", where something is said of the future.
  ///
  /// Otherwise these tell how long something took.
  private func coming(at index: Int) -> Directed? {
    let isWithin = text.isWord(words.within, at: index)
    guard isWithin || text.isWord(words.in, at: index),
      let (amounts, end) = amounts(at: index + 1), !text.isWord(words.of, at: end),
      !isDash(at: end), !text.isA(words.article, at: index + 1), tense(before: index) == .future
    else { return nil }
    let expression: DateExpression =
      isWithin && amounts.count == 1
      ? .rolling(amounts[0].unit, count: amounts[0].count, direction: 1)
      : .distance(amounts, direction: 1, anchor: nil)
    return Directed(
      reading: Reading(expression: expression, end: end), start: index, direction: nil,
      tokens: index..<end)
  }

  /// "From 2025 on", "2018 or later".
  private func trailed(_ reading: Reading, start: Int, direction: String?, from: Int) -> Directed {
    let plain = Directed(
      reading: reading, start: start, direction: direction == "plain" ? nil : direction,
      tokens: from..<reading.end)
    guard let match = text.phrase(words.behind, at: reading.end),
      match.value == "since" || match.value == "until"
    else { return plain }
    // "On" alone needs "from" in front: "from 2025 on", but not "in 2025 on the border".
    if text.isWord(words.on, at: reading.end), direction != "from" { return plain }
    // "Early in 2022 and later in 2024", "after 2022 and before 2014": the next date's words.
    let next = reading.end + match.count
    if next < text.tokens.count,
      text.tokens[next].isNumber || text.isA(words.shift, at: next)
        || text.isA(words.preposition, at: next)
    {
      return plain
    }
    return Directed(
      reading: reading, start: start, direction: match.value,
      tokens: from..<(reading.end + match.count))
  }

  /// Whether "than", "compared with" or the like ends there.
  private func endsComparison(at index: Int) -> Bool {
    (1...3).contains { length in
      text.phrase(words.comparison, at: index - length + 1)?.count == length
    }
  }

  /// "4 percent up on the first quarter of 2025", "down 12 percent on the year before".
  private func isOnPeriod(_ date: Directed) -> Bool {
    let on = text.isA(words.article, at: date.start - 1) ? date.start - 2 : date.start - 1
    guard text.isWord(words.on, at: on), date.reading.expression.kind != .day
    else { return false }
    if case .weekend = date.reading.expression { return false }
    return isChange(before: on) || text.isA(words.change, at: on - 1)
  }

  /// Whether something else is compared with what was at that time.
  func isComparisonBase(_ date: Directed) -> Bool {
    var before = date.tokens.lowerBound - 1
    if date.direction == "from", isChange(before: before + 1) { return true }
    // "The highest since 2019", "the biggest quarterly drop since May": a rank, not a span of time.
    if date.direction == "since",
      (1...3).contains(where: { text.isA(words.rank, at: before + 1 - $0) })
    {
      return true
    }
    if isLastSeen(before: date.tokens.lowerBound) { return true }
    // "Up 5 points on last year": no one says "on" of the time of a whole year.
    if case .unit(let unit, let offset) = date.reading.expression, unit != .day, offset < 0,
      text.isWord(words.on, at: date.start - 1), isChange(before: date.start - 1)
    {
      return true
    }
    if isOnTheSame(date) || isOnPeriod(date) { return true }
    // "A gain of 11 percent on February 2024": of a month nobody says "on" where it is the time.
    if date.reading.expression.kind == .month, text.isWord(words.on, at: date.start - 1) {
      return true
    }
    while text.isA(words.article, at: before) || text.isWord(words.in, at: before)
      || text.isWord(words.on, at: before) || text.isA(words.filler, at: before)
      || text.isA(words.possessivePronoun, at: before)
      || text.isA(words.timePreposition, at: before) || text.isA(words.yearKind, at: before)
    {
      before -= 1
    }
    // "Eleven times as many as in 2022".
    if text.isWord(words.as, at: before),
      (1...4).contains(where: { text.isWord(words.as, at: before - $0) })
    {
      return true
    }
    // "Above the level of 2021".
    if text.isWord(words.of, at: date.tokens.lowerBound - 1),
      text.value(words.noun, at: before) == "level"
    {
      return true
    }
    if endsComparison(at: before) { return true }
    // "More than it did in 2020".
    if text.isA(words.auxiliary, at: before), text.isAny(words.small, at: before - 1),
      endsComparison(at: before - 2)
    {
      return true
    }
    // "Above last year's", "treble last summer's flow".
    let owner = text.isWord(words.of, at: before) ? before - 1 : before
    if text.isWord(words.possessive, at: date.tokens.upperBound),
      text.isA(words.baseBefore, at: owner)
    {
      return true
    }
    // "The 2022 level", "above 2022 levels", "twice the 2023 figure".
    guard !text.isWord(words.in, at: date.start - 1) else { return false }
    switch text.value(words.noun, at: date.reading.end) {
    case "level": return true
    case "sum": return text.isA(words.change, at: before)
    default: return false
    }
  }

  /// "A level last seen in 2004", "not reached since 1991".
  private func isLastSeen(before index: Int) -> Bool {
    let verb = text.isWord(words.in, at: index - 1) ? index - 2 : index - 1
    return text.isA(words.participle, at: verb)
      && (text.isWord(words.last, at: verb - 1) || text.isA(words.negation, at: verb - 1))
  }

  /// "Up 31 percent on the same months of 2024".
  private func isOnTheSame(_ date: Directed) -> Bool {
    let first = date.tokens.lowerBound
    guard let same = [first, first + 1].first(where: { text.isA(words.same, at: $0) }) else {
      return false
    }
    let on = text.isA(words.article, at: same - 1) ? same - 2 : same - 1
    return text.isWord(words.on, at: on) && isChange(before: on)
  }

  /// Whether something has changed right before a token: "rose 5% from", "up 5 points on".
  private func isChange(before index: Int) -> Bool {
    (1...4).contains { text.isA(words.change, at: index - $0) }
      || (1...2).contains { isSign("%", at: index - $0) }
  }
}
