import Language
import Model

extension SpeakerPhrases {
  /// Says what the phrase names, and strips its string down to the name; `nil` if it cannot speak.
  func classified(_ phrase: SpeakerPhrase, mentions: MentionIndex) -> SpeakerPhrase? {
    var phrase = phrase
    let head = phrase.head
    phrase.isPlural = isPlural(phrase)
    phrase.kind = kind(of: phrase, mentions: mentions)
    if phrase.kind == .other, let whole = whole(of: phrase) {
      phrase.kind = kind(of: whole, mentions: mentions)
    }
    guard !isTime(head), pronoun(head) != .first else { return nil }
    // "76 percent", "58 projects", "in those three": counts do not speak, but for people.
    let first = text.tokens[phrase.base.lowerBound]
    if phrase.kind != .person, phrase.kind != .name, first.isNumber, first.length != 4 {
      return nil
    }
    if phrase.kind == .other, phrase.base.contains(where: { text.tokens[$0].isNumber }) {
      return nil
    }
    return phrase
  }

  /// "PACs" in "a trio of PACs": what a word for a number or part is of.
  private func whole(of phrase: SpeakerPhrase) -> SpeakerPhrase? {
    let end = phrase.base.upperBound
    guard text.isWord(words.of, at: end) else { return nil }
    var upper = end + 1
    while upper < phrase.span.upperBound, !isA(words.preposition, upper) { upper += 1 }
    guard upper > end + 1 else { return nil }
    let rest = end + 1..<upper
    return SpeakerPhrase(span: rest, base: rest, kind: .other, isPlural: false)
  }

  private func kind(of phrase: SpeakerPhrase, mentions: MentionIndex) -> SpeakerPhrase.Kind {
    let head = phrase.head
    if phrase.base.count == 1, isA(words.pronoun, head) { return .pronoun }
    if phrase.base.count == 1, isA(words.determiner, head) { return .other }
    if !isCapitalized(head) || startsSentence(phrase) {
      if noun(head).contains(.person) { return .person }
      if noun(head).contains(.data) { return .data }
      if noun(head).contains(.institution) { return .institution }
      if hasAgentEnding(head) { return .person }
    }
    if let mention = mentions.mention(endingAt: head, in: phrase.span) {
      return mention.kind == "person" ? .person : .institution
    }
    guard isCapitalized(head) || text.tokens[head].kind == .script else { return .other }
    if noun(head).contains(.institution) { return .institution }
    if noun(head).contains(.data) { return .data }
    let capitals = phrase.base.filter { isCapitalized($0) }
    if phrase.base.contains(where: { isA(words.honorific, $0) }) { return .person }
    if phrase.base.dropLast().contains(where: { noun($0).contains(.person) }) { return .person }
    if phrase.base.contains(where: { noun($0).contains(.institution) }) { return .institution }
    if capitals.count >= 2, capitals.count <= 4, !isA(words.determiner, phrase.base.lowerBound),
      capitals.count == phrase.base.count
    {
      return .person
    }
    return startsSentence(phrase) && phrase.base.count == 1 && text.tokens[head].code >= 0
      ? .other : .name
  }

  private func startsSentence(_ phrase: SpeakerPhrase) -> Bool {
    phrase.base.count == 1
      && text.sentences[text.sentence(of: phrase.head)].lowerBound == phrase.head
  }

  /// Whether a small ending says that it is people who do a thing: "seamstresses", "loggers".
  func hasAgentEnding(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.isWord, token.length > 5 else { return false }
    return words.agentEndings.contains { endsWith($0, token) }
  }

  private func endsWith(_ ending: [UInt8], _ token: Token) -> Bool {
    text.bytes[Int(token.start)..<Int(token.end)].suffix(ending.count).elementsEqual(ending)
  }

  /// Whether a verb without -s can follow: "officials say", "Forbes and Wealth-X say".
  private func isPlural(_ phrase: SpeakerPhrase) -> Bool {
    let head = phrase.head
    if pronoun(head) == .plural || isA(words.pluralNoun, head) { return true }
    if phrase.span.contains(where: { text.isWord(words.and, at: $0) }) { return true }
    let token = text.tokens[head]
    guard token.isWord, token.length > 2 else { return false }
    if words.pluralEndings.contains(where: { endsWith($0, token) }) { return true }
    let last = text.bytes[Int(token.end) - 1]
    let before = text.bytes[Int(token.end) - 2]
    // "Analysis", "census", "business".
    return last == UInt8(ascii: "s")
      && ![UInt8(ascii: "s"), UInt8(ascii: "i"), UInt8(ascii: "u")].contains(before)
  }

  /// The tokens of the speaker's name in a phrase: without apposition, for a person without
  /// the place, for data the authority behind it.
  func name(in phrase: SpeakerPhrase) -> SpeakerPhrase {
    if phrase.kind == .data, let authority = authority(in: phrase) { return authority }
    var name = phrase
    switch phrase.kind {
    case .person
    where isCapitalized(phrase.head) && !noun(phrase.head).contains(.person) && !phrase.isPlural
      && (phrase.base.count > 1 || text.tokens[phrase.head].code < 0):
      name.span = phrase.base
    case .institution, .name: name.span = phrase.span.lowerBound..<nameEnd(of: phrase)
    default: break
    }
    return name
  }

  /// Where an institution's name ends: "Institute of Demography", but not "Edison for networks".
  private func nameEnd(of phrase: SpeakerPhrase) -> Int {
    var end = phrase.base.upperBound
    if text.isWord(words.and, at: end) { return phrase.span.upperBound }
    guard isCapitalized(phrase.head) else { return phrase.span.upperBound }
    while end < phrase.span.upperBound {
      let content = isA(words.article, end + 1) ? end + 2 : end + 1
      guard isCapitalized(content),
        !isA(words.placePreposition, end) || text.isWord(words.on, at: end)
      else { break }
      end = content + 1
      while end < phrase.span.upperBound, !isA(words.preposition, end) { end += 1 }
    }
    return end
  }

  /// "China's customs" in "figures released on Monday by China's customs", "a report by the bank".
  private func authority(in phrase: SpeakerPhrase) -> SpeakerPhrase? {
    for index in phrase.base.upperBound..<max(phrase.base.upperBound, phrase.span.upperBound)
    where text.isWord(words.by, at: index) || text.isWord(words.from, at: index) {
      // Whoever saw or cites it is not behind it: "a memo seen by Meridian".
      if isA(words.citing, index - 1) { return nil }
      guard var found = self.phrase(at: index + 1, limit: phrase.span.upperBound) else {
        return nil
      }
      let kinds = noun(found.head)
      let isNamed = isCapitalized(found.head) && text.isWord(words.by, at: index)
      guard isNamed || !kinds.isDisjoint(with: [.institution, .person]) else { return nil }
      found.kind = kinds.contains(.person) ? .person : .institution
      found.span = found.span.lowerBound..<nameEnd(of: found)
      return found
    }
    return nil
  }
}
