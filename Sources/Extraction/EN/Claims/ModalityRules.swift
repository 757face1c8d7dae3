import Language
import Model

/// How firmly an English clause tells its figures: the outermost operator over the figure wins.
///
/// The rules of scope are those of the annotation guide for claims: the figure's own clause counts,
/// then the clauses that this one completes ("denied that 300 will be sent"); relative and adverbial
/// clauses, appositions and frames beside it do not.
struct ModalityRules: Sendable {
  private let words: Words

  struct Words: Sendable {
    let modalOp, opVerb, beforeInfinitive, beforeClause, beforeAt, beOp: WordClass
    let attributeOp, nounOp, nounLink, negator, restrictor, undenied: WordClass
    let falseWord, levelVerb, comparison, comparisonBase, adverb, clauseVerb: WordClass
    let progressive, beforeOutlook, outlookNoun, act, beOpNegated, subjectPronoun: WordClass
    let bePhrase, preposition, boundVerb, verbPast, auxiliary: WordClass
    let comparator, beState, beforeFor, contrast, condition: WordClass
    let at, be, but, `for`, have, not, to: WordID

    init(_ lexicon: Lexicon) {
      modalOp = lexicon.wordClass("modal-op")
      opVerb = lexicon.wordClass("op-verb")
      beforeInfinitive = lexicon.wordClass("op-before-infinitive")
      beforeClause = lexicon.wordClass("op-before-clause")
      beforeAt = lexicon.wordClass("op-before-at")
      beOp = lexicon.wordClass("be-op")
      attributeOp = lexicon.wordClass("attribute-op")
      nounOp = lexicon.wordClass("noun-op")
      nounLink = lexicon.wordClass("noun-link")
      negator = lexicon.wordClass("negator")
      restrictor = lexicon.wordClass("restrictor")
      undenied = lexicon.wordClass("undenied")
      falseWord = lexicon.wordClass("false-word")
      levelVerb = lexicon.wordClass("level-verb")
      comparison = lexicon.wordClass("comparison")
      clauseVerb = lexicon.wordClass("clause-verb")
      adverb = lexicon.wordClass("adverb")
      comparisonBase = lexicon.wordClass("comparison-base")
      progressive = lexicon.wordClass("op-progressive")
      beforeOutlook = lexicon.wordClass("op-before-outlook")
      outlookNoun = lexicon.wordClass("outlook-noun")
      act = lexicon.wordClass("op-act")
      beOpNegated = lexicon.wordClass("be-op-negated")
      subjectPronoun = lexicon.wordClass("subject-pronoun")
      bePhrase = lexicon.wordClass("be-phrase")
      preposition = lexicon.wordClass("preposition")
      boundVerb = lexicon.wordClass("comparator-verb")
      verbPast = lexicon.wordClass("verb-past")
      auxiliary = lexicon.wordClass("auxiliary")
      comparator = lexicon.wordClass("comparator-before")
      beforeFor = lexicon.wordClass("op-before-for")
      condition = lexicon.wordClass("condition")
      beState = lexicon.wordClass("be-state")
      contrast = lexicon.wordClass("contrast")
      `for` = lexicon.word("for")
      but = lexicon.word("but")
      not = lexicon.word("not")
      to = lexicon.word("to")
      at = lexicon.word("at")
      be = lexicon.word("be")
      have = lexicon.word("have")
    }
  }

  init(lexicon: Lexicon) { words = Words(lexicon) }

