import Language

/// The speakers that a text has named so far, for the pronouns and short forms that come after.
struct Antecedents {
  /// A speaker with its name's string.
  struct Named {
    var phrase: SpeakerPhrase
    var name: String
    var entity: String?
  }

  private let phrases: SpeakerPhrases
  private let mentions: MentionIndex
  private var named: [Named] = []

  /// How many speakers back a short form is looked for.
  private static let memory = 12

  init(phrases: SpeakerPhrases, mentions: MentionIndex) {
    self.phrases = phrases
    self.mentions = mentions
  }

  private var text: TokenizedText { phrases.text }
  private var words: AttributionWords { phrases.words }

  /// The speaker's name, a pronoun or short form replaced by what it stands for.
  mutating func resolve(_ speaker: SpeakerPhrase, remembering: Bool) -> Named {
    let own = phrases.name(in: speaker)
    var found = Named(
      phrase: own, name: string(own), entity: mentions.entity(of: own))
    if speaker.kind == .pronoun {
      if let antecedent = antecedent(of: speaker) {
        found.name = antecedent.name
        found.entity = antecedent.entity
      }
      return found
    }
    if let earlier = longForm(of: own) {
      found.name = earlier.name
      found.entity = earlier.entity
      found.phrase = earlier.phrase
    }
    guard remembering else { return found }
    named.append(found)
    if named.count > 4 * Self.memory { named.removeFirst(named.count - Self.memory) }
    return found
  }

  /// The name of a carrier, which is not remembered.
  func name(of carrier: SpeakerPhrase) -> String { string(phrases.name(in: carrier)) }

  /// The name without a leading article.
  private func string(_ phrase: SpeakerPhrase) -> String {
    var span = phrase.span
    if text.isWord(words.the, at: span.lowerBound), span.count > 1 {
      span = span.lowerBound + 1..<span.upperBound
    }
    return text.string(span)
  }

  // MARK: - Pronouns

  /// The subject of the sentence before where it fits, unless somebody spoke there; else whoever
  /// was named last and fits.
  ///
  /// Where that subject is a pronoun itself, the sentence before it is asked, within the paragraph.
  private func antecedent(of pronoun: SpeakerPhrase) -> Named? {
    let last = named.suffix(Self.memory).last { fits($0.phrase, pronoun) }
    var sentence = text.sentence(of: pronoun.head)
    let limit = sentence - 4
    while sentence > 0, sentence > limit, !opensParagraph(text.sentences[sentence]) {
      sentence -= 1
      let before = text.sentences[sentence]
      if let last, before.lowerBound <= last.phrase.span.lowerBound { return last }
      guard let subject = subject(of: before) else { return last }
      if subject.kind == .pronoun { continue }
      guard fits(subject, pronoun) else { return last }
      return Named(
        phrase: subject, name: string(phrases.name(in: subject)),
        entity: mentions.entity(of: subject))
    }
    return last
  }

  private func opensParagraph(_ sentence: Range<Int>) -> Bool {
    text.tokens[sentence.lowerBound].flags.contains(.opensParagraph)
  }

  private func fits(_ candidate: SpeakerPhrase, _ pronoun: SpeakerPhrase) -> Bool {
    let kind = phrases.pronoun(pronoun.head)
    switch candidate.kind {
    case .pronoun: return false
    case .person:
      return kind == .person && !candidate.isPlural || kind == .plural && candidate.isPlural
    case .institution, .data: return kind == .thing || kind == .plural && candidate.isPlural
    case .name: return true
    case .other: return kind == .plural && candidate.isPlural
    }
  }

  /// The phrase that a sentence begins with, behind "In Paris,".
  private func subject(of sentence: Range<Int>) -> SpeakerPhrase? {
    var start = sentence.lowerBound
    if phrases.isA(words.preposition, start) {
      let comma = (start..<min(start + 12, sentence.upperBound)).first { phrases.isComma($0) }
      guard let comma else { return nil }
      start = comma + 1
    } else if phrases.isA(words.coordinator, start) || phrases.isA(words.adverb, start) {
      start += 1
    }
    guard let phrase = phrases.phrase(at: start, limit: sentence.upperBound),
      var found = phrases.classified(phrase, mentions: mentions), found.kind != .other
    else { return nil }
    // Behind a sentence's first noun a past tense is its verb.
    if phrases.isVerb(found.base.upperBound) { found.span = found.base }
    return found
  }

  // MARK: - Short forms

  /// The speaker that "the agency", "the official", "Sotnikov" stand for.
  private func longForm(of phrase: SpeakerPhrase) -> Named? {
    let isShort = phrase.span.count == 2 && text.isWord(words.the, at: phrase.span.lowerBound)
    let isSurname =
      phrases.isCapitalized(phrase.head) && phrase.kind != .institution
      && (phrase.span.count == 1
        || phrase.span.count <= 3 && phrases.isA(words.honorific, phrase.span.lowerBound))
    guard isShort || isSurname else { return nil }
    let word = text.folded(text.tokens[phrase.head])
    return named.suffix(Self.memory).last { candidate in
      guard candidate.phrase.kind != .pronoun, candidate.phrase.span.count > phrase.span.count
      else { return false }
      if isSurname {
        return candidate.phrase.kind != .institution
          && text.folded(text.tokens[candidate.phrase.head]) == word
      }
      return candidate.phrase.span.contains { text.folded(text.tokens[$0]) == word }
    } ?? (isShort ? generic(phrase) : nil)
  }

  /// "The agency" for the last institution, where nobody's name has the word.
  private func generic(_ phrase: SpeakerPhrase) -> Named? {
    guard phrases.noun(phrase.head).contains(.generic) else { return nil }
    return named.suffix(Self.memory).last {
      $0.phrase.kind == .institution && $0.phrase.span.contains { phrases.isCapitalized($0) }
        && mentions.mention(endingAt: $0.phrase.head, in: $0.phrase.span)?.by != .demonym
    }
  }
}
