import Language
import Model

/// Nouns and participles beside a figure: "60 planned greenhouses", "a target of 30".
extension ModalityRules {
  /// "60 planned greenhouses", "1,200 flats promised by 2025", "an estimated 71 billion".
  func attribute(
    of figure: Range<Int>, _ text: TokenizedText, _ tree: ClauseTree
  ) -> Told<Modality>? {
    let candidates = Array(figure) + [figure.lowerBound - 1, figure.upperBound]
    for index in candidates where tree.sentence.contains(index) {
      guard let value = text.value(words.attributeOp, at: index),
        let modality = Modality(rawValue: value)
      else { continue }
      // Behind the noun it is a participle, not the verb of the clause.
      if index == figure.upperBound, tree.tag(of: index) != .participle { continue }
      if index < figure.lowerBound, tree.tag(of: index)?.isFinite == true { continue }
      return Told(value: modality, words: index..<index + 1)
    }
    return nil
  }

  /// A noun such as "target" or "ceiling" that the figure belongs to: "a target of 30", "the ceiling is 30".
  func noun(
    of figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Told<Modality>? {
    let clause = tree.clauses[tree.verbalClause(of: figure.lowerBound)]
    // "Beat its target by 12 percent", "the quota was sold for 3 million": what was done with it.
    let isOfNoun =
      text.isWord(words.of, at: figure.lowerBound - 1)
      && (2...3).contains { nounOperator(at: figure.lowerBound - $0, text) != nil }
    if !isOfNoun,
      clause.verbs.contains(where: {
        $0 < figure.lowerBound && text.isForm(of: words.deed, at: $0)
          && text.isA(words.verbPast, at: $0)
      })
    {
      return nil
    }
    if let verb = clause.verbs.first, verb < figure.lowerBound,
      let found = subjectNoun(before: verb, text)
    {
      return Operator.outermost([found])
    }
    if let verb = clause.verbs.first(where: { tree.tag(of: $0)?.isFinite == true }),
      verb < figure.lowerBound,
      let found = subjectAttribute(before: verb, clause, tree, text)
    {
      return Operator.outermost([found])
    }
    var index = figure.lowerBound - 1
    var links = 0
    while index >= tree.sentence.lowerBound, figure.lowerBound - index <= 10 {
      if let modality = nounOperator(at: index, text) {
        return links > 0 ? Told(value: modality, words: index..<index + 1) : nil
      }
      if text.isA(words.nounLink, at: index) { links += 1 }
      let tag = tree.tag(of: index)
      if tag == .sign || (tag?.isVerb == true && !text.isA(words.nounLink, at: index)) {
        return nil
      }
      index -= 1
    }
    return nil
  }

  /// "The deficit planned for this year was 3.2 billion".
  private func subjectAttribute(
    before verb: Int, _ clause: Clause, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Operator? {
    guard
      text.lexicon.base(text.tokens[verb].code) == words.be.rawValue
        || text.isWord(words.have, at: verb) || text.isForm(of: words.levelVerb, at: verb)
    else { return nil }
    let start = max(clause.start, tree.sentence.lowerBound)
    for index in start..<max(start, verb)
    where tree.tag(of: index) == .participle && tree.clause(of: index) == tree.clause(of: verb) {
      if let modality = text.value(words.attributeOp, at: index).flatMap(Modality.init) {
        return Operator(effect: .modality(modality), word: index)
      }
    }
    return nil
  }

  /// The operator of the noun right before a verb: "forecasts suggest", "the draft budget sets".
  func subjectNoun(before verb: Int, _ text: TokenizedText) -> Operator? {
    var index = verb - 1
    while index >= 0, text.isA(words.adverb, at: index) { index -= 1 }
    // "The target, agreed in 2019, was": past what stands between commas.
    if text.isSign(",", at: index),
      let comma = (max(0, index - 12)..<index).last(where: { text.isSign(",", at: $0) })
    {
      index = comma - 1
    }
    // "The quota for 2025 is", "the allowable catch of crab off Sakhalin was": past phrases with a
    // preposition.
    var phrases = 0
    while phrases < 2, nounOperator(at: index, text) == nil,
      let link = (max(0, index - 3)..<max(0, index)).last(where: {
        text.isA(words.preposition, at: $0)
      }), !text.isWord(words.to, at: link)
    {
      index = link - 1
      phrases += 1
    }
    return nounOperator(at: index, text).map { Operator(effect: .modality($0), word: index) }
  }

  /// What a noun such as "target" says; with a capital it is a name, but for a plural or a mass noun
  /// at the head of a sentence: "Target opened 20 stores", "Forecasts suggest".
  func nounOperator(at index: Int, _ text: TokenizedText) -> Modality? {
    if text.isA(words.permissible, at: index - 1) { return .required }
    guard let value = text.value(words.nounOp, at: index) else { return nil }
    let token = text.tokens[index]
    if token.isCapitalized {
      let opens = index == text.sentences[text.sentence(of: index)].lowerBound
      let isPlural = text.bytes[Int(token.end) - 1] == UInt8(ascii: "s")
      guard opens, isPlural || value == Modality.possible.rawValue else { return nil }
    }
    return Modality(rawValue: value)
  }
}
