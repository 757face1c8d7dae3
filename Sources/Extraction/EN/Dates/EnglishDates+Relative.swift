import Language
import Model

/// Dates told from the day of publication or from another date.
extension EnglishDates {
  /// "Today", "tomorrow night", "the day before yesterday".
  func deictic(at index: Int) -> Reading? {
    guard let match = text.phrase(words.deictic, at: index), let step = Int(match.value) else {
      return nil
    }
    // "USA TODAY", "CBS This Morning": names.
    let last = text.tokens[index + match.count - 1]
    if match.count > 1 ? last.isCapitalized : isCapitals(at: index) && isCapitals(at: index - 1) {
      return nil
    }
    return Reading(
      expression: .unit(.day, offset: step), end: afterHours(index + match.count))
  }

  private func isCapitals(at index: Int) -> Bool {
    index >= 0 && text.tokens[index].flags.contains(.capitals)
  }

  private struct Shift {
    var step: Int
    var kind: Substring?
  }

  private func shift(at index: Int) -> Shift? {
    guard let value = text.value(words.shift, at: index) else { return nil }
    let fields = value.split(separator: " ")
    guard let first = fields.first, let step = Int(first) else { return nil }
    return Shift(step: step, kind: fields.dropFirst().first)
  }

  /// What "last", "this", "next", "the past" and the like make of the words behind them.
  func shifted(at index: Int, definite: Bool) -> Reading? {
    guard let shift = shift(at: index) else { return nil }
    // "Following a year of losses", "prior to": a preposition.
    if shift.kind == "context", !definite, text.isA(words.preposition, at: index) { return nil }
    let next = index + 1
    if let part = lastOf(at: index) { return part }
    if let stretch = stretch(shift, at: next, definite: definite) { return stretch }
    guard shift.kind != "vague" else { return nil }
    if let unit = shiftedUnit(shift, at: next, definite: definite) { return unit }
    if let weekday = weekday(at: next) {
      return Reading(
        expression: .shifted(.weekday(weekday), shift.step), end: afterHours(next + 1))
    }
    if let month = text.value(words.month, at: next).flatMap(Int.init),
      text.tokens[next].isCapitalized || !text.isA(words.homonym, at: next)
    {
      return Reading(expression: .shifted(.month(month), shift.step), end: next + 1)
    }
    if let season = text.value(words.season, at: next).flatMap(Int.init) {
      return Reading(expression: .shifted(.season(season), shift.step), end: next + 1)
    }
    if text.value(words.unit, at: next) == "weekend" {
      return Reading(expression: .weekend(offset: shift.step), end: next + 1)
    }
    return dayAndMonth(at: next).map {
      Reading(expression: .shifted($0.expression, shift.step), end: $0.end)
    }
  }

  /// "Past two years", "next 4 business days", "recent months", "past year", "the last year".
  private func stretch(_ shift: Shift, at index: Int, definite: Bool) -> Reading? {
    guard shift.step != 0, !text.isA(words.article, at: index) else { return nil }
    // "Stocks will last 30 days": a verb.
    if text.isA(words.modal, at: index - 2)
      || text.isWord(words.to, at: index - 2) && shift.step < 0
        && text.isA(words.verbBase, at: index - 1)
    {
      return nil
    }
    if let (count, end) = cardinal(at: index) {
      let place = text.isA(words.unit, at: end) ? end : end + 1
      if let days = days(ofHours: count, at: place) {
        return Reading(
          expression: .rolling(.day, count: days, direction: shift.step), end: place + 1)
      }
      guard let (unit, factor) = countedUnit(at: place), place == end || end > index else {
        return nil
      }
      return Reading(
        expression: .rolling(
          unit, count: count == 0 ? nil : count * factor, direction: shift.step), end: place + 1)
    }
    guard let (unit, factor) = countedUnit(at: index), !isCompound(index) else { return nil }
    // "The last year" after "over", "in" or "during" is a stretch, "last year" a year; and so is
    // "over the next year", but not "in the next year".
    let before = index - 3
    let coming =
      definite && shift.kind == nil && shift.step > 0 && unit != .quarter
      && text.isA(words.timePreposition, at: before) && !text.isWord(words.in, at: before)
      && !text.isWord(words.of, at: before)
    let last =
      definite && shift.kind == nil && shift.step < 0 && unit != .quarter
      && text.isA(words.preposition, at: index - 3) && !text.isWord(words.of, at: index - 3)
    let plural = isPluralUnit(at: index) && (definite || shift.kind != nil)
    guard
      shift.kind == "rolling" && unit != .quarter || shift.kind == "vague" || last || coming
        || plural
    else { return nil }
    let vague = shift.kind == "vague" || plural
    return Reading(
      expression: .rolling(unit, count: vague ? nil : factor, direction: shift.step),
      end: index + 1)
  }

