import Language
import Model

/// What a claim takes over from the claims before it when its own sentence does not say it.
struct CarriedContext: Sendable {
  private var last: Claim?
  private var time: DateSpan?

  /// A paragraph begins: the claims before it no longer stand beside the next ones.
  mutating func openParagraph() {
    last = nil
  }

  mutating func note(_ claim: Claim) {
    last = claim
    if let time = claim.time { self.time = time }
  }

  /// Fills what is left open, and marks it as carried.
  func complete(
    _ claim: inout Claim, _ found: FoundQuantity, _ sentence: SentenceContext,
    _ context: ClaimContext
  ) {
    guard let last else { return }
    if found.unitIsInherited, claim.subjects.isEmpty, claim.places.isEmpty {
      claim.subjects = last.subjects
      claim.places = last.places
      claim.entitySource =
        last.subjects.isEmpty && last.places.isEmpty ? nil : FieldSource.carried
    }
  }
}
