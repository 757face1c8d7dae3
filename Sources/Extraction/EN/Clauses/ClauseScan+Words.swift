import Language

extension ClauseScan {
  mutating func relative(_ index: Int) {
    if text.isWord(words.that, at: index) {
      that(index)
      return
    }
    let asConjunction =
      index == sentence.lowerBound
      && nextFinite[index - sentence.lowerBound] < sentence.upperBound
    if asConjunction {
      open(.adverbial, at: index, parent: current, closesAtComma: true)
    } else if nextFinite[index - sentence.lowerBound] < sentence.upperBound {
      open(.relative, at: index, parent: current, closesAtComma: true)
    }
  }

  private mutating func that(_ index: Int) {
    let verb = nextFinite[index - sentence.lowerBound]
    guard verb < sentence.upperBound, index > sentence.lowerBound,
      // "Rejects that figure and says": it points at a noun.
      tags[verb - 1 - sentence.lowerBound] != .coordinator
    else { return }
    let before = index - 1
    if let governor = governor(of: index) {
      if tags[before - sentence.lowerBound] == .coordinator, clauses[current].kind == .complement {
        openBeside(at: index, sharesSubject: false)
      } else if clauses[current].kind != .complement || clauses[current].governor != governor {
        open(
          .complement, at: index, parent: clauseOfToken[governor - sentence.lowerBound],
          governor: governor)
      }
    } else if [.noun, .number].contains(tags[before - sentence.lowerBound]) {
      open(.relative, at: index, parent: current, closesAtComma: true)
    }
  }

  /// The verb or noun that takes the "that" at `index`: near before it in its clause.
  private func governor(of index: Int) -> Int? {
    var place = index - 1
    var steps = 0
    while place >= sentence.lowerBound, steps < 8 {
      let tag = tags[place - sentence.lowerBound]
      if tag.isVerb,
        text.isForm(of: words.clauseVerb, at: place)
          || place >= index - 2 && text.isForm(of: words.thatVerb, at: place)
      {
        return place
      }
      if place == index - 1, text.isA(words.clauseNoun, at: place) { return place }
      if tag.isFinite, !text.isForm(of: words.clauseVerb, at: place) {
        // "It is true that", "was unclear whether": an adjective's complement; "the plan is that".
        let isOfNoun =
          tag == .auxiliary && place > sentence.lowerBound
          && tags[place - 1 - sentence.lowerBound] == .noun
        return (place < index - 1 || isOfNoun) && index - place <= 4
          && clauseOfToken[place - sentence.lowerBound] == current ? place : nil
      }
      if tag == .relative { return nil }
      if tag == .coordinator, clauses[current].kind == .complement {
        return clauses[current].governor
      }
      place -= 1
      steps += 1
    }
    return nil
  }

  mutating func subordinator(_ index: Int) {
    if text.isWord(words.whether, at: index) {
      open(.complement, at: index, parent: current, governor: clauses[current].verbs.last)
      return
    }
    guard text.isA(words.subordinator, at: index), opensClause(index),
      // "Have so far seized": an adverb.
      !(text.isWord(words.so, at: index) && text.isWord(words.far, at: index + 1))
    else { return }
    if index > sentence.lowerBound, stack[stack.count - 1].closesAtComma,
      stack[stack.count - 1].closer == .none,
      text.isSign(",", at: index - 1)
    {
      stack.removeLast()
    }
    open(.adverbial, at: index, parent: current, closesAtComma: true)
  }

  /// Whether a finite verb follows the conjunction, with a subject between, before anything breaks.
  private func opensClause(_ index: Int) -> Bool {
    let next = index + 1
    guard next < sentence.upperBound else { return false }
    let verb = nextFinite[next - sentence.lowerBound]
    guard verb < sentence.upperBound else { return false }
    if tags[index - sentence.lowerBound] == .subordinator {
      return verb <= nextBreak[next - sentence.lowerBound] || verb - next < 12
    }
    // "As of 30 June" opens none.
    return verb > next && verb < nextBreak[next - sentence.lowerBound]
      && !text.tokens[next].isNumber && tags[next - sentence.lowerBound] != .preposition
      // "Played since Sunday praises".
      && !text.isA(words.timeNoun, at: next)
  }

  mutating func coordinator(_ index: Int) {
    guard clauses[current].hasFinite, !endsBetween(index) else { return }
    var next = index + 1
    while next < sentence.upperBound, tags[next - sentence.lowerBound] == .adverb { next += 1 }
    guard next < sentence.upperBound else { return }
    let tag = tags[next - sentence.lowerBound]
    if tag.isFinite {
      leaveSaid(before: next)
      openBeside(at: index, sharesSubject: true)
      return
    }
    let verb = nextFinite[next - sentence.lowerBound]
    if tag != .relative,
      verb < nextBreak[next - sentence.lowerBound] || goesOn(behindRelativeOf: next)
    {
      openBeside(at: index, sharesSubject: false)
    }
  }

