import Language

/// Numbers that belong to a name, label something, or stand for no count.
extension BareNumberJudge {
  /// Drops numbers that belong to a name, label something, or stand for no count.
  ///
  /// A label before it makes one of it, too: "codes 8542 and 8507".
  func drop(_ candidate: Candidate, next: Candidate?, previous: Candidate?) {
    let label = previous.flatMap { $0.isLabel ? $0 : nil }
    if isOrdinalOfUnit(candidate) {
      candidate.exclusion = .fraction
      return
    }
    guard candidate.unit == nil || candidate.isInherited, !candidate.isAge else { return }
    if let label, goesOn(label, candidate) {
      candidate.exclusion = .label
      candidate.isLabel = true
      return
    }
    if isLabel(candidate), !isConjunct(candidate, after: previous) {
      candidate.exclusion = .label
      candidate.isLabel = true
      return
    }
    guard candidate.unit == nil else { return }
    candidate.exclusion =
      isPronounOne(candidate)
      ? .pronoun
      : isYearLike(candidate)
        ? .year
        : isNamePart(candidate)
          ? .name
          : isOrdinalFraction(candidate) ? .fraction : isPair(candidate, next) ? .score : nil
  }

  /// "the one", "no one", "one day", "this one".
  private func isPronounOne(_ candidate: Candidate) -> Bool {
    let index = candidate.number.lowerBound
    guard text.isWord(tables.one, at: index), candidate.number.count == 1,
      candidate.comparator != .range
    else { return false }
    if candidate.noun == nil { return !candidate.isList }
    if candidate.isHyphenated { return true }
    if candidate.form == .oneOf {
      return text.isA(tables.article, at: index - 1)
        || text.isA(tables.demonstrative, at: index - 1)
    }
    return text.isA(tables.determiner, at: index - 1) || text.isA(tables.pronoun, at: index - 1)
      || text.isWord(tables.at, at: index - 1)
  }

  /// "China bought 4 million tonnes and North Korea 40,000": a name and its number, joined to another
  /// number.
  private func isConjunct(_ candidate: Candidate, after previous: Candidate?) -> Bool {
    guard candidate.isBare, let previous, !previous.isBare, previous.exclusion == nil else {
      return false
    }
    let all = tokens(from: previous.core.upperBound, to: candidate.span.lowerBound)
    // "Sent 3,000 students to Beijing last year, Mongolia 1,200": no verb before the sign.
    let sign = all.last { text.isSign(",", at: $0) } ?? all.lowerBound
    guard all.count <= 12,
      !(all.lowerBound..<max(sign, all.lowerBound)).contains(where: {
        text.isA(tables.verbPast, at: $0) || text.isA(tables.verbS, at: $0)
          || text.isA(tables.auxiliary, at: $0) || text.isA(tables.modal, at: $0)
          || text.isA(tables.subordinator, at: $0) || text.isA(tables.relative, at: $0)
      })
    else { return false }
    let gap = sign..<all.upperBound
    // "…, Channel 12 reported" says whose words they are.
    let next = candidate.core.upperBound
    guard
      sign == all.lowerBound || next >= sentence.upperBound || text.tokens[next].kind == .sign
        || text.isA(tables.coordinator, at: next)
    else { return false }
    guard (2...5).contains(gap.count),
      text.isSign(",", at: gap.lowerBound) || text.isA(tables.coordinator, at: gap.lowerBound)
    else { return false }
    return gap.dropFirst().allSatisfy {
      text.tokens[$0].isCapitalized || text.isA(tables.determiner, at: $0)
        || text.isA(tables.coordinator, at: $0) || text.isA(tables.preposition, at: $0)
    }
  }

