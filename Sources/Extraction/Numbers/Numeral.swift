/// A number read from a text, without its unit.
struct Numeral {
  var tokens: Range<Int>
  var number: ExactNumber

  /// The upper end of a vague magnitude: "dozens" is 12 to 120.
  var high: ExactNumber?

  /// The power of ten of the magnitude word or letter, 0 without one.
  var magnitude = 0

  /// Whether digits state it, in whole or in part.
  var hasDigits = false

  /// Whether it has a decimal point or a separator of thousands.
  var isPunctuated = false
  var isFraction = false

  /// A sign before it: "+0.2%".
  var hasPlus = false

  /// The token of a word that is number and multiple in one: "tenfold".
  var fold: Int?

  /// A letter that stands for a magnitude only if no unit reading wins: the `m` of "35m".
  var letter: (token: Int, power: Int)?

  var isVague: Bool { high != nil }
}