  /// The modality of the figure at `figure`, whose counted noun ends before `nounEnd`.
  func modality(
    of figure: Range<Int>, in tree: ClauseTree, of text: TokenizedText, attribution: Attribution?
  ) -> Told<Modality> {
    if let attribute = attribute(of: figure, text, tree) { return attribute }
    if let words = rejected(figure, tree, text) { return Told(value: .denied, words: words) }
    if let words = dismissal(of: tree.sentence, text) { return Told(value: .denied, words: words) }
    if let outer = contactClause(behind: figure, tree, text) { return outer }
    if let words = comparisonBase(before: figure, tree, text) {
      return Told(value: .asserted, words: words)
    }
    var operators: [Operator] = []
    if let attribution, !isBeside(attribution, figure, tree, text) {
      operators += self.operators(of: attribution, text)
    }
    operators += chain(of: figure, tree, text)
    let noun = noun(of: figure, tree, text)
    if let outermost = Operator.outermost(operators) {
      // "Well above the annual cap of 500,000": a limit stays one, whatever is thought of the rest.
      if let noun, noun.value == .required, outermost.value != .denied,
        noun.words?.upperBound == figure.lowerBound - 1
      {
        return noun
      }
      return outermost
    }
    if let noun { return noun }
    if let words = condition(of: figure, tree, text) { return Told(value: .possible, words: words) }
    let question = tree.sentence.suffix(3).last { text.isSign("?", at: $0) }
    return Told(
      value: question == nil ? .asserted : .possible, words: question.map { $0..<$0 + 1 })
  }

