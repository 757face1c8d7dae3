/// A number with its unit, as a report states it.
///
/// Every quantity is an interval: "15,000" has equal bounds, "more than 15,000" has no upper one.
public struct Quantity: Hashable, Sendable {
  /// Where the report states it, comparator words included.
  public var evidence: TextSpan

  /// The stated number, or `nil` for a range.
  public var value: Double?

  /// The smallest value the words allow, or `nil` if they set none.
  public var low: Double?

  /// The largest value the words allow, or `nil` if they set none.
  public var high: Double?
  public var comparator: Comparator

  /// Whether the words leave the number vague: "about 25", "about 25 to 40".
  public var approximate: Bool

  /// Set only where the number is the size of a change: "grew by 5.5 million tons".
  public var change: Direction?

  /// The movement of a level that was reached: "rose to 40".
  public var direction: Direction?

  /// UCUM, ISO 4217, `%`, `{times}` or `{noun}` in the singular.
  public var unit: String?

  /// The unit as the text has it.
  public var unitText: String?

  /// A counted noun with its modifiers, lower case: `north korean worker`.
  public var unitPhrase: String?

  /// `mass`, `length`, `money`, `age`, … as the unit's table has it.
  public var dimension: String?

  /// What a rate is per: a UCUM time, a unit or `{noun}`.
  public var per: String?

  /// What is counted, in the words of the text.
  public var measure: String?

  /// The page of a paged document.
  public var page: Int?

  public init(
    evidence: TextSpan, value: Double?, low: Double?, high: Double?, comparator: Comparator,
    approximate: Bool = false, change: Direction? = nil, direction: Direction? = nil,
    unit: String? = nil, unitText: String? = nil, unitPhrase: String? = nil,
    dimension: String? = nil, per: String? = nil, measure: String? = nil, page: Int? = nil
  ) {
    self.evidence = evidence
    self.value = value
    self.low = low
    self.high = high
    self.comparator = comparator
    self.approximate = approximate
    self.change = change
    self.direction = direction
    self.unit = unit
    self.unitText = unitText
    self.unitPhrase = unitPhrase
    self.dimension = dimension
    self.per = per
    self.measure = measure
    self.page = page
  }
}

/// How the stated number bounds the true one.
public enum Comparator: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case about = "~"
  case moreThan = ">"
  case atLeast = ">="
  case lessThan = "<"
  case atMost = "<="
  case range

  /// The bounds that the comparator sets around a single stated number.
  ///
  /// "About" sets none of its own: both bounds are the number, and `approximate` says the rest.
  public func bounds(around value: Double) -> (low: Double?, high: Double?) {
    switch self {
    case .equal, .about, .range: (value, value)
    case .moreThan, .atLeast: (value, nil)
    case .lessThan, .atMost: (nil, value)
    }
  }
}

public enum Direction: String, Hashable, Sendable, CaseIterable {
  case up, down
}
