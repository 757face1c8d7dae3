import Language
import Model

/// Reads all quantities of one sentence, from numbers to candidates with units and bounds.
struct SentenceQuantities {
  let text: TokenizedText
  let tables: QuantityTables
  let nouns: EnglishNouns
  let sentence: Range<Int>

  var candidates: [Candidate] = []

  /// The numbers that measure nothing, with the reason; not in order.
  private(set) var excluded: [(tokens: Range<Int>, why: NumberExclusion)] = []

  init(text: TokenizedText, tables: QuantityTables, nouns: EnglishNouns, sentence: Range<Int>) {
    self.text = text
    self.tables = tables
    self.nouns = nouns
    self.sentence = sentence
  }

  /// Reads the sentence into `candidates`.
  ///
  /// - Parameters:
  ///   - dates: what dates have taken, asked for from sentence to sentence.
  ///   - names: what entities have taken.
  ///   - memory: what the sentences before have left for numbers without a unit, and this one
  ///     leaves.
  mutating func read(
    dates: inout RangeCursor, names: inout RangeCursor, memory: inout QuantityMemory
  ) {
    readNumbers(dates: &dates, names: &names)
    let sharing = UnitSharing(text: text, tables: tables, sentence: sentence)
    sharing.shareForward(&candidates)
    join()
    sharing.shareForward(&candidates)
    sharing.sharePart(&candidates)
    sharing.shareLevels(&candidates)
    countThings()
    let bounds = BoundReader(text: text, tables: tables, sentence: sentence)
    for index in candidates.indices {
      bounds.read(candidates[index], after: index > 0 ? candidates[index - 1] : nil)
    }
    judge(sharing, &memory)
    for candidate in candidates {
      if let why = candidate.exclusion { excluded.append((candidate.number, why)) }
    }
    candidates.removeAll { $0.exclusion != nil }
    separate()
    readChanges()
    markConversions()
    shareRates()
    readRateAdjectives()
    markDescriptions()
  }

  // MARK: Numbers

  private mutating func readNumbers(dates: inout RangeCursor, names: inout RangeCursor) {
    let numbers = NumberReader(text: text, tables: tables.numbers)
    let exclusions = NumberExclusions(text: text, tables: tables, sentence: sentence)
    var units = UnitReader(
      text: text, tables: tables, nouns: nouns, sentence: sentence, floor: sentence.lowerBound)
    let multiples = MultipleWords(text: text, tables: tables)
    var index = sentence.lowerBound
    while true {
      index = opening(from: index)
      if index >= sentence.upperBound { break }
      let token = text.tokens[index]
      let inDate = dates.range(at: index)
      if inDate == nil, token.isNumber, let found = exclusions.exclusion(at: index) {
        let end = max(found.end, index + 1)
        excluded.append((index..<end, found.why))
        index = end
        continue
      }
      guard let numeral = numbers.numeral(at: index, in: sentence) else {
        if let multiple = multiples.candidate(at: index, in: sentence) {
          candidates.append(multiple)
        }
        index += 1
        continue
      }
      if inDate == nil, token.kind == .sign, index + 1 < sentence.upperBound,
        text.tokens[index + 1].isNumber, let found = exclusions.exclusion(at: index + 1)
      {
        let end = max(found.end, index + 1)
        excluded.append((index..<end, found.why))
        index = end
        continue
      }
      if let name = names.range(at: index) {
        excluded.append((numeral.tokens, .name))
        index = max(name.upperBound, index + 1)
        continue
      }
      let candidate = units.candidate(for: numeral)
      if let inDate, !outweighs(candidate, date: inDate) {
        candidate.isInDate = true
        if !isSpelledTime(candidate) {
          excluded.append((numeral.tokens, .date))
          index = max(min(inDate.upperBound, sentence.upperBound), index + 1)
          continue
        }
      }
      yield(to: candidate)
      candidates.append(candidate)
      if candidate.unit != nil { units.floor = candidate.core.upperBound }
      index = max(
        candidate.unit != nil || candidate.isPerMany
          ? candidate.core.upperBound : numeral.tokens.upperBound,
        candidate.number.upperBound, index + 1)
    }
  }

  /// The next token that a number, or a multiple without one, may begin with.
  private func opening(from start: Int) -> Int {
    var index = start
    while index < sentence.upperBound, text.tokens[index].isWord,
      !text.isAny(tables.opening, at: index)
    { index += 1 }
    return index
  }

  /// Whether a unit shows that what looked like a year is none: "the 1000 hp barrier".
  private func outweighs(_ candidate: Candidate, date: Range<Int>) -> Bool {
    switch candidate.form {
    case .money, .percent, .multiple: true
    case .measure: candidate.unitTokens.map { text.tokens[$0.lowerBound].isWord } ?? false
    default:
      date.count <= 2 && candidate.numeral.hasDigits && candidate.low.value < 1500
        && candidate.low.value >= 1000
    }
  }