  /// "…, and of 80 captains who applied, six were licensed", "…, and 400 cooks, whom the envoy sent, are to
  /// follow": a subject with a relative clause, and its verb behind the comma.
  private func goesOn(behindRelativeOf subject: Int) -> Bool {
    func next(_ places: [Int], _ index: Int) -> Int { places[index - sentence.lowerBound] }
    guard subject >= sentence.lowerBound + 2, text.isSign(",", at: subject - 2) else {
      return false
    }
    var relative = next(nextBreak, subject)
    if relative + 1 < sentence.upperBound, text.isSign(",", at: relative) { relative += 1 }
    guard relative < sentence.upperBound, tags[relative - sentence.lowerBound] == .relative else {
      return false
    }
    let comma = next(nextBreak, next(nextFinite, relative))
    guard comma + 1 < sentence.upperBound, text.isSign(",", at: comma) else { return false }
    let verb = next(nextFinite, comma)
    guard verb < next(nextBreak, comma + 1) else { return false }
    let tag = tags[verb - sentence.lowerBound]
    return text.isWord(words.of, at: subject)
      || verb == comma + 1 && (tag == .auxiliary || tag == .modal)
  }

  /// "Denied that it paid 40 but said it paid 12": a second verb of speech goes on with the first, not
  /// with what that one says.
  private mutating func leaveSaid(before index: Int) {
    guard stack.count > 1, stack[stack.count - 1].closer == .none,
      clauses[current].kind == .complement, text.isForm(of: words.clauseVerb, at: index),
      let governor = clauses[current].governor, text.isForm(of: words.clauseVerb, at: governor)
    else { return }
    stack.removeLast()
  }

  mutating func verb(_ index: Int, _ tag: PartOfSpeech) {
    if tag.isFinite { leaveFinishedRelative(at: index) }
    if index == sentence.lowerBound, isInversion(index, tag) {
      open(.adverbial, at: index, parent: current, closesAtComma: true)
    }
    if index == sentence.lowerBound, tag == .gerund || tag == .participle {
      open(.participial, at: index, parent: current, closesAtComma: true)
    }
    clauses[current].verbs.append(index)
    if tag.isFinite {
      clauses[current].hasFinite = true
      openBareComplement(after: index)
    }
  }

  /// "Had the dam burst, 400 would have": a condition without "if" before its main clause; no
  /// question.
  private func isInversion(_ index: Int, _ tag: PartOfSpeech) -> Bool {
    guard tag == .auxiliary || tag == .modal, text.isA(words.inversion, at: index),
      let comma = sentence.first(where: { text.isSign(",", at: $0) }),
      !text.isSign("?", at: sentence.upperBound - 1)
    else { return false }
    return nextFinite[comma - sentence.lowerBound] < sentence.upperBound
  }

  /// "workers who came in 2024 earn", "what might have been a disaster ended": a second finite verb
  /// after a relative clause's own ends it.
  private mutating func leaveFinishedRelative(at index: Int) {
    let top = stack[stack.count - 1]
    let clause = clauses[top.clause]
    let isFree =
      clause.kind == .adverbial && tags[clause.start - sentence.lowerBound] == .relative
    // "Reports that workers had come were false": the noun's own verb.
    let isOfNoun =
      clause.kind == .complement
      && clause.governor.map { tags[$0 - sentence.lowerBound] == .noun } ?? false
    guard clause.kind == .relative || isFree || isOfNoun, clause.hasFinite, stack.count > 1,
      top.closer == .none,
      let last = clause.verbs.last
    else { return }
    // Auxiliaries, modals and the verb they lead to are one.
    let between = (last + 1)..<index
    // "A halt, which brokers say could last": of what they say.
    if clause.kind == .relative, between.isEmpty, last > clause.start + 1,
      text.isForm(of: words.clauseVerb, at: last)
    {
      return
    }
    let leads = tags[last - sentence.lowerBound]
    guard
      between.contains(where: { tags[$0 - sentence.lowerBound] != .adverb })
        || (leads != .auxiliary && leads != .modal)
    else { return }
    stack.removeLast()
  }

  /// "said it had", "says more than 15,000 workers have come": a clause without "that".
  private mutating func openBareComplement(after index: Int) {
    guard text.isForm(of: words.clauseVerb, at: index), clauses[current].kind != .frame else {
      return
    }
    let next = index + 1
    guard next < sentence.upperBound else { return }
    switch tags[next - sentence.lowerBound] {
    case .relative, .subordinator, .infinitiveMark, .coordinator: return
    case .sign:
      let code = text.tokens[next].code
      guard code == 0x24 || code == 0x20AC || code == 0xA3 else { return }
    default: break
    }
    let verb = nextFinite[next - sentence.lowerBound]
    guard verb > next else { return }
    let end = nextBreak[next - sentence.lowerBound]
    guard verb < end || joinsSubjects(at: end, of: index) else { return }
    open(.complement, at: next, parent: current, governor: index)
  }

  /// "Said 60 bicycles and a van had arrived": of a verb that takes no noun, both are the next one's
  /// subjects.
  private func joinsSubjects(at index: Int, of governor: Int) -> Bool {
    guard index + 1 < sentence.upperBound, tags[index - sentence.lowerBound] == .coordinator,
      text.isForm(of: words.sayingVerb, at: governor)
    else { return false }
    return nextFinite[index + 1 - sentence.lowerBound] < nextBreak[index + 1 - sentence.lowerBound]
      && nextFinite[index + 1 - sentence.lowerBound] > index + 1
  }
}
