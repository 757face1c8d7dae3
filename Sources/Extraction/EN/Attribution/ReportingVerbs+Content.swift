import Language

extension ReportingVerbs {
  // MARK: - Whether it fits

  func isFit(
    _ subject: SpeakerPhrase, for verb: Verb, at index: Int, group: Group, in sentence: Range<Int>
  ) -> Bool {
    if subject.base.count == 1, phrases.isA(words.mute, subject.head) { return false }
    let before = subject.span.lowerBound - 1
    if before >= sentence.lowerBound, text.isWord(words.than, at: before) { return false }
    if subject.span.upperBound <= index, !agrees(subject, at: index, group: group) { return false }
    let kinds = verb.kinds
    // "A majority in 20 states,": a noun, unless what is said stands before it.
    if kinds.contains(.noun), endsFrame(verb.end, in: sentence),
      !isBehind(subject.span.lowerBound, cue: index..<verb.end, in: sentence)
    {
      return false
    }
    if kinds.contains(.clausal), !opensClause(verb.end), !phrases.isComma(verb.end),
      !closes(subject, verb, at: index, in: sentence)
    {
      return false
    }
    if kinds.contains(.speech) { return true }
    // "Estimates reach 50,000"; but "the count reached 1,200": one that is told.
    if kinds.contains(.range), subject.isPlural, phrases.noun(subject.head).contains(.estimate) {
      return hasFigure(from: verb.end, in: sentence)
    }
    let isSome = subject.base.count == 1 && phrases.isA(words.determiner, subject.head)
    guard
      subject.kind != .other || isSome && !kinds.contains(.noun) || kinds.contains(.denial)
        // "The region expects that".
        || kinds.contains(.estimate) && text.isWord(words.that, at: verb.end)
        || !kinds.isDisjoint(with: [.statement, .estimate])
          && closesStatement(subject, verb, at: index, in: sentence)
    else { return false }
    let isThing = subject.kind == .data
    return kinds.contains(.statement)
      || kinds.contains(.estimate)
        && (!text.isWord(words.to, at: verb.end) || kinds.contains(.intent))
      || kinds.contains(.data)
        && (isThing || opensClause(verb.end)
          || closesStatement(subject, verb, at: index, in: sentence))
      || kinds.contains(.figure)
        && (isThing
          || subject.kind == .institution && kinds.contains(.record) && !isPlace(subject)
            // "Registered as drivers": a participle.
            && !phrases.isA(words.preposition, verb.end)
          || phrases.noun(verb.end + 1).contains(.data))
        && hasFigure(from: verb.end, in: sentence)
      || kinds.contains(.rating)
        && (!phrases.isA(words.preposition, verb.end)
          || kinds.contains(.placing) && text.isWord(words.at, at: verb.end))
        && hasFigure(from: verb.end, in: sentence, behindAt: kinds.contains(.placing))
      || kinds.contains(.quoting)
        && (opensQuote(verb.end) || closesQuote(before: subject.span.lowerBound))
  }

  /// "Mongolia recorded a rise", "Vladivostok recorded 600 thefts": a place that has them tells nothing.
  private func isPlace(_ subject: SpeakerPhrase) -> Bool {
    // "The region registered 40 cases".
    if phrases.isA(words.placeNoun, subject.head) { return true }
    guard subject.base.count <= 2,
      let mention = mentions.mention(endingAt: subject.head, in: subject.span)
    else { return false }
    return mention.kind != "organization"
  }

  /// ", Japanese screens reported on Monday": whoever closes a statement speaks.
  private func closesStatement(
    _ subject: SpeakerPhrase, _ verb: Verb, at index: Int, in sentence: Range<Int>
  ) -> Bool {
    phrases.isComma(subject.span.lowerBound - 1) && closes(subject, verb, at: index, in: sentence)
  }

  /// Whether what is said stands before the speaker, and nothing that is said behind the verb: not
  /// "In 2024, Russia admitted 40 visitors".
  private func closes(
    _ subject: SpeakerPhrase, _ verb: Verb, at index: Int, in sentence: Range<Int>
  ) -> Bool {
    let start = subject.span.lowerBound
    return isBehind(start, cue: index..<verb.end, in: sentence)
      && (endsFrame(verb.end, in: sentence)
        || isTrailing(verb.end, start: start, takesAudience: false, in: sentence))
  }