  private func isSpelledTime(_ candidate: Candidate) -> Bool {
    guard candidate.form == .duration || candidate.form == .age, let unit = candidate.unitTokens
    else { return false }
    return text.tokens[unit.lowerBound].length > 1
  }

  /// Takes the noun from the number before, where it was the currency of this one: "3 USD50 cards".
  private mutating func yield(to candidate: Candidate) {
    guard let last = candidates.last, last.core.upperBound > candidate.core.lowerBound else {
      return
    }
    // "12 three-room flats": the size stands before the noun of the first one, and has its own.
    if let noun = last.noun, noun.tokens.lowerBound >= candidate.core.upperBound { return }
    let index = candidates.count - 1
    candidates[index].noun = nil
    candidates[index].form = .bare
    candidates[index].core =
      last.core
      .lowerBound..<max(
        last.number.upperBound, min(last.core.upperBound, candidate.core.lowerBound))
  }

  private mutating func join() {
    let joiner = RangeJoiner(text: text, tables: tables, sentence: sentence)
    var joined: [Candidate] = []
    for candidate in candidates {
      if let last = joined.last, let both = joiner.join(last, candidate) {
        joined[joined.count - 1] = both
      } else {
        joined.append(candidate)
      }
    }
    candidates = joined
  }

  /// "2.9 million 9 liter cases": the first number counts what the second one describes.
  private mutating func countThings() {
    for index in candidates.indices.dropLast() where candidates[index].isBare {
      let next = candidates[index + 1]
      guard next.unit != nil, next.core.lowerBound == candidates[index].core.upperBound,
        let noun = nouns.noun(
          in: text, at: next.core.upperBound, before: sentence.upperBound, isOne: false),
        noun.isPlural
      else { continue }
      candidates[index].noun = noun
      candidates[index].form = .count
    }
  }

  // MARK: What stays

  private mutating func judge(_ sharing: UnitSharing, _ memory: inout QuantityMemory) {
    let judge = BareNumberJudge(text: text, tables: tables, sentence: sentence)
    let topics = TopicNouns(text: text, tables: tables, nouns: nouns, sentence: sentence)
    var earlier: [Candidate] = []
    for index in candidates.indices {
      judge.readAge(candidates[index], after: index > 0 ? candidates[index - 1] : nil)
      judge.drop(
        candidates[index], next: index + 1 < candidates.count ? candidates[index + 1] : nil,
        previous: index > 0 ? candidates[index - 1] : nil)
      if candidates[index].exclusion != nil { continue }
      judge.readTemperature(candidates[index])
      if candidates[index].isBare {
        judge.readShare(candidates[index])
        judge.implyNoun(candidates[index], nouns: nouns)
        if candidates[index].isBare, earlier.isEmpty,
          let noun = topics.noun(
            for: candidates[index], lastCount: memory.lastCount?.number.lowerBound)
        {
          candidates[index].takeNoun(noun)
        }
        for other in sharing.order(earlier, for: candidates[index]) {
          sharing.inherit(candidates[index], from: other, inSentence: true)
        }
        judge.implyVictims(candidates[index])
        sharing.inherit(candidates[index], from: memory, isFirst: earlier.isEmpty)
        judge.dropBare(candidates[index])
      }
      if candidates[index].exclusion != nil { continue }
      judge.markVictims(candidates[index])
      if !candidates[index].isBare {
        earlier.append(candidates[index])
        if earlier.count > 8 { earlier.removeFirst() }
      }
      let before = candidates[index].span.lowerBound - 1
      memory.keep(
        candidates[index],
        isChange: candidates[index].isPercent && text.isA(tables.directionParticle, at: before))
    }
  }

  /// Cuts spans that reach into one another.
  private mutating func separate() {
    for index in candidates.indices.dropFirst() {
      let floor = candidates[index - 1].span.upperBound
      if candidates[index].span.lowerBound < floor {
        let start = candidates[index].number.lowerBound
        if floor > start {
          candidates[index - 1].span = candidates[index - 1].span.lowerBound..<start
        } else {
          candidates[index].span = floor..<candidates[index].span.upperBound
        }
      }
    }
  }
}

/// Ranges of tokens in order, asked for in order.
struct RangeCursor {
  private let ranges: [Range<Int>]
  private var next = 0

  init(_ ranges: [Range<Int>]) { self.ranges = ranges }

  /// The range with that token; the tokens must not be asked for in falling order.
  mutating func range(at index: Int) -> Range<Int>? {
    while next < ranges.count, ranges[next].upperBound <= index { next += 1 }
    guard next < ranges.count, ranges[next].contains(index) else { return nil }
    return ranges[next]
  }
}
