import Language
import Model

/// Dates and times of day written in figures.
extension EnglishDates {
  /// "2025-10-16", "16.10.2025", "16/10/2025", "2019-aug-1".
  func numeric(at index: Int) -> Reading? {
    if let day = dotted(at: index) { return Reading(expression: .fixed(day), end: index + 1) }
    guard let (first, count) = digits(at: index),
      index == 0 || !text.tokens[index].isJoined
        || isSign("(", at: index - 1),
      isJoined(at: index + 1), isDash(at: index + 1) || isSign("/", at: index + 1),
      isJoined(at: index + 2), isJoined(at: index + 3),
      text.tokens[index + 3].kind == .sign,
      text.tokens[index + 3].code == text.tokens[index + 1].code,
      isJoined(at: index + 4), let (last, lastCount) = digits(at: index + 4),
      !(isJoined(at: index + 5) && isDash(at: index + 5))
    else { return nil }
    let middle =
      digits(at: index + 2)?.value ?? text.value(words.month, at: index + 2).flatMap(Int.init)
    guard let middle else { return nil }
    var day: Day?
    if count == 4 {
      day = Day(year: first, month: middle, day: last)
    } else if lastCount == 4 {
      // Day first or month first: where both are possible, the American order.
      day = Day(year: last, month: first, day: middle) ?? Day(year: last, month: middle, day: first)
    }
    return day.map {
      Reading(expression: .fixed(CalendarUnit.day.span(around: $0)), end: index + 5)
    }
  }

  /// "16.10.2025", one number to the tokenizer.
  private func dotted(at index: Int) -> DateSpan? {
    let token = text.tokens[index]
    guard token.isNumber, (8...10).contains(token.length) else { return nil }
    let parts = text.bytes[Int(token.start)..<Int(token.end)].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
      parts[2].count == 4
    else { return nil }
    let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 3 else { return nil }
    return Day(year: numbers[2], month: numbers[1], day: numbers[0]).map {
      CalendarUnit.day.span(around: $0)
    }
  }

  /// A time with its zone, which makes it a moment and no habit.
  ///
  /// "18:00 UTC", "6:40 p.m. (GMT +8)", "9 a.m. local time".
  /// A date right behind it says which day: "16:00 UTC on Monday".
  func clock(at index: Int) -> Reading? {
    guard let (hour, count) = digits(at: index), count <= 2, hour <= 24 else { return nil }
    var next = index + 1
    if isSign(":", at: next), isJoined(at: next), isJoined(at: next + 1),
      let (minute, count) = digits(at: next + 1), count == 2, minute < 60
    {
      next += 2
    }
    let hasMinutes = next > index + 1
    let half = text.phrase(words.clock, at: next)
    if let half, half.value == "half" {
      next += half.count
      if isSign(".", at: next), isJoined(at: next) { next += 1 }
    } else if !hasMinutes {
      return nil
    }
    if isSign("(", at: next) { next += 1 }
    guard let zone = zone(at: next) else { return nil }
    next = zone
    let date = text.isWord(words.on, at: next) ? next + 1 : next
    if let day = inner.point(at: date) { return day }
    return Reading(expression: .timeOfDay, end: next)
  }

  /// The token behind a time zone: "UTC", "local time", "Vladivostok time".
  private func zone(at index: Int) -> Int? {
    if let zone = text.phrase(words.clock, at: index), zone.value == "zone" {
      return index + zone.count
    }
    guard index + 1 < text.tokens.count, text.tokens[index].isWord,
      text.tokens[index].isCapitalized, text.value(words.clock, at: index + 1) == "time"
    else { return nil }
    return index + 2
  }
}
