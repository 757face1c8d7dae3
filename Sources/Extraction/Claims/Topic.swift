import Model

/// The place or country that a text named first, where it has spoken of no other one more.
struct Topic {
  /// A name of the topic as it first stood in the text.
  struct Name: Equatable {
    var entity: String

    /// Whether it said where, not whose.
    var isPlace: Bool
  }

  private var counts: [String: Int] = [:]
  private var names: [Name] = []

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
    guard Topic.kinds.contains(mention.kind) else { return }
    opening = opening ?? sentence
    if opening == sentence { lead.insert(mention.entity) }
    if counts[mention.entity] == nil {
      names.append(Name(entity: mention.entity, isPlace: isPlace))
    }
    counts[mention.entity, default: 0] += 1
  }

  var name: Name? {
    guard let first = names.first, let count = counts[first.entity],
      counts.values.allSatisfy({ $0 <= count })
    else { return nil }
    return first
  }
}
