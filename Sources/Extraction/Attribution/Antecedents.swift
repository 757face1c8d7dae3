import Language

/// The speakers that a text has named so far, for the pronouns and short forms that come after.
struct Antecedents {
  /// A speaker with its name's string.
  struct Named {
    var phrase: SpeakerPhrase
    var name: String
    var entity: String?

    /// The paragraph that it stands in.
    var paragraph: Int
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
  mutating func resolve(_ speaker: SpeakerPhrase, paragraph: Int) -> Named {
    let own = phrases.name(in: speaker)
    var found = Named(
      phrase: own, name: string(own), entity: mentions.entity(of: own), paragraph: paragraph)
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
    named.append(found)
    if named.count > 4 * Self.memory { named.removeFirst(named.count - Self.memory) }
    return found
  }

  /// The name without a leading article.
  private func string(_ phrase: SpeakerPhrase) -> String {
    var span = phrase.span
    if text.isWord(words.the, at: span.lowerBound), span.count > 1 {
      span = span.lowerBound + 1..<span.upperBound
    }
    return text.string(span)
  }

  // MARK: - Pronouns

  private func antecedent(of pronoun: SpeakerPhrase) -> Named? {
    let head = pronoun.head
    return named.suffix(Self.memory).last { candidate in
      switch candidate.phrase.kind {
      case .pronoun: return false
      case .person:
        return phrases.pronoun(head) == .person
          || phrases.pronoun(head) == .plural && candidate.phrase.isPlural
      case .institution, .data:
        return phrases.pronoun(head) == .thing
          || phrases.pronoun(head) == .plural && candidate.phrase.isPlural
      case .name: return true
      case .other: return phrases.pronoun(head) == .plural
      }
    }
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
    }
  }
}
