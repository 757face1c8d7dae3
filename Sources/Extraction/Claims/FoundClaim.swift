import Model

/// A claim, and where in its text each of its fields was read.
struct FoundClaim: Sendable {
  var claim: Claim
  var trace: ClaimTrace

  /// Whether who and where are those of one conjunct of several, or of a part.
  var isAside = false

  /// Whether its figure is what another one is compared with.
  var isBase = false
}

/// The words that gave a claim its fields, as tokens; what no word gave is `nil`.
struct ClaimTrace: Sendable {
  /// The index of its quantity among those of the text.
  var quantity: Int
  var measure: Range<Int>?
  var modality: Range<Int>?
  var time: Range<Int>?
  var basis: Range<Int>?
  var likelihood: Range<Int>?

  /// "The region", where it stands for a place named before.
  var place: Range<Int>?

  /// Where the place was named that the text is about, and the claim takes from it.
  var topic: TextSpan?

  /// The evidence of the claims that the time and the entities were taken from.
  var timeOrigin: TextSpan?
  var entityOrigin: TextSpan?

  /// The name that the pronoun at the sentence's head stands for.
  var antecedent: TextSpan?

  init(quantity: Int) { self.quantity = quantity }
}
