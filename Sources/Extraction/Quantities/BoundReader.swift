import Language
import Model

/// Reads how words bound a number: before it, behind it, or as the verb that it is the object of.
struct BoundReader {
  let text: TokenizedText
  let tables: QuantityTables
  let sentence: Range<Int>

  /// Sets the comparator of a candidate and stretches its span over the words that say it.
  func read(_ candidate: Candidate) {
    var start = candidate.core.lowerBound
    if candidate.comparator == .range,
      let (_, opener) = text.phrase(tables.rangeOpener, endingAt: start, from: sentence.lowerBound)
    {
      start = opener
    }
    var floor = start
    for _ in 0..<4 {
      if let (match, index) = text.phrase(
        tables.comparatorBefore, endingAt: floor, from: sentence.lowerBound)
      {
        // "control over nearly 40 percent": one word before another comparator is a preposition.
        guard comparator(match.value) != nil, accepts(match, at: index, candidate),
          candidate.comparator == nil || candidate.comparator == .range || match.count > 1
        else { break }
        set(isTurned(at: index) ? turned(match.value) : match.value, candidate)
        start = index
        floor = index
        // "about up to 40": the outer word bounds, the inner one was read already.
        continue
      }
      let isDetermined = text.isA(tables.determiner, at: floor - 1)
      if candidate.comparator == nil,
        let value = verb(endingAt: floor) ?? (isDetermined ? verb(endingAt: floor - 1) : nil)
      {
        set(value, candidate)
        break
      }
      guard candidate.comparator == nil,
        let (_, index) = text.phrase(
          tables.comparatorSkip, endingAt: floor, from: sentence.lowerBound)
      else { break }
      floor = index
    }
    var end = candidate.core.upperBound
    if let (value, count) = behind(candidate) {
      set(value, candidate)
      end += count
    }
    candidate.span = min(start, candidate.core.lowerBound)..<end
  }

  /// "over" a time is mostly "during", but not in "for over two years".
  private func accepts(_ match: Lexicon.Match, at index: Int, _ candidate: Candidate) -> Bool {
    guard match.value.hasSuffix("?"), candidate.form == .duration, !candidate.isHyphenated else {
      return true
    }
    return index > sentence.lowerBound
      && (text.isA(tables.preposition, at: index - 1) || text.isA(tables.auxiliary, at: index - 1)
        || text.isA(tables.adverb, at: index - 1))
  }

  private func comparator(_ value: String) -> Comparator? {
    Comparator(rawValue: value.hasSuffix("?") ? String(value.dropLast()) : value)
  }

  private func set(_ value: String, _ candidate: Candidate) {
    guard let comparator = comparator(value) else { return }
    if comparator == .about { candidate.approximate = true }
    // "just under about 50": a bound says more than "about".
    if candidate.comparator == nil || candidate.comparator == .about {
      candidate.comparator = comparator
    }
  }

  /// "exceeded 40", "must not exceed 40", "had passed 40".
  private func verb(endingAt end: Int) -> String? {
    let index = end - 1
    guard index >= sentence.lowerBound, text.isForm(of: tables.comparatorVerb, at: index) else {
      return nil
    }
    // "the top three", "the pass": no verb behind a determiner.
    if text.isA(tables.determiner, at: index - 1) { return nil }
    let base = text.lexicon.base(text.tokens[index].code)
    guard let value = text.lexicon.value(base, tables.comparatorVerb) else { return nil }
    let before = max(sentence.lowerBound, index - 3)..<index
    // "Must not exceed", but not "are not expected to exceed": there another verb is turned over.
    guard let negator = before.last(where: { text.isA(tables.negation, at: $0) }),
      !(negator + 1..<index).contains(where: {
        text.isA(tables.verbPast, at: $0) && !text.isA(tables.auxiliary, at: $0)
      })
    else { return value }
    return turned(value)
  }

  /// "Has not been below 98", "never rose above 40": what is not below is at least that.
  private func isTurned(at index: Int) -> Bool {
    var place = index - 1
    while place > max(sentence.lowerBound, index - 4),
      text.isA(tables.auxiliary, at: place) || text.isForm(of: tables.directionVerb, at: place)
    { place -= 1 }
    return place >= sentence.lowerBound && text.isA(tables.negation, at: place)
  }

  private func turned(_ value: String) -> String {
    switch value {
    case ">", ">?": "<="
    case "<", "<?": ">="
    default: value
    }
  }

  /// "or more", "-odd", "+".
  private func behind(_ candidate: Candidate) -> (String, Int)? {
    let next = candidate.core.upperBound
    guard next < sentence.upperBound else { return nil }
    if let match = text.phrase(tables.comparatorAfter, at: next),
      !text.isWord(tables.than, at: next + match.count)
    {
      return match.count > 1 || text.tokens[next].isJoined || match.value != "~" || next > 0
        ? (match.value, match.count) : nil
    }
    if text.isSign("+", at: next), text.tokens[next].isJoined { return (">=", 1) }
    return nil
  }
}
