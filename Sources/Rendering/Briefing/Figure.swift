import Model

/// One figure of a briefing: every claim that states it, in whatever article and unit.
struct Figure: Sendable {
  /// The claims that state it in these words, in the order of the query; never empty.
  var claims: [ClaimRecord]

  /// Claims of the same articles that restate it in another unit.
  var restated: [ClaimRecord] = []

  var first: ClaimRecord { claims[0] }

  /// How many publishers state it on their own; copies of an article count as the article.
  var sources: Int { Independence(claims).sources }

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
