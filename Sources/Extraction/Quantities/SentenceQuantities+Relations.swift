import Language
import Model

/// What the quantities of a sentence say of one another: changes, conversions, rates of a list.
extension SentenceQuantities {
  mutating func readChanges() {
    let reader = ChangeReader(text: text, tables: tables, sentence: sentence)
    for index in candidates.indices where !candidates[index].isInDate {
      let previous = index > 0 ? candidates[index - 1] : nil
      if candidates[index].form == .age || candidates[index].form == .multipleWord { continue }
      reader.read(candidates[index], after: previous)
      guard candidates[index].change == nil, let previous, previous.change != nil else { continue }
      let gap = tokens(from: previous.span.upperBound, to: candidates[index].span.lowerBound)
      if restates(gap) || continues(candidates[index], previous, gap) {
        candidates[index].change = previous.change
        candidates[index].directionWord = previous.directionWord
      }
    }
  }

  /// "190 points, or 0.6%".
  private func restates(_ gap: Range<Int>) -> Bool {
    guard (1...2).contains(gap.count) else { return false }
    return text.isWord(tables.or, at: gap.upperBound - 1)
      || gap.count == 1
        && text.isSign("(", at: gap.lowerBound)
  }

  /// "Ross was down 2.3%, Burlington by 2.6%": a conjunct without a verb.
  private func continues(_ candidate: Candidate, _ previous: Candidate, _ gap: Range<Int>) -> Bool {
    guard candidate.isPercent, previous.isPercent, gap.count <= 8 else { return false }
    if UnitSharing(text: text, tables: tables, sentence: sentence).isListGap(gap) { return true }
    // "Rose 4 percent in Moscow, 3 percent in Chita", "rose 8 percent, in Sakhalin 5 percent".
    let last = gap.upperBound - 1
    if gap.contains(where: { text.isSign(",", at: $0) }),
      text.isSign(",", at: last) || text.tokens[last].isCapitalized,
      !gap.contains(where: {
        text.isA(tables.verbPast, at: $0) || text.isA(tables.verbS, at: $0)
          || text.isA(tables.auxiliary, at: $0) || text.isA(tables.subordinator, at: $0)
          || text.isA(tables.relative, at: $0)
      }), candidate.low.value <= previous.low.value * 4,
      ![tables.of, tables.to].contains(where: { text.isWord($0, at: candidate.core.upperBound) }),
      !text.isA(tables.verbPast, at: candidate.core.upperBound),
      !text.isA(tables.auxiliary, at: candidate.core.upperBound)
    {
      return true
    }
    // "Fell 12 percent from November and 8 percent year on year".
    if text.isWord(tables.and, at: gap.upperBound - 1) {
      return !gap.contains { text.isA(tables.verbPast, at: $0) || text.isA(tables.verbS, at: $0) }
    }
    return text.isWord(tables.by, at: gap.upperBound - 1)
  }

  /// "12 million dollars last year, or 86 million yuan".
  private func isSaidAgain(_ index: Int) -> Bool {
    let start = candidates[index].span.lowerBound
    return candidates[index].isMoney && text.isWord(tables.or, at: start - 1)
      && text.isSign(",", at: start - 2) && start - candidates[index - 1].span.upperBound <= 6
  }

  /// "1 trillion rubles ($12.6 billion)".
  mutating func markConversions() {
    for index in candidates.indices.dropFirst() {
      let start = candidates[index].span.lowerBound
      let isBracketed =
        (text.isSign("(", at: start - 1) || text.isSign("[", at: start - 1))
        && start - 1 >= candidates[index - 1].span.upperBound
        && start - 1 - candidates[index - 1].span.upperBound <= 1
      guard isBracketed || isSaidAgain(index),
        let unit = candidates[index].unit, let other = candidates[index - 1].unit,
        unit.code != other.code,
        unit.dimension == other.dimension
          || unit.dimension == "money" && other.dimension == "money"
      else { continue }
      candidates[index].conversionOf = index - 1
      if candidates[index].comparator == nil {
        candidates[index].comparator = candidates[index - 1].comparator
        candidates[index].approximate = candidates[index - 1].approximate
        if candidates[index].comparator == .range { candidates[index].comparator = nil }
      }
      if candidates[index].per == nil { candidates[index].per = candidates[index - 1].per }
    }
  }

  /// What adjectives and adverbs of time beside it say that a figure is per.
  func readRateAdjectives() {
    for candidate in candidates
    where candidate.per == nil && candidate.change == nil && !candidate.isInDate
      && [.money, .measure, .count].contains(candidate.form)
    {
      candidate.per = rate(behind: candidate) ?? rate(before: candidate)
    }
  }

