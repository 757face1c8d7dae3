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
    var candidate = Candidate(numeral)
    readCurrencyBefore(&candidate)
    if candidate.hasCurrencyBefore { takeLetter(&candidate) }
    takeSuffix(&candidate)
    if let fold = numeral.fold { takeFold(fold, &candidate) }
    readUnitBehind(&candidate)
    if candidate.unit == nil { readCountedNoun(&candidate) }
    if candidate.unit == nil && candidate.noun == nil { readBracketedUnit(&candidate) }
    if candidate.per == nil { readRate(&candidate) }
    return candidate
  }

  /// "600-odd", "50-plus": a comparator that stands between the number and its noun.
  private func takeSuffix(_ candidate: inout Candidate) {
    let next = candidate.core.upperBound
    guard next < sentence.upperBound, text.tokens[next].isDash, text.tokens[next].isJoined,
      let match = text.phrase(tables.comparatorAfter, at: next), match.count == 2,
      let comparator = Comparator(rawValue: match.value)
    else { return }
    candidate.comparator = comparator
    candidate.approximate = comparator == .about
    candidate.core = candidate.core.lowerBound..<next + match.count
  }

  /// "tenfold".
  private func takeFold(_ token: Int, _ candidate: inout Candidate) {
    candidate.unit = tables.units["{times}"]
    candidate.unitTokens = token..<token + 1
    candidate.form = .multiple
  }

  // MARK: Currency before

  private func readCurrencyBefore(_ candidate: inout Candidate) {
    let start = candidate.core.lowerBound
    for count in stride(from: 4, through: 1, by: -1) {
      let index = start - count
      guard index >= floor else { continue }
      guard let match = tables.units.match(in: text, at: index, glued: true, before: true),
        match.count == count, isPrefix(match, at: index, number: start)
      else { continue }
      candidate.unit = match.unit
      candidate.unitTokens = index..<start
      candidate.hasCurrencyBefore = true
      candidate.form = .money
      candidate.core = index..<candidate.core.upperBound
      takeSign(&candidate)
      return
    }
    readMillionsCode(&candidate, at: start - 1)
  }

  /// A word of letters has to touch the number, or be a code in capitals: "RM3mil", "USD 10".
  private func isPrefix(_ match: Units.Match, at index: Int, number: Int) -> Bool {
    let last = text.tokens[number - 1]
    if last.kind == .sign { return true }
    if match.isWord { return false }
    // "3 USD50": the code belongs to the number that it touches.
    if text.tokens[number].isJoined { return !text.tokens[index].isJoined || index == number - 1 }
    return last.flags.contains(.capitals) && last.length == 3 || last.length == 2
  }

  /// "MAUD 60": millions of a currency by its code.
  private func readMillionsCode(_ candidate: inout Candidate, at index: Int) {
    guard index >= sentence.lowerBound, let unit = millionsCode(at: index) else { return }
    candidate.unit = unit
    candidate.hasCurrencyBefore = true
    candidate.form = .money
    scale(&candidate, by: 6)
    candidate.unitTokens = index..<index + 1
    candidate.core = index..<candidate.core.upperBound
  }

  private func millionsCode(at index: Int) -> Unit? {
    let token = text.tokens[index]
    guard token.isWord, token.length == 4, token.flags.contains(.capitals),
      text.bytes[Int(token.start)] == UInt8(ascii: "M"),
      let unit = tables.units[String(text.string(token).dropFirst())], unit.dimension == "money"
    else { return nil }
    return unit
  }

  private func takeSign(_ candidate: inout Candidate) {
    let index = candidate.core.lowerBound - 1
    guard index >= sentence.lowerBound, text.tokens[index + 1].isJoined else { return }
    let opens = index == sentence.lowerBound || !text.tokens[index].isJoined
    guard opens, text.tokens[index].isDash, !text.tokens[index].isLongDash else { return }
    candidate.low.isNegative = true
    candidate.core = index..<candidate.core.upperBound
  }

  // MARK: Magnitude letters

  private func takeLetter(_ candidate: inout Candidate) {
    guard let letter = candidate.numeral.letter else { return }
    let token = text.tokens[letter.token]
    guard token.isJoined || token.length == 1 || candidate.hasCurrencyBefore else { return }
    scale(&candidate, by: letter.power)
    candidate.numeral.letter = nil
    candidate.number = candidate.number.lowerBound..<letter.token + 1
    candidate.core = candidate.core.lowerBound..<letter.token + 1
  }

  private func scale(_ candidate: inout Candidate, by power: Int) {
    candidate.low = candidate.low.scaled(byPowerOfTen: power)
    candidate.high = candidate.high?.scaled(byPowerOfTen: power)
    candidate.numeral.magnitude += power
  }

  /// Whether "m" behind bare digits is a million: a counted noun follows, not a length.
  private func letterIsMagnitude(_ letter: (token: Int, power: Int)) -> Bool {
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

  private func readUnitBehind(_ candidate: inout Candidate) {
    if candidate.form == .multiple { return }
    if let letter = candidate.numeral.letter {
      if letterIsMagnitude(letter) { takeLetter(&candidate) }
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
      scale(&candidate, by: 6)
      take(next..<next + 1, &candidate)
      return
    }
    guard let match = tables.units.match(in: text, at: next, glued: glued, before: false),
      accepts(match, at: next, glued: glued, candidate)
    else { return }
    if candidate.hasCurrencyBefore {
      // "$76 US", "A$5 dollars": the same money once more.
      guard match.unit.dimension == "money", !match.unit.code.hasPrefix("{") else { return }
      take(next..<next + match.count, &candidate)
      if candidate.unit?.code == "USD" { candidate.unit = match.unit }
      return
    }
    candidate.unit = match.unit
    candidate.per = match.unit.per
    candidate.low = candidate.low.scaled(byPowerOfTen: match.unit.power)
    candidate.high = candidate.high?.scaled(byPowerOfTen: match.unit.power)
    candidate.isHyphenated = isHyphen
    take(next..<next + match.count, &candidate)
    candidate.form = form(of: match.unit)
    takeMagnitudeBehindCode(&candidate)
    takeAge(&candidate)
    if match.unit.code == "[lb_av]", match.isWord, candidate.numeral.magnitude >= 6 {
      candidate.unit = tables.units["GBP"]
      candidate.form = .money
    }
  }

  private func take(_ range: Range<Int>, _ candidate: inout Candidate) {
    candidate.unitTokens = candidate.hasCurrencyBefore ? candidate.unitTokens : range
    candidate.core = candidate.core.lowerBound..<range.upperBound
  }

  private func accepts(
    _ match: Units.Match, at index: Int, glued: Bool, _ candidate: Candidate
  ) -> Bool {
    let next = index + match.count
    let first = text.tokens[index]
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
      return !(match.isWord && isSingularMark(match, at: index))
    }
    if match.unit.code == "{times}", match.isWord {
      if index > 0, text.tokens[index - 1].isDash, text.folded(first) != "fold" { return false }
      if text.folded(first) == "fold" { return glued }
      if text.folded(first) == "time" { return false }
    }
    guard !match.isWord, match.count == 1, first.isWord else { return true }
    // A single letter, or two, may begin another word: "12 C melting" but not "5 A levels".
    if first.length == 1 {
      if glued { return true }
      if ["A", "N", "K", "J"].contains(text.string(first)) { return false }
      return next >= sentence.upperBound || !text.isSign(".", at: next)
        || next + 1 >= text.tokens.count || !text.tokens[next + 1].isJoined
    }
    return true
  }

  /// "the 100 mark": a currency in the singular that is another noun.
  private func isSingularMark(_ match: Units.Match, at index: Int) -> Bool {
    match.unit.code == "DEM" && match.count == 1 && text.folded(text.tokens[index]) == "mark"
  }

  /// "75 USD million".
  private func takeMagnitudeBehindCode(_ candidate: inout Candidate) {
    let next = candidate.core.upperBound
    guard candidate.isMoney, candidate.numeral.magnitude == 0, next < sentence.upperBound,
      text.tokens[next].isWord, let power = tables.numbers.magnitudes[text.tokens[next].code]
    else { return }
    scale(&candidate, by: power)
    candidate.core = candidate.core.lowerBound..<next + 1
  }

  private func form(of unit: Unit) -> FoundQuantity.Form {
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
  private func takeAge(_ candidate: inout Candidate) {
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
  private func readBracketedUnit(_ candidate: inout Candidate) {
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
    take(next..<close + 1, &candidate)
  }

  // MARK: Counted nouns

  func readCountedNoun(_ candidate: inout Candidate) {
    var next = candidate.core.upperBound
    guard next < sentence.upperBound, !text.tokens[next].flags.contains(.opensLine) else { return }
    let isHyphen =
      text.tokens[next].isDash && text.tokens[next].isJoined
      && next + 1 < sentence.upperBound && text.tokens[next + 1].isJoined
    if isHyphen {
      guard candidate.numeral.hasDigits else { return }
      next += 1
    } else if text.tokens[next].isJoined, text.tokens[next].isWord {
      return
    }
    if text.isWord(tables.of, at: next) {
      if candidate.numeral.isFraction {
        readPartOfUnit(&candidate, at: next)
        return
      }
      readNounBehindOf(&candidate, at: next)
      return
    }
    let isOne = candidate.high == nil && candidate.low.whole == 1 || candidate.numeral.isFraction
    guard let noun = nouns.noun(in: text, at: next, before: sentence.upperBound, isOne: isOne)
    else { return }
    candidate.isHyphenated = isHyphen
    set(noun, &candidate)
    takeMeasure(of: noun, &candidate)
  }

  /// "517 rushing yards": the noun is a unit behind its adjectives.
  private func takeMeasure(of noun: CountedNoun, _ candidate: inout Candidate) {
    let last = noun.tokens.upperBound - 1
    guard let match = tables.units.match(in: text, at: last, glued: false), match.isWord,
      match.count == 1, nouns.isPlural(text, last), !text.tokens[last].isCapitalized,
      !["money", "time", "multiple", "count", "ratio", "angle"].contains(match.unit.dimension)
    else { return }
    candidate.unit = match.unit
    candidate.unitTokens = last..<last + 1
    candidate.noun = nil
    candidate.form = form(of: match.unit)
  }

  private func set(_ noun: CountedNoun, _ candidate: inout Candidate) {
    candidate.noun = noun
    candidate.form = candidate.numeral.isVague ? .vague : .count
    candidate.core =
      candidate.core.lowerBound..<max(noun.tokens.upperBound, candidate.core.upperBound)
  }

  /// "35m of its devices", "tens of thousands of dollars", "one of the students".
  private func readNounBehindOf(_ candidate: inout Candidate, at of: Int) {
    var next = of + 1
    while next < min(sentence.upperBound, of + 4),
      text.isA(tables.determiner, at: next) || text.isA(tables.possessive, at: next)
    {
      next += 1
    }
    guard next < sentence.upperBound else { return }
    let isOne = candidate.high == nil && candidate.low.whole == 1 && !candidate.numeral.hasDigits
    if candidate.numeral.isVague || candidate.numeral.magnitude > 0,
      let match = tables.units.match(in: text, at: next, glued: false, before: false), match.isWord
    {
      candidate.unit = match.unit
      candidate.form = candidate.numeral.isVague ? .vague : form(of: match.unit)
      take(next..<next + match.count, &candidate)
      return
    }
    // "one of Airbnb's investments": past the owner's name.
    if isOne, let owned = ownedNoun(at: next) { next = owned }
    // "170 of the older type": a singular behind the article, its last noun counted.
    let isPhrase = next == of + 2 && text.isA(tables.article, at: of + 1)
    guard
      let noun = nouns.noun(in: text, at: next, before: sentence.upperBound, isOne: false)
        .flatMap({ plural in
          plural.isPlural || !isPhrase
            ? plural : nouns.noun(in: text, at: next, before: sentence.upperBound, isOne: true)
        }),
      noun.isPlural || isOne || candidate.numeral.isVague
        || candidate.numeral.magnitude > 0 && next > of + 1
        || isPhrase && candidate.numeral.hasDigits
    else { return }
    set(noun, &candidate)
    if isOne { candidate.form = .oneOf }
  }

  /// "three-quarters of a point", "half of a mile": a part of one unit.
  private func readPartOfUnit(_ candidate: inout Candidate, at of: Int) {
    let next = of + 2
    guard next < sentence.upperBound, text.isA(tables.article, at: of + 1),
      text.tokens[of + 1].length <= 2
    else { return }
    if let match = tables.units.match(in: text, at: next, glued: false), match.isWord {
      candidate.unit = match.unit
      candidate.form = form(of: match.unit)
      take(next..<next + match.count, &candidate)
    } else if let noun = nouns.noun(in: text, at: next, before: sentence.upperBound, isOne: true),
      noun.head == "point"
    {
      set(noun, &candidate)
    }
  }

  private func ownedNoun(at index: Int) -> Int? {
    var next = index
    while next < min(index + 4, sentence.upperBound), text.tokens[next].isWord,
      text.tokens[next].isCapitalized
    { next += 1 }
    return next > index && text.isA(tables.possessive, at: next) ? index : nil
  }

  // MARK: Rates

  /// "a month", "per worker", "/h", "-a-day", "annually".
  func readRate(_ candidate: inout Candidate) {
    if text.isSign("(", at: candidate.core.upperBound) {
      readRateBehindBrackets(&candidate)
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
      if let word = text.phrase(tables.rateWord, at: next) {
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

  /// "4,870 yuan (about $680) per ton": the rate is also that of the amount before the brackets.
  private func readRateBehindBrackets(_ candidate: inout Candidate) {
    guard candidate.isMoney else { return }
    let start = candidate.core.upperBound
    for index in start + 1..<max(start + 1, min(start + 10, sentence.upperBound - 1))
    where text.isSign(")", at: index) {
      var outer = candidate
      outer.core = candidate.core.lowerBound..<index + 1
      readRate(&outer)
      candidate.per = outer.per
      return
    }
  }

  /// "34,500 tons of copper a year": the rate may stand behind what is measured.
  private func behindOf(_ candidate: Candidate, _ next: Int) -> Int {
    guard candidate.unit != nil, !candidate.isPercent, text.isWord(tables.of, at: next),
      let noun = nouns.noun(in: text, at: next + 1, before: sentence.upperBound, isOne: true),
      noun.tokens.upperBound < sentence.upperBound
    else { return next }
    return noun.tokens.upperBound
  }

  private func rate(at index: Int, isPer: Bool, _ candidate: Candidate) -> (code: String, end: Int)?
  {
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

  /// Whether a unit's word is in the plural, which no article stands before.
  private func isPlural(_ match: Units.Match, at index: Int) -> Bool {
    match.isWord && match.unit.dimension == "time" && nouns.isPlural(text, index + match.count - 1)
  }
}
