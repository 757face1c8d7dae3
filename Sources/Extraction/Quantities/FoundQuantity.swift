import Model

/// A quantity with what the finder knows of how it stands in its sentence.
public struct FoundQuantity: Sendable {
  public var quantity: Quantity

  /// The whole expression: comparator words, number, unit or counted noun, rate.
  public var tokens: Range<Int>

  /// The tokens of the number itself, both ends of a range included.
  public var number: Range<Int>

  /// The counted noun with its modifiers, as it stands behind the number.
  public var noun: Range<Int>?

  /// The words beside the number that bound it: "more than", "or so".
  public var bound: Range<Int>?

  /// The negator that turned the bound around, and so turns no clause: "has not been below 98".
  public var turnedBy: Int?

  /// The unit or the counted noun, where it was not taken from another quantity.
  public var unit: Range<Int>?

  public var form: Form

  /// Whether it modifies a noun that follows: "a 49-year lease", "the $300 million contract".
  public var isModifier = false

  /// The number that quantities of one list share: "175 ore cars, 66 tank cars and 14 boxcars".
  public var list: Int?

  /// The index of the quantity that this one restates in brackets: "1 trillion rubles ($12.6
  /// billion)".
  public var conversionOf: Int?

  /// The verb, particle or noun that says the number is a change, or a level reached by one.
  public var directionWord: Int?

  /// Whether the unit was taken from another quantity: "12,000 trucks in 2022, 19,500 in 2023".
  public var unitIsInherited = false

  /// Whether that quantity stands before it, in its sentence or an earlier one.
  public var goesBack = false

  /// Whether it stands inside what was found to be a date: "over the past two years".
  public var isInDate = false

  /// Whether its number alone shows that something is counted: "1.9 million", "12,400".
  public var isFigure = false

  /// Whether it only says when, or of what make: "within six months", "152 mm shells".
  public var onlyDescribes = false

  /// The two levels of "rose from 21 to 23", which is written as a range.
  public var levels: [FoundQuantity] = []

  /// What kind of quantity it is.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    case money, percent, measure, count, duration, age

    /// "2.5 times", "tenfold".
    case multiple

    /// A verb or adverb that says a multiple: "doubled", "halved", "twice". A claim at most.
    case multipleWord

    /// "half", "two-thirds", "a quarter".
    case fraction

    /// "one in three", "two out of five".
    case ratio

    /// "dozens", "tens of thousands": a range of one decade.
    case vague

    /// "one of the bridges".
    case oneOf

    /// A number without a unit or noun.
    case bare

    /// A small count that only structures the text: "two sides", "three proposals".
    case structural
  }
}
