/// An interval of days, `to` exclusive; `nil` is an open side.
public struct DateSpan: Hashable, Sendable {
  public var from: Day?
  public var to: Day?
  public var precision: DatePrecision

  public init(from: Day?, to: Day?, precision: DatePrecision) {
    self.from = from
    self.to = to
    self.precision = precision
  }
}

/// How finely a date is told: "in 2025" is a year, not 1 January.
public enum DatePrecision: String, Hashable, Sendable, CaseIterable {
  case day, week, month, quarter, half, year, decade
}

/// What a word beside a date makes of it.
public enum DateModifier: String, Hashable, Sendable, CaseIterable {
  case since, before, after, by, until, early, mid, late
}

/// A date as a text names it, one entry a range.
public struct DateMention: Hashable, Sendable {
  public var evidence: TextSpan
  public var span: DateSpan
  public var modifier: DateModifier?

  public init(evidence: TextSpan, span: DateSpan, modifier: DateModifier? = nil) {
    self.evidence = evidence
    self.span = span
    self.modifier = modifier
  }
}
