import Language
import Model

/// Reads whether a number is the size of a change, or a level that a change has reached.
struct ChangeReader {
  let text: TokenizedText
  let tables: QuantityTables
  let sentence: Range<Int>

  /// How far back a verb is looked for.
  private static let reach = 14

  func read(_ candidate: Candidate, after previous: Candidate?) {
    if candidate.numeral.hasPlus, candidate.isPercent {
      candidate.change = .up
      return
    }
    if readBehind(candidate) { return }
    readBefore(candidate, after: previous)
  }

  // MARK: Behind the number

  /// "5% more", "14.6% above", "a 75 percent increase", "a 7% share price increase".
  private func readBehind(_ candidate: Candidate) -> Bool {
    if candidate.form == .count, let (value, word) = countedChange(candidate) {
      set(value, word, candidate)
      return true
    }
    guard isRelative(candidate) else { return false }
    let next = candidate.core.upperBound
    guard next < sentence.upperBound, !text.tokens[next].flags.contains(.opensLine) else {
      return false
    }
    if let word = text.value(tables.directionAfter, at: next),
      !text.isA(tables.rangeConnector, at: next + 1),
      !candidate.isMoney || !text.isA(tables.preposition, at: next)
    {
      if candidate.unit?.dimension == "length", text.isA(tables.preposition, at: next) {
        return false
      }
      candidate.change = Direction(rawValue: word)
      candidate.directionWord = next
      return candidate.change != nil
    }
    // The noun may have two others before it: "the 7% share price increase".
    for index in next..<min(next + 3, sentence.upperBound) {
      guard text.tokens[index].isWord, !text.isA(tables.preposition, at: index),
        !text.isA(tables.determiner, at: index), !text.isA(tables.auxiliary, at: index),
        !text.isA(tables.coordinator, at: index), !text.isA(tables.subordinator, at: index),
        !text.isA(tables.pronoun, at: index)
      else { return false }
      if let value = noun(at: index, candidate) {
        set(value, index, candidate)
        return true
      }
    }
    return false
  }

  /// "1 million fewer tourists", "200,000 more than in 2019"; "eight more men" is no change.
  private func countedChange(_ candidate: Candidate) -> (String, Int)? {
    for word in [candidate.number.upperBound, candidate.core.upperBound] {
      guard let value = text.value(tables.directionAfter, at: word),
        !text.isA(tables.preposition, at: word)
      else { continue }
      if text.isWord(tables.than, at: word + 1) || value == "down" { return (value, word) }
    }
    return nil
  }

  /// Whether the number can be the size of a change by what it is of.
  private func isRelative(_ candidate: Candidate) -> Bool {
    switch candidate.form {
    case .percent, .multiple, .fraction, .ratio: true
    case .count: candidate.noun?.head == "point"
    case .measure, .money: !candidate.isHyphenated
    default: false
    }
  }

  // MARK: Before the number

  private func readBefore(_ candidate: Candidate, after previous: Candidate?) {
    var index = candidate.span.lowerBound
    if candidate.comparator == .range, text.isWord(tables.from, at: index) {
      // "rose from 21 to 23" tells two levels.
      readLevel(candidate, before: index, floor: max(sentence.lowerBound, index - 3))
      return
    }
    let floor = max(sentence.lowerBound, index - Self.reach, previous?.span.upperBound ?? 0)
    var sawBy = false
    while index > floor {
      if text.isWord(tables.by, at: index - 1) { sawBy = true }
      if let (_, start) = text.phrase(tables.directionSkip, endingAt: index, from: floor) {
        index = start
      } else if text.isA(tables.adverb, at: index - 1),
        !text.isA(tables.directionParticle, at: index - 1)
      {
        index -= 1
      } else {
        break
      }
    }
    guard index > floor else { return }
    let word = index - 1
    if let value = text.value(tables.directionParticle, at: word) {
      if isOrdinaryVerb(word - 1) { return }
      if sawBy || isRelative(candidate) || candidate.isBare || candidate.form == .count {
        set(value, word, candidate)
      }
      return
    }
    // "Fall below 80 percent": the level that is passed, and no change by so much.
    if candidate.span.lowerBound < candidate.core.lowerBound,
      let passed = text.value(tables.levelComparator, at: candidate.core.lowerBound - 1),
      passed == verb(at: word)?.0
    {
      candidate.direction = Direction(rawValue: passed)
      candidate.directionWord = word
      return
    }
    // "Grow 2 million tonnes of soya".
    if text.isForm(of: tables.growVerb, at: word), candidate.form == .measure, !sawBy,
      text.isWord(tables.of, at: candidate.unitTokens?.upperBound ?? candidate.core.upperBound)
    {
      return
    }
    if let (value, strong) = verb(at: word), strong || isRelativeToWhole(candidate) {
      set(value, word, candidate)
      return
    }
    if text.isWord(tables.of, at: word), let value = noun(at: word - 1, candidate),
      isRelative(candidate), word - 1 >= floor
    {
      set(value, word - 1, candidate)
      return
    }
    if text.isA(tables.levelPreposition, at: word) {
      readLevel(candidate, before: word, floor: floor)
      return
    }
    if sawBy || index < candidate.span.lowerBound && text.isWord(tables.by, at: index) {
      readDistant(candidate, before: index, floor: floor)
    }
  }

