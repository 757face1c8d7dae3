import Language

/// A stretch of a sentence with a verb of its own, or one that hangs in another.
struct Clause: Sendable {
  enum Kind: Sendable {
    case main

    /// Joined to the one before it by "and", "but", a semicolon, a dash.
    case coordinate

    /// What somebody says, thinks, plans: "that …".
    case complement

    case relative, adverbial, participial

    /// "…, the ministry said", beside what it says.
    case frame
  }

  var kind: Kind

  /// The clause that it hangs in, an index in the sentence's list.
  var parent: Int?

  /// Its first token, and the end of the last one that belongs to it; others may lie between.
  var start: Int
  var end: Int

  /// The tokens of its verbs, infinitives and participles included, in order.
  var verbs: [Int] = []

  /// Whether one of them is finite.
  var hasFinite = false

  /// The token of the verb or noun in the parent that a complement hangs on.
  var governor: Int?

  /// The clause whose subject it shares ("X rose and fell"), an index in the sentence's list.
  var sharesSubjectOf: Int?
}

/// The clauses of one sentence.
struct ClauseTree: Sendable {
  /// In the order in which they open; the first one is the sentence's own.
  var clauses: [Clause]

  /// The clause of each token of the sentence.
  var clauseOfToken: [Int]
  var tags: [PartOfSpeech]
  var sentence: Range<Int>

  func clause(of token: Int) -> Int { clauseOfToken[token - sentence.lowerBound] }

  func tag(of token: Int) -> PartOfSpeech? {
    sentence.contains(token) ? tags[token - sentence.lowerBound] : nil
  }

  /// The nearest clause at or above the token's own that has a verb, as every relative one has, be it
  /// taken for a noun: "where 340 men work".
  func verbalClause(of token: Int) -> Int {
    var index = clause(of: token)
    while clauses[index].verbs.isEmpty, clauses[index].kind != .relative,
      let parent = clauses[index].parent
    { index = parent }
    return index
  }

  /// The first token behind a phrase with a preposition: behind its comma, else where the next noun
  /// phrase begins ("In the region the fee went up"), else the one behind the preposition.
  func end(ofPhraseAt preposition: Int, before limit: Int, in text: TokenizedText) -> Int {
    if let comma = (preposition..<limit).first(where: { text.isSign(",", at: $0) }) {
      return comma + 1
    }
    let next = (preposition + 2..<max(preposition + 2, limit)).first {
      tag(of: $0) == .determiner || tag(of: $0) == .pronoun
    }
    return next ?? preposition + 1
  }
}
