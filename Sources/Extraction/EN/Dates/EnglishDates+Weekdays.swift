import Language
import Model

/// Weekdays, alone, with a date, or of a week.
extension EnglishDates {
  /// "Monday", "Monday, 9 March", "Friday morning", "Monday of last week", "Friday this week".
  func weekdayPoint(at index: Int) -> Reading? {
    guard let weekday = weekday(at: index) else { return nil }
    let end = afterPoint(index)
    let date = isSign(",", at: end) ? end + 1 : end
    if let day = (dayAndMonth(at: date) ?? monthPoint(at: date)), day.expression.isDay {
      return day
    }
    if let week = weekTail(at: end) {
      return Reading(expression: .dayOfWeek(weekday, week.expression), end: week.end)
    }
    return Reading(expression: .weekday(weekday), end: afterHours(index + 1))
  }

  func weekday(at index: Int) -> Int? {
    guard let name = text.value(words.weekday, at: index), let weekday = Int(name) else {
      return nil
    }
    if index > 0, text.isA(words.nameBefore, at: index - 1), text.tokens[index - 1].isCapitalized {
      return nil
    }
    guard text.isA(words.homonym, at: index) else { return weekday }
    let pointed =
      isSign(".", at: index + 1) && isJoined(at: index + 1)
      && !(text.tokens.indices.contains(index + 2)
        && text.tokens[index + 2].flags.contains(.opensLine))
    let dated =
      isSign(",", at: index + 1) && text.tokens.indices.contains(index + 2)
      && (text.tokens[index + 2].isNumber || text.isA(words.month, at: index + 2))
    guard text.tokens[index].isCapitalized else { return nil }
    return pointed || dated || text.isWord(words.on, at: index - 1)
      || text.isA(words.unit, at: index - 1) ? weekday : nil
  }

  /// "Of last week", "this week", "next week" behind a weekday.
  private func weekTail(at index: Int) -> Reading? {
    var next = index
    if text.isWord(words.of, at: next) { next += 1 }
    let definite = text.isWord(words.the, at: next)
    if definite { next += 1 }
    guard let week = shifted(at: next, definite: definite), week.expression.isWeek else {
      return nil
    }
    return week
  }

  /// Behind "morning", "night" and the like, where one stands at the token.
  func afterHours(_ index: Int) -> Int {
    text.isA(words.hours, at: index) ? index + 1 : index
  }
}
