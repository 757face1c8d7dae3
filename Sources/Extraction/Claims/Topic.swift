import Model

/// The place that a text is about: what it names first, where that says where something is, nothing else
/// is named more often, and no other place has been named since.
///
/// Whose people or goods a text is about is not carried so far: a report on a cannery's North Koreans
/// also tells of its other workers.
struct Topic {
  private var counts: [String: Int] = [:]
  private var first: Mention?
  private var isPlace = false
  private var latest: String?

  /// The sentence of the first name.
  private var opening: Int?

  /// What that sentence named.
  private(set) var lead: Set<String> = []

  /// The kinds of entities that reports are about; rivers, seas and organizations are not.
  private static let kinds: Set<String> = [
    "country", "federal-subject", "federal-district", "province", "prefecture", "city", "territory",
  ]

  /// Takes in a mention of the sentence that begins at a token.
  mutating func note(_ mention: Mention, isPlace: Bool, in sentence: Int) {
    // Any other place, of whatever kind, ends it: "In Siberia the picture is different."
    if isPlace { latest = mention.entity }
    guard Topic.kinds.contains(mention.kind) else { return }
    if first == nil {
      first = mention
      self.isPlace = isPlace
      opening = sentence
    }
    if opening == sentence { lead.insert(mention.entity) }
    counts[mention.entity, default: 0] += 1
  }

  /// Where it was named first.
  var place: Mention? {
    guard isPlace, let first, latest == first.entity, let count = counts[first.entity],
      counts.values.allSatisfy({ $0 <= count })
    else { return nil }
    return first
  }
}
