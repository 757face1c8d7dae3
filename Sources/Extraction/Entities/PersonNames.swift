import Language
import Model

/// Tells a place's name from a person's that holds it: "Jordan Smith", "Artyom Ivanov".
struct PersonNames {
  let text: TokenizedText
  let words: EntityWords

  /// The person's name that a site seems to be a part of, or `nil`.
  func name(around index: Int, in sites: [NameSite]) -> String? {
    let site = sites[index]
    let tokens = site.tokens
    guard site.style == .running, text.tokens[tokens.lowerBound].kind == .word,
      !site.senses.contains(where: { $0.by == .demonym }), isLatin(site) || isBorne(site)
    else { return nil }
    let next = tokens.upperBound
    let nextIsSite = index + 1 < sites.count && sites[index + 1].tokens.lowerBound == next
    if !nextIsSite, isNameWord(next), !text.tokens[next].flags.contains(.opensLine) {
      return text.string(tokens.lowerBound..<next + 1)
    }
    let before = tokens.lowerBound - 1
    let lastIsSite = index > 0 && sites[index - 1].tokens.upperBound == tokens.lowerBound
    guard !lastIsSite, !text.tokens[tokens.lowerBound].flags.contains(.opensLine),
      !text.tokens[tokens.lowerBound].isJoined, isNameWord(before)
    else { return nil }
    return text.string(before..<tokens.upperBound)
  }

  /// Whether persons bear the name so often that even a name of one place is looked at.
  func isBorne(_ site: NameSite) -> Bool {
    guard site.tokens.count == 1 else { return false }
    if isLatin(site) { return text.isA(words.personName, at: site.tokens.lowerBound) }
    return words.foreign.russianPersons.contains(Folding.folded(site.name))
  }

  /// In Russian a person's name follows a place's: "губернатор Приморья Олег Кожемяко".
  private func isLatin(_ site: NameSite) -> Bool {
    text.bytes[Int(text.tokens[site.tokens.lowerBound].start)] < 0xD0
  }

  /// Whether a word has a capital that neither its place nor its office gives it.
  ///
  /// Of a word that opens its sentence only the lexicon can tell, and it knows Latin letters only.
  private func isNameWord(_ index: Int) -> Bool {
    guard index >= 0, index < text.tokens.count else { return false }
    let token = text.tokens[index]
    guard token.kind == .word, token.isCapitalized, !token.isJoined,
      !token.flags.contains(.capitals)
    else { return false }
    let opensSentence = text.sentences[text.sentence(of: index)].lowerBound == index
    if opensSentence { return token.code < 0 && text.bytes[Int(token.start)] < 0xD0 }
    return ![
      words.neutral, words.nameType, words.determiner, words.preposition, words.coordinator,
      words.subordinator, words.pronoun, words.adverb, words.auxiliary, words.modal,
    ].contains { text.isA($0, at: index) }
  }
}
