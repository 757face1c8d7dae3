import Language
import Model

/// Reads the unit of a number: the currency before it, what stands behind it, what it is per.
struct UnitReader {
  let text: TokenizedText
  let tables: QuantityTables
  let nouns: EnglishNouns
  let sentence: Range<Int>

  /// Where the unit of the number before ends; no currency is read before that.
  var floor: Int

  func candidate(for numeral: Numeral) -> Candidate {
    let candidate = Candidate(numeral)
    readCurrencyBefore(candidate)
    if candidate.hasCurrencyBefore { takeLetter(candidate) }
    takeSuffix(candidate)
    if let fold = numeral.fold { takeFold(fold, candidate) }
    if !readFactor(candidate), !readHalfMore(candidate) { readUnitBehind(candidate) }
    if candidate.unit == nil { readExchangeRate(candidate) }
    if candidate.unit == nil { readCountedNoun(candidate) }
    if candidate.unit == nil && candidate.noun == nil { readBracketedUnit(candidate) }
    if candidate.per == nil { readRate(candidate) }
    if candidate.per == nil { readPricedMeasure(candidate) }
    return candidate
  }

  /// "600-odd", "50-plus", "fifty or so": a comparator that stands between the number and its noun.
  func takeSuffix(_ candidate: Candidate) {
    let next = candidate.core.upperBound
    guard next < sentence.upperBound,
      let match = text.phrase(tables.comparatorAfter, at: next), match.count == 2,
      let comparator = Comparator(rawValue: match.value),
      text.tokens[next].isDash && text.tokens[next].isJoined
        || comparator == .about && next + 2 < sentence.upperBound && text.tokens[next + 2].isWord
    else { return }
    candidate.comparator = comparator
    candidate.approximate = comparator == .about
    candidate.core = candidate.core.lowerBound..<next + match.count
  }

  /// "Outnumbered them by a factor of 2.5".
  private func readFactor(_ candidate: Candidate) -> Bool {
    let of = candidate.core.lowerBound - 1
    guard of > sentence.lowerBound, text.isWord(tables.of, at: of),
      text.isWord(tables.factor, at: of - 1)
    else { return false }
    candidate.unit = tables.units["{times}"]
    candidate.unitTokens = of - 1..<of
    candidate.form = .multiple
    return true
  }

  /// "A year and a half", "an hour and a half".
  private func readHalfMore(_ candidate: Candidate) -> Bool {
    let and = candidate.core.lowerBound - 1
    guard candidate.numeral.isFraction, text.isWord(tables.half, at: candidate.core.upperBound - 1),
      text.isWord(tables.and, at: and), and - 2 >= floor, text.isA(tables.article, at: and - 2),
      let match = tables.units.match(in: text, at: and - 1, glued: false, before: false),
      match.count == 1, match.isWord, match.unit.dimension != "money",
      let more = candidate.low.adding(ExactNumber(1))
    else { return false }
    candidate.low = more
    candidate.unit = match.unit
    candidate.unitTokens = and - 1..<and
    candidate.form = form(of: match.unit)
    candidate.core = and - 2..<candidate.core.upperBound
    return true
  }

  /// "tenfold".
  func takeFold(_ token: Int, _ candidate: Candidate) {
    candidate.unit = tables.units["{times}"]
    candidate.unitTokens = token..<token + 1
    candidate.form = .multiple
  }

  // MARK: Magnitude letters

  func takeLetter(_ candidate: Candidate) {
    guard let letter = candidate.numeral.letter else { return }
    let token = text.tokens[letter.token]
    guard token.isJoined || token.length == 1 || candidate.hasCurrencyBefore else { return }
    scale(candidate, by: letter.power)
    candidate.numeral.letter = nil
    candidate.number = candidate.number.lowerBound..<letter.token + 1
    candidate.core = candidate.core.lowerBound..<letter.token + 1
  }

