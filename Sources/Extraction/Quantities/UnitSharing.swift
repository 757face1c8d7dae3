import Language

/// Gives numbers without a unit the one that the sentence leaves out.
struct UnitSharing {
  let text: TokenizedText
  let tables: QuantityTables
  let sentence: Range<Int>

  /// Gives the numbers of a list the unit of its last one: "four-, five- and six-cylinder".
  func shareForward(_ candidates: inout [Candidate]) {
    guard candidates.count > 1 else { return }
    for index in stride(from: candidates.count - 2, through: 0, by: -1) {
      let next = candidates[index + 1]
      guard candidates[index].isBare, !next.isBare, !next.isInDate, next.form != .multiple,
        isListGap(tokens(from: candidates[index].core.upperBound, to: next.core.lowerBound))
          || isAdjectiveGap(candidates[index], next)
      else { continue }
      candidates[index].takeUnit(of: next)
      candidates[index].isList = true
      candidates[index + 1].isList = true
    }
  }

  /// "350 direct and 1,200 indirect jobs".
  private func isAdjectiveGap(_ first: Candidate, _ next: Candidate) -> Bool {
    let gap = tokens(from: first.core.upperBound, to: next.core.lowerBound)
    guard gap.count == 2, next.form == .count, next.noun.map({ $0.tokens.count > 1 }) == true,
      text.tokens[gap.lowerBound].isWord, !text.tokens[gap.lowerBound].isCapitalized
    else { return false }
    return text.isWord(tables.and, at: gap.lowerBound + 1)
  }

  /// "16369.03 up 58.06 points": a level right before its change.
  func shareLevels(_ candidates: inout [Candidate]) {
    guard candidates.count > 1 else { return }
    for index in 0..<candidates.count - 1 where candidates[index].isBare {
      let gap = tokens(
        from: candidates[index].core.upperBound, to: candidates[index + 1].core.lowerBound)
      guard gap.count == 1, text.isA(tables.directionParticle, at: gap.lowerBound),
        candidates[index + 1].noun?.head == "point"
      else { continue }
      candidates[index].takeUnit(of: candidates[index + 1])
    }
  }

  /// ", " and "and" and a hyphen that hangs: what stands between the numbers of a list.
  func isListGap(_ gap: Range<Int>) -> Bool {
    guard !gap.isEmpty, gap.count <= 4 else { return false }
    var links = 0
    for index in gap {
      if text.isSign(",", at: index) || text.isA(tables.listConnector, at: index)
        || text.isSign("/", at: index)
      {
        links += 1
      } else if text.phrase(tables.comparatorBefore, at: index) == nil,
        !text.tokens[index].isDash
      {
        return false
      }
    }
    return links > 0
  }

  /// The quantities before a bare number, the likeliest to share its unit first.
  ///
  /// That is the last one of about its size, and a conversion in brackets comes after the others.
  func order(_ earlier: [Candidate], for candidate: Candidate) -> [Candidate] {
    func isNear(_ other: Candidate) -> Bool {
      let (low, high) = (other.low.value, candidate.low.value)
      return low > 0 && high > 0 && low < high * 50 && high < low * 50
        && !text.isSign("(", at: other.span.lowerBound - 1)
    }
    // "120 Koreans on two sites": what a place counts comes last.
    func isPlace(_ other: Candidate) -> Bool {
      other.low.value < 10 && text.isA(tables.preposition, at: other.span.lowerBound - 1)
    }
    let latest = earlier.reversed()
    let near = latest.filter(isNear)
    return near.filter { !isPlace($0) } + near.filter(isPlace) + latest.filter { !isNear($0) }
  }

