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
      // "47 to 41 percent".
      let isResult =
        candidates[index + 1].isPercent && gap.count == 1
        && text.isWord(tables.to, at: gap.lowerBound)
      guard
        isResult
          || gap.count == 1 && text.isA(tables.directionParticle, at: gap.lowerBound)
            && candidates[index + 1].noun?.head == "point"
          || isLevelBefore(gap, candidates[index + 1])
      else { continue }
      candidates[index].takeUnit(of: candidates[index + 1])
    }
  }

  /// "Went up to 22 from 20 percent", "cut it by 40 to 110 aircraft": the unit stands behind the second
  /// level, or behind the level that a change led to.
  private func isLevelBefore(_ gap: Range<Int>, _ next: Candidate) -> Bool {
    guard gap.count == 1, next.form != .multiple, next.form != .duration, !next.isInDate,
      !next.isBare
    else { return false }
    let before = gap.lowerBound - 2
    return (next.isPercent || next.noun?.head == "point")
      && text.isWord(tables.from, at: gap.lowerBound)
      && text.isA(tables.levelPreposition, at: before)
      || text.isWord(tables.to, at: gap.lowerBound) && text.isWord(tables.by, at: before)
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
      other.isWithin(50, of: candidate) && !text.isSign("(", at: other.span.lowerBound - 1)
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
    let start = candidate.span.lowerBound
    guard candidate.isBare, !earlier.isBare, !earlier.isInDate, !earlier.isAge,
      !isPronoun(candidate),
      !earlier.isExchangeRate || isBase(start) || text.isWord(tables.from, at: start - 1)
    else { return }
    if inSentence, [.money, .measure, .duration].contains(earlier.form),
      isContrast(candidate) || isPartOf(earlier, candidate) || isOfPlace(candidate, like: earlier)
        || isBase(start) && endsPlainly(candidate) && candidate.isWithin(20, of: earlier)
    {
      take(earlier, candidate)
      return
    }
    switch earlier.form {
    case .count, .vague:
      // A level of an index has the decimals of its points.
      if earlier.noun?.head == "point", !candidate.numeral.isPunctuated { return }
      guard !earlier.isStructural else { return }
      // "Mixed up the two": what was named before is pointed to, not counted.
      if !candidate.numeral.hasDigits, candidate.low.value < 20,
        text.isA(tables.article, at: start - 1)
      {
        return
      }
      if candidate.numeral.hasDigits || candidate.comparator != nil || candidate.low.value > 12
        || isSubject(candidate) || isNamed(start) || isBase(start) || isObject(candidate)
      {
        take(earlier, candidate, withRate: inSentence)
      }
    case .percent:
      guard inSentence, candidate.low.value < 100,
        isBy(start) || candidate.comparator != nil || isParallel(start, to: earlier)
          || candidate.numeral.hasDigits && (isCompared(start) || isReached(candidate))
      else { return }
      take(earlier, candidate)
    case .money:
      let isClose =
        (candidate.numeral.magnitude == earlier.numeral.magnitude || candidate.isFigure)
        && candidate.isWithin(5, of: earlier)
      // "280 yuan, 60 more than in January".
      if inSentence, candidate.low.value >= 10, candidate.isWithin(20, of: earlier),
        text.isA(tables.directionAfter, at: candidate.core.upperBound)
      {
        take(earlier, candidate)
        return
      }
      // "Will go up by 12,000 roubles to 312,000", "buy a crate for 64 euros and sell it for 59".
      let isLevel =
        earlier.direction != nil && start - earlier.core.upperBound <= 2
        && text.isWord(tables.to, at: start - 1)
      if inSentence, isLevel || isPaid(candidate) {
        take(earlier, candidate, withRate: isLevel)
        return
      }
      guard inSentence, candidate.numeral.magnitude > 0 || candidate.low.value >= 100,
        candidate.numeral.isPunctuated || candidate.numeral.magnitude > 0
          ? (isLinked(start) || isClose) && candidate.isWithin(20, of: earlier)
          : isClose && (isCompared(start) || isReached(candidate))
      else { return }
      take(earlier, candidate)
    case .measure:
      guard inSentence,
        candidate.numeral.hasDigits || isNamed(start) || isCompared(start) || isObject(candidate),
        isLinked(start) || isNamed(start)
          || candidate.numeral.magnitude > 0
            && candidate.numeral.magnitude == earlier.numeral.magnitude
          || candidate.isFigure && earlier.isFigure && candidate.isWithin(5, of: earlier)
          || isObject(candidate)
      else { return }
      take(earlier, candidate)
    // "Six hours instead of fourteen".
    case .duration:
      guard inSentence, isBase(start) else { return }
      take(earlier, candidate)
    default: return
    }
  }

  /// "The fine is 500 yuan, not 5,000".
  private func isContrast(_ candidate: Candidate) -> Bool {
    let start = candidate.span.lowerBound
    return text.isA(tables.negation, at: start - 1) && text.isSign(",", at: start - 2)
      && candidate.endsClause(sentence, text)
  }

  /// "Of the 860 kilometres of rail, only 120 are electrified".
  private func isPartOf(_ whole: Candidate, _ candidate: Candidate) -> Bool {
    let start = sentence.lowerBound
    guard text.isWord(tables.of, at: start), whole.core.lowerBound <= start + 3,
      isSubject(candidate), candidate.low.value < whole.low.value
    else { return false }
    return (max(start, candidate.span.lowerBound - 3)..<candidate.span.lowerBound).contains {
      text.isSign(",", at: $0)
    }
  }

  /// "60 euros in Berlin and 20 in Prenzlau".
  private func isOfPlace(_ candidate: Candidate, like earlier: Candidate) -> Bool {
    let (next, other) = (candidate.core.upperBound, earlier.core.upperBound)
    guard next + 1 < sentence.upperBound, text.isA(tables.preposition, at: next),
      text.tokens[next].code == text.tokens[other].code, text.tokens[next + 1].isCapitalized,
      text.tokens[other + 1].isCapitalized
    else { return false }
    return isLinked(candidate.span.lowerBound) && candidate.isWithin(50, of: earlier)
  }

  /// Behind the number stands a sign or a preposition, and no noun.
  private func endsPlainly(_ candidate: Candidate) -> Bool {
    candidate.endsClause(sentence, text)
      || text.isA(tables.preposition, at: candidate.core.upperBound)
  }

  /// Takes the unit, and the magnitude where that is left out: "to 12 million tonnes from nine".
  private func take(_ earlier: Candidate, _ candidate: Candidate, withRate: Bool = true) {
    let start = candidate.span.lowerBound
    if !candidate.numeral.isPunctuated, isCompared(start) || isNamed(start), !isSubject(candidate) {
      scale(candidate, like: earlier, within: 5)
    }
    candidate.takeUnit(of: earlier, withRate: withRate)
  }

  /// Gives a number the millions of another one where both are then of one size.
  ///
  /// - Returns: whether it did.
  @discardableResult
  func scale(_ candidate: Candidate, like other: Candidate, within factor: Double) -> Bool {
    guard candidate.numeral.magnitude == 0, candidate.high == nil, other.numeral.magnitude >= 6
    else { return false }
    let said = candidate.low
    candidate.low = said.scaled(byPowerOfTen: other.numeral.magnitude)
    guard !candidate.isWithin(factor, of: other) else { return true }
    candidate.low = said
    return false
  }

  /// "The Liberals are on 14 percent, the Farmers on 7.5": behind a name and the word that leads the one
  /// before.
  private func isParallel(_ start: Int, to earlier: Candidate) -> Bool {
    let (lead, first) = (start - 1, earlier.span.lowerBound - 1)
    guard first >= sentence.lowerBound, text.isA(tables.preposition, at: lead) else { return false }
    return text.tokens[lead].code == text.tokens[first].code && text.tokens[lead - 1].isCapitalized
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

  /// Whether a verb or "to" stands right before the number.
  func isReached(_ candidate: Candidate) -> Bool {
    var before = candidate.span.lowerBound - 1
    if text.isA(tables.adverb, at: before) { before -= 1 }
    return text.isA(tables.verbBase, at: before) || text.isA(tables.verbPast, at: before)
      || text.isWord(tables.to, at: before) || text.isA(tables.auxiliary, at: before)
  }

  /// "The port wants twelve", "has asked for 1,200": the object of a verb, with nothing behind it.
  func isObject(_ candidate: Candidate) -> Bool {
    let next = candidate.core.upperBound
    guard next >= sentence.upperBound || text.tokens[next].kind == .sign,
      candidate.numeral.magnitude == 0, !candidate.numeral.isFraction
    else { return false }
    let before = candidate.span.lowerBound - 1
    let verb = text.isA(tables.preposition, at: before) ? before - 1 : before
    return verb >= sentence.lowerBound
      && (text.isA(tables.verbS, at: verb) || text.isA(tables.verbPast, at: verb)
        || text.isA(tables.verbBase, at: verb))
      && !text.isA(tables.auxiliary, at: verb) && !text.isA(tables.labelNoun, at: verb)
  }

  /// Whether a conjunction or a word of comparison stands right before the number.
  private func isLinked(_ start: Int) -> Bool {
    text.isA(tables.listConnector, at: start - 1) || text.isSign(",", at: start - 1)
      || isCompared(start) || text.isWord(tables.of, at: start - 1)
      || text.isA(tables.relative, at: start - 1) && text.isWord(tables.of, at: start - 2)
      || text.isA(tables.rangeOpener, at: start - 1)
      || text.isA(tables.rangeOpener, at: start)
  }

  /// "8 percent in April and 11 in May", "34 percent, up from 17": a level beside another.
  private func isCompared(_ start: Int) -> Bool {
    text.isWord(tables.and, at: start - 1) || text.isA(tables.levelPreposition, at: start - 1)
      || text.isWord(tables.than, at: start - 1) || isBase(start)
  }

  /// "By 5", "by a further 5".
  private func isBy(_ start: Int) -> Bool {
    let skipped = text.phrase(tables.directionSkip, endingAt: start, from: sentence.lowerBound)
    return text.isWord(tables.by, at: start - 1)
      || skipped.map { text.isWord(tables.by, at: $0.1 - 1) } ?? false
  }

  /// "Instead of nine", "up from 17", "instead of last year's 37".
  private func isBase(_ start: Int) -> Bool {
    let isOfYear =
      text.isA(tables.possessive, at: start - 1) && text.isA(tables.dateUnit, at: start - 2)
      && text.isA(tables.dateShift, at: start - 3)
    return text.phrase(
      tables.comparisonBase, endingAt: isOfYear ? start - 3 : start, from: sentence.lowerBound)
      != nil
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