  func agrees(_ subject: SpeakerPhrase, at index: Int, group: Group) -> Bool {
    if group.hasAuxiliary || phrases.isA(words.verbPast, index) { return true }
    if isForm(ofDo: subject.span.lowerBound - 1) { return true }
    if phrases.isA(words.verbS, index) {
      return !subject.isPlural || phrases.isCapitalized(subject.head)
        || phrases.isA(words.pluralNoun, subject.head)
    }
    if phrases.isA(words.verbIng, index) { return true }
    guard phrases.isA(words.verbBase, index) else { return true }
    return subject.isPlural
      || phrases.isCapitalized(subject.head)
        && (subject.kind == .institution || subject.kind == .name)
  }

  /// "That", a quotation, a pronoun or a clause with a verb of its own, not a mere object.
  func opensClause(_ index: Int) -> Bool {
    if text.isWord(words.that, at: index) || phrases.isQuoteMark(index)
      || phrases.isA(words.subjectPronoun, index)
    {
      return true
    }
    // Behind a number stands what it counts: "52,000 positions" has no verb.
    let isNumber = text.tokens.indices.contains(index) && text.tokens[index].isNumber
    let first = isNumber ? index + 2 : index
    for next in first..<max(first, min(index + 14, text.tokens.count)) {
      if text.isSign(".", at: next) && !text.tokens[next].isJoined || phrases.isComma(next) {
        return false
      }
      if next > index, phrases.isVerb(next), !isReduced(next) { return true }
    }
    return false
  }

  /// Whether a number follows, or "at", which leads to one; where `behindAt` is set, only that.
  func hasFigure(from start: Int, in sentence: Range<Int>, behindAt: Bool = false) -> Bool {
    for index in start..<max(start, min(start + 25, sentence.upperBound)) {
      if text.isWord(words.at, at: index) || text.isWord(words.between, at: index) { return true }
      if !behindAt, text.tokens[index].isNumber { return true }
      if text.isSign(";", at: index) { return false }
    }
    return false
  }

  func opensQuote(_ index: Int) -> Bool {
    (index..<min(index + 4, text.tokens.count)).contains { phrases.isQuoteMark($0) }
  }

  func closesQuote(before index: Int) -> Bool {
    phrases.isQuoteMark(index - 1) || phrases.isComma(index - 1) && phrases.isQuoteMark(index - 2)
  }

  // MARK: - What it governs

  func content(
    of frame: AttributionFrame, verb: Verb, in sentence: Range<Int>
  ) -> [Range<Int>] {
    guard verb.kinds.subtracting(.noun) != .quoting, let subject = frame.speaker else { return [] }
    let start = subject.span.lowerBound
    let after = verb.end
    if isBehind(start, cue: frame.cue, in: sentence),
      endsFrame(after, in: sentence)
        || isTrailing(
          after, start: start, takesAudience: verb.kinds.contains(.audience), in: sentence)
    {
      let end = phrases.clauseEnd(from: after, in: sentence, contrasts: true)
      let right = goingOn(from: after, end: end)
      var left = phrases.clauseStart(before: start, in: sentence)..<start
      // "He earns 900; a Dane, his boss concedes, gets 700": of the second half alone.
      if !right.isEmpty, let joint = left.last(where: { text.isSign(";", at: $0) }) {
        left = joint + 1..<start
      }
      // "She wanted 200, and what came, the foresters say, was 70": of the second clause alone.
      if !right.isEmpty, phrases.isComma(start - 1), isBroken(before: start - 1, in: sentence),
        let joint = left.last(where: {
          phrases.isComma($0)
            && (phrases.isA(words.coordinator, $0 + 1)
              || text.isWord(words.of, at: $0 + 1) && phrases.isA(words.relative, $0 + 2))
        })
      {
        left = joint..<start
      }
      return right.isEmpty ? [left] : [left, right]
    }
    // "Speaks of 200, while the firm admits to 90": a figure alone is told.
    let tellsFigure = verb.kinds == .speech && phrases.isNumber(after)
    var end = phrases.clauseEnd(from: after, in: sentence, contrasts: tellsFigure)
    if opensSubordinate(before: start, in: sentence) {
      end = phrases.subordinateEnd(from: after, end: end)
    }
    // "Quotes a fee of 900 dollars, of which a fifth is paid out": the figure alone is quoted.
    if verb.kinds.isSubset(of: [.rating, .figure, .noun]) {
      end = phrases.relativeEnd(from: after, end: end)
    }
    if !opensClause(after) { end = deedEnd(from: after, end: end) }
    guard after < end else { return [] }
    if let left = antecedent(before: start, verb: after, in: sentence) {
      return [left, after..<end]
    }
    return [after..<end]
  }

