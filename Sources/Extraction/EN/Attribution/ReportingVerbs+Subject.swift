import Language

extension ReportingVerbs {
  // MARK: - "X said"

  func subject(
    of index: Int, group: Group, in sentence: Range<Int>, last: AttributionFrame?
  ) -> SpeakerPhrase? {
    var end = group.start
    if text.isSign(")", at: end - 1) { end = beforeBracket(end, in: sentence) }
    if phrases.isA(words.verbIng, index), !group.hasAuxiliary {
      return last?.speaker ?? sentenceSubject(before: index, in: sentence)
    }
    let found: SpeakerPhrase?
    if phrases.isComma(end - 1) {
      found = insertionSubject(before: end, in: sentence)
    } else if phrases.isA(words.coordinator, end - 1) {
      return last?.speaker ?? sentenceSubject(before: index, in: sentence)
    } else if phrases.isA(words.relative, end - 1), !text.isWord(words.that, at: end - 1) {
      return relativeAntecedent(at: end - 1, in: sentence, last: last)
    } else {
      found = phrases.phrase(before: end, limit: sentence.lowerBound)
    }
    guard let found, !isObject(found, in: sentence), !isInRelative(found, in: sentence),
      text.phrase(words.sourcePhrase, at: found.span.lowerBound) == nil
    else {
      return relativeSubject(before: found?.span.lowerBound ?? end, in: sentence)
        ?? openingData(before: end, in: sentence)
    }
    return phrases.classified(found, mentions: mentions)
  }

  /// "An analysis" in "An analysis of elections going back to 1972 showed".
  func openingData(before end: Int, in sentence: Range<Int>) -> SpeakerPhrase? {
    guard let found = phrases.phrase(at: sentence.lowerBound, limit: end),
      phrases.noun(found.head).contains(.data),
      !(found.span.upperBound..<end).contains(where: {
        phrases.isA(words.auxiliary, $0) || phrases.isA(words.modal, $0) || phrases.isComma($0)
          || phrases.isA(words.verbPast, $0)
      })
    else { return nil }
    return phrases.classified(found, mentions: mentions)
  }

  func beforeBracket(_ end: Int, in sentence: Range<Int>) -> Int {
    var index = end - 1
    while index > sentence.lowerBound, end - index < 14 {
      index -= 1
      if text.isSign("(", at: index) { return index }
    }
    return end
  }

  /// Whether the phrase is the object of a verb right before it, and so no subject.
  func isObject(_ phrase: SpeakerPhrase, in sentence: Range<Int>) -> Bool {
    let previous = phrase.span.lowerBound - 1
    guard previous >= sentence.lowerBound, phrase.kind != .pronoun, !isForm(ofDo: previous)
    else { return false }
    guard phrases.isVerb(previous) || phrases.isA(words.verbIng, previous),
      isSubjectEnd(previous - 1, in: sentence)
    else { return false }
    return
      !(phrases.verb(previous).contains(.speech) || phrases.verb(previous).contains(.statement)
      || phrases.verb(previous).contains(.estimate) || phrases.verb(previous).contains(.data))
  }

  /// Whether the phrase lies in a relative clause that no comma closes: "engineers who maintain the
  /// turbines say", "a clerk who was not allowed to talk to reporters said".
  func isInRelative(_ phrase: SpeakerPhrase, in sentence: Range<Int>) -> Bool {
    let first = phrase.span.lowerBound
    guard first - 1 > sentence.lowerBound else { return false }
    let isInfinitive =
      phrases.isA(words.verbBase, first) && !phrases.isNoun(first)
      && text.isWord(words.to, at: first - 1)
    return isInfinitive || isVerbOfRelative(first) || isVerbOfRelative(first - 1)
  }

  private func isVerbOfRelative(_ index: Int) -> Bool {
    // "Told the Daily that figures suggest": a noun that can speak, behind a conjunction.
    if text.isWord(words.that, at: index - 1), phrases.isNoun(index) { return false }
    return phrases.isA(words.relative, index - 1)
      && (phrases.isA(words.verbBase, index) || phrases.isA(words.verbS, index)
        || phrases.isA(words.verbPast, index))
  }

  /// "Not until Thursday did the bank disclose": the subject stands behind its auxiliary.
  func isForm(ofDo index: Int) -> Bool {
    phrases.isA(words.auxiliary, index)
      && text.lexicon.base(text.tokens[index].code) == words.do_.rawValue
  }

