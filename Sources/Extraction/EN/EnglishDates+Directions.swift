import Language
import Model

/// What stands around a date: "since", "by", "on", "than", and what points it forward.
extension EnglishDates {
  /// A date with its direction.
  struct Directed {
    var reading: Reading

    /// The first token of the date itself.
    var start: Int

    /// The name of the direction: "since", "from", "until", "by", "before", "after", "between".
    var direction: String?

    /// The tokens, with the words of the direction.
    var tokens: Range<Int>
  }

  /// The date that begins at a token, or behind a direction that begins there.
  func directed(at index: Int) -> Directed? {
    guard let match = text.phrase(words.direction, at: index) else {
      return dates(at: index).map { trailed($0, start: index, direction: nil, from: index) }
    }
    // "Last" in front of it: "the year before last" is no "before".
    var start = index + match.count
    while let filler = text.phrase(words.filler, at: start) { start += filler.count }
    guard let reading = dates(at: start, afterBetween: match.value == "between") else {
      return dates(at: index).map { trailed($0, start: index, direction: nil, from: index) }
    }
    return trailed(reading, start: start, direction: match.value, from: index)
  }

  /// "From 2025 on", "2018 or later".
  private func trailed(_ reading: Reading, start: Int, direction: String?, from: Int) -> Directed {
    let plain = Directed(
      reading: reading, start: start, direction: direction == "plain" ? nil : direction,
      tokens: from..<reading.end)
    guard let match = text.phrase(words.behind, at: reading.end),
      match.value == "since" || match.value == "until"
    else { return plain }
    // "On" alone needs "from" in front: "from 2025 on", but not "in 2025 on the border".
    if text.isWord(words.on, at: reading.end), direction != "from" { return plain }
    return Directed(
      reading: reading, start: start, direction: match.value,
      tokens: from..<(reading.end + match.count))
  }

  /// Whether the words in front of a date put it into the future: "will meet on Friday", "is due
  /// Monday".
  ///
  /// They count only where nothing else stands between: in "will rise, he said Friday" the day
  /// hangs on another verb.
  func pointsForward(to index: Int) -> Bool {
    var place = index - 1
    let limit = max(-1, index - 8)
    while place > limit {
      let token = text.tokens[place]
      if text.isA(words.forward, at: place) { return true }
      if token.kind == .sign, !token.isDash { return false }
      if token.isWord, text.isA(words.pastVerb, at: place), !text.isA(words.verbBase, at: place),
        !text.isA(words.participle, at: place)
      {
        return false
      }
      if token.flags.contains(.opensLine) { return false }
      place -= 1
    }
    return false
  }

  /// Whether something else is compared with what was at that time.
  func isComparisonBase(_ date: Directed) -> Bool {
    var before = date.tokens.lowerBound - 1
    if date.direction == "from" {
      let changed =
        (1...4).contains { text.isA(words.change, at: before + 1 - $0) }
        || (1...2).contains { isSign("%", at: before + 1 - $0) }
      if changed { return true }
    }
    while text.isA(words.article, at: before) || text.isWord(words.in, at: before)
      || text.isWord(words.on, at: before) || text.isA(words.filler, at: before)
      || text.isA(words.possessivePronoun, at: before)
      || text.isA(words.timePreposition, at: before)
    {
      before -= 1
    }
    for length in 1...3 {
      if let match = text.phrase(words.comparison, at: before - length + 1), match.count == length {
        return true
      }
    }
    // "The 2022 level", "above 2022 levels".
    return text.value(words.noun, at: date.reading.end) == "level"
      && !text.isWord(words.in, at: date.start - 1)
  }
}