  /// "Model 3", "S&P 500", "room 5", "the sp 500".
  private func isLabel(_ candidate: Candidate) -> Bool {
    let start = candidate.core.lowerBound
    guard start > sentence.lowerBound, candidate.numeral.magnitude == 0,
      candidate.comparator == nil || candidate.span.lowerBound == start
    else { return false }
    var before = start - 1
    if text.isSign(".", at: before), text.tokens[before].isJoined, before > sentence.lowerBound {
      before -= 1
      guard let value = text.value(tables.labelNoun, at: before) else { return false }
      return candidate.noun == nil || value == "always"
    }
    let token = text.tokens[before]
    guard token.isWord, !text.tokens[start].flags.contains(.opensLine) else { return false }
    // "Last week 40 trucks": the week is a time.
    if text.isA(tables.numbers.ordinal, at: before - 1)
      || text.isA(tables.demonstrative, at: before - 1),
      candidate.noun?.isPlural == true
    {
      return false
    }
    // "To house 60 dogs".
    if text.isWord(tables.to, at: before - 1), text.isA(tables.verbBase, at: before) {
      return false
    }
    // "They number 11,000".
    if candidate.noun == nil, candidate.isFigure, text.isForm(of: tables.reachingVerb, at: before) {
      return false
    }
    if text.isA(tables.labelNoun, at: before), candidate.numeral.isPunctuated,
      candidate.noun?.isPlural == false
    {
      return true
    }
    if text.isA(tables.labelNoun, at: before),
      candidate.noun == nil || candidate.numeral.hasDigits && !candidate.numeral.isPunctuated
    {
      return true
    }
    if candidate.isInherited || isFunctionWord(before) { return false }
    // "The ferry Sakhalin 9 sails": a verb, and nothing counted.
    if token.isCapitalized, before > sentence.lowerBound, let noun = candidate.noun,
      noun.tokens.count == 1, text.isA(tables.verbS, at: noun.tokens.lowerBound),
      !text.isA(tables.nounFirst, at: noun.tokens.lowerBound), candidate.numeral.hasDigits
    {
      return true
    }
    if token.isCapitalized, before > sentence.lowerBound || candidate.noun == nil {
      return candidate.noun == nil || !isPluralCount(candidate) || opensWithCapital(candidate)
        || token.length <= 2 || token.flags.contains(.capitals)
    }
    // A noun right before a bare number: it labels the noun.
    // "In the previous twelve months 95 had left": a time labels nothing.
    if text.isA(tables.dateUnit, at: before),
      text.isA(tables.auxiliary, at: candidate.core.upperBound)
        || text.isA(tables.verbPast, at: candidate.core.upperBound)
    {
      return false
    }
    return candidate.noun == nil && !candidate.numeral.isPunctuated && candidate.numeral.hasDigits
      && !isVerb(before) && !text.isA(tables.impliedNoun, at: before)
  }

  private func opensWithCapital(_ candidate: Candidate) -> Bool {
    candidate.noun.map { text.tokens[$0.tokens.lowerBound].isCapitalized } ?? false
  }

  /// "iPhone 11 and 11 Pro Max": digits with a name behind.
  private func isNamePart(_ candidate: Candidate) -> Bool {
    candidate.numeral.hasDigits && candidate.numeral.magnitude == 0 && candidate.low.value != 1
      && !candidate.numeral.isPunctuated && opensWithCapital(candidate)
      && !isPluralCount(candidate) && !candidate.isHyphenated
      || isNamedInWords(candidate)
  }

  /// "Big Ten schools", "the straight-six": a number word that is part of a name or of another word.
  private func isNamedInWords(_ candidate: Candidate) -> Bool {
    let index = candidate.number.lowerBound
    guard !candidate.numeral.hasDigits, index > sentence.lowerBound, text.tokens[index].isWord
    else { return false }
    let before = text.tokens[index - 1]
    if text.tokens[index].isCapitalized, !text.tokens[index].flags.contains(.capitals) {
      return before.isWord && before.isCapitalized && !isFunctionWord(index - 1)
    }
    return text.tokens[index].isJoined && before.isDash && before.isJoined
      && !before.isLongDash && candidate.number.count == 1
  }

  private func isPluralCount(_ candidate: Candidate) -> Bool {
    candidate.noun?.isPlural ?? false
  }

  private func isFunctionWord(_ index: Int) -> Bool {
    text.isA(tables.preposition, at: index) || text.isA(tables.determiner, at: index)
      || text.isA(tables.auxiliary, at: index) || text.isA(tables.modal, at: index)
      || text.isA(tables.coordinator, at: index) || text.isA(tables.subordinator, at: index)
      || text.isA(tables.adverb, at: index) || text.isA(tables.pronoun, at: index)
      || text.isA(tables.relative, at: index) || text.isA(tables.possessive, at: index)
      || text.isA(tables.negation, at: index)
      || text.phrase(tables.comparatorBefore, at: index) != nil
      || text.isA(tables.directionParticle, at: index)
  }

