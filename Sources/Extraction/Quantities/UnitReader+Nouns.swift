import Language

/// What a number without a unit counts.
extension UnitReader {
  func readCountedNoun(_ candidate: Candidate) {
    var next = candidate.core.upperBound
    guard next < sentence.upperBound, !text.tokens[next].flags.contains(.opensLine) else { return }
    let isHyphen =
      text.tokens[next].isDash && text.tokens[next].isJoined
      && next + 1 < sentence.upperBound && text.tokens[next + 1].isJoined
    if isHyphen {
      guard candidate.numeral.hasDigits || text.isA(tables.sizeNoun, at: next + 1) else { return }
      next += 1
    } else if text.tokens[next].isJoined, text.tokens[next].isWord {
      return
    }
    if text.isWord(tables.of, at: next) {
      if candidate.numeral.isFraction {
        readPartOfUnit(candidate, at: next)
        return
      }
      readNounBehindOf(candidate, at: next)
      return
    }
    // "Up from 302 last year".
    if text.isA(tables.dateShift, at: next), text.isA(tables.dateUnit, at: next + 1) { return }
    if !isHyphen, isWholeGroup(candidate) { return }
    if !isHyphen { next = behindSize(at: next) }
    let isOne = candidate.high == nil && candidate.low.whole == 1 || candidate.numeral.isFraction
    guard let noun = nouns.noun(in: text, at: next, before: sentence.upperBound, isOne: isOne)
    else { return }
    candidate.isHyphenated = isHyphen
    // "25-storey towers": not the towers are counted.
    let isSize = isHyphen && noun.isPlural && noun.tokens.count > 1
    set((isSize ? nouns.make(text, words: [next], head: next) : nil) ?? noun, candidate)
    takeMeasure(of: noun, candidate)
  }

  /// "The crew of 12 speaks no Russian", "a garrison of 400 lives there": whom a group consists of, and
  /// the verb that is said of it.
  private func isWholeGroup(_ candidate: Candidate) -> Bool {
    let next = candidate.core.upperBound
    guard text.isA(tables.verbS, at: next), !text.isA(tables.nounFirst, at: next),
      !text.isA(tables.bodyNoun, at: next),
      let (match, _) = text.phrase(
        tables.impliedNoun, endingAt: candidate.core.lowerBound, from: sentence.lowerBound),
      match.value.hasPrefix("=")
    else { return false }
    let behind = next + 1
    return !text.isA(tables.relative, at: behind)
      && (text.isA(tables.determiner, at: behind) || text.isA(tables.pronoun, at: behind)
        || text.isA(tables.subjectPronoun, at: behind))
  }

  /// The token behind "25-storey" and "three-room", which say of what size the counted things are.
  private func behindSize(at index: Int) -> Int {
    let dash = index + 1
    guard dash + 1 < sentence.upperBound, text.tokens[dash].isDash, text.tokens[dash].isJoined,
      text.tokens[dash + 1].isJoined, text.tokens[dash + 1].isWord,
      text.tokens[index].isNumber || text.isA(tables.numbers.number, at: index)
    else { return index }
    return dash + 2
  }

  /// "517 rushing yards": the noun is a unit behind its adjectives.
  func takeMeasure(of noun: CountedNoun, _ candidate: Candidate) {
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

  func set(_ noun: CountedNoun, _ candidate: Candidate) {
    candidate.noun = noun
    candidate.form = candidate.numeral.isVague ? .vague : .count
    candidate.core =
      candidate.core.lowerBound..<max(noun.tokens.upperBound, candidate.core.upperBound)
  }

  /// "35m of its devices", "tens of thousands of dollars", "one of the students".
  func readNounBehindOf(_ candidate: Candidate, at of: Int) {
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
      take(next..<next + match.count, candidate)
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
    // "The 8.1 million of the previous year".
    if !noun.isPlural, text.isA(tables.dateUnit, at: noun.tokens.upperBound - 1) { return }
    set(noun, candidate)
    if isOne { candidate.form = .oneOf }
  }

  /// "three-quarters of a point", "half of a mile": a part of one unit.
  func readPartOfUnit(_ candidate: Candidate, at of: Int) {
    let next = of + 2
    guard next < sentence.upperBound, text.isA(tables.article, at: of + 1),
      text.tokens[of + 1].length <= 2
    else { return }
    if let match = tables.units.match(in: text, at: next, glued: false), match.isWord {
      candidate.unit = match.unit
      candidate.form = form(of: match.unit)
      take(next..<next + match.count, candidate)
    } else if let noun = nouns.noun(in: text, at: next, before: sentence.upperBound, isOne: true),
      noun.head == "point"
    {
      set(noun, candidate)
    }
  }

  func ownedNoun(at index: Int) -> Int? {
    var next = index
    while next < min(index + 4, sentence.upperBound), text.tokens[next].isWord,
      text.tokens[next].isCapitalized
    { next += 1 }
    return next > index && text.isA(tables.possessive, at: next) ? index : nil
  }
}
