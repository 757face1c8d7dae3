import Language

/// Numbers that tell an age: "Lin Haoran, 41", "he turned 40".
extension BareNumberJudge {
  /// "Lin Haoran, 41, an economist", "he will be 35", "aged 25", "an expectancy of around 73".
  ///
  /// The number before it makes an age of the second one in "aged 7 and 11".
  func readAge(_ candidate: Candidate, after previous: Candidate?) {
    guard !candidate.isAge else { return }
    if let previous, previous.isAge, candidate.isBare || candidate.form == .count,
      previous.form == .age, goesOn(previous, candidate), !hasOwnNoun(candidate)
    {
      makeAge(candidate, keepsUnit: false)
      candidate.noun = nil
      candidate.core = candidate.number
      return
    }
    if candidate.form == .duration, candidate.unit?.dimension == "time" {
      if isBehindAgeNoun(candidate, reach: 3, verbs: false) { makeAge(candidate, keepsUnit: true) }
      return
    }
    guard candidate.isBare, !candidate.numeral.isPunctuated, candidate.numeral.magnitude == 0,
      candidate.low.value >= 1, candidate.low.value <= 120
    else { return }
    if isBehindAgeNoun(candidate, reach: 9, verbs: true) || isBehindName(candidate)
      || isBehindPerson(candidate) || isBoundOfAge(candidate) || isOfPerson(candidate)
    {
      makeAge(candidate, keepsUnit: false)
    }
  }

  /// Whether what is counted stands behind the number itself, and was not taken over from another.
  private func hasOwnNoun(_ candidate: Candidate) -> Bool {
    candidate.noun.map { $0.tokens.lowerBound >= candidate.number.upperBound } ?? false
      && !candidate.isInherited
  }

  private func makeAge(_ candidate: Candidate, keepsUnit: Bool) {
    candidate.isAge = true
    candidate.form = .age
    if !keepsUnit { candidate.unit = tables.units["a"] }
  }

  private func isBehindAgeNoun(_ candidate: Candidate, reach: Int, verbs: Bool) -> Bool {
    let end = candidate.core.lowerBound
    for index in stride(from: end - 1, through: max(sentence.lowerBound, end - reach), by: -1) {
      let token = text.tokens[index]
      if text.isA(tables.ageBefore, at: index) { return true }
      if token.kind == .sign || token.isNumber { return false }
      if !verbs, !text.isA(tables.preposition, at: index), !text.isA(tables.determiner, at: index) {
        return false
      }
      if text.isA(tables.verbPast, at: index), !text.isA(tables.auxiliary, at: index) {
        return false
      }
    }
    return false
  }

  /// Between commas, behind a name of two words or more.
  private func isBehindName(_ candidate: Candidate) -> Bool {
    let start = candidate.core.lowerBound
    let end = candidate.core.upperBound
    // "Kohli, 36, has retired": one name at the head of its sentence, and a verb behind.
    if candidate.numeral.hasDigits, start - 2 == sentence.lowerBound,
      text.isSign(",", at: start - 1), text.isSign(",", at: end), candidate.low.value >= 16,
      text.tokens[start - 2].isCapitalized, text.tokens[start - 2].code < 0,
      text.isA(tables.auxiliary, at: end + 1) || text.isA(tables.verbPast, at: end + 1)
    {
      return true
    }
    guard candidate.numeral.hasDigits, text.isSign(",", at: start - 1), candidate.low.value >= 2,
      start - 3 >= sentence.lowerBound, end < sentence.upperBound,
      text.isSign(",", at: end) || text.isSign(")", at: end) || text.isSign(";", at: end)
        || text.isSign(".", at: end)
    else { return false }
    // "the minister, 58, said": a grown person without a name.
    if text.isA(tables.article, at: start - 3), text.isSign(",", at: end),
      candidate.low.value >= 18, text.isA(tables.verbPast, at: end + 1)
    {
      return true
    }
    return [start - 2, start - 3].allSatisfy {
      text.tokens[$0].isWord && text.tokens[$0].isCapitalized
        && !text.isA(tables.month, at: $0)
    }
  }

  /// "Children under three", "most of the welders are over 50".
  private func isBoundOfAge(_ candidate: Candidate) -> Bool {
    let start = candidate.span.lowerBound
    guard candidate.comparator != nil, !candidate.approximate, start < candidate.core.lowerBound,
      candidate.endsClause(sentence, text)
    else { return false }
    return text.isA(tables.bodyNoun, at: start - 1)
      || text.isA(tables.auxiliary, at: start - 1) && text.isA(tables.bodyNoun, at: start - 2)
        && candidate.numeral.hasDigits && candidate.low.value < 90
  }

  /// "Said Bold, a herder of 61".
  private func isOfPerson(_ candidate: Candidate) -> Bool {
    let of = candidate.span.lowerBound - 1
    return text.isWord(tables.of, at: of) && text.isA(tables.article, at: of - 2)
      && text.isA(tables.personNoun, at: of - 1) && candidate.comparator == nil
      && (10...110).contains(candidate.low.value) && candidate.endsClause(sentence, text)
  }

  /// "He will be 35", "she turned 40": a person, a form of "to be", and nothing behind.
  private func isBehindPerson(_ candidate: Candidate) -> Bool {
    let start = candidate.span.lowerBound
    guard candidate.comparator == nil || candidate.approximate,
      text.isA(tables.ageVerb, at: start - 1), candidate.low.value >= 2
    else { return false }
    for index in stride(from: start - 2, through: max(sentence.lowerBound, start - 6), by: -1) {
      if text.value(tables.ageVerb, at: index) == "who" { return true }
      guard
        text.isA(tables.auxiliary, at: index) || text.isA(tables.modal, at: index)
          || text.isA(tables.adverb, at: index) || text.isA(tables.ageVerb, at: index)
      else { return false }
    }
    return false
  }
}