  /// Whether a verb behind it has a subject there; else it is a participle before a noun.
  func isSubjectEnd(_ index: Int, in sentence: Range<Int>) -> Bool {
    guard index >= sentence.lowerBound, text.tokens[index].isWord else { return false }
    if phrases.isA(words.relative, index) || phrases.isA(words.auxiliary, index)
      || phrases.isA(words.pronoun, index) || text.isWord(words.to, at: index)
    {
      return true
    }
    return
      !(phrases.isA(words.preposition, index) || phrases.isA(words.subordinator, index)
      || phrases.isA(words.coordinator, index) || phrases.isA(words.determiner, index)
      || text.isWord(words.possessive, at: index))
  }

  /// "Advisers" in "advisers who have run the numbers argue".
  func relativeSubject(before end: Int, in sentence: Range<Int>) -> SpeakerPhrase? {
    var index = end - 1
    // "The experts I interviewed said": a clause of a pronoun and a verb.
    if phrases.isVerb(index), phrases.isA(words.subjectPronoun, index - 1) {
      return phrases.phrase(before: index - 1, limit: sentence.lowerBound).flatMap {
        phrases.classified($0, mentions: mentions)
      }
    }
    while index > sentence.lowerBound, end - index < 20 {
      if phrases.isComma(index) || phrases.isQuoteMark(index) { return nil }
      if phrases.isA(words.relative, index) {
        guard let found = phrases.phrase(before: index, limit: sentence.lowerBound),
          !isAudience(found, before: index)
        else { return nil }
        return antecedent(found, of: index)
      }
      index -= 1
    }
    return nil
  }

  /// What a phrase names; before "who" it is somebody.
  private func antecedent(_ phrase: SpeakerPhrase, of relative: Int) -> SpeakerPhrase? {
    var found = phrases.classified(phrase, mentions: mentions)
    if found?.kind == .other, text.isWord(words.who, at: relative) { found?.kind = .person }
    return found
  }

  /// "Told the Daily that readings taken in May showed": who is told, before what is said.
  private func isAudience(_ phrase: SpeakerPhrase, before relative: Int) -> Bool {
    text.isWord(words.that, at: relative)
      && phrases.verb(phrase.span.lowerBound - 1).contains(.audience)
  }

  /// What "which says" or "who expects" stands for: the speaker before it, else the nearest phrase.
  func relativeAntecedent(
    at index: Int, in sentence: Range<Int>, last: AttributionFrame?
  ) -> SpeakerPhrase? {
    guard !phrases.isA(words.subordinator, index) else { return nil }
    if let last, let speaker = last.speaker, last.cue.upperBound == speaker.span.lowerBound {
      return speaker
    }
    var end = index
    while end > sentence.lowerBound, phrases.isComma(end - 1) || text.tokens[end - 1].isDash {
      end -= 1
    }
    // Without a comma the clause narrows the nearest noun alone.
    if end == index {
      guard let start = phrases.baseStart(before: end, limit: sentence.lowerBound) else {
        return nil
      }
      let nearest = SpeakerPhrase(
        span: start..<end, base: start..<end, kind: .other, isPlural: false)
      return phrases.classified(nearest, mentions: mentions)
    }
    return phrases.phrase(before: end, limit: sentence.lowerBound).flatMap {
      phrases.classified($0, mentions: mentions)
    }
  }

  /// The subject before what is inserted between commas: "X, who heads the office, said".
  ///
  /// As many insertions as can be are stepped over, as long as a phrase stands before them that is
  /// no object.
  func insertionSubject(before end: Int, in sentence: Range<Int>) -> SpeakerPhrase? {
    guard phrases.isComma(end - 1) else { return nil }
    var commas = [end - 1]
    while commas.count < 7, let last = commas.last,
      let previous = previousComma(before: last, in: sentence),
      isInsertion(previous + 1, end: last)
    { commas.append(previous) }
    for (place, comma) in commas.enumerated().dropFirst().reversed() {
      guard let found = phrases.phrase(before: comma, limit: sentence.lowerBound),
        !isObject(found, in: sentence),
        let subject = antecedent(found, of: comma + 1),
        subject.kind != .other || place == 1
      else { continue }
      return name(in: comma + 1..<commas[place - 1], of: subject) ?? subject
    }
    return nil
  }