  /// "Denied A, but said B", "expects A, while B came last year": the second clause hangs on no verb
  /// that attributes the first.
  private func isBeside(
    _ attribution: Attribution, _ figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Bool {
    var index = tree.verbalClause(of: figure.lowerBound)
    while tree.clauses[index].kind == .complement, let parent = tree.clauses[index].parent {
      index = parent
    }
    let clause = tree.clauses[index]
    guard attribution.cue.upperBound <= clause.start else { return false }
    return clause.kind == .coordinate && clause.hasFinite
      || clause.kind == .adverbial && text.isA(words.contrast, at: clause.start)
  }

  // MARK: Operators of verbs

  /// What a verb makes of its clause; `negation` turns the next one inward over.
  private enum Effect: Equatable {
    case modality(Modality)
    case negation

    /// A verb of denial that was itself denied, or the like: nothing is left of both.
    case undone
  }

  /// A word with its effect.
  private struct Operator {
    var effect: Effect
    var word: Int

    static func outermost(_ operators: [Operator]) -> Told<Modality>? {
      for (place, one) in operators.enumerated() {
        switch one.effect {
        case .modality(let modality): return Told(value: modality, words: one.word..<one.word + 1)
        case .negation:
          if place + 1 < operators.count, operators[place + 1].effect == .undone { continue }
          return Told(value: .denied, words: one.word..<one.word + 1)
        case .undone: continue
        }
      }
      return nil
    }
  }

  /// The operators from the outermost clause that the figure's completes inward to its own.
  private func chain(
    of figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText
  ) -> [Operator] {
    var index = tree.verbalClause(of: figure.lowerBound)
    var found = operators(ofClause: index, around: figure, tree, text)
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
  private func operators(
    ofClause index: Int, around figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText
  ) -> [Operator] {
    let verbs = tree.clauses[index].verbs
    let before = verbs.filter { $0 < figure.lowerBound && !isReducedRelative($0, verbs, tree) }
    let start = max(tree.clauses[index].start, tree.sentence.lowerBound)
    if !before.isEmpty {
      return operators(of: before, from: start, to: figure.lowerBound, figure, tree, text)
    }
    let after = verbs.filter { $0 >= figure.upperBound && !isReducedRelative($0, verbs, tree) }
    return operators(of: firstGroup(after), from: start, to: nil, figure, tree, text)
  }

  /// A participle without auxiliary that is not the clause's own verb: "buses ordered in 2023".
  private func isReducedRelative(_ verb: Int, _ verbs: [Int], _ tree: ClauseTree) -> Bool {
    guard tree.tag(of: verb) == .participle, let place = verbs.firstIndex(of: verb) else {
      return false
    }
    guard place > 0 else { return verbs.count > 1 }
    return !(verb - verbs[place - 1] <= 3 && tree.tag(of: verbs[place - 1]) != .participle)
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

  private func operators(
    of verbs: [Int], from start: Int, to end: Int?, _ figure: Range<Int>, _ tree: ClauseTree,
    _ text: TokenizedText
  ) -> [Operator] {
    var found: [Operator] = []
    var negators = negators(
      in: start..<(end ?? (verbs.last.map { $0 + 1 } ?? start)), beside: verbs, tree, text)
    if let bound = verbs.last, (1...2).contains(figure.lowerBound - bound),
      text.isForm(of: words.boundVerb, at: bound)
    {
      negators.removeAll { turnsBound(at: bound, $0, text) }
    }
    negators.removeAll { turnsComparator(of: figure, $0, text) || isSetAside($0, figure, text) }
    for (place, verb) in verbs.enumerated() {
      while let negator = negators.first, negator <= verb {
        found.append(Operator(effect: .negation, word: negator))
        negators.removeFirst()
      }
      let next = place + 1 < verbs.count ? verbs[place + 1] : nil
      if let one = self.operator(of: verb, next: next, before: figure, tree, text) {
        // "must not exceed": the limit stays one. "Would not accept" is a denial.
        if tree.tag(of: verb) == .modal, let negator = negators.first, negator <= verb + 2 {
          negators.removeFirst()
          if one != .modality(.required), one != .modality(.possible) {
            found.append(Operator(effect: .negation, word: negator))
          }
          // "May not register more than 25" is a limit; "may not reach 40" is none.
          if one == .modality(.possible), text.isWord(words.not, at: negator),
            text.isA(words.comparison, at: figure.lowerBound)
          {
            found.append(Operator(effect: .modality(.required), word: verb))
          }
        }
        found.append(Operator(effect: one, word: verb))
      }
    }
    found += negators.map { Operator(effect: .negation, word: $0) }
    return found
  }

  /// "Will not exceed 40" is a bound of 40, and nothing is denied: the negator has turned the bound,
  /// unless another verb stands between ("not expected to exceed").
  private func turnsBound(at verb: Int, _ negator: Int, _ text: TokenizedText) -> Bool {
    negator >= verb - 3 && negator < verb
      && !(negator + 1..<verb).contains {
        text.isA(words.verbPast, at: $0) && !text.isA(words.auxiliary, at: $0)
      }
  }

  /// "Has not been below 98 percent": what is denied is the bound alone.
  private func turnsComparator(
    of figure: Range<Int>, _ negator: Int, _ text: TokenizedText
  ) -> Bool {
    guard negator < figure.lowerBound, negator >= figure.lowerBound - 4,
      let value = text.phrase(words.comparator, at: figure.lowerBound)?.value,
      value.hasPrefix("<") || value.hasPrefix(">")
    else { return false }
    return (negator + 1..<figure.lowerBound).allSatisfy {
      text.isA(words.auxiliary, at: $0) || text.isForm(of: words.levelVerb, at: $0)
    }
  }

  /// "It was not 40 trucks but 14": behind "but" stands what was so.
  private func isSetAside(_ negator: Int, _ figure: Range<Int>, _ text: TokenizedText) -> Bool {
    let but = text.isA(words.adverb, at: figure.lowerBound - 1) ? 2 : 1
    return negator < figure.lowerBound - but && text.isWord(words.but, at: figure.lowerBound - but)
  }

  /// The words that turn over what the verbs say: of their own clause, not of a relative one.
  private func negators(
    in range: Range<Int>, beside verbs: [Int], _ tree: ClauseTree, _ text: TokenizedText
  ) -> [Int] {
    let clauses = verbs.map { tree.clause(of: $0) } + [tree.verbalClause(of: range.lowerBound)]
    return range.filter { index in
      guard text.isA(words.negator, at: index), !text.isA(words.restrictor, at: index + 1) else {
        return false
      }
      // "no fewer than", "no later than", "not more than": part of a comparator.
      if text.isA(words.comparison, at: index + 1) { return false }
      return clauses.contains(tree.verbalClause(of: index))
    }
  }

  private func `operator`(
    of verb: Int, next: Int?, before figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Effect? {
    if let modal = text.value(words.modalOp, at: verb), tree.tag(of: verb) == .modal {
      return self.operator(ofModal: modal, next: next, tree, text)
    }
    let code = text.lexicon.base(text.tokens[verb].code)
    if code == words.be.rawValue {
      if tree.tag(of: verb + 1) == .infinitiveMark { return .modality(.planned) }
      return adjective(after: verb, tree, text)
    }
    if code == words.have.rawValue {
      return tree.tag(of: verb + 1) == .infinitiveMark ? .modality(.required) : nil
    }
    if tree.tag(of: verb) == .gerund, let value = text.lexicon.value(code, words.progressive) {
      return Modality(rawValue: value).map { .modality($0) }
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
    // "Ordered to build 300 flats" and "ordered 300 flats to be built".
    let toInfinitive =
      tree.tag(of: verb + 1) == .infinitiveMark
      || verb < figure.lowerBound && tree.tag(of: figure.upperBound) == .infinitiveMark
    return self.operator(
      ofVerb: verb, governs: false, toInfinitive: toInfinitive,
      atFigure: text.isWord(words.at, at: figure.lowerBound - 1), text)
  }

  private func `operator`(
    ofModal modal: String, next: Int?, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Effect? {
    if let modality = Modality(rawValue: modal) { return .modality(modality) }
    guard let next else { return .modality(.forecast) }
    // "would have to": what has to be outweighs when.
    if text.isWord(words.have, at: next), tree.tag(of: next + 1) == .infinitiveMark { return nil }
    // "I would say": a hedge, no plan.
    if modal == "conditional", text.isForm(of: words.clauseVerb, at: next) { return nil }
    let tellsLevel = text.isForm(of: words.levelVerb, at: next)
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
    else { return text.isForm(of: words.undenied, at: verb) ? .undone : nil }
    if text.isForm(of: words.beforeAt, at: verb) { return atFigure ? .modality(modality) : nil }
    if text.isForm(of: words.beforeInfinitive, at: verb), !toInfinitive, !(governs) { return nil }
    if text.isForm(of: words.beforeClause, at: verb), !toInfinitive, !governs { return nil }
    if text.isForm(of: words.undenied, at: verb), isNegated(verb, text) { return .undone }
    return .modality(modality)
  }

  /// Whether a negator stands shortly before the verb.
  private func isNegated(_ verb: Int, _ text: TokenizedText) -> Bool {
    (max(0, verb - 3)..<verb).contains { text.isA(words.negator, at: $0) }
  }

  /// The operators of the clause that a complement hangs in, up to the verb or noun that takes it.
  private func operators(
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
    if tree.tag(of: governor) == .noun,
      let refuted = tree.clauses[index].verbs.first(where: {
        $0 > governor && text.isA(words.falseWord, at: $0 + 1)
      })
    {
      found.append(Operator(effect: .negation, word: refuted + 1))
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

  private func operators(of attribution: Attribution, _ text: TokenizedText) -> [Operator] {
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

  // MARK: Nouns and participles beside the figure

  /// "60 planned greenhouses", "1,200 flats promised by 2025", "an estimated 71 billion".
  private func attribute(
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
  private func noun(
    of figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Told<Modality>? {
    let clause = tree.clauses[tree.verbalClause(of: figure.lowerBound)]
    if let verb = clause.verbs.first, verb < figure.lowerBound,
      let found = subjectNoun(before: verb, text)
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

  /// The operator of the noun right before a verb: "forecasts suggest", "the draft budget sets".
  private func subjectNoun(before verb: Int, _ text: TokenizedText) -> Operator? {
    var index = verb - 1
    while index >= 0, text.isA(words.adverb, at: index) { index -= 1 }
    // "The target, agreed in 2019, was": past what stands between commas.
    if text.isSign(",", at: index),
      let comma = (max(0, index - 12)..<index).last(where: { text.isSign(",", at: $0) })
    {
      index = comma - 1
    }
    // "The quota for 2025 is": past one phrase with a preposition.
    if index > 1, nounOperator(at: index, text) == nil, text.isA(words.preposition, at: index - 1),
      !text.isWord(words.to, at: index - 1)
    {
      index -= 2
    }
    return nounOperator(at: index, text).map { Operator(effect: .modality($0), word: index) }
  }

  /// What a noun such as "target" says; with a capital it is a name, but for a plural or a mass noun
  /// at the head of a sentence: "Target opened 20 stores", "Forecasts suggest".
  private func nounOperator(at index: Int, _ text: TokenizedText) -> Modality? {
    guard let value = text.value(words.nounOp, at: index) else { return nil }
    let token = text.tokens[index]
    if token.isCapitalized {
      let opens = index == text.sentences[text.sentence(of: index)].lowerBound
      let isPlural = text.bytes[Int(token.end) - 1] == UInt8(ascii: "s")
      guard opens, isPlural || value == Modality.possible.rawValue else { return nil }
    }
    return Modality(rawValue: value)
  }

  // MARK: Beside the clause

  /// "The 3.3 percent it projected", "the 300 workers they plan to hire": a clause without "that"
  /// right behind the figure that governs it.
  private func contactClause(
    behind figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Told<Modality>? {
    guard text.isA(words.subjectPronoun, at: figure.upperBound) else { return nil }
    var verb = figure.upperBound + 1
    while tree.tag(of: verb) == .adverb || tree.tag(of: verb) == .auxiliary { verb += 1 }
    guard tree.sentence.contains(verb), tree.tag(of: verb)?.isVerb == true,
      let value = text.lexicon.value(text.lexicon.base(text.tokens[verb].code), words.opVerb)
    else { return nil }
    return Modality(rawValue: value).map { Told(value: $0, words: verb..<verb + 1) }
  }

  /// "Against $52.5 billion in 2024": what has been, whatever is expected or planned beside it.
  private func comparisonBase(
    before figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Range<Int>? {
    for length in 1...2 {
      let start = figure.lowerBound - length
      guard start >= tree.sentence.lowerBound,
        text.phrase(words.comparisonBase, at: start)?.count == length
      else { continue }
      return start..<figure.lowerBound
    }
    return nil
  }

  /// "Not the 1 trillion that was predicted", "not 40 trucks but 14": right before the figure.
  private func rejected(
    _ figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Range<Int>? {
    var index = figure.lowerBound - 1
    while index > tree.sentence.lowerBound, tree.tag(of: index) == .determiner { index -= 1 }
    guard tree.sentence.contains(index), text.isWord(words.not, at: index),
      !text.isA(words.comparison, at: figure.lowerBound),
      !text.isA(words.restrictor, at: figure.lowerBound),
      text.phrase(words.comparator, at: figure.lowerBound) == nil
    else { return nil }
    return index..<index + 1
  }

  /// "If it exceeded 1,500 vehicles a day": what is only supposed, and not "if each carries its 69".
  private func condition(
    of figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Range<Int>? {
    let clause = tree.clauses[tree.verbalClause(of: figure.lowerBound)]
    guard clause.kind == .adverbial, text.isA(words.condition, at: clause.start),
      let verb = clause.verbs.first, text.isA(words.verbPast, at: verb)
    else { return nil }
    return clause.start..<clause.start + 1
  }

  // MARK: Whole sentences

  /// "… Nonsense!": the next sentence is nothing but a word that takes it back.
  private func dismissal(of sentence: Range<Int>, _ text: TokenizedText) -> Range<Int>? {
    let next = text.sentence(of: sentence.upperBound)
    guard next < text.sentences.count else { return nil }
    let following = text.sentences[next]
    guard following.lowerBound == sentence.upperBound, following.count <= 5,
      !text.tokens[following.lowerBound].flags.contains(.opensParagraph)
    else { return nil }
    let wordCount = following.count { text.tokens[$0].isWord }
    guard wordCount <= 3 else { return nil }
    return following.first { text.isA(words.falseWord, at: $0) }.map { $0..<$0 + 1 }
  }
}