  func scale(_ candidate: Candidate, by power: Int) {
    candidate.low = candidate.low.scaled(byPowerOfTen: power)
    candidate.high = candidate.high?.scaled(byPowerOfTen: power)
    candidate.numeral.magnitude += power
  }

  /// Whether "m" behind bare digits is a million: a counted noun follows, not a length.
  func letterIsMagnitude(_ letter: (token: Int, power: Int)) -> Bool {
    let token = text.tokens[letter.token]
    guard token.isJoined else { return false }
    let next = letter.token + 1
    switch letter.power {
    case 3: return true
    case 6 where token.length == 1 && token.isCapitalized: return true
    case 9 where token.length == 1 && token.isCapitalized: return true
    case 12 where token.length == 2: return true
    case 6, 9:
      guard token.length == 1 else { return false }
      if text.isWord(tables.of, at: next) { return true }
      guard let noun = nouns.noun(in: text, at: next, before: sentence.upperBound, isOne: false)
      else { return false }
      return nouns.isPlural(text, noun.tokens.upperBound - 1)
    default: return false
    }
  }

  // MARK: Units behind

  func readUnitBehind(_ candidate: Candidate) {
    if candidate.form == .multiple { return }
    if let letter = candidate.numeral.letter {
      if letterIsMagnitude(letter) { takeLetter(candidate) }
      candidate.numeral.letter = nil
    }
    var next = candidate.core.upperBound
    guard next < sentence.upperBound else { return }
    let isHyphen =
      text.tokens[next].isDash && !text.tokens[next].isLongDash
      && next + 1 < sentence.upperBound && text.tokens[next + 1].isWord
      && (text.tokens[next].isJoined == text.tokens[next + 1].isJoined)
    if isHyphen { next += 1 }
    if text.tokens[next].flags.contains(.opensLine) { return }
    let glued = text.tokens[next].isJoined
    if let unit = millionsCode(at: next), !candidate.hasCurrencyBefore {
      candidate.unit = unit
      candidate.form = .money
      scale(candidate, by: 6)
      take(next..<next + 1, candidate)
      return
    }
    guard let match = tables.units.match(in: text, at: next, glued: glued, before: false),
      accepts(match, at: next, glued: glued, candidate)
    else { return }
    if candidate.hasCurrencyBefore {
      // "$76 US", "A$5 dollars": the same money once more.
      guard match.unit.dimension == "money", !match.unit.code.hasPrefix("{") else { return }
      take(next..<next + match.count, candidate)
      if candidate.unit?.code == "USD" { candidate.unit = match.unit }
      return
    }
    candidate.unit = match.unit
    candidate.per = match.unit.per
    candidate.low = candidate.low.scaled(byPowerOfTen: match.unit.power)
    candidate.high = candidate.high?.scaled(byPowerOfTen: match.unit.power)
    candidate.isHyphenated = isHyphen
    take(next..<next + match.count, candidate)
    candidate.form = form(of: match.unit)
    takeMagnitudeBehindCode(candidate)
    takeAge(candidate)
    if match.unit.code == "[lb_av]", match.isWord, candidate.numeral.magnitude >= 6 {
      candidate.unit = tables.units["GBP"]
      candidate.form = .money
    }
  }

  func take(_ range: Range<Int>, _ candidate: Candidate) {
    candidate.unitTokens = candidate.hasCurrencyBefore ? candidate.unitTokens : range
    candidate.core = candidate.core.lowerBound..<range.upperBound
  }

  /// Whether a mark closes a quote: `"We sold 25"` has no inches, and `'We sold 25'` no feet.
  private func closesQuote(_ index: Int) -> Bool {
    let isSingle = text.isSign("'", at: index)
    guard isSingle || text.tokens[index].flags.contains(.closesQuote) else { return false }
    var before = index
    while before > 0, !text.tokens[before].flags.contains(.opensParagraph) {
      before -= 1
      let token = text.tokens[before]
      if isSingle, text.isSign("'", at: before), !token.isJoined, text.tokens[before + 1].isJoined {
        return true
      }
      if !isSingle, token.flags.contains(.opensQuote) { return true }
      if !isSingle, token.flags.contains(.closesQuote) { return false }
    }
    return false
  }

