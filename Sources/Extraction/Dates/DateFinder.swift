import Language
import Model

/// Finds the dates of a text and resolves them against the day it was published.
public struct DateFinder: Sendable {
  private let words: DateWords

  public init(lexicon: Lexicon) {
    words = DateWords(lexicon: lexicon)
  }

  /// The dates that a calendar can place, in the order of the text; none overlaps another.
  ///
  /// Without a day of publication only those are given that the words place by themselves, or that
  /// a dateline with a year does.
  public func dates(in text: TokenizedText, published: Day?) -> [FoundDate] {
    let grammar = EnglishDates(text: text, words: words)
    var scan = DateScan(text: text, grammar: grammar, words: words, published: published)
    var index = 0
    while index < text.tokens.count {
      if let directed = grammar.directed(at: index), directed.reading.end > index {
        scan.add(directed)
        index = directed.tokens.upperBound
      } else {
        index += 1
      }
    }
    return scan.found
  }
}

/// The dates found so far, and what the next ones are resolved against.
struct DateScan {
  let text: TokenizedText
  let grammar: EnglishDates
  let words: DateWords

  /// The day of publication, or the one that a dateline gave.
  private var published: Day?
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
  }

  // MARK: Days

  private func span(of directed: EnglishDates.Directed) -> DateSpan? {
    let expression = named(directed)
    if expression == .timeOfDay, let day = main(before: directed.tokens.lowerBound),
      day.precision == .day
    {
      return day
    }
    if case .context(let shift, let otherwise) = expression {
      if let main = main(before: directed.tokens.lowerBound),
        otherwise == nil || directed.start > 0 && isUnitShift(shift, otherwise)
      {
        return moved(main, shift)
      }
      if otherwise == nil, case .sameIn = shift { return nil }
    }
    let choice = expression.isYearless ? choice(directed) : .usual
    return DateResolver(reference: published, choice: choice).span(expression)
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
  private func named(_ directed: EnglishDates.Directed) -> DateExpression {
    guard case .part(.end, let whole) = directed.reading.expression,
      ["by", "before", "until"].contains(directed.direction)
    else { return directed.reading.expression }
    return whole
  }

  /// Which of the days that the words leave open, as the verb beside them says.
  private func choice(_ directed: EnglishDates.Directed) -> DateResolver.Choice {
    let start = directed.tokens.lowerBound
    var tense = grammar.tense(before: start)
    if tense == .open { tense = grammar.tense(after: directed.tokens) }
    switch tense {
    case .future: return .next
    case .past: return .latest
    case .open:
      // A limit lies ahead; of a day in a month the nearest one is meant.
      guard directed.direction == "by" || directed.direction == "until" else { return .usual }
      if case .monthDay = directed.reading.expression { return .usual }
      return .next
    }
  }

  /// "The previous year" in a sentence that has told a time before is counted from that time.
  private func isUnitShift(_ shift: ContextShift, _ otherwise: DateExpression?) -> Bool {
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
    case .by(let unit, let count):
      let moved = main.shifted { unit.add(count, to: $0) }
      // "The previous year" after a month is a year, "a year earlier" the same month.
      return moved
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
    case .by(let unit, let count):
      return unit.months.map { .months($0 * count) } ?? .days(unit == .week ? 7 * count : count)
    case .sameIn(let year):
      return DateResolver(reference: published, choice: .usual).span(year)?.from.map {
        .toYear($0.year)
      }
    }
  }

  // MARK: Direction and role

  private func modifier(_ directed: EnglishDates.Directed) -> DateModifier? {
    switch directed.direction {
    case "since": return .since
    case "from" where !isRange(directed): return .since
    case "by": return .by
    case "until": return .until
    case "before": return .before
    case "after": return .after
    default: break
    }
    guard case .part(let part, _) = directed.reading.expression else { return nil }
    switch part {
    case .early: return .early
    case .mid: return .mid
    case .late, .end: return .late
    case .untilNow, .fromNow: return nil
    }
  }

  /// The time of a claim beside the date.
  private func directed(_ directed: EnglishDates.Directed, _ span: DateSpan) -> DateSpan {
    let precision = span.precision
    switch directed.direction {
    case "since":
      let end = published.flatMap { day in span.from.map { $0 < day } ?? false ? day : nil }
      return DateSpan(from: span.from, to: end, precision: precision)
    case "from" where !isRange(directed):
      return DateSpan(from: span.from, to: nil, precision: precision)
    case "by", "until": return DateSpan(from: nil, to: span.to, precision: precision)
    case "before":
      // "Before the 2016 vote" may still be in 2016.
      let isEnd = directed.isAdjunct || named(directed) != directed.reading.expression
      return DateSpan(from: nil, to: isEnd ? span.to : span.from, precision: precision)
    case "after":
      return DateSpan(
        from: directed.isAdjunct ? span.from : span.to, to: nil, precision: precision)
    default: return span
    }
  }

  private func isRange(_ directed: EnglishDates.Directed) -> Bool {
    if case .range = directed.reading.expression { return true }
    return false
  }

  private func role(_ directed: EnglishDates.Directed, _ date: FoundDate) -> FoundDate.Role {
    if grammar.isComparisonBase(directed) { return .comparisonBase }
    switch directed.direction {
    case "since": return .since
    case "from" where !isRange(directed): return .since
    case "by", "before": return .deadline
    case "until": return .until
    default: break
    }
    switch directed.reading.expression {
    case .context(_, nil): return .relativeToContext
    case .rolling, .part(.untilNow, _): return .window
    default: break
    }
    return date.mention.span.precision == .day && followsSpeech(directed) ? .speechTime : .plain
  }

  /// "Said on Monday", "told reporters late on Friday".
  private func followsSpeech(_ directed: EnglishDates.Directed) -> Bool {
    var place = directed.tokens.lowerBound - 1
    let limit = max(0, place - 4)
    while place >= limit {
      if text.isForm(of: words.speech, at: place) { return true }
      guard text.tokens[place].isWord, !text.isA(words.coordinator, at: place) else { return false }
      place -= 1
    }
    return false
  }

  /// "MOSCOW, March 3 (Reuters) —": at the head of a paragraph, behind names alone.
  private func isDateline(_ directed: EnglishDates.Directed) -> Bool {
    let start = directed.tokens.lowerBound
    var place = start - 1
    while place >= 0, start - place <= 10 {
      let token = text.tokens[place]
      guard
        token.isWord ? token.isCapitalized : token.isSign(",") || token.isSign("(") || token.isDash
      else { return false }
      if token.flags.contains(.opensParagraph) { break }
      place -= 1
    }
    guard place >= 0, start - place <= 10, start > place else { return false }
    return endsDateline(directed.tokens.upperBound)
  }

  /// A dash, or a bracket with an agency's name and then a dash.
  private func endsDateline(_ index: Int) -> Bool {
    var place = index
    if place < text.tokens.count, text.tokens[place].isSign(".") { place += 1 }
    if place < text.tokens.count, text.tokens[place].isSign(",") { place += 1 }
    if place < text.tokens.count, text.tokens[place].isSign("(") {
      let limit = min(text.tokens.count, place + 8)
      while place < limit, !text.tokens[place].isSign(")") { place += 1 }
      place += 1
    } else {
      let limit = min(text.tokens.count, place + 4)
      while place < limit, text.tokens[place].isWord, text.tokens[place].isCapitalized {
        place += 1
      }
    }
    return place < text.tokens.count && text.tokens[place].isDash && !text.tokens[place].isJoined
      || place < text.tokens.count && text.tokens[place].isLongDash
  }
}
