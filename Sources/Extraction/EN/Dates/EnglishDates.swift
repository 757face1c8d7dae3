import Language
import Model

/// The order of date words in English: reads one date expression from a place in a text.
struct EnglishDates {
  let text: TokenizedText
  let words: DateWords

  /// How many expressions this one is a part of: "the end of the first week of May".
  private var depth = 0
  private static let maximumDepth = 4

  init(text: TokenizedText, words: DateWords) {
    self.text = text
    self.words = words
  }

  /// The reader for an expression inside the present one.
  var inner: EnglishDates {
    var inner = self
    inner.depth += 1
    return inner
  }

  /// An expression, and the token behind it.
  struct Reading {
    var expression: DateExpression
    var end: Int
  }

  /// A date without direction: one point of the calendar or a range of two.
  ///
  /// "And" makes a range only after "between".
  func dates(at index: Int, direction: String? = nil) -> Reading? {
    guard let first = point(at: index) else { return nil }
    return range(from: first, direction: direction) ?? first
  }

  /// One point of the calendar, "the" before it included.
  func point(at index: Int) -> Reading? {
    guard depth < Self.maximumDepth, index < text.tokens.count else { return nil }
    let definite = text.isWord(words.the, at: index)
    let start = definite ? index + 1 : index
    guard start < text.tokens.count else { return nil }
    if definite, let day = deictic(at: index) { return day }
    if text.tokens[start].isNumber { return numberPoint(at: start, definite: definite) }
    guard words.mayLead(at: start, in: text) || isApostrophe(at: start) else { return nil }
    return calendarPoint(at: start, definite: definite)
      ?? relativePoint(at: start, definite: definite)
  }

  private func relativePoint(at index: Int, definite: Bool) -> Reading? {
    if !definite, let day = deictic(at: index) { return day }
    if let part = part(at: index) { return part }
    if let time = sameTime(at: index) { return time }
    if let shifted = shifted(at: index, definite: definite) { return shifted }
    if let distance = distance(at: index, definite: definite) { return distance }
    return unitPoint(at: index, definite: definite)
  }

  private func calendarPoint(at index: Int, definite: Bool) -> Reading? {
    // "The" belongs to "the 9th of March" and "the 1990s", but not to "the March talks".
    if !definite, let weekday = weekdayPoint(at: index) { return weekday }
    if let day = dayAndMonth(at: index) { return day }
    if !definite, let month = monthPoint(at: index) { return month }
    if let part = ordinalPart(at: index, definite: definite) { return part }
    if let feast = feast(at: index) { return feast }
    if let season = season(at: index, definite: definite) { return season }
    if let decade = decade(at: index, definite: definite) { return decade }
    return year(at: index, licensed: true)
  }

  /// A date that begins with digits.
  private func numberPoint(at index: Int, definite: Bool) -> Reading? {
    if let day = numeric(at: index) { return day }
    if let time = clock(at: index) { return time }
    if let day = dayAndMonth(at: index) { return day }
    if let decade = decade(at: index, definite: definite) { return decade }
    if let part = numberedPart(at: index) { return part }
    if let part = ordinalPart(at: index, definite: definite) { return part }
    if let distance = distance(at: index, definite: false) { return distance }
    if let stretch = countedShift(at: index) { return stretch }
    if let stretch = unitPoint(at: index, definite: definite) { return stretch }
    // "1990–2000": the year before leads into the next one.
    let isSecond = isDash(at: index - 1) && digits(at: index - 2)?.count == 4
    return definite ? nil : year(at: index, licensed: isSecond || isLicense(at: index - 1))
  }

  /// The other end of a range, where one follows: "to", "through", a dash, after "between" "and".
  private func range(from first: Reading, direction: String?) -> Reading? {
    var next = first.end
    var isFree = direction == "from" || direction == "between"
    guard next < text.tokens.count else { return nil }
    // "Jan.-Aug."
    if isSign(".", at: next), isJoined(at: next), isDash(at: next + 1) { next += 1 }
    if text.tokens[next].isDash {
      isFree = isFree || (text.tokens[next].isJoined && isJoined(at: next + 1))
      next += 1
    } else if let link = text.phrase(words.link, at: next), link.value == "to" {
      if text.isWord(words.and, at: next), direction != "between" { return nil }
      // "In March to 1990" is no range; "from March to 1990" would be one.
      isFree = isFree || !text.isWord(words.to, at: next)
      next += link.count
    } else {
      return nil
    }
    if text.isWord(words.the, at: next), inner.point(at: next) == nil { next += 1 }
    guard let last = inner.point(at: next), last.expression.isRangeEnd,
      first.expression.isRangeEnd, isFree || first.expression.kind == last.expression.kind
    else { return nil }
    return Reading(expression: .range(first.expression, last.expression), end: last.end)
  }

