import Language
import Model

/// Everything that was found in a text before its claims are put together.
struct ClaimContext: Sendable {
  let text: TokenizedText
  let published: Day?
  let mentions: [FoundMention]
  let dates: [FoundDate]
  let quantities: [FoundQuantity]
  let attributions: Attributions

  /// For each token, whether a demonym stands there.
  let isDemonym: [Bool]

  init(
    text: TokenizedText, published: Day?, mentions: [FoundMention], dates: [FoundDate],
    quantities: [FoundQuantity], attributions: Attributions
  ) {
    self.text = text
    self.published = published
    self.mentions = mentions
    self.dates = dates
    self.quantities = quantities
    self.attributions = attributions
    var isDemonym = [Bool](repeating: false, count: text.tokens.count)
    for found in mentions where found.mention.by == .demonym {
      for token in found.tokens { isDemonym[token] = true }
    }
    self.isDemonym = isDemonym
  }
}

/// One sentence with the indices of what was found in it.
struct SentenceContext: Sendable {
  let tokens: Range<Int>
  let tree: ClauseTree
  let mentions: Range<Int>
  let dates: Range<Int>
  let quantities: Range<Int>
}

/// Walks the sentences of a text and hands on what each holds; everything is in order already.
struct SentenceWalk {
  private var mention = 0
  private var date = 0
  private var quantity = 0

  mutating func next(_ sentence: Range<Int>, _ context: ClaimContext, _ finder: ClauseFinder)
    -> SentenceContext?
  {
    let mentions = advance(&mention, context.mentions.count, sentence) {
      context.mentions[$0].tokens.lowerBound
    }
    let dates = advance(&date, context.dates.count, sentence) {
      context.dates[$0].tokens.lowerBound
    }
    let quantities = advance(&quantity, context.quantities.count, sentence) {
      context.quantities[$0].tokens.lowerBound
    }
    // Clauses are wanted only where there is a figure or a date to carry on.
    guard !quantities.isEmpty || !dates.isEmpty || !mentions.isEmpty else { return nil }
    let tree =
      quantities.isEmpty
      ? ClauseTree(clauses: [], clauseOfToken: [], tags: [], sentence: sentence)
      : finder.clauses(of: sentence, in: context.text, adjectives: context.isDemonym)
    return SentenceContext(
      tokens: sentence, tree: tree, mentions: mentions, dates: dates, quantities: quantities)
  }

  private func advance(
    _ cursor: inout Int, _ count: Int, _ sentence: Range<Int>, _ start: (Int) -> Int
  ) -> Range<Int> {
    while cursor < count, start(cursor) < sentence.lowerBound { cursor += 1 }
    let first = cursor
    while cursor < count, start(cursor) < sentence.upperBound { cursor += 1 }
    return first..<cursor
  }
}