  /// "gave up 517 yards": a verb with a particle that says no direction.
  private func isOrdinaryVerb(_ index: Int) -> Bool {
    guard index >= sentence.lowerBound, text.tokens[index].isWord,
      !text.isA(tables.auxiliary, at: index),
      text.isA(tables.verbPast, at: index) || text.isA(tables.verbS, at: index)
        || text.isA(tables.verbBase, at: index) || text.isA(tables.verbIng, at: index)
    else { return false }
    let code = text.tokens[index].code
    return text.lexicon.value(text.lexicon.base(code), tables.directionVerb) == nil
      && text.lexicon.value(code, tables.directionVerb) == nil && !text.isA(tables.verbS, at: index)
  }

  private func set(_ value: String, _ word: Int, _ candidate: Candidate) {
    candidate.change = Direction(rawValue: value)
    candidate.directionWord = word
  }

  /// A noun of change: one such as "loss" only of percent, points and multiples.
  private func noun(at index: Int, _ candidate: Candidate) -> String? {
    guard let value = text.value(tables.directionNoun, at: index) else { return nil }
    guard value.hasSuffix("?") else { return value }
    return isRelativeToWhole(candidate) ? String(value.dropLast()) : nil
  }

  /// A verb of change, and whether it is one with every kind of number.
  private func verb(at index: Int) -> (String, Bool)? {
    guard index >= sentence.lowerBound, text.tokens[index].isWord else { return nil }
    let code = text.tokens[index].code
    for form in [text.lexicon.base(code), code] {
      guard let value = text.lexicon.value(form, tables.directionVerb) else { continue }
      if value == "move" { return nil }
      return value.hasSuffix("?") ? (String(value.dropLast()), false) : (value, true)
    }
    return nil
  }

  private func isRelativeToWhole(_ candidate: Candidate) -> Bool {
    candidate.isPercent || candidate.form == .multiple || candidate.form == .fraction
      || candidate.noun?.head == "point" || candidate.unit?.dimension == "ratio points"
      || candidate.isBare
  }

  /// "rose to 40", "down to 20", "ended at 1,334": the level that was reached.
  private func readLevel(_ candidate: Candidate, before word: Int, floor: Int) {
    // "up from 40" says where the movement began.
    if text.isA(tables.rangeOpener, at: word), candidate.comparator != .range { return }
    for index in stride(from: word - 1, through: max(floor, word - 6), by: -1) {
      if let value = text.value(tables.directionParticle, at: index) ?? verb(at: index)?.0 {
        candidate.direction = Direction(rawValue: value)
        candidate.directionWord = index
        return
      }
      if text.tokens[index].kind == .sign { return }
    }
  }

  /// "grow sales by 35 per cent", "fell in May by 5%".
  private func readDistant(_ candidate: Candidate, before end: Int, floor: Int) {
    for index in stride(from: end - 1, through: floor, by: -1) {
      if text.isSign(",", at: index) || text.isSign(";", at: index) { return }
      if let (value, _) = verb(at: index) {
        set(value, index, candidate)
        return
      }
    }
  }
}