  /// What a bare number may take from the quantities before it.
  ///
  /// - Parameters:
  ///   - candidate: the number.
  ///   - earlier: the quantity before it in the sentence, or the last count of the paragraph.
  ///   - inSentence: whether it stands in the same sentence.
  func inherit(_ candidate: Candidate, from earlier: Candidate, inSentence: Bool) {
    guard candidate.isBare, !earlier.isBare, !earlier.isInDate, !earlier.isAge,
      !isPronoun(candidate)
    else { return }
    let start = candidate.span.lowerBound
    switch earlier.form {
    case .count, .vague:
      // A level of an index has the decimals of its points.
      if earlier.noun?.head == "point", !candidate.numeral.isPunctuated { return }
      guard !earlier.isStructural else { return }
      if candidate.numeral.hasDigits || candidate.comparator != nil || candidate.low.value > 12
        || isSubject(candidate) || isNamed(start)
      {
        take(earlier, candidate)
      }
    case .percent:
      guard inSentence, candidate.low.value < 100,
        text.isWord(tables.by, at: start - 1) || candidate.comparator != nil
          || candidate.numeral.hasDigits && (isCompared(start) || isReached(candidate))
      else { return }
      take(earlier, candidate)
    case .money:
      let isClose =
        (candidate.numeral.magnitude == earlier.numeral.magnitude || candidate.isFigure)
        && isWithin(5, candidate, earlier)
      // "280 yuan, 60 more than in January".
      if inSentence, candidate.low.value >= 10, isWithin(20, candidate, earlier),
        text.isA(tables.directionAfter, at: candidate.core.upperBound)
      {
        take(earlier, candidate)
        return
      }
      guard inSentence, candidate.numeral.magnitude > 0 || candidate.low.value >= 100,
        candidate.numeral.isPunctuated || candidate.numeral.magnitude > 0
          ? (isLinked(start) || isClose) && isWithin(20, candidate, earlier)
          : isClose && isCompared(start)
      else { return }
      take(earlier, candidate)
    case .measure:
      guard inSentence, candidate.numeral.hasDigits || isNamed(start) || isCompared(start),
        isLinked(start) || isNamed(start)
          || candidate.numeral.magnitude > 0
            && candidate.numeral.magnitude == earlier.numeral.magnitude
      else { return }
      take(earlier, candidate)
    default: return
    }
    if !inSentence { candidate.per = nil }
  }

  /// Takes the unit, and the magnitude where that is left out: "to 12 million tonnes from nine".
  private func take(_ earlier: Candidate, _ candidate: Candidate) {
    let start = candidate.span.lowerBound
    if candidate.numeral.magnitude == 0, !candidate.numeral.isPunctuated, candidate.high == nil,
      earlier.numeral.magnitude >= 6, isCompared(start) || isNamed(start), !isSubject(candidate)
    {
      let scaled = candidate.low.scaled(byPowerOfTen: earlier.numeral.magnitude)
      let (one, other) = (scaled.value, earlier.low.value)
      if one < other * 5, other < one * 5 { candidate.low = scaled }
    }
    candidate.takeUnit(of: earlier)
  }

  /// "South Korea 11.9 million and India nine": behind a name.
  private func isNamed(_ start: Int) -> Bool {
    start - 2 >= sentence.lowerBound && text.tokens[start - 1].isWord
      && text.tokens[start - 1].isCapitalized
  }

  /// "Mixed up the two": a pronoun, unless what was done with them follows ("the nine planned").
  private func isPronoun(_ candidate: Candidate) -> Bool {
    !candidate.numeral.hasDigits && candidate.low.value <= 12
      && (text.isA(tables.article, at: candidate.span.lowerBound - 1)
        || text.isA(tables.demonstrative, at: candidate.span.lowerBound - 1))
      && !text.isA(tables.verbPast, at: candidate.core.upperBound)
  }

  /// "three were hurt", "three more": a number in words that stands for what it counts.
  private func isSubject(_ candidate: Candidate) -> Bool {
    let next = candidate.core.upperBound
    return text.isA(tables.countModifier, at: next) || text.isA(tables.auxiliary, at: next)
      || text.isA(tables.modal, at: next)
      || text.isA(tables.verbPast, at: next)
  }

  /// What the sentences before give to a number without a unit.
  ///
  /// A count of the same paragraph; of another one only for "3,000 of them" and "a further 2,000".
  func inherit(_ candidate: Candidate, from memory: QuantityMemory, isFirst: Bool) {
    guard candidate.isBare else { return }
    let count = memory.count(for: candidate)
    if let measure = memory.measure, count?.numeral.magnitude != candidate.numeral.magnitude,
      isOfOneSize(candidate, measure)
    {
      candidate.takeUnit(of: measure)
      candidate.per = nil
      return
    }
    if candidate.isFigure, isPriced(candidate) {
      if let money = memory.money { candidate.takeUnit(of: money) }
      candidate.per = nil
      return
    }
    if let count,
      memory.isCountNear || continuesCount(candidate)
        || memory.isCountBefore && isReached(candidate) && candidate.low.value >= 10
    {
      inherit(candidate, from: count, inSentence: false)
    }
    if let measure = memory.measure, isFirst { inheritMagnitude(candidate, from: measure) }
  }

