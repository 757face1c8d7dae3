import Language
import Model

/// What the verbs of a figure's clause, and of those that it completes, make of it.
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

  /// "Of the 1,200 applicants, 300 were not invited": the whole at the head, whatever is said of a part.
  private func isWhole(
    _ figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Bool {
    let start = tree.sentence.lowerBound
    return text.isWord(words.of, at: start) && figure.lowerBound - start <= 3
  }

  /// "Nearly 60 houses have not been rebuilt", "thirty percent of pupils do not finish school": so many
  /// there are of whom something is not so.
  private func isOfThose(
    _ figure: Range<Int>, _ verbs: [Int], _ tree: ClauseTree, _ text: TokenizedText
  ) -> Bool {
    guard let last = verbs.last, verbs.count > 1, !text.isWord(words.have, at: last),
      text.lexicon.base(text.tokens[last].code) != words.be.rawValue,
      !text.isA(words.definite, at: figure.lowerBound - 1),
      !text.isA(words.article, at: figure.lowerBound - 1),
      !text.isWord(words.of, at: figure.lowerBound - 1),
      // "300 missiles will not be delivered", "40 men were not sent, Moscow said": that is denied.
      !verbs.contains(where: { tree.tag(of: $0) == .modal }),
      !tree.sentence.contains(where: {
        text.isForm(of: words.clauseVerb, at: $0) && !verbs.contains($0)
      })
    else { return false }
    return (figure.upperBound..<last).contains { text.isA(words.negator, at: $0) }
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

  /// The token behind a verb, or behind the "not" that ends its clause, as in "the 40 percent is not", but
  /// not in "of those, 40 percent in the north, it is not".
  private func behind(_ verb: Int, _ figure: Range<Int>, _ text: TokenizedText) -> Int {
    let next = verb + 1
    guard text.isA(words.negator, at: next), text.tokens.indices.contains(next + 1),
      text.tokens[next + 1].kind == .sign, figure.upperBound <= verb,
      !(figure.upperBound..<verb).contains(where: { text.tokens[$0].kind == .sign })
    else { return next }
    return next + 1
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

  private func `operator`(
    of verb: Int, next: Int?, before figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Effect? {
    if let modal = text.value(words.modalOp, at: verb), tree.tag(of: verb) == .modal {
      return self.operator(ofModal: modal, at: verb, next: next, tree, text)
    }
    if text.isWord(words.going, at: verb), tree.tag(of: verb + 1) == .infinitiveMark {
      return self.operator(ofModal: "future", at: verb, next: verb + 2, tree, text)
    }
    let code = text.lexicon.base(text.tokens[verb].code)
    if code == words.be.rawValue {
      if tree.tag(of: verb + 1) == .infinitiveMark { return .modality(.planned) }
      return adjective(after: verb, tree, text)
    }
    if code == words.have.rawValue {
      return tree.tag(of: verb + 1) == .infinitiveMark ? .modality(.required) : nil
    }
    // "A pie weighing 3 kilograms", but not "is weighing 4,000 job cuts".
    if text.isForm(of: words.measuringVerb, at: verb), tree.tag(of: verb - 1) != .auxiliary,
      text.tokens.indices.contains(verb + 1), text.tokens[verb + 1].isNumber
    {
      return nil
    }
    if tree.tag(of: verb) == .gerund, let value = text.lexicon.value(code, words.progressive) {
      return Modality(rawValue: value).map { .modality($0) }
    }
    // "The lease sets a fine of 2 percent".
    if text.isForm(of: words.ruleVerb, at: verb), text.isA(words.ruleNoun, at: verb - 1),
      tree.tag(of: verb)?.isFinite == true
    {
      return .modality(.required)
    }
    if let value = text.lexicon.value(code, words.beforeOutlook),
      (verb + 1..<max(verb + 1, min(verb + 5, figure.lowerBound))).contains(where: {
        text.isA(words.outlookNoun, at: $0)
      })
    {
      return Modality(rawValue: value).map { .modality($0) }
    }
    if text.isWord(words.for, at: verb + 1), let value = text.lexicon.value(code, words.beforeFor) {
      return Modality(rawValue: value).map { .modality($0) }
    }
    if figure.lowerBound == verb + 1, text.lexicon.contains(code, words.act) { return nil }
    // "One in nine failed to light": those that failed are there.
    if figure.upperBound <= verb, text.isForm(of: words.beforeInfinitive, at: verb),
      text.lexicon.value(code, words.opVerb) == Modality.denied.rawValue
    {
      return nil
    }
    if let next, next > verb + 2, text.lexicon.contains(code, words.orderingVerb),
      tree.tag(of: next - 1) == .infinitiveMark, !text.isForm(of: words.unordered, at: next)
    {
      return .modality(.required)
    }
    // "Farmers were told to deliver 30 tonnes".
    if tree.tag(of: verb) == .participle, tree.tag(of: verb - 1) == .auxiliary,
      tree.tag(of: verb + 1) == .infinitiveMark, text.lexicon.contains(code, words.orderingVerb),
      !text.isForm(of: words.unordered, at: verb + 2)
    {
      return .modality(.required)
    }
    // "Ordered to build 300 flats" and "ordered 300 flats to be built".
    let toInfinitive =
      tree.tag(of: verb + 1) == .infinitiveMark
      || verb < figure.lowerBound && tree.tag(of: figure.upperBound) == .infinitiveMark
      || next.map { leads(verb, to: $0, tree, text) } ?? false
    return self.operator(
      ofVerb: verb, governs: false, toInfinitive: toInfinitive,
      atFigure: text.isWord(words.at, at: figure.lowerBound - 1), text)
  }

  /// "Agreed in January to lift": a phrase between a verb and its infinitive.
  private func leads(
    _ verb: Int, to next: Int, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Bool {
    tree.tag(of: verb + 1) == .preposition && tree.tag(of: next - 1) == .infinitiveMark
      && next - verb <= 6 && !(verb..<next).contains { text.tokens[$0].kind == .sign }
  }

  private func `operator`(
    ofModal modal: String, at verb: Int, next: Int?, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Effect? {
    // "The crowd must have numbered 3,000": a guess.
    if modal == Modality.required.rawValue, let next, text.isWord(words.have, at: next),
      text.isForm(of: words.guessedVerb, at: next + 1)
    {
      return .modality(.estimated)
    }
    if let modality = Modality(rawValue: modal) { return .modality(modality) }
    // "Drivers will tell you that 80,000 pigeons live there": what they say again and again.
    if text.isForm(of: words.clauseVerb, at: verb + 1), text.isWord(words.you, at: verb + 2) {
      return nil
    }
    guard let next else { return .modality(.forecast) }
    // "would have to": what has to be outweighs when.
    if text.isWord(words.have, at: next), tree.tag(of: next + 1) == .infinitiveMark { return nil }
    // "Which would suffice for 600", "would be enough for".
    if modal == "conditional",
      text.isForm(of: words.sufficingVerb, at: next) || text.isA(words.sufficient, at: next + 1)
    {
      return .modality(.possible)
    }
    // "I would say", "I would put it at": a hedge, no plan.
    if modal == "conditional",
      text.isForm(of: words.clauseVerb, at: next) || text.isForm(of: words.beforeAt, at: next)
    {
      return nil
    }
    // "You will pay 1,500 rubles": what comes about for anybody.
    if text.isWord(words.you, at: verb - 1) { return .modality(.forecast) }
    if modal == "conditional", tree.sentence.contains(where: { text.isA(words.condition, at: $0) })
    {
      return .modality(.possible)
    }
    let tellsLevel =
      text.isForm(of: words.levelVerb, at: next)
      || modal == "conditional" && text.isForm(of: words.receivingVerb, at: next)
    if modal == "advice" { return .modality(tellsLevel ? .forecast : .required) }
    let isPassive = text.isWord(words.be, at: next) && tree.tag(of: next + 1) == .participle
    if modal == "conditional", text.isWord(words.have, at: next),
      tree.tag(of: next + 1) == .participle
    {
      return .modality(.denied)
    }
    return .modality(tellsLevel && !isPassive ? .forecast : .planned)
  }

  private func adjective(
    after verb: Int, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Effect? {
    var index = verb + 1
    while index < tree.sentence.upperBound,
      text.isA(words.negator, at: index)
        || (text.isA(words.adverb, at: index) && !text.isA(words.beOp, at: index))
    { index += 1 }
    if index > verb + 1, text.isA(words.negator, at: index - 1),
      let value = text.value(words.beOpNegated, at: index), let modality = Modality(rawValue: value)
    {
      return .modality(modality)
    }
    if let state = text.phrase(words.beState, at: index) {
      return Modality(rawValue: state.value).map { .modality($0) }
    }
    if let phrase = text.phrase(words.bePhrase, at: index),
      text.isWord(words.for, at: index + phrase.count)
        || tree.tag(of: index + phrase.count) == .infinitiveMark,
      let modality = Modality(rawValue: phrase.value)
    {
      return .modality(modality)
    }
    guard let value = text.value(words.beOp, at: index), let modality = Modality(rawValue: value)
    else { return nil }
    // "They were permitted to see one": and did.
    if text.isForm(of: words.permittingVerb, at: index), text.isA(words.verbPast, at: verb) {
      return nil
    }
    let goesOn =
      tree.tag(of: index + 1) == .infinitiveMark || tree.tag(of: index + 1) == .relative
      || modality == .possible
    return goesOn ? .modality(modality) : nil
  }

  /// What a verb of the table makes of what it governs, by the form in which it may do so.
  private func `operator`(
    ofVerb verb: Int, governs: Bool, toInfinitive: Bool, atFigure: Bool, _ text: TokenizedText
  ) -> Effect? {
    let base = text.lexicon.base(text.tokens[verb].code)
    guard let value = text.lexicon.value(base, words.opVerb),
      let modality = Modality(rawValue: value)
    else {
      guard text.isForm(of: words.undenied, at: verb) else { return nil }
      // "Ruled out sending 2,000 more troops".
      if text.isWord(words.out, at: verb + 1), !isNegated(verb, text) { return .modality(.denied) }
      return text.lexicon.value(base, words.undenied) == Modality.possible.rawValue
        && isNegated(verb, text) ? .open : .undone
    }
    // "Refused to say how many of the 700 had left": nothing is denied.
    if text.isWord(words.to, at: verb + 1), text.isForm(of: words.silentVerb, at: verb + 2) {
      return nil
    }
    if text.isForm(of: words.beforeAt, at: verb) { return atFigure ? .modality(modality) : nil }
    if text.isForm(of: words.beforeInfinitive, at: verb), !toInfinitive, !(governs) { return nil }
    if text.isForm(of: words.beforeClause, at: verb), !toInfinitive, !governs { return nil }
    if text.isForm(of: words.undenied, at: verb), isNegated(verb, text) { return .undone }
    return .modality(modality)
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
