import Language
import Model

/// What a claim takes over from the claims before it when its own sentence does not say it.
struct CarriedContext: Sendable {
  /// The last claim of the paragraph.
  private(set) var last: Claim?

  /// The time that the report's account stands in, and how many sentences ago it was told.
  private var time: DateSpan?
  private var age = 0

  /// A paragraph begins: the claims before it no longer stand beside the next ones.
  mutating func openParagraph() {
    last = nil
  }

  mutating func openSentence() {
    age += 1
  }

  mutating func note(_ claim: Claim) {
    last = claim
    if let time = claim.time, claim.timeSource == .stated {
      self.time = time
      age = 0
    }
  }

  /// A sentence told a time without a figure: it is the one that what follows stands in.
  mutating func note(time: DateSpan) {
    self.time = time
    age = 0
  }

  /// Fills what is left open, and marks it as carried.
  ///
  /// - Parameters:
  ///   - claim: the claim of `found` so far.
  ///   - found: the quantity.
  ///   - goesOn: whether the clause goes on with the account, as a plain past tense does.
  func complete(_ claim: inout Claim, _ found: FoundQuantity, goesOn: Bool) {
    if claim.time == nil, goesOn, age <= 3, let time {
      claim.time = time
      claim.timeSource = .carried
    }
    guard let last, claim.subjects.isEmpty, claim.places.isEmpty, found.unitIsInherited else {
      return
    }
    claim.subjects = last.subjects
    claim.places = last.places
    claim.entitySource =
      last.subjects.isEmpty && last.places.isEmpty ? nil : FieldSource.carried
  }
}
