import Language

/// What the sentences before give to a number without a unit.
extension UnitSharing {
  /// Gives a number the unit of what was told before its sentence.
  ///
  /// The first of these: what a question asked the number of; for an object or "it was 130", the last
  /// quantity; for millions, money of this paragraph; a measure of about its size; behind a cost, the
  /// last currency, and behind what is paid that of this paragraph; the count of this paragraph, or of
  /// the one before where a verb leads to the number, of any other only for "3,000 of them" and "a
  /// further 2,000"; a measure with its millions.
  func inherit(_ candidate: Candidate, from memory: QuantityMemory, isFirst: Bool) {
    guard candidate.isBare else { return }
    if let asked = memory.asked, opensAnswer(candidate) {
      candidate.takeNoun(asked)
      return
    }
    if let latest = memory.latest, continues(candidate, latest) {
      candidate.takeUnit(of: latest)
      return
    }
    let count = memory.count(for: candidate)
    if let money = memory.moneyNear, candidate.numeral.magnitude >= 6,
      (count?.numeral.magnitude ?? 0) < 6, candidate.endsClause(sentence, text)
    {
      candidate.takeUnit(of: money, withRate: false)
      return
    }
    if let measure = memory.measure, count?.numeral.magnitude != candidate.numeral.magnitude,
      isOfOneSize(candidate, measure)
    {
      candidate.takeUnit(of: measure, withRate: false)
      return
    }
    if candidate.isFigure, isPriced(candidate) {
      if let money = memory.money { candidate.takeUnit(of: money, withRate: false) }
      return
    }
    if let money = memory.moneyNear, isPaid(candidate),
      candidate.endsClause(sentence, text)
        || text.isA(tables.preposition, at: candidate.core.upperBound)
    {
      candidate.takeUnit(of: money, withRate: false)
      return
    }
    if let count,
      memory.paragraphsSinceCount == 0 || continuesCount(candidate)
        || memory.paragraphsSinceCount == 1 && isReached(candidate) && candidate.low.value >= 10
    {
      inherit(candidate, from: count, inSentence: false)
    }
    if let measure = memory.measure, isFirst { inheritMagnitude(candidate, from: measure) }
  }

  /// Whether a number goes on with the last quantity, told in this sentence or the one before.
  private func continues(_ candidate: Candidate, _ latest: Candidate) -> Bool {
    // A stretch of time mostly says when: "in twelve months. Estimates go as high as 50,000."
    guard latest.form != .duration || candidate.isWithin(10, of: latest),
      text.sentence(of: latest.number.lowerBound) + 1 >= text.sentence(of: sentence.lowerBound)
    else { return false }
    return isObject(candidate) || isLevelOfPronoun(candidate, latest)
  }

  /// "Japan took 14 million tonnes. South Korea took 11.9 million."
  private func isOfOneSize(_ candidate: Candidate, _ measure: Candidate) -> Bool {
    // "A kilo fetched 1.45 dollars. It is now 0.98."
    if candidate.numeral.isPunctuated, measure.numeral.isPunctuated, !candidate.isFigure {
      return candidate.numeral.magnitude == measure.numeral.magnitude
        && candidate.isWithin(5, of: measure) && isReached(candidate)
    }
    return candidate.isFigure && measure.isFigure
      && candidate.isWithin(
        candidate.numeral.magnitude == measure.numeral.magnitude ? 30 : 5, of: measure)
  }

  /// At the head of its sentence or turn, or behind a verb.
  private func opensAnswer(_ candidate: Candidate) -> Bool {
    let start = candidate.span.lowerBound
    return start == sentence.lowerBound || text.isSign(":", at: start - 1) || isReached(candidate)
      || isObject(candidate) || text.tokens[start - 1].flags.contains(.opensQuote)
  }

  /// "The soup costs 240 rubles. Before the fire it was 130."
  private func isLevelOfPronoun(_ candidate: Candidate, _ latest: Candidate) -> Bool {
    let before = candidate.span.lowerBound - 1
    return text.isA(tables.auxiliary, at: before)
      && text.isA(tables.backwardPronoun, at: before - 1)
      && candidate.endsClause(sentence, text)
      && latest.numeral.magnitude == candidate.numeral.magnitude
  }

  /// "At a cost of 9 billion": money, in the currency told last.
  private func isPriced(_ candidate: Candidate) -> Bool {
    var index = candidate.span.lowerBound - 1
    while index > sentence.lowerBound,
      text.isA(tables.preposition, at: index) || text.isA(tables.auxiliary, at: index)
        || text.isA(tables.determiner, at: index)
    { index -= 1 }
    return text.isA(tables.moneyWord, at: index)
  }

  /// "Buyers were paying up to 7", where a kilo costs 3 euros now.
  func isPaid(_ candidate: Candidate) -> Bool {
    var index = candidate.span.lowerBound - 1
    // "Sell it for 59".
    if text.isA(tables.preposition, at: index) { index -= 1 }
    if text.isA(tables.pronoun, at: index) { index -= 1 }
    return text.isForm(of: tables.priceVerb, at: index)
  }

  private func continuesCount(_ candidate: Candidate) -> Bool {
    let next = candidate.core.upperBound
    if text.isWord(tables.of, at: next), text.isA(tables.pronoun, at: next + 1) { return true }
    // "150 more are on their way".
    if text.isA(tables.countModifier, at: next), text.isA(tables.auxiliary, at: next + 1) {
      return true
    }
    return text.phrase(
      tables.directionSkip, endingAt: candidate.core.lowerBound, from: sentence.lowerBound
    )
    .map { $0.0.count > 1 || text.isA(tables.determiner, at: $0.1) } ?? false
  }

  /// "It was 173 million tonnes; by 2032 we must reach 270": the magnitude is left out as well.
  private func inheritMagnitude(_ candidate: Candidate, from measure: Candidate) {
    guard candidate.isBare, candidate.numeral.hasDigits, candidate.low.value < 1000,
      candidate.low.value >= 10 || candidate.numeral.isPunctuated, isReached(candidate),
      scale(candidate, like: measure, within: 3)
    else { return }
    candidate.takeUnit(of: measure, withRate: false)
  }
}
