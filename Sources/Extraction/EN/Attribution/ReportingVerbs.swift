import Language
import Model

/// Finds who speaks by verbs: "X said that", "…, X said", "…, said X", "X puts it at".
struct ReportingVerbs {
  let phrases: SpeakerPhrases
  let mentions: MentionIndex

  var text: TokenizedText { phrases.text }
  var words: AttributionWords { phrases.words }

  /// The frame whose verb stands at the token.
  ///
  /// - Parameters:
  ///   - index: a token of the sentence.
  ///   - sentence: as tokens.
  ///   - last: the frame before it in the sentence, whose subject a verb without one shares.
  /// - Returns: `nil` where no verb stands that gives its subject a statement.
  func frame(at index: Int, in sentence: Range<Int>, last: AttributionFrame?) -> AttributionFrame? {
    guard let verb = verb(at: index), !phrases.isA(words.particleOff, verb.end),
      !isAct(verb, at: index)
    else { return nil }
    let group = verbGroup(before: index, in: sentence)
    guard let group, !isNominal(index, group: group), group.hasAuxiliary || !isParticiple(index)
    else { return nil }
    if let inverted = inverted(verb, at: index, group: group, in: sentence) { return inverted }
    guard
      let found = subject(of: index, group: group, in: sentence, last: last),
      !isClaimOfOthers(found, verb), !isNobody(found), !isApposition(found),
      !isAdjective(found, before: verb),
      !isObjectClause(found, verb),
      isFit(found, for: verb, at: index, group: group, in: sentence)
    else { return nil }
    var frame = AttributionFrame(
      kind: .speech, speaker: found, cue: index..<verb.end, content: [])
    frame.isRecord = verb.kinds.contains(.record)
    frame.content = content(of: frame, verb: verb, in: sentence)
    return frame
  }

  /// "A goal written into law": a form that no subject stands before.
  private func isParticiple(_ index: Int) -> Bool {
    phrases.isA(words.verbParticiple, index) && !phrases.isA(words.verbPast, index)
      && !phrases.isA(words.verbBase, index)
  }

  /// "Nobody in Seoul doubts that".
  private func isNobody(_ subject: SpeakerPhrase) -> Bool {
    let start = subject.span.lowerBound
    return phrases.isA(words.negativeSubject, start) || phrases.isA(words.indefinitePerson, start)
      || phrases.isA(words.negation, start) || phrases.isA(words.negation, start - 1)
      || phrases.isA(words.preposition, start - 1)
        && phrases.isA(words.negativeSubject, start - 2)
  }

  /// "A claim Moscow rejected", "the ministry said in a survey published": a noun with a clause behind it,
  /// or a clause of its own.
  private func isApposition(_ subject: SpeakerPhrase) -> Bool {
    let inner = subject.span.dropLast()
    if inner.contains(where: {
      phrases.verb($0).contains(.speech) && phrases.isA(words.verbPast, $0)
        && !phrases.isCapitalized($0) && $0 > subject.span.lowerBound
    }) {
      return true
    }
    return phrases.isA(words.article, subject.base.lowerBound)
      && phrases.isCapitalized(subject.head)
      && subject.base.dropLast().contains {
        phrases.noun($0).contains(.report) && !phrases.isCapitalized($0)
      }
  }

  /// "Rejected Western claims that": what is rejected is a noun, and its adjective says nothing.
  private func isClaimOfOthers(_ subject: SpeakerPhrase, _ verb: Verb) -> Bool {
    let before = beforeVerdict(subject.span.lowerBound - 1)
    guard verb.kinds.contains(.noun), phrases.verb(before).contains(.statement),
      !phrases.isA(words.verbIng, before)
    else { return false }
    return subject.base.count == 1
  }

  /// The token before `as "absurd"`, where a quoted verdict ends at the token.
  func beforeVerdict(_ index: Int) -> Int {
    guard index > 2, phrases.isQuoteMark(index),
      let opening = (max(0, index - 4)..<index).last(where: { phrases.isQuoteMark($0) }),
      text.isWord(words.as_, at: opening - 1)
    else { return index }
    return opening - 2
  }

  /// "A third of what Tokyo says": the words are spoken of, and what follows is not in them.
  private func isObjectClause(_ subject: SpeakerPhrase, _ verb: Verb) -> Bool {
    guard text.isWord(words.what, at: subject.span.lowerBound - 1),
      text.tokens.indices.contains(verb.end)
    else { return false }
    return text.tokens[verb.end].kind == .sign || phrases.isA(words.coordinator, verb.end)
      || phrases.isA(words.preposition, verb.end)
  }

  /// "South Korean estimates": the name of a people describes the noun behind it.
  private func isAdjective(_ subject: SpeakerPhrase, before verb: Verb) -> Bool {
    guard verb.kinds.contains(.noun) || verb.kinds.contains(.estimate), !subject.isPlural,
      subject.span.upperBound == verb.end - 1,
      let mention = mentions.mention(endingAt: subject.head, in: subject.span)
    else { return false }
    return mention.by == .demonym && phrases.noun(verb.end - 1) != []
  }

  /// "Rejected 14 amendments": what is counted is acted on, and nothing is said.
  private func isAct(_ verb: Verb, at index: Int) -> Bool {
    guard text.tokens.indices.contains(verb.end), text.tokens[verb.end].isNumber else {
      return false
    }
    return text.lexicon.contains(text.lexicon.base(text.tokens[index].code), words.act)
  }

  // MARK: - The verb

  struct Verb {
    var kinds: AttributionWords.VerbKinds
    var end: Int
  }