  /// "10 previous weeks".
  func countedShift(at index: Int) -> Reading? {
    guard let (count, end) = cardinal(at: index), count > 0, let shift = shift(at: end),
      shift.step != 0, let (unit, factor) = countedUnit(at: end + 1),
      // "Up from 302 last year" is no stretch of years.
      count == 1 || text.bytes[Int(text.tokens[end + 1].end) - 1] == UInt8(ascii: "s")
    else { return nil }
    return Reading(
      expression: .rolling(unit, count: count * factor, direction: shift.step), end: end + 2)
  }

  /// Whether a unit is the first part of another word: "the past half-dozen days", "this week-long".
  private func isCompound(_ index: Int) -> Bool {
    isDash(at: index + 1) && isJoined(at: index + 1) && isJoined(at: index + 2)
  }

  /// "24 hours", "48 hours": whole days.
  private func days(ofHours count: Int, at index: Int) -> Int? {
    text.value(words.unit, at: index) == "hour" && count > 0 && count % 24 == 0
      ? count / 24 : nil
  }

  private func isPluralUnit(at index: Int) -> Bool {
    text.bytes[Int(text.tokens[index].end) - 1] | 0x20 == UInt8(ascii: "s")
  }

  /// A unit that numbers count, and how many of it the word stands for.
  func countedUnit(at index: Int) -> (unit: CalendarUnit, factor: Int)? {
    guard let name = text.value(words.unit, at: index) else { return nil }
    if name == "fortnight" { return (.week, 2) }
    return CalendarUnit(name: name).map { ($0, 1) }
  }

  /// "Last year", "this fiscal quarter", "next week Monday", "last year's third quarter".
  private func shiftedUnit(_ shift: Shift, at index: Int, definite: Bool) -> Reading? {
    let place = text.isA(words.yearKind, at: index) ? index + 1 : index
    guard let unit = unit(at: place), !isCompound(place) else { return nil }
    let plain = DateExpression.unit(unit, offset: shift.step)
    var end = place + 1
    if unit == .week, let weekday = weekday(at: text.isWord(words.on, at: end) ? end + 1 : end) {
      end += text.isWord(words.on, at: end) ? 2 : 1
      return Reading(expression: .dayOfWeek(weekday, plain), end: end)
    }
    if text.isWord(words.possessive, at: end), let part = bareOrdinalPart(at: end + 1) {
      return Reading(expression: part.expression.inside(plain), end: part.end)
    }
    guard shift.kind == "context", definite else { return Reading(expression: plain, end: end) }
    return Reading(expression: .context(.by(unit, shift.step), otherwise: plain), end: end)
  }

  // MARK: Distances

  /// "Two weeks ago", "a year earlier", "three days after Monday", "2 weeks and 2 days ago".
  func distance(at index: Int, definite: Bool) -> Reading? {
    if definite { return unitBefore(at: index) }
    guard let (amounts, end) = amounts(at: index) else { return nil }
    if let match = text.phrase(words.behind, at: end) {
      let behind = end + match.count
      switch match.value {
      case "ago": return Reading(expression: ago(amounts), end: behind)
      case "hence":
        return Reading(
          expression: .distance(amounts, direction: 1, anchor: nil), end: behind)
      case "earlier", "later":
        if let moved = moved(amounts, match.value, at: end, behind: behind) { return moved }
      default: break
      }
    }
    guard let match = text.phrase(words.direction, at: end),
      ["from", "after", "before"].contains(match.value), !isRate(at: index),
      let anchor = inner.point(at: end + match.count), !anchor.expression.isVague
    else { return nil }
    return Reading(
      expression: .distance(
        amounts, direction: match.value == "before" ? -1 : 1, anchor: anchor.expression),
      end: anchor.end)
  }

  /// "50 million a year from 2031": an article behind an amount says per what.
  private func isRate(at index: Int) -> Bool {
    text.isA(words.article, at: index)
      && (1...3).contains { place in
        index - place >= 0 && text.tokens[index - place].isNumber
          && (index - place + 1..<index).allSatisfy {
            text.tokens[$0].isWord && !text.isA(words.preposition, at: $0)
          }
      }
  }

  private func ago(_ amounts: [DateAmount]) -> DateExpression {
    let plain = DateExpression.distance(amounts, direction: -1, anchor: nil)
    // In a comparison "a year ago" takes the unit of what is compared.
    guard amounts.count == 1, amounts[0].count == 1 else { return plain }
    return .context(.by(amounts[0].unit, -1), otherwise: plain)
  }

  /// "A year earlier", "two days later": from the time that the text has just told.
  private func moved(_ amounts: [DateAmount], _ way: String, at index: Int, behind: Int)
    -> Reading?
  {
    guard amounts.count == 1, !text.isWord(words.than, at: behind) else { return nil }
    // "Two months before the vote" tells nothing by itself.
    if text.isA(words.direction, at: index), behind < text.tokens.count,
      text.tokens[behind].isWord || text.tokens[behind].isNumber
    {
      return nil
    }
    let count = way == "earlier" ? -amounts[0].count : amounts[0].count
    return Reading(
      expression: .context(.by(amounts[0].unit, count), otherwise: nil), end: behind)
  }

