import Model

/// One figure of a briefing: every claim that states it, in whatever article and unit.
struct Figure: Sendable {
  /// The claims that state it in these words, in the order of the query; never empty.
  var claims: [ClaimRecord]

  /// Claims of the same articles that restate it in another unit.
  var restated: [ClaimRecord] = []

  var first: ClaimRecord { claims[0] }

  /// How many publishers state it on their own; copies of an article count as the article.
  var sources: Int {
    Set(claims.filter { $0.copyOf == nil }.map { $0.source ?? "article \($0.articleID)" })
      .union(
        // Where the origin itself is not among the claims, the copies stand for it.
        claims.contains { $0.copyOf == nil } ? [] : ["copy"]
      ).count
  }

  /// The figure for people: `1 trillion RUB (12.6 billion USD)`.
  var text: String {
    let main = FigureFormatter.figure(first.claim.quantity)
    var others: [String] = []
    for claim in restated {
      let text = FigureFormatter.figure(claim.claim.quantity)
      if text != main, !others.contains(text) { others.append(text) }
    }
    return others.isEmpty ? main : "\(main) (\(others.joined(separator: "; ")))"
  }

  /// Joins claims that state the same of the same.
  static func figures(of claims: [ClaimRecord]) -> [Figure] {
    var figures: [Figure] = []
    var positions: [Statement: [Int]] = [:]
    var figureOfClaim: [Int: Int] = [:]
    for record in claims where record.sameAsID == nil {
      let statement = Statement(record.claim)
      // "Over the past year", told on two days, is nearly the same year.
      let known = positions[statement]?.prefix(100).first {
        figures[$0].first.claim.time.meets(record.claim.time)
      }
      if let position = known {
        figures[position].claims.append(record)
        figureOfClaim[record.id] = position
      } else {
        positions[statement, default: []].append(figures.count)
        figureOfClaim[record.id] = figures.count
        figures.append(Figure(claims: [record]))
      }
    }
    for record in claims {
      guard let original = record.sameAsID else { continue }
      if let position = figureOfClaim[original] {
        figures[position].restated.append(record)
      } else {
        figures.append(Figure(claims: [record]))
      }
    }
    return figures
  }

  /// All of a claim but its time that makes it the same statement as another.
  private struct Statement: Hashable {
    var numbers: [Double?]
    var words: [String?]
    var subjects: [String]
    var places: [String]

    init(_ claim: Claim) {
      let quantity = claim.quantity
      numbers = [quantity.value, quantity.low, quantity.high]
      words = [
        quantity.comparator.rawValue, quantity.change?.rawValue, quantity.unit, quantity.per,
        Question.subject(of: quantity), claim.modality.rawValue, claim.basis?.rawValue,
      ]
      subjects = claim.subjects
      places = claim.places
    }
  }
}

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
      for other in figures[(index + 1)...].prefix(32) where exclude(one.first, other.first) {
        return true
      }
    }
    return false
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
  fileprivate func meets(_ other: DateSpan?) -> Bool {
    guard let self, let other else { return self == nil && other == nil }
    if let to = self.to, let from = other.from, from >= to { return false }
    if let to = other.to, let from = self.from, from >= to { return false }
    return true
  }
}
