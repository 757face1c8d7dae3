/// How likely words such as "highly likely" make a figure.
///
/// The scale is that of Intelligence Community Directive 203 (2015), section D.6.e: seven steps of
/// words, each a range of probabilities.
public struct Likelihood: Hashable, Sendable {
  /// The range of probabilities, from 0 to 1.
  public var low: Double
  public var high: Double

  /// The words, as the text has them.
  public var words: String

  public init(low: Double, high: Double, words: String) {
    self.low = low
    self.high = high
    self.words = words
  }
}
