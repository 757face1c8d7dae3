/// What a paragraph's quantities leave behind for a number without a unit.
struct QuantityMemory {
  /// The last counted things of the text, the latest one first.
  private var counts: [Candidate] = []

  /// Where the last number stands that has counted something.
  private(set) var lastCount: Int?

  /// The last quantity of this paragraph, whatever it measures.
  private(set) var latest: Candidate?

  /// Whether that count stands in the same paragraph.
  private(set) var isCountNear = false

  /// Whether it stands in the paragraph before this one.
  private(set) var isCountBefore = false

  /// The last measure, or sum of money, of this paragraph or the one before it.
  private(set) var measure: Candidate?
  private var isMeasureNear = false

  /// The last sum of money of the text.
  private(set) var money: Candidate?

  /// Whether that stands in this paragraph.
  private(set) var isMoneyNear = false

  /// What a question of this paragraph or the one before it has asked the number of.
  private var asked: CountedNoun?
  private var isAskedNear = false

  /// "How many trucks?", "Forty": an answer leaves out what it counts.
  func answer(_ candidate: Candidate) {
    guard candidate.isBare, let asked else { return }
    candidate.takeNoun(asked)
  }

  mutating func ask(for noun: CountedNoun) {
    asked = noun
    isAskedNear = true
  }

  /// The count that a number goes on with: the last one of about its size, else the last one.
  func count(for candidate: Candidate) -> Candidate? {
    counts.first { $0.isWithin(50, of: candidate) }
      ?? (candidate.numeral.magnitude > 0 ? nil : counts.first)
  }

  mutating func openParagraph() {
    isCountBefore = isCountNear
    isCountNear = false
    if !isMeasureNear { measure = nil }
    isMeasureNear = false
    if !isAskedNear { asked = nil }
    isAskedNear = false
    latest = nil
    isMoneyNear = false
  }

  mutating func keep(_ candidate: Candidate) {
    if [.count, .measure, .money, .duration, .percent].contains(candidate.form),
      !candidate.isStructural
    {
      latest = Candidate(copying: candidate)
    }
    switch candidate.form {
    case .count where !candidate.isStructural && candidate.noun?.head != "point":
      counts.insert(Candidate(copying: candidate), at: 0)
      if counts.count > 3 { counts.removeLast() }
      isCountNear = true
      lastCount = candidate.number.lowerBound
    case .measure, .money:
      measure = Candidate(copying: candidate)
      isMeasureNear = true
      if candidate.isMoney {
        money = measure
        isMoneyNear = true
      }
    default: break
    }
  }
}
