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
      guard candidates[index].isBare, !next.isBare, !next.isInDate,
        isListGap(tokens(from: candidates[index].core.upperBound, to: next.core.lowerBound))
      else { continue }
      candidates[index].takeUnit(of: next)
      candidates[index].isList = true
      candidates[index + 1].isList = true
    }
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
    return earlier.reversed().filter(isNear) + earlier.reversed().filter { !isNear($0) }
  }

  /// What a bare number may take from the quantities before it.
  ///
  /// - Parameters:
  ///   - candidate: the number.
  ///   - earlier: the quantity before it in the sentence, or the last count of the paragraph.
  ///   - inSentence: whether it stands in the same sentence.
  func inherit(_ candidate: inout Candidate, from earlier: Candidate, inSentence: Bool) {
    guard candidate.isBare, !earlier.isBare, !earlier.isInDate, !earlier.isAge else { return }
    let start = candidate.span.lowerBound
    switch earlier.form {
    case .count, .vague:
      // A level of an index has the decimals of its points.
      if earlier.noun?.head == "point", !candidate.numeral.isPunctuated { return }
      guard earlier.noun?.isStructural != true, earlier.per == nil || inSentence else { return }
      if candidate.numeral.hasDigits || candidate.comparator != nil {
        candidate.takeUnit(of: earlier)
      }
    case .percent:
      guard inSentence, text.isWord(tables.by, at: start - 1), candidate.low.value < 100 else {
        return
      }
      candidate.takeUnit(of: earlier)
    case .money:
      guard inSentence, candidate.numeral.magnitude > 0 || candidate.low.value >= 100,
        candidate.numeral.isPunctuated || candidate.numeral.magnitude > 0, isLinked(start),
        candidate.low.value * 20 > earlier.low.value, candidate.low.value < earlier.low.value * 20
      else { return }
      candidate.takeUnit(of: earlier)
    case .measure:
      guard inSentence, isLinked(start), candidate.numeral.hasDigits else { return }
      candidate.takeUnit(of: earlier)
    default: return
    }
    candidate.per = nil
  }

  /// Whether a conjunction or a word of comparison stands right before the number.
  private func isLinked(_ start: Int) -> Bool {
    text.isA(tables.listConnector, at: start - 1) || text.isSign(",", at: start - 1)
      || text.isA(tables.levelPreposition, at: start - 1) || text.isWord(tables.than, at: start - 1)
      || text.isWord(tables.of, at: start - 1) || text.isA(tables.rangeOpener, at: start - 1)
  }

  /// "280 million of the 1.5 billion shekels": the part takes the unit of the whole.
  func sharePart(_ candidates: inout [Candidate]) {
    guard candidates.count > 1 else { return }
    for index in 0..<candidates.count - 1 where candidates[index].isBare {
      let gap = tokens(
        from: candidates[index].core.upperBound, to: candidates[index + 1].core.lowerBound)
      guard (1...2).contains(gap.count), text.isWord(tables.of, at: gap.lowerBound),
        !candidates[index + 1].isBare, !candidates[index + 1].isInDate
      else { continue }
      candidates[index].takeUnit(of: candidates[index + 1])
    }
  }
}
