import Language

/// The conjuncts of one clause in which the verb is left out: "Japan took 14 million tonnes, South
/// Korea 11.9 million".
///
/// Each has its figure and those names that stand with it; what it does not name, it shares with the
/// first one, except for what it names in the same place.
struct GappedConjuncts {
  /// Where each begins, the clause's own part first; the tokens of their separators.
  let starts: [Int]

  private let clause: Clause
  private let first: Range<Int>
  private let mentions: Range<Int>
  private let rules: GapRules
  private let context: ClaimContext

  /// Which of the conjuncts a token stands in.
  func place(of token: Int) -> Int { (starts.lastIndex { $0 <= token }) ?? 0 }

  /// Whether a mention of the clause's own part holds for a figure of a later conjunct, too.
  ///
  /// - Parameters:
  ///   - mention: a mention of the first conjunct.
  ///   - others: those of the figure's own conjunct.
  /// - Returns: `false` where one of the others stands in its place.
  func isShared(_ mention: FoundMention, beside others: [FoundMention]) -> Bool {
    guard mention.tokens.lowerBound < first.lowerBound else { return false }
    return !others.contains { parallels(mention, $0) }
  }

  /// "In Vladivostok … , in Khabarovsk", "Russian exports …, Chinese exports": named in the same place.
  private func parallels(_ mention: FoundMention, _ other: FoundMention) -> Bool {
    let preposition = rules.preposition(before: other, context.text)
    // "Chinese citizens …, citizens of Uzbekistan".
    if preposition == "of", mention.mention.by == .demonym { return true }
    guard preposition == rules.preposition(before: mention, context.text) else { return false }
    guard preposition == nil else { return true }
    // "Russia sold Japan 40 cargoes and China 30": the name beside the number, else the subject.
    guard let verb = clause.verbs.first else { return true }
    let isObject = mention.tokens.lowerBound > verb
    return isObject || !hasObject(behind: verb)
  }

  private func hasObject(behind verb: Int) -> Bool {
    context.mentions[mentions].contains {
      $0.tokens.lowerBound > verb && $0.tokens.upperBound <= first.lowerBound
        && rules.preposition(before: $0, context.text) == nil
    }
  }

  init(
    of clause: Int, figures: [Int], in sentence: SentenceContext, _ context: ClaimContext,
    _ rules: GapRules
  ) {
    self.rules = rules
    self.context = context
    mentions = sentence.mentions
    self.clause = sentence.tree.clauses[clause]
    first =
      figures.first.map { context.quantities[$0].tokens }
      ?? sentence.tokens.lowerBound..<sentence.tokens.lowerBound
    var starts = [sentence.tokens.lowerBound]
    for (before, figure) in zip(figures, figures.dropFirst()) {
      let gap = tokens(
        from: context.quantities[before].tokens.upperBound,
        to: context.quantities[figure].tokens.lowerBound)
      if let start = rules.separator(in: gap, sentence, context) { starts.append(start) }
    }
    self.starts = starts
  }
}

/// The words that part conjuncts, and that say in which place a name stands.
struct GapRules: Sendable {
  private let coordinator, contrast, preposition, determiner: WordClass

  init(lexicon: Lexicon) {
    coordinator = lexicon.wordClass("coordinator")
    contrast = lexicon.wordClass("contrast")
    preposition = lexicon.wordClass("preposition")
    determiner = lexicon.wordClass("determiner")
  }

  /// The comma or conjunction between two figures behind which, without a verb, a conjunct begins.
  ///
  /// It names somebody or some place, or the one before it did behind its figure ("588,000 of China
  /// and 325,500 of Russia").
  func separator(
    in gap: Range<Int>, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Int? {
    let mentions = sentence.mentions.map { context.mentions[$0].tokens }.filter { $0.overlaps(gap) }
    guard !mentions.isEmpty,
      let start = gap.first(where: { index in
        parts(index, context.text) && !mentions.contains { $0.contains(index) }
          && gap.suffix(from: index).allSatisfy { sentence.tree.tag(of: $0)?.isFinite != true }
      })
    else { return nil }
    return start
  }

  private func parts(_ index: Int, _ text: TokenizedText) -> Bool {
    text.isSign(",", at: index) || text.isSign(";", at: index) || text.isA(coordinator, at: index)
      || text.isA(contrast, at: index)
  }

  /// The preposition that leads a name, its article passed over.
  func preposition(before mention: FoundMention, _ text: TokenizedText) -> String? {
    var index = mention.tokens.lowerBound - 1
    while text.isA(determiner, at: index) { index -= 1 }
    return text.isA(preposition, at: index) ? text.folded(text.tokens[index]) : nil
  }
}
