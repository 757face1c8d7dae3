import Language
import Model

/// Parts of periods: "early May", "the first half of 2025", "Q3", "the year to November".
extension EnglishDates {
  /// "Early 2024", "mid-July", "the end of March", "earlier this month", "late last year".
  func part(at index: Int) -> Reading? {
    guard let match = text.phrase(words.part, at: index) else { return nil }
    let fields = match.value.split(separator: " ")
    guard let part = fields.first.flatMap({ DatePart(rawValue: String($0)) }) else { return nil }
    var next = index + match.count
    let isNoun = fields.count > 1
    if isDash(at: next) || text.isWord(words.of, at: next)
      || (!isNoun && text.isWord(words.in, at: next))
    {
      next += 1
    } else if isNoun, !text.isA(words.preposition, at: index - 1) {
      return nil
    }
    if text.isWord(words.the, at: next), inner.point(at: next) == nil,
      presentPeriod(at: next) == nil
    {
      next += 1
    }
    guard let whole = inner.point(at: next) ?? presentPeriod(at: next), whole.expression.hasParts
    else {
      return nil
    }
    return Reading(expression: .part(part, of: whole.expression), end: whole.end)
  }

  /// "The year", "the month" where a part of it is spoken of.
  private func presentPeriod(at index: Int) -> Reading? {
    let start = text.isWord(words.the, at: index) ? index + 1 : index
    let place = text.isA(words.yearKind, at: start) ? start + 1 : start
    guard let unit = unit(at: place), unit != .day, !isPlural(at: place) else { return nil }
    return Reading(expression: .unit(unit, offset: 0), end: place + 1)
  }

  private func isPlural(at index: Int) -> Bool {
    text.bytes[Int(text.tokens[index].end) - 1] | 0x20 == UInt8(ascii: "s")
  }

  /// "First half of 2025", "third-quarter", "first nine months", "second week of May".
  func ordinalPart(at index: Int, definite: Bool) -> Reading? {
    guard let part = bareOrdinalPart(at: index) else { return nil }
    if let tail = periodTail(at: part.end) {
      // "The second half of the year" may be that of last year, "of this year" may not.
      if tail.expression == .unit(.year, offset: 0), text.isWord(words.the, at: part.end + 1) {
        return Reading(expression: part.expression, end: tail.end)
      }
      return Reading(expression: part.expression.inside(tail.expression), end: tail.end)
    }
    switch part.expression {
    case .nth(-1, .quarter, _):
      return Reading(expression: .nth(4, .quarter, of: nil), end: part.end)
    case .nth(let number, .quarter, _): return (1...4).contains(number) ? part : nil
    case .nth(let number, .half, _): return number == 1 || number == 2 ? part : nil
    case .stretch(_, let unit, _, _) where unit == .month && definite: return part
    default: return nil
    }
  }

  /// An ordinal with its unit, without the period that it is a part of.
  func bareOrdinalPart(at index: Int) -> Reading? {
    guard let (number, end) = ordinal(at: index) else { return nil }
    var next = isDash(at: end) ? end + 1 : end
    if text.isA(words.yearKind, at: next) { next += 1 }
    if let unit = unit(at: next), !isPlural(at: next) {
      // "A third quarter-final" counts matches.
      if isDash(at: next + 1), isJoined(at: next + 1), isJoined(at: next + 2) { return nil }
      return Reading(expression: .nth(number, unit, of: nil), end: next + 1)
    }
    guard number == 1 || number == -1, let (count, after) = cardinal(at: next),
      count > 0, let unit = unit(at: after)
    else { return nil }
    return Reading(
      expression: .stretch(count, unit, direction: number, of: nil), end: after + 1)
  }

  /// "Last quarter of 2025", "last three months of the year".
  func lastOf(at index: Int) -> Reading? {
    guard text.isWord(words.last, at: index) else { return nil }
    let next = index + 1
    var part: Reading?
    if let unit = unit(at: next), !isPlural(at: next) {
      part = Reading(expression: .nth(-1, unit, of: nil), end: next + 1)
    } else if let (count, after) = cardinal(at: next), count > 0, let unit = unit(at: after) {
      part = Reading(expression: .stretch(count, unit, direction: -1, of: nil), end: after + 1)
    }
    guard let part, text.isWord(words.of, at: part.end), let tail = periodTail(at: part.end) else {
      return nil
    }
    return Reading(expression: part.expression.inside(tail.expression), end: tail.end)
  }

  /// "Of 2025", "2025", ", 2025", "of last year", "this year", "of the year", "of May".
  private func periodTail(at index: Int) -> Reading? {
    if let year = yearTail(at: index) { return year }
    guard text.isWord(words.of, at: index) || text.isWord(words.in, at: index) else { return nil }
    let of = text.isWord(words.of, at: index)
    guard let period = inner.point(at: index + 1) ?? (of ? presentPeriod(at: index + 1) : nil),
      period.expression.hasParts
    else { return nil }
    return period
  }

  /// "Q3 2024", "H1", "9M 2025", "3Q", "2019-Q1".
  func numberedPart(at index: Int) -> Reading? {
    if let (year, count) = digits(at: index), count == 4, (1900...2199).contains(year) {
      let next = isDash(at: index + 1) || isSign("/", at: index + 1) ? index + 2 : index + 1
      guard let part = shortPart(at: next),
        let day = Day(year: year, month: 1, day: 1)
      else { return nil }
      return Reading(
        expression: part.expression.inside(.fixed(CalendarUnit.year.span(around: day))),
        end: part.end)
    }
    guard let part = shortPart(at: index) else { return nil }
    guard let year = periodTail(at: part.end) else { return part }
    return Reading(expression: part.expression.inside(year.expression), end: year.end)
  }

