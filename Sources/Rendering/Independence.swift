import Model

/// Counts who stands behind claims: publishers of their own words, and copies, which are none.
public struct Independence {
  /// The publisher of each article that is no copy, where it is among the claims.
  private var publishers: [Int: String?] = [:]
  private var copies: Set<Int> = []

  public init() {}

  init(_ claims: [ClaimRecord]) {
    for claim in claims { add(claim) }
  }

  public mutating func add(_ claim: ClaimRecord) {
    if let origin = claim.copyOf {
      copies.insert(claim.articleID)
      // The origin itself may come later, and then says who publishes it.
      if publishers[origin] == nil { publishers.updateValue(nil, forKey: origin) }
    } else {
      publishers.updateValue(claim.source, forKey: claim.articleID)
    }
  }

  /// How many speak on their own: several articles of one publisher are one source.
  public var sources: Int {
    Set(publishers.map { article, publisher in publisher ?? "article \(article)" }).count
  }

  /// In words: `sources 1 (+1 copy)`.
  public var summary: String {
    let extra =
      copies.isEmpty ? "" : " (+\(copies.count) \(copies.count == 1 ? "copy" : "copies"))"
    return "sources \(sources)\(extra)"
  }
}
