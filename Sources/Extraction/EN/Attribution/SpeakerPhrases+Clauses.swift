import Language

/// Where English clauses end, as far as an attribution reaches.
extension SpeakerPhrases {
  /// No attribution by a verb reaches further than this many tokens.
  static let reach = 150

  /// The end of what a verb before `start` governs: a contrast after a sign ends it, and so do the
  /// bracket and the quotation that it stands in.
  func clauseEnd(from start: Int, in sentence: Range<Int>, contrasts: Bool) -> Int {
    let limit = min(sentence.upperBound, start + Self.reach)
    var depth = 0
    var index = start
    while index < limit {
      if text.isSign("(", at: index) {
        depth += 1
      } else if text.isSign(")", at: index) {
        depth -= 1
        if depth < 0 { return index }
      } else if endsClause(at: index, contrasts: contrasts) {
        return index
      }
      index += 1
    }
    return limit
  }

  /// The comma behind a subordinate clause: the first one with a finite verb behind it.
  func subordinateEnd(from start: Int, end: Int) -> Int {
    var comma: Int?
    for index in start..<end {
      if isComma(index) {
        comma = isA(words.relative, index + 1) ? nil : index
      } else if let comma, isVerb(index) {
        return comma
      }
    }
    return end
  }

  private func endsClause(at index: Int, contrasts: Bool) -> Bool {
    let next = index + 1
    // "…; I would put it closer to 2,000": the writer's own.
    if text.isSign(";", at: index) {
      return isA(words.contrast, next)
        || isA(words.firstPerson, next) && !speaksOfOwn(before: index)
        || opensElidedSpeaker(next)
    }
    guard contrasts, isComma(index) || text.tokens[index].isLongDash else { return false }
    return isA(words.contrast, next)
  }

  /// "We lost 40 men; we will lose more": the same one goes on.
  private func speaksOfOwn(before index: Int) -> Bool {
    (text.sentences[text.sentence(of: index)].lowerBound..<index).contains {
      isA(words.firstPerson, $0)
    }
  }

  /// "The organisers say 9,000 marched; the police, 3,000", "…; 20,000, according to the organisers".
  private func opensElidedSpeaker(_ start: Int) -> Bool {
    let end = (start..<min(start + 8, text.tokens.count)).first { isComma($0) }
    guard let end, end > start, !isA(words.preposition, start) else { return false }
    return isNumber(end + 1) && isNoun(end - 1) && !(start..<end).contains { isNumber($0) }
      || text.phrase(words.sourcePhrase, at: end + 1) != nil
  }

  /// Where a comma opens a relative clause to the words behind the verb: "told the hall, where".
  func tail(from start: Int, end: Int) -> Int {
    (start..<max(start, end)).first {
      isComma($0) && $0 > start && isA(words.relative, $0 + 1)
        && !text.isWord(words.that, at: $0 + 1)
    } ?? end
  }

  /// The comma before "which", "of which", "who".
  func relativeEnd(from start: Int, end: Int) -> Int {
    (start..<max(start, end)).first {
      isComma($0)
        && (isA(words.relative, $0 + 1)
          || isA(words.preposition, $0 + 1) && isA(words.relative, $0 + 2))
    } ?? end
  }

  /// The start of what an attribution behind it governs: the sentence, or the bracket around.
  func clauseStart(before end: Int, in sentence: Range<Int>) -> Int {
    let limit = max(sentence.lowerBound, end - Self.reach)
    var depth = 0
    var index = end
    while index > limit {
      if text.isSign(")", at: index - 1) {
        depth += 1
      } else if text.isSign("(", at: index - 1) {
        depth -= 1
        if depth < 0 { return index }
      }
      index -= 1
    }
    return limit
  }

  /// Whether the tokens up to the next comma or the end hold no finite verb: "on Monday in Paris".
  func isAdverbial(from start: Int, in sentence: Range<Int>) -> Bool {
    var index = start
    while index < min(sentence.upperBound, start + 40) {
      if isComma(index) || text.isSign(";", at: index)
        || text.isSign(".", at: index) && index + 1 == sentence.upperBound
      {
        return true
      }
      // "At a forum that closed on Friday": of the noun before it.
      if text.isWord(words.that, at: index), index > start + 1, isVerb(index + 1),
        !isTime(index - 1)
      {
        return true
      }
      if isQuoteMark(index) || text.isSign(":", at: index) || text.isWord(words.that, at: index) {
        return false
      }
      if isVerb(index), !isA(words.preposition, index) {
        // "reporters", "a conference held in Paris": a participle with a preposition is no clause.
        let reduced =
          isA(words.verbParticiple, index)
          && (isA(words.preposition, index + 1) || isTime(index + 1))
        if !reduced, !isA(words.determiner, index - 1) { return false }
      }
      if isA(words.subjectPronoun, index), index > start, !isA(words.preposition, index - 1) {
        return false
      }
      index += 1
    }
    return true
  }
}
