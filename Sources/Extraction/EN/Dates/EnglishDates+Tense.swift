import Language

/// Whether what is said with a date lies behind or ahead.
extension EnglishDates {
  enum Tense {
    case past, future, open
  }

  /// What the verb that a date hangs on says: "will meet on Friday", "is due Monday", "fell in May".
  ///
  /// Only what stands before it without a sign between counts: in "will rise, he said Friday" the
  /// day hangs on another verb.
  func tense(before index: Int) -> Tense {
    if isAppointed(before: index) { return .future }
    var sawParticiple = false
    var place = index - 1
    let limit = max(-1, index - 16)
    while place > limit {
      let token = text.tokens[place]
      if let cue = text.value(words.forward, at: place), !isMonth(at: place),
        cue != "to" || text.isWord(words.to, at: place + 1)
      {
        // "Agreed in October to lift the price": the day of that.
        return cue == "done" && index - place <= 2 ? .past : .future
      }
      if token.kind == .sign, !token.isDash { break }
      if index - place <= 2, isTimetable(at: place) { return .future }
      if text.isA(words.pastVerb, at: place), !text.isA(words.verbBase, at: place) {
        if !text.isA(words.participle, at: place) || text.isA(words.auxiliary, at: place) {
          return .past
        }
        sawParticiple = true
      } else if text.isA(words.presentVerb, at: place), !text.isA(words.nounFirst, at: place) {
        break
      } else if text.isA(words.verbBase, at: place), text.isWord(words.to, at: place - 1) {
        return .future
      }
      if token.flags.contains(.opensLine) { break }
      place -= 1
    }
    return sawParticiple ? .past : .open
  }

  /// "The chance of a strike before November", "a blockade before May would cost": what has not come yet.
  func isUncertain(_ date: Range<Int>) -> Bool {
    (max(0, date.lowerBound - 6)..<date.lowerBound).contains { text.isA(words.chance, at: $0) }
      || text.isA(words.forward, at: date.upperBound)
  }

  /// "Wheat for delivery in April": ahead, whenever it was offered.
  private func isAppointed(before index: Int) -> Bool {
    // "Copper for December delivery".
    if text.isA(words.appointedNoun, at: index + 1) { return true }
    // "Has been listed for 3 March".
    if text.phrase(words.appointed, endingAt: index, from: max(0, index - 4)) != nil { return true }
    guard text.isA(words.preposition, at: index - 1), index > 1 else { return false }
    return text.phrase(words.appointed, endingAt: index - 1, from: max(0, index - 4)) != nil
  }

  /// "May" with a capital inside a sentence.
  private func isMonth(at index: Int) -> Bool {
    text.isA(words.month, at: index) && text.tokens[index].isCapitalized
      && !text.tokens[index].flags.contains(.opensLine)
  }

  /// "Wimbledon begins Monday": the present tense of what is on a timetable, not "the opening ends".
  private func isTimetable(at index: Int) -> Bool {
    guard text.isA(words.schedule, at: index), index > 0, !text.isA(words.article, at: index - 1),
      !text.isA(words.preposition, at: index - 1)
    else { return false }
    return text.isA(words.presentVerb, at: index)
      || text.isA(words.verbBase, at: index)
        && !text.isA(words.auxiliary, at: index - 1)
  }

  /// What the first verb behind a date says: "On Friday, the council will", "the vote on Friday will".
  ///
  /// A comma may stand between only where the date is at the head of its sentence.
  func tense(after tokens: Range<Int>) -> Tense {
    var place = tokens.upperBound
    if opensSentence(tokens.lowerBound), isSign(",", at: place) {
      place += 1
      // "By May, according to two unions, drivers were": past what is set off between commas.
      if let comma = (place..<min(text.tokens.count, place + 8)).first(where: {
        isSign(",", at: $0)
      }) {
        place = comma + 1
      }
    }
    let end = min(text.tokens.count, place + 12)
    while place < end {
      defer { place += 1 }
      let token = text.tokens[place]
      if token.flags.contains(.opensLine) || token.kind == .sign && !token.isDash { return .open }
      if text.value(words.forward, at: place) == "will" { return .future }
      if text.isA(words.auxiliary, at: place) {
        // "Is due", "has been scheduled".
        let isAhead = (1...2).contains { text.isA(words.forward, at: place + $0) }
        return isAhead ? .future : text.isA(words.pastVerb, at: place) ? .past : .open
      }
      if text.isA(words.pastVerb, at: place), !text.isA(words.verbBase, at: place) { return .past }
    }
    return .open
  }

  /// Whether a date stands at the head of its sentence, a preposition before it at most.
  func opensSentence(_ index: Int) -> Bool {
    let start = text.sentences[text.sentence(of: index)].lowerBound
    return index == start || (index == start + 1 && text.isA(words.preposition, at: start))
  }
}