  /// "Japan took 14 million tonnes. South Korea took 11.9 million."
  private func isOfOneSize(_ candidate: Candidate, _ measure: Candidate) -> Bool {
    // "A kilo fetched 1.45 dollars. It is now 0.98."
    if candidate.numeral.isPunctuated, measure.numeral.isPunctuated, !candidate.isFigure {
      return candidate.numeral.magnitude == measure.numeral.magnitude
        && isWithin(5, candidate, measure) && isReached(candidate)
    }
    return candidate.isFigure && measure.isFigure
      && isWithin(
        candidate.numeral.magnitude == measure.numeral.magnitude ? 30 : 5, candidate, measure)
  }

  /// Whether neither number is more than so many times the other.
  private func isWithin(_ factor: Double, _ one: Candidate, _ other: Candidate) -> Bool {
    one.low.value < other.low.value * factor && other.low.value < one.low.value * factor
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

  private func continuesCount(_ candidate: Candidate) -> Bool {
    let next = candidate.core.upperBound
    if text.isWord(tables.of, at: next), text.isA(tables.pronoun, at: next + 1) { return true }
    return text.phrase(
      tables.directionSkip, endingAt: candidate.core.lowerBound, from: sentence.lowerBound
    )
    .map { $0.0.count > 1 || text.isA(tables.determiner, at: $0.1) } ?? false
  }

  /// "It was 173 million tonnes; by 2032 we must reach 270": the magnitude is left out as well.
  private func inheritMagnitude(_ candidate: Candidate, from measure: Candidate) {
    guard candidate.isBare, candidate.numeral.hasDigits, candidate.low.value < 1000,
      candidate.numeral.magnitude == 0, measure.numeral.magnitude >= 6,
      candidate.low.value >= 10 || candidate.numeral.isPunctuated, isReached(candidate)
    else { return }
    let mantissa = measure.low.scaled(byPowerOfTen: -measure.numeral.magnitude).value
    guard mantissa < candidate.low.value * 3, candidate.low.value < mantissa * 3 else { return }
    candidate.low = candidate.low.scaled(byPowerOfTen: measure.numeral.magnitude)
    candidate.takeUnit(of: measure)
    candidate.per = nil
  }

  /// Whether a verb or "to" stands right before the number.
  private func isReached(_ candidate: Candidate) -> Bool {
    var before = candidate.span.lowerBound - 1
    if text.isA(tables.adverb, at: before) { before -= 1 }
    return text.isA(tables.verbBase, at: before) || text.isA(tables.verbPast, at: before)
      || text.isWord(tables.to, at: before) || text.isA(tables.auxiliary, at: before)
  }

  /// Whether a conjunction or a word of comparison stands right before the number.
  private func isLinked(_ start: Int) -> Bool {
    text.isA(tables.listConnector, at: start - 1) || text.isSign(",", at: start - 1)
      || isCompared(start) || text.isWord(tables.of, at: start - 1)
      || text.isA(tables.rangeOpener, at: start - 1)
      || text.isA(tables.rangeOpener, at: start)
  }

  /// "8 percent in April and 11 in May", "34 percent, up from 17": a level beside another.
  private func isCompared(_ start: Int) -> Bool {
    text.isWord(tables.and, at: start - 1) || text.isA(tables.levelPreposition, at: start - 1)
      || text.isWord(tables.than, at: start - 1)
      || text.phrase(tables.comparisonBase, endingAt: start, from: sentence.lowerBound) != nil
  }

  /// "nine of November's 20 trading days": an owner before the whole.
  private func isPossessive(_ gap: Range<Int>) -> Bool {
    (3...4).contains(gap.count) && text.isA(tables.possessive, at: gap.upperBound - 1)
  }

  /// "280 million of the 1.5 billion shekels": the part takes the unit of the whole.
  func sharePart(_ candidates: inout [Candidate]) {
    guard candidates.count > 1 else { return }
    for index in 0..<candidates.count - 1 where candidates[index].isBare {
      let gap = tokens(
        from: candidates[index].core.upperBound, to: candidates[index + 1].core.lowerBound)
      guard (1...2).contains(gap.count) || isPossessive(gap),
        text.isWord(tables.of, at: gap.lowerBound),
        !candidates[index + 1].isBare, !candidates[index + 1].isInDate,
        !candidates[index].numeral.isFraction
      else { continue }
      candidates[index].takeUnit(of: candidates[index + 1])
    }
  }
}
