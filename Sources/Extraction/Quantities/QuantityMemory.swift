/// What a paragraph's quantities leave behind for a number without a unit.
struct QuantityMemory {
  /// The last counted thing of the text.
  private(set) var count: Candidate?

  /// Whether that count stands in the same paragraph.
  private(set) var isCountNear = false

  /// The last measure of the paragraph.
  private(set) var measure: Candidate?

  mutating func openParagraph() {
    isCountNear = false
    measure = nil
  }

  mutating func keep(_ candidate: Candidate) {
    switch candidate.form {
    case .count where candidate.noun?.isStructural == false && candidate.noun?.head != "point":
      count = Candidate(copying: candidate)
      isCountNear = true
    case .measure: measure = Candidate(copying: candidate)
    default: break
    }
  }
}