  /// Where what somebody did follows what he named: "promised nothing, and still collected 8,400".
  private func deedEnd(from start: Int, end: Int) -> Int {
    (start..<max(start, end)).first { comma in
      guard phrases.isComma(comma), phrases.isA(words.coordinator, comma + 1) else { return false }
      let verb = phrases.isA(words.adverb, comma + 2) ? comma + 3 : comma + 2
      return verb < end && phrases.isA(words.verbPast, verb)
    } ?? end
  }

  /// "3,400 workers" in "3,400 workers the ministry says have left".
  private func antecedent(before start: Int, verb after: Int, in sentence: Range<Int>) -> Range<
    Int
  >? {
    guard phrases.isA(words.auxiliary, after) || phrases.isA(words.modal, after),
      let found = phrases.phrase(before: start, limit: sentence.lowerBound)
    else { return nil }
    return found.span.lowerBound..<start
  }

  /// Whether the subject opens a clause that a main clause follows: "While X said A, B".
  private func opensSubordinate(before start: Int, in sentence: Range<Int>) -> Bool {
    let previous = start - 1
    guard previous >= sentence.lowerBound,
      previous == sentence.lowerBound || phrases.isA(words.coordinator, previous - 1)
        || text.tokens[previous - 1].kind == .sign
    else { return false }
    return phrases.isA(words.subordinator, previous)
      || phrases.isA(words.contrast, previous)
        && !phrases.isA(words.coordinator, previous) && !phrases.isA(words.adverb, previous)
  }

  /// Whether what is said can stand before the subject.
  func isBehind(_ start: Int, cue: Range<Int>, in sentence: Range<Int>) -> Bool {
    start < cue.lowerBound && start > sentence.lowerBound
      && (phrases.isComma(start - 1) || phrases.isQuoteMark(start - 1)
        || text.isWord(words.as_, at: start - 1) || text.tokens[start - 1].isLongDash)
  }

  func endsFrame(_ index: Int, in sentence: Range<Int>) -> Bool {
    index >= sentence.upperBound || isSentenceSign(index)
  }

  /// Whether only a time, a place or an audience stands behind the verb: "said on Monday".
  func isTrailing(
    _ after: Int, start: Int, takesAudience: Bool, in sentence: Range<Int>
  ) -> Bool {
    if phrases.isQuoteMark(start - 1) { return !text.isWord(words.that, at: after) }
    return (takesAudience || opensAdverbial(after))
      && phrases.isAdverbial(from: after, in: sentence)
  }

  private func opensAdverbial(_ index: Int) -> Bool {
    phrases.isA(words.preposition, index) || phrases.isTime(index)
      || phrases.isA(words.adverb, index) || phrases.isA(words.subordinator, index)
      || phrases.isA(words.determiner, index) && phrases.isTime(index + 1)
  }

  /// What goes on behind "A, X said on Monday, B": from the comma, unless a relative follows.
  func goingOn(from start: Int, end: Int) -> Range<Int> {
    // "Sales came to 3 million, she reckons — twice as much".
    if start < end, text.tokens[start].isLongDash { return start..<end }
    guard start < end, let comma = (start..<end).first(where: { phrases.isComma($0) }),
      !phrases.isA(words.relative, comma + 1)
    else { return end..<end }
    return comma..<phrases.tail(from: comma, end: end)
  }

  func isSentenceSign(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.kind == .sign && !phrases.isQuoteMark(index)
      && !(token.isSign(":") || token.isSign("$") || token.isSign("€") || token.isSign("£"))
  }
}
