import Model

/// What a figure answers: two figures with equal questions can be compared.
struct Question: Hashable {
  var unit: String?
  var per: String?
  var subject: String?
  var subjects: [String]
  var places: [String]

  /// - Returns: `nil` for a change, whose base another text may set otherwise.
  init?(_ claim: Claim) {
    guard claim.quantity.change == nil else { return nil }
    unit = claim.quantity.unit
    per = claim.quantity.per
    subject = Self.subject(of: claim.quantity)
    subjects = claim.subjects
    places = claim.places
  }

  /// What is measured, where the unit does not say it: of workers the unit does, of percent not.
  static func subject(of quantity: Quantity) -> String? {
    if let unit = quantity.unit, unit.hasPrefix("{"), unit != "{times}" { return nil }
    return quantity.measure?.lowercased()
  }
}

/// Figures that answer one question differently.
struct Disagreement {
  var figures: [Figure]

  /// How far apart the largest and the smallest are, or `nil` where a number is missing.
  var ratio: Double? {
    let values = figures.compactMap { figure in
      let quantity = figure.first.claim.quantity
      return quantity.value ?? quantity.high ?? quantity.low
    }
    guard let smallest = values.min(), let largest = values.max(), smallest > 0,
      largest > smallest
    else { return nil }
    return largest / smallest
  }

  /// The questions to which figures give answers that exclude each other, or of which some are
  /// official and others are not.
  static func disagreements(among figures: [Figure]) -> [Disagreement] {
    var order: [Question] = []
    var answers: [Question: [Figure]] = [:]
    for figure in figures {
      guard let question = Question(figure.first.claim) else { continue }
      if answers[question] == nil { order.append(question) }
      answers[question, default: []].append(figure)
    }
    return order.compactMap { question in
      let figures = answers[question] ?? []
      return disagree(figures) ? Disagreement(figures: figures) : nil
    }
  }

  private static func disagree(_ figures: [Figure]) -> Bool {
    let bases = Set(figures.map { $0.first.claim.basis })
    if bases.contains(.official), bases.contains(.unofficial) { return true }
    for (index, one) in figures.enumerated() {
      // Many answers to one question are told by the first few; comparing all is quadratic.
      for other in figures[(index + 1)...].prefix(32)
      where exclude(one.first, other.first) && areOpposed(one, other) {
        return true
      }
    }
    return false
  }

  /// Whether somebody states one figure, and somebody else the other instead.
  ///
  /// Who states both takes them for answers to different questions: "of 58 projects 7 were given up".
  private static func areOpposed(_ one: Figure, _ other: Figure) -> Bool {
    !voices(of: one, without: other).isEmpty && !voices(of: other, without: one).isEmpty
  }

  /// The claims of a figure whose voices do not state the other one as well.
  private static func voices(of figure: Figure, without other: Figure) -> [ClaimRecord] {
    let others = Dictionary(grouping: other.claims, by: \.articleID)
    return figure.claims.filter { claim in
      !(others[claim.articleID] ?? []).contains { isOneVoice(claim, $0) }
    }
  }

  /// Whether one speaker of an article makes both claims, or one sentence of which it is not told
  /// that two do.
  private static func isOneVoice(_ one: ClaimRecord, _ other: ClaimRecord) -> Bool {
    guard one.articleID == other.articleID else { return false }
    let (speaker, another) = (one.claim.speaker, other.claim.speaker)
    if speaker == another { return true }
    return one.claim.sentence == other.claim.sentence && (speaker == nil || another == nil)
  }

  /// Whether both cannot be true: their times meet, or are not stated, and their bounds do not.
  private static func exclude(_ one: ClaimRecord, _ other: ClaimRecord) -> Bool {
    guard one.claim.time.meets(other.claim.time) else { return false }
    let first = one.claim.quantity
    let second = other.claim.quantity
    guard !first.approximate, !second.approximate else { return false }
    let (low, high) = bounds(first)
    let (otherLow, otherHigh) = bounds(second)
    return low > otherHigh || otherLow > high
  }

  private static func bounds(_ quantity: Quantity) -> (low: Double, high: Double) {
    let stated = quantity.value.map { quantity.comparator.bounds(around: $0) }
    let (low, high) = stated ?? (quantity.low, quantity.high)
    return (low ?? -.infinity, high ?? .infinity)
  }
}

extension DateSpan? {
  /// Whether two times share a day, or neither is stated.
  func meets(_ other: DateSpan?) -> Bool {
    guard let self, let other else { return self == nil && other == nil }
    if let to = self.to, let from = other.from, from >= to { return false }
    if let to = other.to, let from = self.from, from >= to { return false }
    return true
  }
}
