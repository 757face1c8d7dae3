import Language
import Model

/// What an English quantity measures: the words of the text that name it.
struct MeasureRules: Sendable {
  private let of, `in`: WordID
  private let determiner, possessive, adverb, number: WordClass

  init(lexicon: Lexicon) {
    of = lexicon.word("of")
    `in` = lexicon.word("in")
    possessive = lexicon.wordClass("possessive")
    adverb = lexicon.wordClass("adverb")
    number = lexicon.wordClass("number")
    determiner = lexicon.wordClass("determiner")
  }

  /// The counted noun, or what stands behind "of", be it those of the level that a change is of; else the
  /// noun before "of"; else the object that a verb sets; else the subject.
  func measure(
    of found: FoundQuantity, in sentence: SentenceContext, _ context: ClaimContext
  ) -> Range<Int>? {
    let text = context.text
    if let phrase = counted(by: found, in: sentence, context)
      ?? level(changedBy: found, sentence, context).flatMap({
        counted(by: $0, in: sentence, context)
      })
    {
      return phrase
    }
    let end = found.tokens.upperBound
    // "$20 billion in production tools"; but not "in 2024", "in China".
    if found.form == .money, text.isWord(`in`, at: end), end + 1 < sentence.tokens.upperBound,
      text.tokens[end + 1].isWord, !isNamed(from: end + 1, text),
      !sentence.dates.contains(where: { context.dates[$0].tokens.contains(end + 2) }),
      let phrase = nounPhrase(from: end + 1, sentence, context)
    {
      return phrase
    }
    if text.isWord(of, at: found.tokens.lowerBound - 1),
      let phrase = nounPhrase(endingAt: found.tokens.lowerBound - 1, sentence, context)
    {
      return phrase
    }
    let tree = sentence.tree
    var clause = tree.verbalClause(of: found.number.lowerBound)
    while let shared = tree.clauses[clause].sharesSubjectOf { clause = shared }
    if let phrase = object(before: found, of: tree.clauses[clause], sentence, context) {
      return phrase
    }
    guard let verb = tree.clauses[clause].verbs.first else { return nil }
    let start = max(
      tree.clauses[clause].start, sentence.tokens.lowerBound, dateline(of: sentence, context))
    let others =
      sentence.dates.map { context.dates[$0].tokens } + [found.tokens]
      + places(in: sentence, context)
    let passed = (start..<max(start, verb)).map { token in
      context.attributions.namesSpeaker(token) || others.contains { $0.contains(token) }
    }
    guard let phrase = subject(from: start, of: start, to: verb, passing: passed, sentence, context)
    else { return nil }
    // "Russia sold 40": who acts is not what is measured.
    let names = sentence.mentions.map { context.mentions[$0].tokens }
    return phrase.allSatisfy { token in names.contains { $0.contains(token) } } ? nil : phrase
  }

  /// "Capped emissions at 400 tons", "expects fares to climb by 5 percent": what a verb before the figure has
  /// as its object, where the figure stands behind a preposition.
  private func object(
    before found: FoundQuantity, of clause: Clause, _ sentence: SentenceContext,
    _ context: ClaimContext
  ) -> Range<Int>? {
    let start = found.tokens.lowerBound
    guard found.form != .duration, sentence.tree.tag(of: start - 1) == .preposition else {
      return nil
    }
    for verb in clause.verbs.reversed()
    where verb < start && [.finite, .infinitive].contains(sentence.tree.tag(of: verb)) {
      guard let phrase = nounPhrase(from: verb + 1, sentence, context),
        sentence.tree.tag(of: phrase.upperBound - 1) == .noun,
        phrase.upperBound == start - 1 || clause.verbs.contains(phrase.upperBound)
          || sentence.tree.tag(of: phrase.upperBound) == .infinitiveMark
      else { continue }
      let isObject = !phrase.contains { token in
        context.text.tokens[token].isCapitalized || context.text.isA(adverb, at: token)
          || context.attributions.namesSpeaker(token)
          || sentence.dates.contains { context.dates[$0].tokens.contains(token) }
          || sentence.quantities.contains { context.quantities[$0].tokens.contains(token) }
      }
      return isObject ? phrase : nil
    }
    return nil
  }

  /// The end of "BEIJING, July 14 (Wire) - ", or the sentence's start.
  private func dateline(of sentence: SentenceContext, _ context: ClaimContext) -> Int {
    guard let first = sentence.dates.first, context.dates[first].role == .dateline,
      let dash = (context.dates[first].tokens.upperBound..<sentence.tokens.upperBound).first(
        where: {
          context.text.tokens[$0].isDash && !context.text.tokens[$0].isJoined
            || context.text.tokens[$0].isLongDash
        })
    else { return sentence.tokens.lowerBound }
    return dash + 1
  }

