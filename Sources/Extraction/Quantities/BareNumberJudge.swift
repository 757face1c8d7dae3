import Language

/// Decides which numbers measure something, by the words around them.
struct BareNumberJudge {
  let text: TokenizedText
  let tables: QuantityTables
  let sentence: Range<Int>

  /// "14 were missing": people, where nothing else was counted before.
  func implyVictims(_ candidate: Candidate) {
    let next = candidate.core.upperBound
    // "Almost 100,000 is missing" of something else.
    guard candidate.isBare, let match = text.phrase(tables.victimBehind, at: next),
      candidate.low.whole == 1 || !text.isA(tables.beingSingular, at: next)
    else { return }
    count(match.value, by: candidate)
  }

  /// "Killed six people", "six people were injured", "seven dead": no count that only structures the text.
  func markVictims(_ candidate: Candidate) {
    guard candidate.form == .count, let noun = candidate.noun else { return }
    candidate.isOfVictims =
      text.isForm(of: tables.victimVerb, at: candidate.span.lowerBound - 1)
      || text.phrase(tables.victimBehind, at: candidate.core.upperBound) != nil
      || noun.tokens.last.map { text.isA(tables.victimBehind, at: $0) } ?? false
  }

  /// "a population of 7.9 million", "8.1 million lived there", "arrivals reached 42,000".
  func implyNoun(_ candidate: Candidate, nouns: EnglishNouns) {
    if candidate.low.value >= 10,
      let name = text.value(tables.impliedBehind, at: candidate.core.upperBound)
    {
      count(name, by: candidate)
      return
    }
    implyBefore(candidate, nouns: nouns)
    guard candidate.isBare, !candidate.numeral.isFraction,
      let subject = CountedSubjects(text: text, tables: tables, nouns: nouns, sentence: sentence)
        .subject(
          before: candidate.span.lowerBound,
          isSmall: !candidate.numeral.hasDigits || candidate.low.whole ?? 0 < 10)
    else { return }
    candidate.imply(subject)
  }

  /// "The thermometer sank to minus 38", "it was minus 12": below zero, where the sentence speaks of heat.
  func readTemperature(_ candidate: Candidate) {
    guard candidate.low.value < 0, let celsius = tables.units["Cel"] else { return }
    if candidate.unit?.code == "deg" { candidate.unit = celsius }
    guard candidate.isBare else { return }
    let before = candidate.span.lowerBound - 1
    // "At night it was minus 12", "it was minus 35 in Yakutsk"; but "it was -12 a year ago" of an index.
    let next = candidate.number.upperBound
    let isOfIt =
      text.isA(tables.auxiliary, at: before) && text.isA(tables.entityPronoun, at: before - 1)
      && text.tokens[candidate.number.lowerBound].isWord
      && (text.isWord(tables.in, at: next) && next + 1 < sentence.upperBound
        && text.tokens[next + 1].isCapitalized
        || sentence.contains { text.isA(tables.heatScene, at: $0) })
    guard isOfIt || sentence.contains(where: { text.isA(tables.heatWord, at: $0) }) else { return }
    candidate.unit = celsius
    candidate.form = .measure
  }

  private func count(_ name: String, by candidate: Candidate) {
    candidate.imply(CountedNoun(tokens: candidate.core, head: name, phrase: name))
  }

  private func implyBefore(_ candidate: Candidate, nouns: EnglishNouns) {
    let end = candidate.span.lowerBound
    var sawSign = false
    for index in stride(from: end - 1, through: max(sentence.lowerBound, end - 16), by: -1) {
      if text.tokens[index].kind == .sign || text.tokens[index].isNumber { sawSign = true }
      if let counted = text.phrase(tables.impliedNoun, at: index), counted.value == "of" {
        let start = index + counted.count
        if let noun = nouns.noun(in: text, at: start, before: end, isOne: false), noun.isPlural {
          candidate.imply(noun)
          return
        }
        // "A population of 7.9 million", "the population of Chita".
        guard text.isA(tables.impliedNoun, at: index) else { return }
      }
      let adjacent = text.phrase(tables.impliedNoun, at: index).flatMap {
        $0.value.hasPrefix("=") && index + $0.count == end ? String($0.value.dropFirst()) : nil
      }
      if !sawSign, let name = adjacent ?? text.value(tables.impliedNoun, at: index) {
        count(name, by: candidate)
        return
      }
    }
  }

  /// A bare fraction is a share: half is 50 percent.
  func readShare(_ candidate: Candidate) {
    guard candidate.isBare, candidate.numeral.isFraction, !candidate.numeral.hasDigits else {
      return
    }
    if isPeriod(candidate) {
      candidate.exclusion = .bare
      return
    }
    candidate.unit = tables.units["%"]
    candidate.low = candidate.low.multiplied(by: 100) ?? candidate.low
    candidate.high = candidate.high.map { $0.multiplied(by: 100) ?? $0 }
    candidate.form = .fraction
  }

  /// "A weak half", "a better half for its rivals": the half of a year.
  private func isPeriod(_ candidate: Candidate) -> Bool {
    let before = candidate.core.lowerBound - 1
    return candidate.core.count == 1 && text.isWord(tables.half, at: candidate.core.lowerBound)
      && before > sentence.lowerBound && text.isA(tables.article, at: before - 1)
      && text.isA(tables.periodQuality, at: before)
      && !text.isWord(tables.of, at: candidate.core.upperBound)
  }

  /// Keeps a number without any unit only where it looks like a figure.
  func dropBare(_ candidate: Candidate) {
    guard candidate.isBare else { return }
    if candidate.numeral.magnitude > 0 || candidate.numeral.isVague { return }
    guard candidate.numeral.hasDigits || candidate.per != nil else {
      candidate.exclusion = .bare
      return
    }
    if candidate.per != nil { return }
    // "all 70 of us".
    if text.isWord(tables.of, at: candidate.core.upperBound),
      text.isA(tables.pronoun, at: candidate.core.upperBound + 1)
    {
      return
    }
    if candidate.numeral.isPunctuated || candidate.comparator != nil { return }
    let before = candidate.span.lowerBound - 1
    let stands =
      text.isA(tables.levelPreposition, at: before) || text.isWord(tables.of, at: before)
      || text.isWord(tables.by, at: before) || text.isWord(tables.than, at: before)
      || text.isA(tables.auxiliary, at: before) || candidate.low.value >= 10 && isVerb(before)
    candidate.exclusion = stands ? nil : .bare
  }
}
