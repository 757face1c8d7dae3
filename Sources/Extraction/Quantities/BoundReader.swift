import Language
import Model

/// Reads how words bound a number: before it, behind it, or as the verb that it is the object of.
struct BoundReader {
  let text: TokenizedText
  let tables: QuantityTables
  let sentence: Range<Int>

  /// Sets the comparator of a candidate and stretches its span over the words that say it.
  func read(_ candidate: Candidate, after previous: Candidate?) {
    readWords(candidate)
    if candidate.comparator == nil, let previous, let negator = previous.turnedBy,
      previous.unit?.code == candidate.unit?.code, isConjunct(candidate, of: previous)
    {
      candidate.comparator = previous.comparator
      candidate.turnedBy = negator
    }
  }

  /// "Does not exceed 15 percent in shops and 50 on sites": no verb between.
  private func isConjunct(_ candidate: Candidate, of previous: Candidate) -> Bool {
    let gap = previous.core.upperBound..<max(previous.core.upperBound, candidate.core.lowerBound)
    return gap.count <= 6
      && gap.contains { text.isA(tables.listConnector, at: $0) || text.isSign(",", at: $0) }
      && !gap.contains {
        text.isA(tables.auxiliary, at: $0) || text.isA(tables.verbPast, at: $0)
          || text.isA(tables.verbS, at: $0) || text.isA(tables.subordinator, at: $0)
      }
  }

  private func readWords(_ candidate: Candidate) {
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
        set(match.value, candidate, turnedBy: negator(before: index))
        start = index
        floor = index
        // "about up to 40": the outer word bounds, the inner one was read already.
        continue
      }
      let isDetermined = text.isA(tables.determiner, at: floor - 1)
      if candidate.comparator == nil,
        let verb = verb(endingAt: floor) ?? (isDetermined ? verb(endingAt: floor - 1) : nil)
      {
        set(verb.value, candidate, turnedBy: verb.negator)
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

  /// "over" a time is mostly "during", but not in "for over two years"; "under two contracts" bounds
  /// nothing.
  private func accepts(_ match: Lexicon.Match, at index: Int, _ candidate: Candidate) -> Bool {
    if match.count == 1, match.value == "<",
      candidate.noun?.tokens.contains(where: { text.isA(tables.legalNoun, at: $0) }) == true
    {
      return false
    }
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

  private func set(_ value: String, _ candidate: Candidate, turnedBy negator: Int? = nil) {
    guard let said = comparator(value) else { return }
    let turned = negator.flatMap { _ in Self.turned(said) }
    let comparator = turned ?? said
    if comparator == .about { candidate.approximate = true }
    // "just under about 50": a bound says more than "about".
    if candidate.comparator == nil || candidate.comparator == .about {
      candidate.comparator = comparator
      candidate.turnedBy = turned == nil ? nil : negator
    }
  }

  /// What is not below 40 is at least that; `nil` for what a negator does not turn.
  private static func turned(_ comparator: Comparator) -> Comparator? {
    switch comparator {
    case .moreThan: .atMost
    case .lessThan: .atLeast
    default: nil
    }
  }

  /// "exceeded 40", "must not exceed 40", "had passed 40".
  private func verb(endingAt end: Int) -> (value: String, negator: Int?)? {
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
    let negator = before.last { text.isA(tables.negation, at: $0) }
    let isOwn = negator.map { negator in
      !(negator + 1..<index).contains {
        text.isA(tables.verbPast, at: $0) && !text.isA(tables.auxiliary, at: $0)
      }
    }
    return (value, isOwn == true ? negator : nil)
  }

  /// The negator that a bound takes: "has not been below 98", "never rose above 40".
  private func negator(before index: Int) -> Int? {
    var place = index - 1
    while place > max(sentence.lowerBound, index - 4),
      text.isA(tables.auxiliary, at: place) || text.isForm(of: tables.directionVerb, at: place)
    { place -= 1 }
    if place >= sentence.lowerBound, text.isA(tables.negation, at: place) { return place }
    return refusal(before: index)
  }

  /// The negator of what is not permitted: "no brother may own more than two", "does not let clients
  /// withdraw more than 900".
  private func refusal(before index: Int) -> Int? {
    let start = max(sentence.lowerBound, index - 9)
    guard start < index,
      let permission = (start..<index).last(where: {
        text.isForm(of: tables.permittingVerb, at: $0)
      }),
      !(start..<index).contains(where: { text.isSign(",", at: $0) })
    else { return nil }
    return (max(start, permission - 4)..<min(index, permission + 2)).last {
      text.isA(tables.negation, at: $0)
    }
  }

  /// "or more", "-odd", "+".
  private func behind(_ candidate: Candidate) -> (String, Int)? {
    let next = candidate.core.upperBound
    guard next < sentence.upperBound else { return nil }
    if let match = text.phrase(tables.comparatorAfter, at: next),
      !text.isWord(tables.than, at: next + match.count),
      // "70 keepers and up to 30 vets".
      !text.isWord(tables.to, at: next + match.count)
    {
      return match.count > 1 || text.tokens[next].isJoined || match.value != "~" || next > 0
        ? (match.value, match.count) : nil
    }
    if text.isSign("+", at: next), text.tokens[next].isJoined { return (">=", 1) }
    return nil
  }
}
