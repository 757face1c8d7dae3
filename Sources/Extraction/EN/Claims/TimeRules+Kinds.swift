import Language
import Model

/// What a date is there for: to date a figure, a paper, what was said.
extension TimeRules {
  /// Whether a date can be the time of a figure: none that says when somebody spoke, none to compare with.
  func isTime(
    _ date: FoundDate, of figure: FoundQuantity, _ context: ClaimContext
  ) -> Bool {
    switch date.role {
    case .dateline, .speechTime, .comparisonBase: return false
    // "In the same year"; but "5 percent more than a year earlier".
    case .relativeToContext:
      let start = date.tokens.lowerBound
      // "Fell in January from a year earlier to 51,000": that is what it fell from.
      let lead = context.text.isA(timePreposition, at: start) ? start : start - 1
      guard context.text.isA(timePreposition, at: lead), !context.text.isWord(from, at: lead) else {
        return false
      }
    case .plain, .window, .deadline, .since, .until: break
    }
    if isOfDocument(date, context) { return false }
    guard let attribution = context.attributions.attribution(at: figure.number.lowerBound),
      !attribution.isHearsay
    else { return true }
    return attribution.content.contains { $0.overlaps(date.tokens) }
      || isPeriodOfSource(date, context.text)
      || context.attributions.governsBoth(figure.number.lowerBound, date.tokens.lowerBound)
  }

  /// "The invoice of 4 April", "according to the ministry's April paper": the day of a paper, which the
  /// figures in it need not be of.
  private func isOfDocument(_ date: FoundDate, _ context: ClaimContext) -> Bool {
    let (text, start) = (context.text, date.tokens.lowerBound)
    return text.isWord(of, at: start - 1) && text.isA(document, at: start - 2)
      || text.isA(document, at: date.tokens.upperBound)
        && context.attributions.namesSpeaker(date.tokens.upperBound)
  }

  /// "Customs data for June show", "records for the same year list": the period that the source tells
  /// of, and not the day of its saying.
  private func isPeriodOfSource(_ date: FoundDate, _ text: TokenizedText) -> Bool {
    let start = date.tokens.lowerBound
    return date.mention.span.precision != .day
      && (text.isWord(periodWord, at: start - 1)
        || (text.isWord(the, at: start - 1) && text.isWord(periodWord, at: start - 2)))
  }
}