  func amounts(at index: Int) -> ([DateAmount], end: Int)? {
    if text.value(words.unit, at: index) == "half", text.isA(words.article, at: index + 1),
      let months = unit(at: index + 2)?.months, months % 2 == 0
    {
      return ([DateAmount(count: months / 2, unit: .month)], index + 3)
    }
    var amounts: [DateAmount] = []
    var next = index
    while amounts.count < 3, let (count, end) = cardinal(at: next), count > 0 {
      let place = isDash(at: end) ? end + 1 : end
      guard let (unit, factor) = countedUnit(at: place) else { break }
      amounts.append(DateAmount(count: count * factor, unit: unit))
      next = place + 1
      if isDash(at: next), text.phrase(words.behind, at: next + 1) != nil { next += 1 }
      guard text.isWord(words.and, at: next), let (_, after) = cardinal(at: next + 1),
        countedUnit(at: after) != nil
      else {
        if cardinal(at: next) == nil { break }
        continue
      }
      next += 1
    }
    return amounts.isEmpty ? nil : (amounts, next)
  }

  /// "The year before", "the year before last", "the week after next", "the year-ago quarter".
  private func unitBefore(at index: Int) -> Reading? {
    guard let unit = unit(at: index) else { return nil }
    var next = index + 1
    if isDash(at: next) { next += 1 }
    guard let match = text.phrase(words.behind, at: next) else {
      guard let match = text.phrase(words.direction, at: next),
        let shift = shift(at: next + match.count), shift.step != 0, shift.kind == nil
      else { return nil }
      // "The year before last", "the week after next".
      return Reading(
        expression: .unit(unit, offset: 2 * shift.step), end: next + match.count + 1)
    }
    let end = next + match.count
    if match.value == "earlier", let shift = shift(at: end), shift.step < 0, shift.kind == nil {
      return Reading(expression: .unit(unit, offset: -2), end: end + 1)
    }
    let isHyphened = next > index + 1
    guard match.value == "earlier" || (match.value == "ago" && isHyphened) else { return nil }
    if isHyphened {
      guard text.isA(words.sameWhat, at: end) else { return nil }
      return Reading(expression: .context(.by(unit, -1), otherwise: nil), end: end + 1)
    }
    return moved([DateAmount(count: 1, unit: unit)], match.value, at: next, behind: end)
  }

  /// "The same period last year", "the corresponding quarter of 2023", "the same month a year ago".
  func sameTime(at index: Int) -> Reading? {
    guard text.isA(words.same, at: index) else { return nil }
    guard !text.isWord(words.that, at: index), text.isA(words.sameWhat, at: index + 1) else {
      return toldUnit(at: index)
    }
    var next = index + 2
    if text.isWord(words.of, at: next) || text.isWord(words.in, at: next) { next += 1 }
    if text.isWord(words.the, at: next) { next += 1 }
    guard
      let year = shifted(at: next, definite: false) ?? year(at: next, licensed: true)
        ?? distance(at: next, definite: text.isWord(words.the, at: next - 1))
    else { return toldUnit(at: index) }
    switch year.expression {
    case .context(let shift, _):
      return Reading(
        expression: .context(shift, otherwise: nil), end: year.end)
    case .distance(let amounts, _, nil) where amounts.count == 1:
      return Reading(
        expression: .context(.by(amounts[0].unit, -amounts[0].count), otherwise: nil),
        end: year.end)
    case .fixed, .unit(.year, _):
      let isDay = unit(at: index + 1) == .day || text.isWord(words.date, at: index + 1)
      return Reading(
        expression: .context(
          .sameIn(year.expression),
          otherwise: isDay ? .inYear(.timeOfDay, year.expression) : nil), end: year.end)
    default: return nil
    }
  }

  /// "That year", "the same month", "the same six months": the unit of the time that the text has just told.
  private func toldUnit(at index: Int) -> Reading? {
    // "Over the same six months".
    if text.isA(words.same, at: index), !text.isWord(words.that, at: index),
      let (count, end) = cardinal(at: index + 1), count > 1, unit(at: end) != nil
    {
      return Reading(expression: .context(.none, otherwise: nil), end: end + 1)
    }
    guard let match = text.phrase(words.same, at: index),
      let unit = unit(at: index + match.count), unit != .day,
      isLicense(at: index - 1) || text.isA(words.part, at: index - 1)
    else { return nil }
    return Reading(
      expression: .context(.by(unit, 0), otherwise: nil), end: index + match.count + 1)
  }
}

extension DateExpression {
  fileprivate var isVague: Bool {
    switch self {
    case .rolling, .context: true
    default: false
    }
  }

  /// The same part, of that period.
  func inside(_ period: DateExpression) -> DateExpression {
    switch self {
    case .nth(let number, let unit, _): .nth(number, unit, of: period)
    case .stretch(let count, let unit, let direction, _):
      .stretch(count, unit, direction: direction, of: period)
    default: self
    }
  }
}