  // MARK: Tokens

  func isSign(_ sign: Unicode.Scalar, at index: Int) -> Bool { text.isSign(sign, at: index) }

  func isApostrophe(at index: Int) -> Bool {
    isSign("'", at: index) || isSign("\u{2019}", at: index) || isSign("\u{2018}", at: index)
  }

  func isJoined(at index: Int) -> Bool {
    index < text.tokens.count && text.tokens[index].isJoined
  }

  func isDash(at index: Int) -> Bool {
    index >= 0 && index < text.tokens.count && text.tokens[index].isDash
  }

  /// The value of a number of at most four digits without signs, and how many there are.
  func digits(at index: Int) -> (value: Int, count: Int)? {
    guard index >= 0, index < text.tokens.count, text.tokens[index].isNumber,
      text.tokens[index].length <= 4
    else { return nil }
    var value = 0
    for byte in text.bytes[Int(text.tokens[index].start)..<Int(text.tokens[index].end)] {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return (value, text.tokens[index].length)
  }

  /// A small number in digits or in words, 0 for a vague one: "9", "nine", "a", "few".
  func cardinal(at index: Int) -> (value: Int, end: Int)? {
    if let (value, _) = digits(at: index) {
      let currency = index > 0 && text.tokens[index].isJoined && !isDash(at: index - 1)
      return currency ? nil : (value, index + 1)
    }
    guard let match = text.phrase(words.cardinal, at: index), let value = Int(match.value) else {
      return nil
    }
    var end = index + match.count
    // "A few", "a couple of", "twenty-five".
    if value == 1, let more = text.phrase(words.cardinal, at: end), let number = Int(more.value),
      number == 0 || number == 2
    {
      return (number, end + more.count)
    }
    guard value >= 20 else { return (value, end) }
    let next = isDash(at: end) ? end + 1 : end
    if let more = text.phrase(words.cardinal, at: next), let digit = Int(more.value),
      (1...9).contains(digit)
    {
      end = next + more.count
      return (value + digit, end)
    }
    return (value, end)
  }

  /// An ordinal in words or digits: "third", "3rd"; -1 for "final".
  func ordinal(at index: Int) -> (value: Int, end: Int)? {
    if let (value, _) = digits(at: index) {
      guard isJoined(at: index + 1), text.value(words.suffix, at: index + 1) == "ordinal" else {
        return nil
      }
      return (value, index + 2)
    }
    guard let match = text.phrase(words.ordinal, at: index), let value = Int(match.value) else {
      return nil
    }
    return (value, index + match.count)
  }

  /// The unit that a word names, and no number of them.
  func unit(at index: Int) -> CalendarUnit? {
    text.value(words.unit, at: index).flatMap { CalendarUnit(name: $0) }
  }

  /// Whether the word leads into a year: "in", "since", "of", "the".
  func isLicense(at index: Int) -> Bool {
    text.isA(words.preposition, at: index) || text.isA(words.article, at: index)
      || text.isA(words.direction, at: index) || text.isA(words.possessivePronoun, at: index)
  }
}

extension DateExpression {
  /// Whether it can be an end of a range: a vague stretch can not.
  fileprivate var isRangeEnd: Bool {
    switch self {
    case .rolling, .range, .context, .ending, .timeOfDay: false
    default: true
    }
  }

  /// How finely it is told, so that "March to May" is a range and "March - 2015" none.
  var kind: DatePrecision? {
    switch self {
    case .fixed(let span): span.precision
    case .month: .month
    case .monthDay, .weekday, .dayOfWeek: .day
    case .unit(let unit, _), .nth(_, let unit, _): unit.precision
    case .shifted(let inner, _), .inYear(let inner, _), .part(_, let inner): inner.kind
    case .season: .quarter
    default: nil
    }
  }
}
