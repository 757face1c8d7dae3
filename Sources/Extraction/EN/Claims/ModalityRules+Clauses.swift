import Language
import Model

/// What stands over a figure: the operators of its clause, of those that it completes, and of whoever says it.
extension ModalityRules {
  /// The operators from the outermost clause that the figure's completes inward to its own.
  ///
  /// `spent` is the negator that has turned the figure's bound: "will not exceed 40" denies nothing.
  func chain(
    of figure: Range<Int>, sparing spent: Int?, _ tree: ClauseTree, _ text: TokenizedText
  ) -> [Operator] {
    var index = tree.verbalClause(of: figure.lowerBound)
    var found = operators(ofClause: index, around: figure, sparing: spent, tree, text)
    // "Declined to say whether 3,000 builders were on their way".
    if tree.clauses[index].kind == .complement,
      text.isWord(words.whether, at: tree.clauses[index].start)
    {
      found.append(Operator(effect: .modality(.possible), word: tree.clauses[index].start))
    }
    var steps = 0
    while tree.clauses[index].kind == .complement, let parent = tree.clauses[index].parent,
      steps < 16
    {
      if let governor = tree.clauses[index].governor {
        found = operators(ofGovernor: governor, clause: parent, tree, text) + found
      }
      index = parent
      while tree.clauses[index].verbs.isEmpty, let above = tree.clauses[index].parent {
        index = above
      }
      steps += 1
    }
    return found
  }

  /// Operators of the verbs before the figure; where it stands before all of them, of the first group.
  func operators(
    ofClause index: Int, around figure: Range<Int>, sparing spent: Int?, _ tree: ClauseTree,
    _ text: TokenizedText
  ) -> [Operator] {
    let verbs = tree.clauses[index].verbs
    let before = verbs.filter {
      $0 < figure.lowerBound && !isReducedRelative($0, verbs, tree)
        && !isInComparison($0, figure, text)
    }
    let start = max(tree.clauses[index].start, tree.sentence.lowerBound)
    if !before.isEmpty {
      return operators(
        of: before, from: start, to: figure.lowerBound, figure, sparing: spent, tree, text)
    }
    let after = firstGroup(
      verbs.filter { $0 >= figure.upperBound && !isReducedRelative($0, verbs, tree) })
    let found = operators(of: after, from: start, to: nil, figure, sparing: spent, tree, text)
    return isOfThose(figure, after, tree, text) || isWhole(figure, tree, text)
      ? found.filter { $0.effect != .negation } : found
  }

  /// A participle without auxiliary that is not the clause's own verb: "buses ordered in 2023".
  private func isReducedRelative(_ verb: Int, _ verbs: [Int], _ tree: ClauseTree) -> Bool {
    guard tree.tag(of: verb) == .participle, let place = verbs.firstIndex(of: verb) else {
      return false
    }
    guard place > 0 else { return verbs.count > 1 }
    return !(verb - verbs[place - 1] <= 3 && tree.tag(of: verbs[place - 1]) != .participle)
  }

  /// "It was smaller than they had hoped for, but twice": what is compared with ends at the comma.
  private func isInComparison(_ verb: Int, _ figure: Range<Int>, _ text: TokenizedText) -> Bool {
    guard
      let comma = (verb + 1..<max(verb + 1, figure.lowerBound)).first(where: {
        text.isSign(",", at: $0)
      }), text.isWord(words.but, at: comma + 1)
    else { return false }
    return (verb - 6..<verb).contains { text.isWord(words.than, at: $0) }
  }

  /// The verbs up to the first gap of more than three tokens.
  private func firstGroup(_ verbs: [Int]) -> [Int] {
    var group: [Int] = []
    for verb in verbs {
      if let last = group.last, verb - last > 3 { break }
      group.append(verb)
    }
    return group
  }

