import Language
import Model

/// Finds the quantities of a text: numbers of measure with their units, bounds and rates.
public struct QuantityFinder: Sendable {
  private let lexicon: Lexicon
  private let units: Units

  public init(lexicon: Lexicon, units: Units) {
    self.lexicon = lexicon
    self.units = units
  }

  /// All quantities, in the order of the text.
  ///
  /// - Parameters:
  ///   - text: what is searched.
  ///   - dates: the tokens that dates have taken, in order; no number is read there.
  ///   - names: the tokens of entities, in order.
  /// - Returns: the quantities; spans never overlap.
  public func quantities(
    in text: TokenizedText, dates: [Range<Int>], names: [Range<Int>]
  ) -> [FoundQuantity] {
    []
  }
}