  func accepts(
    _ match: Units.Match, at index: Int, glued: Bool, _ candidate: Candidate
  ) -> Bool {
    let next = index + match.count
    let first = text.tokens[index]
    if closesQuote(index) { return false }
    // "m212" is no meter.
    if !match.isWord, next < sentence.upperBound, text.tokens[next].isNumber,
      text.tokens[next].isJoined
    {
      return false
    }
    if match.unit.dimension == "money" {
      // "10 USD20" and "50 $100 bills": the sign belongs to the number that it touches.
      if !match.isWord, next < sentence.upperBound, text.tokens[next].isNumber,
        text.tokens[next].isJoined
      {
        return false
      }
      return true
    }
    // "a five-times champion" counts no times.
    if match.unit.code == "{times}", match.isWord, text.tokens[index - 1].isDash { return false }
    guard !match.isWord, match.count == 1, first.isWord else { return true }
    // "four F-35s", "Pad 39A".
    if next + 1 < sentence.upperBound, text.tokens[next].isDash, text.tokens[next].isJoined,
      text.tokens[next + 1].isNumber, text.tokens[next + 1].isJoined
    {
      return false
    }
    if glued, first.length == 1, first.isCapitalized,
      candidate.core.lowerBound > sentence.lowerBound,
      text.isA(tables.labelNoun, at: candidate.core.lowerBound - 1)
    {
      return false
    }
    // A single letter, or two, may begin another word: "12 C melting" but not "5 A levels".
    if first.length == 1 {
      if glued { return true }
      if ["A", "N", "K", "J"].contains(text.string(first)) { return false }
      return next >= sentence.upperBound || !text.isSign(".", at: next)
        || next + 1 >= text.tokens.count || !text.tokens[next + 1].isJoined
    }
    return true
  }

  /// "75 USD million".
  func takeMagnitudeBehindCode(_ candidate: Candidate) {
    let next = candidate.core.upperBound
    guard candidate.isMoney, candidate.numeral.magnitude == 0, next < sentence.upperBound,
      text.tokens[next].isWord, let power = tables.numbers.magnitudes[text.tokens[next].code]
    else { return }
    scale(candidate, by: power)
    candidate.core = candidate.core.lowerBound..<next + 1
  }

  func form(of unit: Unit) -> FoundQuantity.Form {
    switch unit.dimension {
    case "money": .money
    case "ratio": .percent
    case "time": .duration
    case "multiple": .multiple
    case "count": .count
    default: .measure
    }
  }

  // MARK: Ages

  /// "year-old", "years old", "months of age".
  func takeAge(_ candidate: Candidate) {
    guard candidate.unit?.dimension == "time",
      ["a", "mo", "wk", "d"].contains(candidate.unit?.code)
    else { return }
    var next = candidate.core.upperBound
    if next < sentence.upperBound, text.tokens[next].isDash { next += 1 }
    guard let match = text.phrase(tables.ageAfter, at: next) else { return }
    candidate.isAge = true
    candidate.form = .age
    candidate.core = candidate.core.lowerBound..<next + match.count
  }

  // MARK: Brackets

  /// "20 (kg)".
  func readBracketedUnit(_ candidate: Candidate) {
    let next = candidate.core.upperBound
    guard next + 2 < sentence.upperBound, text.tokens[next].kind == .sign,
      ["(", "{", "<", "["].contains(text.string(text.tokens[next])),
      let match = tables.units.match(in: text, at: next + 1, glued: true, before: false),
      next + 1 + match.count < sentence.upperBound
    else { return }
    let close = next + 1 + match.count
    guard [")", "}", ">", "]"].contains(text.string(text.tokens[close])) else { return }
    candidate.unit = match.unit
    candidate.per = match.unit.per
    candidate.form = form(of: match.unit)
    take(next..<close + 1, candidate)
  }
}