  private func shortPart(at index: Int) -> Reading? {
    let letterFirst = text.isA(words.shortUnit, at: index)
    let letter = letterFirst ? index : index + 1
    guard let name = text.value(words.shortUnit, at: letter), isJoined(at: index + 1),
      text.tokens[letter].length == 1, name != "half" || text.tokens[letter].isCapitalized,
      let unit = CalendarUnit(name: name),
      let (number, _) = digits(at: letterFirst ? index + 1 : index)
    else { return nil }
    let end = index + 2
    switch unit {
    case .quarter where (1...4).contains(number), .half where (1...2).contains(number):
      return Reading(expression: .nth(number, unit, of: nil), end: end)
    case .month where !letterFirst && [3, 6, 9, 12].contains(number) && periodTail(at: end) != nil:
      return Reading(expression: .stretch(number, .month, direction: 1, of: nil), end: end)
    default: return nil
    }
  }

  /// "Week 10", "the week of April 10", "the year to November", "the 12 months ended June 30".
  func unitPoint(at index: Int, definite: Bool) -> Reading? {
    if let part = numberedPart(at: index) { return part }
    let amount = cardinal(at: index)
    let place = amount?.end ?? index
    guard let unit = unit(at: place) else { return definite ? weekend(at: index) : nil }
    if amount == nil, let end = unitEnd(unit, at: place + 1) { return end }
    if amount == nil, unit == .week, let (number, count) = digits(at: place + 1), count <= 2,
      (1...53).contains(number)
    {
      let year = periodTail(at: place + 2)
      return Reading(
        expression: .nth(number, .week, of: year?.expression ?? .unit(.year, offset: 0)),
        end: year?.end ?? place + 2)
    }
    if amount == nil, unit == .week, let day = dayOfUnit(at: place + 1) {
      return Reading(expression: .around(.week, day.expression), end: day.end)
    }
    guard definite || amount != nil, let link = text.phrase(words.link, at: place + 1),
      link.value == "ending"
        || (link.value == "to" && definite && !text.isWord(words.and, at: place + 1))
    else { return nil }
    let next = place + 1 + link.count
    guard
      let last = inner.point(
        at: text.isWord(words.on, at: next) || text.isWord(words.in, at: next) ? next + 1 : next),
      last.expression.isEnd
    else { return nil }
    return Reading(
      expression: .ending(amount?.value ?? 1, unit, last.expression), end: last.end)
  }

  /// "The weekend", "the weekend of 4-5 October".
  private func weekend(at index: Int) -> Reading? {
    guard text.value(words.unit, at: index) == "weekend" else { return nil }
    return dayOfUnit(at: index + 1)
      ?? Reading(expression: .weekend(offset: nil), end: index + 1)
  }

  /// "Year-end", "the month's end", "the year to date".
  private func unitEnd(_ unit: CalendarUnit, at index: Int) -> Reading? {
    let present = unit == .year ? DateExpression.fullYear : .unit(unit, offset: 0)
    var next = index
    if isDash(at: next) || text.isWord(words.possessive, at: next) { next += 1 }
    if text.value(words.part, at: next)?.hasPrefix("end") ?? false, unit != .day {
      guard unit == .year, let year = yearTail(at: next + 1) else {
        return Reading(expression: .part(.end, of: present), end: next + 1)
      }
      return Reading(expression: .part(.end, of: year.expression), end: year.end)
    }
    guard let match = text.phrase(words.behind, at: index), match.value == "to-date" else {
      return nil
    }
    return Reading(
      expression: .part(.untilNow, of: .unit(unit, offset: 0)), end: index + match.count)
  }

  private func dayOfUnit(at index: Int) -> Reading? {
    var next = index
    if text.isWord(words.of, at: next) {
      next += 1
    } else if let link = text.phrase(words.link, at: next), link.value == "around" {
      next += link.count
    } else {
      return nil
    }
    if text.isWord(words.the, at: next) { next += 1 }
    return dayAndMonth(at: next) ?? monthPoint(at: next)
  }

  /// "Spring 2025", "the spring of last year", "in the summer".
  func season(at index: Int, definite: Bool) -> Reading? {
    guard let month = text.value(words.season, at: index).flatMap(Int.init) else { return nil }
    if let year = yearTail(at: index + 1) {
      return Reading(expression: .inYear(.season(month), year.expression), end: year.end)
    }
    let before = definite ? index - 2 : index - 1
    let part = isDash(at: before) ? before - 1 : before
    guard
      text.isWord(words.in, at: before) || text.isA(words.part, at: part)
        || text.isA(words.direction, at: before)
    else { return nil }
    if text.isA(words.homonym, at: index), !definite, !text.isA(words.direction, at: before) {
      return nil
    }
    // "In the fall of the regime", "in summer camps": not a time of the year.
    if text.isWord(words.of, at: index + 1)
      || (text.tokens.indices.contains(index + 1)
        && text.tokens[index + 1].isWord && !isLicense(at: index + 1)
        && !text.isA(words.coordinator, at: index + 1)
        && !text.isAny(words.small, at: index + 1) && !definite)
    {
      return nil
    }
    return Reading(expression: .season(month), end: index + 1)
  }
}

extension DateExpression {
  /// Whether one speaks of its beginning or end.
  fileprivate var hasParts: Bool {
    switch self {
    case .rolling, .distance, .part, .range: false
    default: true
    }
  }

  /// Whether a stretch may end in it.
  fileprivate var isEnd: Bool {
    switch self {
    case .month, .monthDay, .fixed, .inYear, .weekday, .shifted, .part(.end, _): true
    default: false
    }
  }
}
