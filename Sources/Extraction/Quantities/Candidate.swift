import Language
import Model

/// A number on its way to becoming a quantity.
///
/// An object, since a dozen rules in turn each change a field or two of one that is large.
final class Candidate {
  var numeral: Numeral

  /// The lower end, or the number itself.
  var low: ExactNumber

  /// The upper end of a range.
  var high: ExactNumber?

  /// The tokens of the number, both ends of a range included.
  var number: Range<Int>

  /// The tokens from the currency to the unit or noun, without comparator words.
  var core: Range<Int>

  /// What is behind the number: a unit, or what it counts.
  var unit: Unit?
  var unitTokens: Range<Int>?
  var noun: CountedNoun?
  var per: String?
  var form = FoundQuantity.Form.bare

  /// Whether the unit stands in front: "$5".
  var hasCurrencyBefore = false
  var isHyphenated = false

  /// A time unit inside of what was found to be a date: "over the past two years".
  var isInDate = false

  /// It only says when, or of what make: "within six months", "152 mm shells".
  var onlyDescribes = false

  /// An age, with the unit in `unit`.
  var isAge = false

  /// So much of one currency for another: "148.6 to the dollar".
  var isExchangeRate = false

  /// The unit or noun of another quantity of the sentence.
  var isInherited = false
  var isList = false

  /// Whether that one stands before it.
  var goesBack = false

  /// The two numbers of a range, as they stood before they were joined.
  var ends: (Candidate, Candidate)?

  /// A range whose first number is the larger one: "112-98".
  var isFalling = false

  var comparator: Comparator?

  /// The negator that turned the bound around: "not" in "must not exceed 40".
  var turnedBy: Int?
  var approximate = false
  var change: Direction?
  var direction: Direction?
  var directionWord: Int?
  var span: Range<Int>
  var list: Int?
  var conversionOf: Int?

  /// Why it measures nothing, if so.
  var exclusion: NumberExclusion?

  /// A number that labels what stands before it: "Article 5".
  var isLabel = false

  init(_ numeral: Numeral) {
    self.numeral = numeral
    low = numeral.number
    high = numeral.high
    number = numeral.tokens
    core = numeral.tokens
    span = numeral.tokens
  }

  /// Another one with the same fields.
  init(copying other: Candidate) {
    numeral = other.numeral
    low = other.low
    high = other.high
    number = other.number
    core = other.core
    unit = other.unit
    unitTokens = other.unitTokens
    noun = other.noun
    per = other.per
    form = other.form
    hasCurrencyBefore = other.hasCurrencyBefore
    isHyphenated = other.isHyphenated
    isInDate = other.isInDate
    onlyDescribes = other.onlyDescribes
    isAge = other.isAge
    isExchangeRate = other.isExchangeRate
    isInherited = other.isInherited
    isList = other.isList
    goesBack = other.goesBack
    isFalling = other.isFalling
    ends = other.ends
    comparator = other.comparator
    turnedBy = other.turnedBy
    approximate = other.approximate
    change = other.change
    direction = other.direction
    directionWord = other.directionWord
    span = other.span
    list = other.list
    conversionOf = other.conversionOf
    exclusion = other.exclusion
    isLabel = other.isLabel
    isOfVictims = other.isOfVictims
  }

  /// A small count that is one all the same: of those who died.
  var isOfVictims = false

  /// A small count in words that only structures the text: "two sides", "three leaders".
  var isStructural: Bool {
    guard form == .count, !isOfVictims, let noun, noun.isStructural, high == nil, !numeral.hasDigits
    else {
      return false
    }
    return low.value < (noun.tokens.count == 1 ? 20 : 4)
  }

  var isBare: Bool { unit == nil && noun == nil && !isAge }

  /// Whether neither number is `factor` times the other or more.
  func isWithin(_ factor: Double, of other: Candidate) -> Bool {
    low.value < other.low.value * factor && other.low.value < low.value * factor
  }

  /// Whether a magnitude or grouped digits show that it counts something, be that left unsaid.
  var isFigure: Bool {
    !numeral.isVague && numeral.hasDigits
      && (numeral.magnitude > 0 || numeral.isPunctuated && low.value >= 1000)
  }

  /// Whether what it is per has a number that is no figure of its own: "12 cases per 100,000 people".
  var isPerMany: Bool { per?.hasPrefix("10*") == true }

  /// Whether its sentence ends behind it, or a sign stands there.
  func endsClause(_ sentence: Range<Int>, _ text: TokenizedText) -> Bool {
    core.upperBound >= sentence.upperBound || text.tokens[core.upperBound].kind == .sign
  }

  var isMoney: Bool { unit?.dimension == "money" }
  var isPercent: Bool { unit?.code == "%" }

  /// Counts what does not stand behind it: its noun has no tokens there.
  func imply(_ other: CountedNoun) {
    let end = core.upperBound
    noun = CountedNoun(
      tokens: end..<end, head: other.head, phrase: other.phrase, isPlural: other.isPlural,
      isStructural: other.isStructural)
    form = .count
  }

  /// Counts what was named before, without a number.
  func takeNoun(_ other: CountedNoun) {
    imply(other)
    isInherited = true
    goesBack = true
  }

  /// Takes over what another quantity is a number of, and unless it has a rate of its own, that of the
  /// other if `withRate`.
  func takeUnit(of other: Candidate, withRate: Bool = true) {
    unit = other.unit
    noun = other.noun
    isAge = other.isAge
    isExchangeRate = other.isExchangeRate
    form = other.form
    if per == nil, withRate { per = other.per }
    isInherited = true
    goesBack = other.number.lowerBound < number.lowerBound
  }
}

/// The noun that a number counts.
final class CountedNoun: Sendable {
  /// The phrase with its modifiers.
  let tokens: Range<Int>

  /// Singular; lower case, but for a proper noun.
  let head: String

  /// The phrase in lower case, its head in the singular, degrees of comparison undone.
  let phrase: String
  let isPlural: Bool
  let isStructural: Bool

  init(
    tokens: Range<Int>, head: String, phrase: String, isPlural: Bool = false,
    isStructural: Bool = false
  ) {
    self.tokens = tokens
    self.head = head
    self.phrase = phrase
    self.isPlural = isPlural
    self.isStructural = isStructural
  }
}
