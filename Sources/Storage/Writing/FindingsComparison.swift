import Model

/// What a new extraction of a text finds otherwise than the one before.
struct FindingsComparison {
  private(set) var new = 0
  private(set) var gone = 0

  /// Claims on the same words whose fields are others.
  private(set) var changed = 0
  private(set) var newMentions = 0
  private(set) var goneMentions = 0
  private let isHeldSame: Bool

  var isSame: Bool {
    new + gone + changed + newMentions + goneMentions == 0 && isHeldSame
  }

  init(article: String, text: [UInt8], old: Findings, new: Findings) {
    let before = Self.claims(old, article, text)
    let after = Self.claims(new, article, text)
    for (key, claim) in after {
      guard let known = before[key] else {
        self.new += 1
        continue
      }
      if known != claim { changed += 1 }
    }
    gone = before.keys.reduce(0) { $0 + (after[$1] == nil ? 1 : 0) }
    let (mentionsBefore, mentionsAfter) = (Set(old.mentions), Set(new.mentions))
    newMentions = mentionsAfter.subtracting(mentionsBefore).count
    goneMentions = mentionsBefore.subtracting(mentionsAfter).count
    isHeldSame = Set(old.held) == Set(new.held)
  }

  private static func claims(
    _ findings: Findings, _ article: String, _ text: [UInt8]
  ) -> [String: (claim: Claim, sameAs: String?)] {
    var made = ClaimKeys(article: article, text: text)
    let keys = findings.claims.map { made.key(of: $0.quantity.evidence) }
    var claims: [String: (claim: Claim, sameAs: String?)] = [:]
    for (key, claim) in zip(keys, findings.claims) {
      var claim = claim
      // Lists of entities come back sorted.
      claim.subjects.sort()
      claim.places.sort()
      // A place among the claims is another as soon as one before it is new or gone.
      let sameAs = claim.sameAs.flatMap { keys.indices.contains($0) ? keys[$0] : nil }
      claim.sameAs = nil
      claims[key] = (claim, sameAs)
    }
    return claims
  }
}
