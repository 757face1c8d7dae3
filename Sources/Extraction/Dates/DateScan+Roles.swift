import Language
import Model

/// What the words beside a date make of it.
extension DateScan {
  func modifier(_ directed: EnglishDates.Directed) -> DateModifier? {
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
  func directed(_ directed: EnglishDates.Directed, _ span: DateSpan) -> DateSpan {
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

  func role(_ directed: EnglishDates.Directed, _ date: FoundDate) -> FoundDate.Role {
    // "20 percent from 1 September", which is still to come, is set against nothing.
    let isAhead =
      published.flatMap { day in date.mention.span.from.map { $0 > day } } ?? false
    if grammar.isComparisonBase(directed), !isAhead || directed.direction != "from" {
      return .comparisonBase
    }
    switch directed.direction {
    case "since": return .since
    case "from" where !isRange(directed): return .since
    case "by", "before": return .deadline
    case "until": return .until
    default: break
    }
    switch directed.reading.expression {
    case .context(.by(_, let count), nil) where count != 0: return .relativeToContext
    case .context(.sameIn, nil): return .relativeToContext
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
  func isDateline(_ directed: EnglishDates.Directed) -> Bool {
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
