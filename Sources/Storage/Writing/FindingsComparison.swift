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
  ) -> [String: Claim] {
    var keys = ClaimKeys(article: article, text: text)
    var claims: [String: Claim] = [:]
    for claim in findings.claims {
      var claim = claim
      // Lists of entities come back sorted.
      claim.subjects.sort()
      claim.places.sort()
      claims[keys.key(of: claim.quantity.evidence)] = claim
    }
    return claims
  }
}
