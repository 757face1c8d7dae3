import Language
import Model

/// What one verb makes of the figure behind it, or of the clause that it governs.
extension ModalityRules {
  func `operator`(
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
    if let done = ordered(by: verb, next: next, tree, text),
      !text.isForm(of: words.unordered, at: done)
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

  /// "Ordered the builder to lay", "farmers were told to deliver": the verb of what somebody is told to do.
  private func ordered(
    by verb: Int, next: Int?, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Int? {
    guard text.isForm(of: words.orderingVerb, at: verb) else { return nil }
    if let next, next > verb + 2, tree.tag(of: next - 1) == .infinitiveMark { return next }
    let isPassive = tree.tag(of: verb) == .participle && tree.tag(of: verb - 1) == .auxiliary
    return isPassive && tree.tag(of: verb + 1) == .infinitiveMark ? verb + 2 : nil
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

  func adjective(
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
  func `operator`(
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
}