  /// "Igor Samsonov" in "its director, Igor Samsonov,": the name that is set to an office.
  func name(in insertion: Range<Int>, of office: SpeakerPhrase) -> SpeakerPhrase? {
    guard office.kind == .person, !phrases.isCapitalized(office.head), insertion.count > 1,
      insertion.count < 7,
      insertion.allSatisfy({ phrases.isCapitalized($0) || text.tokens[$0].isDash })
    else { return nil }
    return SpeakerPhrase(
      span: insertion, base: insertion, kind: .person, isPlural: false, office: office.span)
  }

  func previousComma(before last: Int, in sentence: Range<Int>) -> Int? {
    var index = last - 1
    while index > sentence.lowerBound, last - index < 40 {
      if phrases.isComma(index) { return index }
      if phrases.isQuoteMark(index) || text.isSign(";", at: index) || text.isSign(":", at: index) {
        return nil
      }
      index -= 1
    }
    return nil
  }

  func isInsertion(_ start: Int, end: Int) -> Bool {
    guard start < end else { return false }
    let token = text.tokens[start]
    if token.isNumber { return end - start <= 3 }
    guard token.isWord else { return false }
    if phrases.isA(words.relative, start), !text.isWord(words.that, at: start) { return true }
    if phrases.isA(words.contrast, start) { return end - start == 1 }
    if phrases.isA(words.adverb, start) { return end - start <= 3 }
    if phrases.isA(words.article, start) || phrases.isA(words.possessivePronoun, start) {
      return !(start..<end).contains {
        phrases.isA(words.auxiliary, $0) || phrases.isA(words.modal, $0)
      } || (start..<end).contains { phrases.isA(words.relative, $0) }
    }
    if phrases.isA(words.preposition, start) { return true }
    if phrases.isA(words.verbIng, start) || phrases.isA(words.citing, start) { return true }
    // "Asked whether it planned cuts", "one of three who voted no".
    if phrases.isA(words.verbParticiple, start) {
      return phrases.isA(words.preposition, start + 1) || phrases.isA(words.subordinator, start + 1)
        || phrases.isA(words.relative, start + 1)
    }
    if text.isWord(words.of, at: start + 1), phrases.isA(words.pronoun, start) { return true }
    if phrases.noun(start).contains(.person) { return true }
    // "Excerpts of which a station aired".
    if (start + 1..<min(end, start + 4)).contains(where: {
      text.isWord(words.of, at: $0) && phrases.isA(words.relative, $0 + 1)
    }) {
      return true
    }
    // "Tampa, Fla.," and "deputy head of the office".
    return phrases.isCapitalized(start)
      ? (start..<end).count { !text.tokens[$0].isJoined } <= 3
      : (start..<min(end, start + 4)).contains { phrases.noun($0).contains(.person) }
  }

  func isReduced(_ index: Int) -> Bool {
    phrases.isA(words.verbParticiple, index) && phrases.isA(words.preposition, index + 1)
  }

  /// "Taxi firms oppose it": a verb without ending between a plural and a pronoun or an article.
  private func isPluralVerb(_ index: Int) -> Bool {
    guard phrases.isA(words.verbBase, index), !phrases.isNoun(index), index > 0,
      text.tokens[index - 1].isWord,
      text.bytes[Int(text.tokens[index - 1].end) - 1] == UInt8(ascii: "s")
    else { return false }
    return phrases.isA(words.pronoun, index + 1) || phrases.isA(words.article, index + 1)
  }

  /// The subject of the sentence's first verb, which a later verb or participle shares.
  func sentenceSubject(before end: Int, in sentence: Range<Int>) -> SpeakerPhrase? {
    for index in sentence.lowerBound..<min(end, sentence.lowerBound + 40)
    where index > sentence.lowerBound
      && (phrases.isVerb(index) || phrases.looksPast(index) || isPluralVerb(index))
    {
      guard let group = verbGroup(before: index, in: sentence) else { return nil }
      var start = group.start
      let found: SpeakerPhrase?
      if phrases.isComma(start - 1) {
        found = insertionSubject(before: start, in: sentence)
      } else {
        if text.isSign(")", at: start - 1) { start = beforeBracket(start, in: sentence) }
        found = phrases.phrase(before: start, limit: sentence.lowerBound).flatMap {
          phrases.classified($0, mentions: mentions)
        }
      }
      if found == nil && isReduced(index) { continue }
      return found
    }
    return nil
  }
}