  /// "6 million tonnes of annual capacity", "30 million tonnes of coal annually".
  private func rate(behind candidate: Candidate) -> String? {
    let of = candidate.core.upperBound
    guard text.isWord(tables.of, at: of) else { return nil }
    if let rate = rate(at: of + 1), text.isA(tables.rateNoun, at: of + 2) { return rate }
    var adverb = of + 2
    while adverb < min(of + 5, sentence.upperBound), rate(at: adverb) == nil { adverb += 1 }
    guard let rate = rate(at: adverb), adverb < min(of + 5, sentence.upperBound),
      (of + 1..<adverb).allSatisfy({
        text.tokens[$0].isWord && !text.isA(tables.auxiliary, at: $0)
          && !text.isA(tables.preposition, at: $0)
      }),
      adverb + 1 >= sentence.upperBound || text.tokens[adverb + 1].kind == .sign
        || text.isA(tables.preposition, at: adverb + 1)
    else { return nil }
    return rate
  }

  /// "Monthly wages of 80,000 roubles", "the daily quota is 40 trucks".
  private func rate(before candidate: Candidate) -> String? {
    var index = candidate.span.lowerBound - 1
    var sawNoun = false
    while index >= max(sentence.lowerBound, candidate.span.lowerBound - 9) {
      if sawNoun, let rate = rate(at: index) { return rate }
      sawNoun = text.isA(tables.rateNoun, at: index)
      // "The monthly wage of a bricklayer is".
      if text.isA(tables.auxiliary, at: index), text.isA(tables.determiner, at: index - 2),
        text.isWord(tables.of, at: index - 3)
      {
        index -= 4
        continue
      }
      guard
        sawNoun || text.isA(tables.preposition, at: index)
          || text.isA(tables.auxiliary, at: index)
          || text.isForm(of: tables.reachingVerb, at: index)
      else { return nil }
      index -= 1
    }
    return nil
  }

  /// What an adjective or adverb of one word says per what.
  private func rate(at index: Int) -> String? {
    text.phrase(tables.rateAdverb, at: index).flatMap { $0.count == 1 ? $0.value : nil }
  }

  /// "630 trucks, 164 buses and 68 cars a day": the rate of the last is that of all; "12 per 100,000
  /// people in Japan, 45 per 100,000 in Russia": of the first, that of the second.
  mutating func shareRates() {
    let sharing = UnitSharing(text: text, tables: tables, sentence: sentence)
    guard candidates.count > 1 else { return }
    for (index, candidate) in candidates.enumerated() {
      guard let many = candidate.per, candidate.isPerMany else { continue }
      let whole = candidates[..<index].last { $0.per?.hasPrefix(many + ".") ?? false }
      if let whole { candidate.per = whole.per }
    }
    for index in stride(from: candidates.count - 2, through: 0, by: -1) {
      let next = candidates[index + 1]
      guard
        sharing.isListGap(tokens(from: candidates[index].span.upperBound, to: next.span.lowerBound))
      else {
        continue
      }
      candidates[index].list = next.list ?? index + 1
      if candidates[index + 1].list == nil { candidates[index + 1].list = index + 1 }
      // "108 million tons, or 2 million barrels a day" says one thing twice.
      guard candidates[index].per == nil, let per = next.per, candidates[index].form == next.form,
        !text.isWord(tables.or, at: next.span.lowerBound - 1)
      else { continue }
      candidates[index].per = per
    }
  }

  /// "Within six months", "went up 37 percent in two years", "152 mm shells": what only says when, how
  /// long a change took, or of what make something is.
  func markDescriptions() {
    for (index, candidate) in candidates.enumerated() {
      if candidate.unit?.code == "mm" {
        let before = candidate.span.lowerBound - 1
        candidate.onlyDescribes =
          text.isA(tables.calibreNoun, at: candidate.core.upperBound)
          || text.isWord(tables.of, at: before) && text.isA(tables.calibreNoun, at: before - 1)
      }
      guard candidate.form == .duration, !candidate.isHyphenated else { continue }
      let before = candidate.span.lowerBound - 1
      // "In its first three months".
      let first = text.isA(tables.numbers.ordinal, at: before) ? before - 1 : before
      candidate.onlyDescribes =
        text.isA(tables.withinWord, at: before) || isFrontedLapse(candidate)
        // "A month and a half before the vote".
        || candidate.numeral.isFraction && text.isA(tables.lapse, at: candidate.core.upperBound)
        || isDefinite(first) && text.isA(tables.spanPreposition, at: first - 1)
        || text.isWord(tables.in, at: before)
          && (index > 0 && candidates[index - 1].change != nil || isRanked(before: before))
    }
  }

  /// "Its biggest loss in almost six years": since when.
  private func isRanked(before index: Int) -> Bool {
    (max(sentence.lowerBound, index - 4)..<index).contains { text.isA(tables.dateRank, at: $0) }
  }

  /// "Three months after the tunnel opened, ": at the head of its sentence.
  private func isFrontedLapse(_ candidate: Candidate) -> Bool {
    let before = candidate.span.lowerBound - 1
    return text.isA(tables.lapse, at: candidate.core.upperBound)
      && (before < sentence.lowerBound || text.tokens[before].flags.contains(.opensQuote)
        || text.tokens[before].isLongDash)
  }

  /// An article, "its", "this"; not "every", which says per what.
  private func isDefinite(_ index: Int) -> Bool {
    text.isA(tables.article, at: index)
      || text.isA(tables.determiner, at: index) && !text.isA(tables.articleRate, at: index)
  }
}
