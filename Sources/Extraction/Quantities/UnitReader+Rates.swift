import Language

/// What a quantity is per.
extension UnitReader {
  /// "a month", "per worker", "/h", "-a-day", "annually".
  func readRate(_ candidate: Candidate) {
    if text.isSign("(", at: candidate.core.upperBound) {
      readRateBehindBrackets(candidate)
      return
    }
    var next = candidate.core.upperBound
    guard next < sentence.upperBound, !text.tokens[next].flags.contains(.opensLine) else { return }
    if let adverb = text.phrase(tables.rateAdverb, at: next) {
      guard !candidate.isBare else { return }
      candidate.per = adverb.value
      candidate.core = candidate.core.lowerBound..<next + adverb.count
      return
    }
    next = behindOf(candidate, next)
    let isHyphen = text.tokens[next].isDash && text.tokens[next].isJoined
    let isSlash = text.isSign("/", at: next)
    if isHyphen || isSlash { next += 1 }
    guard next < sentence.upperBound else { return }
    var isPer = isSlash
    if !isSlash {
      if let word = text.phrase(tables.rateWord, at: next),
        word.value != "money" || candidate.isMoney
      {
        isPer = true
        next += word.count
      } else if text.isA(tables.articleRate, at: next) {
        next += 1
      } else {
        return
      }
    }
    if next < sentence.upperBound, isHyphen, text.tokens[next].isDash { next += 1 }
    guard next < sentence.upperBound, let rate = rate(at: next, isPer: isPer, candidate),
      isPer || text.value(tables.notCounted, at: rate.end) != "shift"
    else { return }
    candidate.per = rate.code
    candidate.core = candidate.core.lowerBound..<rate.end
  }

  /// "A litre of milk cost 96 rubles", "a barrel of Brent rose to 80 dollars": what is priced is the measure
  /// that the clause begins with.
  func readPricedMeasure(_ candidate: Candidate) {
    let floor = max(sentence.lowerBound, candidate.core.lowerBound - 24)
    guard candidate.isMoney, let verb = priceVerb(before: candidate.core.lowerBound, from: floor)
    else { return }
    for index in floor..<verb where text.isA(tables.articleRate, at: index) {
      guard opensClause(index),
        let match = tables.units.match(in: text, at: index + 1, glued: false, before: false),
        match.isWord, !["money", "ratio", "count"].contains(match.unit.dimension),
        match.unit.dimension != "time" || match.unit.code == "h",
        // "A barrel sold for"; "the yard lost 3 million" is no measure.
        text.isWord(tables.of, at: index + 1 + match.count)
          || index + 1 + match.count == verb && !text.isWord(tables.the, at: index),
        (index..<verb).allSatisfy({ text.tokens[$0].isWord || text.tokens[$0].isDash })
      else { continue }
      candidate.per = match.unit.code
    }
  }

  /// The verb that tells a price, with nothing but words like "about" or "up to" before the amount.
  private func priceVerb(before start: Int, from floor: Int) -> Int? {
    for index in stride(from: start - 1, through: max(floor, start - 5), by: -1) {
      if text.isForm(of: tables.priceVerb, at: index)
        || text.isForm(of: tables.directionVerb, at: index)
      {
        return index
      }
      if text.tokens[index].kind != .word || text.isA(tables.determiner, at: index) { return nil }
    }
    return nil
  }

  private func opensClause(_ index: Int) -> Bool {
    index == sentence.lowerBound || text.tokens[index - 1].kind == .sign
      || text.isA(tables.coordinator, at: index - 1) || text.isA(tables.subordinator, at: index - 1)
  }

  /// "4,870 yuan (about $680) per ton": the rate is also that of the amount before the brackets.
  func readRateBehindBrackets(_ candidate: Candidate) {
    guard candidate.isMoney else { return }
    let start = candidate.core.upperBound
    for index in start + 1..<max(start + 1, min(start + 10, sentence.upperBound - 1))
    where text.isSign(")", at: index) {
      let outer = Candidate(copying: candidate)
      outer.core = candidate.core.lowerBound..<index + 1
      readRate(outer)
      candidate.per = outer.per
      return
    }
  }

  /// "34,500 tons of copper a year": the rate may stand behind what is measured.
  func behindOf(_ candidate: Candidate, _ next: Int) -> Int {
    // "18 tonnes of it a day".
    if candidate.unit != nil, text.isWord(tables.of, at: next),
      text.isA(tables.pronoun, at: next + 1), next + 2 < sentence.upperBound
    {
      return next + 2
    }
    guard !candidate.isBare, !candidate.isPercent, text.isWord(tables.of, at: next),
      let noun = nouns.noun(in: text, at: next + 1, before: sentence.upperBound, isOne: true),
      noun.tokens.upperBound < sentence.upperBound,
      // "74.5 cases of blight per 100 fields".
      candidate.unit != nil || text.phrase(tables.rateWord, at: noun.tokens.upperBound) != nil
    else { return next }
    return noun.tokens.upperBound
  }

  func rate(at index: Int, isPer: Bool, _ candidate: Candidate) -> (code: String, end: Int)? {
    if isPer, let (power, next) = powerOfTen(at: index) {
      // "In" is no inch there.
      guard next < sentence.upperBound, !text.isA(tables.preposition, at: next),
        let whole = rate(at: next, isPer: true, candidate)
      else { return ("10*\(power)", next) }
      return ("10*\(power).\(whole.code)", whole.end)
    }
    if candidate.isBare && !isPer {
      guard let match = tables.units.match(in: text, at: index, glued: true, before: false),
        match.isWord, match.unit.dimension == "time"
      else { return nil }
      return (match.unit.code, index + match.count)
    }
    if let match = tables.units.match(in: text, at: index, glued: true, before: false),
      match.unit.dimension != "money", match.unit.dimension != "ratio",
      isPer || match.unit.dimension == "time" || candidate.isMoney
    {
      guard isPer || match.isWord, !isPlural(match, at: index) else { return nil }
      return (match.unit.code, index + match.count)
    }
    if let known = text.value(tables.perNoun, at: index), !known.isEmpty {
      return ("{\(known)}", index + 1)
    }
    guard isPer || candidate.isMoney && text.isA(tables.perNoun, at: index) else { return nil }
    if !isPer { return ("{\(nouns.singular(text, index))}", index + 1) }
    if text.isSign("/", at: index - 1), candidate.isBare { return nil }
    guard let noun = nouns.noun(in: text, at: index, before: sentence.upperBound, isOne: true)
    else { return nil }
    return ("{\(noun.head)}", noun.tokens.upperBound)
  }

  /// "Thousand" in "per thousand cubic metres", "100,000" in "per 100,000 people".
  private func powerOfTen(at index: Int) -> (power: Int, end: Int)? {
    let token = text.tokens[index]
    if token.isWord { return tables.numbers.magnitudes[token.code].map { ($0, index + 1) } }
    let digits = text.bytes[Int(token.start)..<Int(token.end)].filter { $0 != UInt8(ascii: ",") }
    guard token.isNumber, digits.count > 1, digits.first == UInt8(ascii: "1"),
      digits.dropFirst().allSatisfy({ $0 == UInt8(ascii: "0") })
    else { return nil }
    return (digits.count - 1, index + 1)
  }

  /// Whether a unit's word is in the plural, which no article stands before.
  func isPlural(_ match: Units.Match, at index: Int) -> Bool {
    match.isWord && match.unit.dimension == "time" && nouns.isPlural(text, index + match.count - 1)
  }
}
