import Language
import Model

/// What a claim takes over from the claims before it when its own sentence does not say it.
struct CarriedContext: Sendable {
  /// The units that count people, or the papers that stand for them.
  private let people: Set<String>

  /// The last claim of the report.
  private(set) var last: Claim?

  /// The last claim that named somebody or a place, how many sentences ago, and whether in this
  /// paragraph.
  private var named: Claim?
  private var sentencesSinceNamed = 0
  private var isNamedInParagraph = false

  /// The last claim that told the time of the report's account, and how long ago.
  private var timed: Claim?
  private var sentencesSinceTime = 0
  private var paragraphsSinceTime = 0

  /// The last claim of each unit.
  private var lastOfUnit: [String: Claim] = [:]

  private let published: Day?

  init(people: Set<String>, published: Day?) {
    self.people = people
    self.published = published
  }

  /// A paragraph begins: the claims before it no longer stand beside the next ones.
  mutating func openParagraph() {
    isNamedInParagraph = false
    paragraphsSinceTime += 1
  }

  mutating func openSentence() {
    sentencesSinceTime += 1
    sentencesSinceNamed += 1
  }

  mutating func note(_ found: FoundClaim) {
    let claim = found.claim
    last = claim
    if let unit = claim.quantity.unit, !found.isAside || lastOfUnit[unit] == nil {
      lastOfUnit[unit] = claim
    }
    // A base of comparison, a limit and what is only planned are no time that an account goes on in.
    if claim.timeSource == .stated, !found.isBase, claim.time?.from != nil,
      claim.time?.to != nil, ![.planned, .forecast].contains(claim.modality)
    {
      timed = claim
      sentencesSinceTime = 0
      paragraphsSinceTime = 0
    }
    // What a text is about is not the last of a list.
    if claim.entitySource == .stated, !found.isAside {
      named = claim
      sentencesSinceNamed = 0
      isNamedInParagraph = true
    }
  }

  /// The time that the account is in, if it was told in this paragraph or the one before, two
  /// sentences ago at most.
  var account: DateSpan? { claimOfAccount?.time }

  /// The claim that told it.
  private var claimOfAccount: Claim? {
    sentencesSinceTime <= 2 && paragraphsSinceTime <= 1 ? timed : nil
  }

  /// What the last claim of a unit measured.
  func measure(ofUnit unit: String) -> String? { lastOfUnit[unit]?.quantity.measure }

  /// Fills what is left open, and marks it as carried.
  ///
  /// - Parameters:
  ///   - claim: the claim so far.
  ///   - goesOn: whether its clause goes on with the account, as a plain past tense does.
  ///   - reach: how far back it points for who and where.
  ///   - lead: what the text named first: from beyond a paragraph nothing else is carried.
  /// - Returns: the claims that the time and the entities were taken from.
  func complete(
    _ claim: inout Claim, goesOn: Bool, reach: AnaphoraRules.Reach, lead: Set<String>
  ) -> (time: TextSpan?, entities: TextSpan?) {
    var origin: (time: TextSpan?, entities: TextSpan?) = (nil, nil)
    if claim.time == nil, goesOn, let timed = claimOfAccount,
      paragraphsSinceTime == 0 || staysOnSubject(claim, timed)
    {
      claim.time = timed.time
      claim.timeSource = .carried
      origin.time = timed.quantity.evidence
    }
    if claim.entitySource == nil, let source = entities(for: claim, reach, lead) {
      claim.subjects = source.subjects
      claim.places = source.places
      claim.entitySource = .carried
      origin.entities = source.quantity.evidence
    }
    return origin
  }

  /// The claim that a claim without entities takes its own from.
  private func entities(
    for claim: Claim, _ reach: AnaphoraRules.Reach, _ lead: Set<String>
  ) -> Claim? {
    if reach == .unit, let unit = claim.quantity.unit, let whole = lastOfUnit[unit] {
      return whole.entitySource == nil ? nil : whole
    }
    guard let named, reaches(reach, claim, named, lead) else { return nil }
    return named
  }

  private func reaches(
    _ reach: AnaphoraRules.Reach, _ claim: Claim, _ named: Claim, _ lead: Set<String>
  ) -> Bool {
    switch reach {
    case .none: false
    case .paragraph:
      isNamedInParagraph && sentencesSinceNamed <= 3
        && (sentencesSinceNamed == 0 || isOfOneKind(claim, named))
    case .document, .unit:
      sentencesSinceNamed <= 1
        || sentencesSinceNamed <= 6
          && (isNamedInParagraph
            || !lead.isDisjoint(with: named.subjects + named.places))
    }
  }

  /// Whether a new paragraph goes on with an account: in its unit, or in sums and shares.
  private func staysOnSubject(_ claim: Claim, _ timed: Claim) -> Bool {
    isOfOneKind(claim, timed)
      || claim.quantity.dimension != "count" && claim.quantity.unit != nil && !isBackground(timed)
  }

  /// Whether a claim tells of a time more than a year before the report, as background does.
  private func isBackground(_ claim: Claim) -> Bool {
    guard let end = claim.time?.to, let published else { return false }
    return end + 366 < published
  }

  /// Figures of one unit or dimension speak of one thing more often than not.
  private func isOfOneKind(_ one: Claim, _ other: Claim) -> Bool {
    one.quantity.unit == other.quantity.unit
      || countsPeople(one) && countsPeople(other)
      || one.quantity.dimension != nil && one.quantity.dimension != "count"
        && one.quantity.dimension == other.quantity.dimension
  }

  private func countsPeople(_ claim: Claim) -> Bool {
    guard let unit = claim.quantity.unit else { return false }
    // "{North Korean}": with a capital a people's name.
    return people.contains(unit) || unit.dropFirst().first?.isUppercase == true && unit.first == "{"
  }
}
