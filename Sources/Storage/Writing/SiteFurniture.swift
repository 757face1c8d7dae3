import Model

/// The furniture of all sites, and what lies in it.
struct SiteFurniture {
  /// A line of furniture in a text.
  private struct Place {
    var span: TextSpan
    var line: Int
  }

  /// The lines, each with the stored claims that have been met in it.
  private(set) var lines: [FurnitureLine]
  private var places: [Int: [String: Int]] = [:]

  init(_ lines: [FurnitureLine]) {
    self.lines = lines
    for (index, line) in lines.enumerated() {
      places[line.sourceID, default: [:]][line.text] = index
    }
  }

  /// Takes the claims that lie in furniture out of what was found anew, and counts those that are
  /// stored.
  ///
  /// Furniture names no entity, so that there is nothing else to take out.
  mutating func takeOut(
    of findings: inout Findings, stored: Findings, in text: String, of source: Int
  ) {
    guard let known = places[source] else { return }
    let spans = Self.places(of: known, in: text)
    for index in Self.lines(of: stored.claims, in: spans) {
      if let index { lines[index].claims += 1 }
    }
    findings.keepClaims(Self.lines(of: findings.claims, in: spans).map { $0 == nil })
  }

  private static func places(of known: [String: Int], in text: String) -> [Place] {
    var start = 0
    var places: [Place] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if let index = known[String(Substring(line))] {
        places.append(
          Place(span: TextSpan(start: start, end: start + line.count), line: index))
      }
      start += line.count + 1
    }
    return places
  }

  /// The line of furniture that each claim lies in, or `nil`; claims come in the order of the text.
  private static func lines(of claims: [Claim], in places: [Place]) -> [Int?] {
    var rest = places[...]
    return claims.map { claim in
      let quote = claim.quantity.evidence
      while let first = rest.first, first.span.end <= quote.start { rest.removeFirst() }
      guard let first = rest.first, first.span.contains(quote) else { return nil }
      return first.line
    }
  }
}

extension Findings {
  /// Leaves out the claims whose place in `keeps` is false.
  mutating func keepClaims(_ keeps: [Bool]) {
    guard keeps.contains(false) else { return }
    var kept: [Int?] = []
    var count = 0
    for keep in keeps {
      kept.append(keep ? count : nil)
      if keep { count += 1 }
    }
    claims = zip(claims, keeps).filter(\.1).map { claim, _ in
      var claim = claim
      claim.sameAs = claim.sameAs.flatMap { kept.indices.contains($0) ? kept[$0] : nil }
      return claim
    }
  }
}