  func isVerb(_ index: Int) -> Bool {
    text.isA(tables.verbPast, at: index) || text.isA(tables.verbS, at: index)
      || text.isA(tables.verbParticiple, at: index)
      || text.isA(tables.verbBase, at: index) || text.isA(tables.verbIng, at: index)
  }

  /// Four digits from 1900 on without a unit, where no word says that they count.
  private func isYearLike(_ candidate: Candidate) -> Bool {
    let index = candidate.numeral.tokens.lowerBound
    let exclusions = NumberExclusions(text: text, tables: tables, sentence: sentence)
    guard exclusions.isYear(index), candidate.numeral.tokens.count == 1,
      candidate.numeral.magnitude == 0, candidate.low.value >= 1900
    else { return false }
    if candidate.comparator == .range { return exclusions.isYear(candidate.number.lowerBound) }
    return candidate.comparator == nil && !countsBodies(candidate) || candidate.noun == nil
  }

  /// "Employs 1950 workers"; but "in 1990 workers struck", "the 2024 cars".
  private func countsBodies(_ candidate: Candidate) -> Bool {
    let before = candidate.span.lowerBound - 1
    guard let noun = candidate.noun, noun.tokens.lowerBound == candidate.number.upperBound,
      noun.tokens.last.map({ text.isA(tables.bodyNoun, at: $0) }) == true,
      before >= sentence.lowerBound
    else { return false }
    return isVerb(before) && !text.isA(tables.preposition, at: before)
  }

  /// "a third person", "the second half": no fraction.
  private func isOrdinalFraction(_ candidate: Candidate) -> Bool {
    guard candidate.numeral.isFraction, !candidate.numeral.hasDigits else { return false }
    let first = candidate.number.lowerBound
    if text.isA(tables.numbers.ordinal, at: first - 1), candidate.number.count == 1 { return true }
    let next = candidate.number.upperBound
    guard next < sentence.upperBound, candidate.noun != nil, !text.isWord(tables.of, at: next)
    else { return false }
    // "half the revenue" is one; "half point" and "third person" are not.
    return !text.isA(tables.determiner, at: next)
  }

  /// "For a third month", "a fifth year": which one, not how much.
  ///
  /// Halves and quarters have words of their own, and "a quarter mile" is a length.
  private func isOrdinalOfUnit(_ candidate: Candidate) -> Bool {
    let first = candidate.number.lowerBound
    guard candidate.unit != nil, candidate.numeral.isFraction, !candidate.numeral.hasDigits,
      candidate.number.count == 2, text.isA(tables.article, at: first),
      text.isA(tables.numbers.ordinal, at: first + 1)
    else { return false }
    let next = candidate.number.upperBound
    return !text.isWord(tables.of, at: next) && !text.isA(tables.determiner, at: next)
  }

  /// "2-1", "89-89": a score.
  private func isPair(_ candidate: Candidate, _ next: Candidate?) -> Bool {
    // "a 112-98 win": a falling range before a singular.
    if candidate.comparator == .range, candidate.isFalling, !candidate.numeral.isPunctuated,
      candidate.noun?.isPlural != true
    {
      return true
    }
    let start = candidate.core.lowerBound
    let end = candidate.number.upperBound
    if candidate.noun == nil, end + 1 < sentence.upperBound, text.tokens[end].isDash,
      text.tokens[end].isJoined, text.tokens[end + 1].isJoined, text.tokens[end + 1].isNumber
    {
      return true
    }
    return start - 2 >= sentence.lowerBound && text.tokens[start - 1].isDash
      && text.tokens[start - 1].isJoined && text.tokens[start - 2].isNumber && candidate.noun == nil
  }

  /// Whether a list of labels goes on with a number of the same looks.
  func goesOn(_ label: Candidate, _ candidate: Candidate) -> Bool {
    let gap = tokens(from: label.number.upperBound, to: candidate.number.lowerBound)
    guard gap.count == 1, candidate.numeral.hasDigits, !candidate.numeral.isPunctuated,
      candidate.numeral.magnitude == 0
    else { return false }
    return text.isA(tables.listConnector, at: gap.lowerBound)
      || text.isSign(",", at: gap.lowerBound)
      || text.tokens[gap.lowerBound].isDash
  }
}