  func verb(at index: Int) -> Verb? {
    guard text.tokens[index].isWord, !text.tokens[index].isCapitalized else { return nil }
    if let match = text.phrase(words.speechPhrase, at: index) {
      let end = index + match.count
      switch match.value {
      case "": return Verb(kinds: .speech, end: end)
      case "denial": return Verb(kinds: [.statement, .denial], end: end)
      default: return leadsToFigure(end) ? Verb(kinds: .speech, end: end) : nil
      }
    }
    let kinds = phrases.verb(index)
    return kinds.isEmpty ? nil : Verb(kinds: kinds, end: index + 1)
  }

  /// "Speak of 40", "talk of shifts of 14 hours".
  private func leadsToFigure(_ index: Int) -> Bool {
    (index..<index + 2).contains { phrases.isNumber($0) }
      || (index + 1..<index + 4).contains {
        phrases.isNumber($0 + 1)
          && (text.isWord(words.of, at: $0) || text.isWord(words.for_, at: $0))
      }
  }

  /// The auxiliaries and adverbs before a verb.
  struct Group {
    var start: Int
    var hasAuxiliary = false
    var hasBe = false
  }

  /// `nil` where the words before it make it no finite verb.
  func verbGroup(before index: Int, in sentence: Range<Int>) -> Group? {
    var group = Group(start: index)
    while group.start > sentence.lowerBound, index - group.start < 6 {
      let previous = group.start - 1
      if phrases.isA(words.formOfBe, previous) {
        group.hasBe = true
        group.hasAuxiliary = true
      } else if phrases.isA(words.auxiliary, previous) || phrases.isA(words.modal, previous)
        || phrases.isA(words.contraction, previous)
      {
        group.hasAuxiliary = true
      } else if text.phrase(words.sentenceAdverb, at: previous - 1)?.count == 2 {
        group.start -= 1
      } else if text.isWord(words.to, at: previous) {
        guard phrases.isA(words.infinitiveVerb, previous - 1) else { return nil }
        group.start -= 1
        group.hasAuxiliary = true
      } else if !(phrases.isAdverb(previous) || phrases.isA(words.negation, previous))
        || phrases.isA(words.determiner, previous) || phrases.isCapitalized(previous)
      {
        break
      }
      group.start -= 1
    }
    return group
  }

  func isNominal(_ index: Int, group: Group) -> Bool {
    let previous = index - 1
    if group.start == index {
      if phrases.isA(words.determiner, previous), !phrases.isA(words.pronoun, previous) {
        // "Another says": the determiner stands for its noun where the verb has a form of its own.
        let stands =
          phrases.isA(words.verbS, index)
          || phrases.isA(words.verbBase, index) && !phrases.verb(index).contains(.noun)
        return !stands || phrases.isA(words.mute, previous)
      }
      if text.isWord(words.possessive, at: previous) { return true }
      if phrases.isA(words.preposition, previous), !phrases.isA(words.adverb, previous) {
        return !(phrases.isA(words.verbIng, index) && isParticipleClause(index, group: group))
      }
      if previous >= 0, text.tokens[index].isJoined, text.tokens[previous].isDash { return true }
    }
    if index + 1 < text.tokens.count, text.tokens[index + 1].isDash,
      text.tokens[index + 1].isJoined, !text.tokens[index + 1].isLongDash
    {
      return true
    }
    // "In its third report": a noun behind its adjective.
    if phrases.verb(index).contains(.noun),
      phrases.isA(words.ordinal, previous) || !phrases.isNoun(previous),
      phrases.isA(words.possessivePronoun, previous - 1)
        || phrases.isA(words.article, previous - 1),
      phrases.isA(words.preposition, previous - 2)
    {
      return true
    }
    if group.hasBe { return !phrases.isA(words.verbIng, index) }
    if phrases.isA(words.verbIng, index) { return !isParticipleClause(index, group: group) }
    return !group.hasAuxiliary && phrases.verb(index).contains(.noun)
      && !opensComplement(index + 1) && !isInDocument(index + 1)
  }

  /// ", the institute notes in a new paper".
  private func isInDocument(_ index: Int) -> Bool {
    guard text.isWord(words.in_, at: index),
      phrases.isA(words.determiner, index + 1) || phrases.isA(words.possessivePronoun, index + 1)
    else { return false }
    return (index + 2..<min(index + 5, text.tokens.count)).contains {
      !phrases.noun($0).isDisjoint(with: [.report, .survey, .data])
    }
  }

  /// ", saying that" and "erred in saying that": a participle that shares the subject.
  func isParticipleClause(_ index: Int, group: Group) -> Bool {
    phrases.isComma(group.start - 1)
      || (text.isWord(words.in_, at: index - 1) || text.isWord(words.by, at: index - 1))
        && text.isWord(words.that, at: index + 1)
  }

  /// Whether what stands there can follow a verb, and seldom a noun: "the firm claims it", but "six
  /// states are", "claims of", "reports and".
  func opensComplement(_ index: Int) -> Bool {
    guard text.tokens.indices.contains(index) else { return false }
    let token = text.tokens[index]
    switch token.kind {
    case .number, .script: return true
    case .sign: return !token.isDash && !token.isSign(")") && !token.isSign("(")
    case .word: break
    }
    if phrases.isTime(index) { return true }
    // "Show at least 90", "list between 40 and 50".
    if phrases.isA(words.preposition, index), !phrases.isA(words.nounPreposition, index) {
      return (index + 1..<min(index + 3, text.tokens.count)).contains { text.tokens[$0].isNumber }
    }
    return phrases.isA(words.determiner, index) || phrases.isA(words.subjectPronoun, index)
      || phrases.isCapitalized(index)
      || !(phrases.isA(words.preposition, index) || phrases.isA(words.coordinator, index)
        || phrases.isVerb(index) && !phrases.isA(words.nounFirst, index)
        || phrases.isA(words.relative, index) || phrases.isA(words.subordinator, index))
  }
}
