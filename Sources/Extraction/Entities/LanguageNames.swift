import Language
import Model

/// Tells a people's name from the name of its language: "speaks Chinese", "in Russian".
struct LanguageNames {
  let text: TokenizedText
  let words: EntityWords

  func isLanguage(_ site: NameSite) -> Bool {
    let tokens = site.tokens
    guard site.senses.contains(where: { $0.by == .demonym }),
      text.tokens[tokens.lowerBound].kind == .word, !isPlural(text.tokens[tokens.upperBound - 1])
    else { return false }
    return namesLanguage(after: tokens.upperBound) || isSpoken(tokens)
  }

  /// "Americans" are people; "Swiss" has its s in the singular.
  private func isPlural(_ token: Token) -> Bool {
    let word = text.folded(token)
    return word.hasSuffix("s") && !word.hasSuffix("ss")
  }

  /// "Chinese language", "Russian-speaking".
  private func namesLanguage(after index: Int) -> Bool {
    var next = index
    if next < text.tokens.count, text.tokens[next].isDash { next += 1 }
    return text.isA(words.languageNoun, at: next) && !text.tokens[next].flags.contains(.opensLine)
  }

  /// "speaks fluent Chinese", "wrote in Russian."; but "in Russian drones" has a noun behind it.
  private func isSpoken(_ tokens: Range<Int>) -> Bool {
    var before = tokens.lowerBound - 1
    if text.isA(words.languageAdjective, at: before) { before -= 1 }
    let isVerb = text.isA(words.languageVerb, at: before)
    guard isVerb || text.isA(words.languagePreposition, at: before) else { return false }
    return endsPhrase(at: tokens.upperBound, behindVerb: isVerb)
  }

  /// Whether no noun follows that the people's name could belong to.
  private func endsPhrase(at index: Int, behindVerb: Bool) -> Bool {
    var index = index
    // "in Chinese, Korean and Russian": of a list the last decides; no list of interest is longer.
    for _ in 0..<3 where text.isWord(words.and, at: index) || text.isWord(words.or, at: index) {
      guard index + 1 < text.tokens.count, text.tokens[index + 1].isCapitalized else {
        return behindVerb
      }
      index += 2
    }
    guard index < text.tokens.count else { return true }
    let token = text.tokens[index]
    if token.flags.contains(.opensLine) { return true }
    switch token.kind {
    case .sign: return !token.isDash || !token.isJoined
    case .number, .script: return false
    case .word: break
    }
    return [
      words.preposition, words.determiner, words.pronoun, words.auxiliary, words.modal,
      words.subordinator, words.adverb,
    ].contains { text.isA($0, at: index) }
  }
}