  /// What is counted, in the figure's own words or behind "of": "70 of his 230 workers".
  private func counted(
    by found: FoundQuantity, in sentence: SentenceContext, _ context: ClaimContext
  ) -> Range<Int>? {
    if let noun = found.noun, !noun.isEmpty { return noun }
    // "One child in six".
    if found.form == .ratio {
      return found.tokens.first {
        sentence.tree.tag(of: $0) == .noun && !context.text.isA(number, at: $0)
      }.map { $0..<$0 + 1 }
    }
    let next = found.tokens.upperBound + 1
    guard context.text.isWord(of, at: next - 1) else { return nil }
    if let phrase = nounPhrase(from: next, sentence, context) { return phrase }
    let whole = sentence.quantities.map { context.quantities[$0] }.first {
      (next...next + 2).contains($0.number.lowerBound)
    }
    return whole?.noun
  }

  /// The names behind a preposition: "in Amur Oblast loggers took".
  private func places(in sentence: SentenceContext, _ context: ClaimContext) -> [Range<Int>] {
    sentence.mentions.map { context.mentions[$0] }.filter { found in
      guard found.mention.by != .demonym else { return false }
      var before = found.tokens.lowerBound - 1
      while context.text.isA(determiner, at: before) { before -= 1 }
      return sentence.tree.tag(of: before) == .preposition
    }.map(\.tokens)
  }

  /// "Shipped 640,000 tons of timber, 9 percent less than in 2024": the figure that a change behind a
  /// comma says more of.
  private func level(
    changedBy found: FoundQuantity, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> FoundQuantity? {
    guard found.quantity.change != nil,
      let level = sentence.quantities.map({ context.quantities[$0] }).last(where: {
        $0.tokens.upperBound <= found.tokens.lowerBound && !$0.isInDate
      }), level.quantity.change == nil, level.quantity.unit != "%", level.form != .duration,
      (level.tokens.upperBound..<found.tokens.lowerBound).contains(where: {
        context.text.isSign(",", at: $0)
      }),
      !(level.tokens.upperBound..<found.tokens.lowerBound).contains(where: {
        sentence.tree.tag(of: $0)?.isVerb == true
      })
    else { return nil }
    return level
  }

  /// "In China", "in the Russian Far East".
  private func isNamed(from start: Int, _ text: TokenizedText) -> Bool {
    var index = start
    while text.isA(determiner, at: index) { index += 1 }
    return index < text.tokens.count && text.tokens[index].isCapitalized
  }

  /// The noun that a clause begins with, phrases with a preposition before it passed over: "In
  /// June, the total was".
  ///
  /// `passed` says of each token from `clause` on whether it names a speaker, a date or the figure.
  private func subject(
    from start: Int, of clause: Int, to verb: Int, passing passed: [Bool],
    _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Range<Int>? {
    let text = context.text
    let tree = sentence.tree
    var first = start
    while first < verb, tree.tag(of: first) != .noun || passed[first - clause] {
      first =
        tree.tag(of: first) == .preposition
        ? tree.end(ofPhraseAt: first, before: verb, in: text) : first + 1
    }
    // "Nevertheless, at least": an adverb that no table has, cut off by a comma.
    if text.isSign(",", at: first + 1), first + 1 < verb {
      // "Unemployment, at 1.9 percent, is": the subject itself, where no other noun follows.
      return subject(
        from: first + 2, of: clause, to: verb, passing: passed, sentence, context)
        ?? (tree.tag(of: first + 2) == .preposition
          ? nounPhrase(from: first, sentence, context) : nil)
    }
    return first < verb ? nounPhrase(from: first, sentence, context) : nil
  }

  /// The nouns from a token on, a determiner before them and a date behind them left out.
  private func nounPhrase(
    from start: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Range<Int>? {
    let text = context.text
    var first = start
    while first < sentence.tokens.upperBound,
      text.isA(determiner, at: first) || text.isA(possessive, at: first)
    { first += 1 }
    var end = first
    while end < sentence.tokens.upperBound, end - first < 8, isPart(end, sentence, context),
      !sentence.dates.contains(where: { context.dates[$0].tokens.contains(end) })
    {
      end += 1
    }
    return end > first ? first..<end : nil
  }

  private func nounPhrase(
    endingAt end: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Range<Int>? {
    var first = end
    while first > sentence.tokens.lowerBound, end - first < 8, isPart(first - 1, sentence, context)
    {
      first -= 1
    }
    return end > first ? first..<end : nil
  }

  private func isPart(
    _ index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    switch sentence.tree.tag(of: index) {
    case .noun, .participle, .gerund: true
    case .sign:
      context.text.tokens[index].isDash && !context.text.tokens[index].isLongDash
        && context.text.tokens[index].isJoined
    default: false
    }
  }
}