  func operators(
    of verbs: [Int], from start: Int, to end: Int?, _ figure: Range<Int>,
    sparing spent: Int? = nil, _ tree: ClauseTree, _ text: TokenizedText
  ) -> [Operator] {
    var found: [Operator] = []
    var negators = negators(
      in: start..<(end ?? (verbs.last.map { behind($0, figure, text) } ?? start)), beside: verbs,
      tree, text)
    negators.removeAll {
      $0 == spent || isSetAside($0, figure, text) || isPresupposed(figure, after: $0, text)
    }
    for (place, verb) in verbs.enumerated() {
      while let negator = negators.first, negator <= verb {
        found.append(Operator(effect: .negation, word: negator))
        negators.removeFirst()
      }
      let next = place + 1 < verbs.count ? verbs[place + 1] : nil
      if setsLimit(verb, figure, sparing: spent, tree, text) {
        found.append(Operator(effect: .modality(.required), word: verb))
      } else if let one = self.operator(of: verb, next: next, before: figure, tree, text) {
        // "must not exceed": the limit stays one. "Would not accept" is a denial.
        if tree.tag(of: verb) == .modal, let negator = negators.first, negator <= verb + 2 {
          negators.removeFirst()
          // "Sixty graves could not be identified": so it was.
          if text.isWord(words.could, at: verb), text.isWord(words.be, at: negator + 1),
            tree.tag(of: negator + 2) == .participle
          {
            continue
          }
          if one != .modality(.required), one != .modality(.possible) {
            found.append(Operator(effect: .negation, word: negator))
          }
        }
        found.append(Operator(effect: one, word: verb))
      } else if let noun = infinitiveNoun(before: verb, tree, text) {
        found.append(noun)
      }
    }
    found += negators.map { Operator(effect: .negation, word: $0) }
    return found
  }

  /// "Its promise to buy 40 percent".
  private func infinitiveNoun(
    before verb: Int, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Operator? {
    guard tree.tag(of: verb) == .infinitive, tree.tag(of: verb - 1) == .infinitiveMark else {
      return nil
    }
    return nounOperator(at: verb - 2, text).map { Operator(effect: .modality($0), word: verb - 2) }
  }

  /// The operators of the clause that a complement hangs in, up to the verb or noun that takes it.
  func operators(
    ofGovernor governor: Int, clause: Int, _ tree: ClauseTree, _ text: TokenizedText
  ) -> [Operator] {
    var index = clause
    while tree.clauses[index].verbs.isEmpty, let parent = tree.clauses[index].parent {
      index = parent
    }
    let start = tree.clauses[index].start
    let verbs = tree.clauses[index].verbs.filter { $0 < governor }
    var found = operators(
      of: verbs, from: start, to: governor, governor..<governor, tree, text)
    // "It is a lie that 200 sheep were stolen".
    if text.isA(words.falseWord, at: governor) {
      found.append(Operator(effect: .negation, word: governor))
    }
    if tree.tag(of: governor) == .noun,
      let refuted = tree.clauses[index].verbs.first(where: {
        $0 > governor && text.isA(words.falseWord, at: $0 + 1)
      })
    {
      found.append(Operator(effect: .negation, word: refuted + 1))
    }
    if let value = text.value(words.possibility, at: governor),
      let modality = Modality(rawValue: value)
    {
      found.append(Operator(effect: .modality(modality), word: governor))
    }
    if tree.tag(of: governor)?.isVerb == true {
      if let noun = subjectNoun(before: verbs.first ?? governor, text) { found.append(noun) }
      if let one = self.operator(
        ofVerb: governor, governs: true, toInfinitive: false, atFigure: false, text)
      {
        found.append(Operator(effect: one, word: governor))
      } else if text.lexicon.base(text.tokens[governor].code) == words.be.rawValue,
        let one = adjective(after: governor, tree, text)
      {
        found.append(Operator(effect: one, word: governor))
      }
    }
    return found
  }

  func operators(of attribution: Attribution, _ text: TokenizedText) -> [Operator] {
    var found: [Operator] = []
    for index in attribution.cue where text.tokens[index].isWord {
      if let one = self.operator(
        ofVerb: index, governs: true, toInfinitive: false, atFigure: true, text)
      {
        if isNegated(index, text) { found.append(Operator(effect: .negation, word: index)) }
        found.append(Operator(effect: one, word: index))
      }
    }
    if let mention = attribution.mention, let last = mention.last,
      let modality = nounOperator(at: last, text)
    {
      found.insert(Operator(effect: .modality(modality), word: last), at: 0)
    }
    return found
  }
}
