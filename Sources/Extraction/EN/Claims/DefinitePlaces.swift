import Language

/// Which place "the region" or "the city" stands for: the last one of its kind that was named.
struct DefinitePlaces: Sendable {
  private let article, placeNoun: WordClass
  private let of: WordID

  init(lexicon: Lexicon) {
    article = lexicon.wordClass("definite")
    placeNoun = lexicon.wordClass("place-noun")
    of = lexicon.word("of")
  }

  /// The entity that a definite noun in the clause of the quantity at `index` stands for, and the noun.
  ///
  /// - Returns: `nil` where no such noun stands there, or no place of its kind was named before.
  func place(
    of index: Int, in sentence: SentenceContext, _ context: ClaimContext
  ) -> Told<String>? {
    let tree = sentence.tree
    let clause = tree.verbalClause(of: context.quantities[index].number.lowerBound)
    for token in sentence.tokens where tree.verbalClause(of: token) == clause {
      guard let kinds = context.text.value(placeNoun, at: token),
        context.text.isA(article, at: token - 1), !context.text.isWord(of, at: token + 1),
        !context.attributions.namesSpeaker(token)
      else { continue }
      let wanted = kinds.split(separator: " ").map(String.init)
      let places = context.mentions[..<sentence.mentions.upperBound].suffix(40).filter {
        $0.tokens.upperBound <= token && $0.mention.by != .demonym
          && wanted.contains($0.mention.kind)
      }
      // "The krai" is the one with that word in its name, if one was named so; of kinds the first one listed.
      let noun = context.text.string(token..<token + 1).lowercased()
      let place =
        places.last { $0.mention.name.lowercased().hasSuffix(noun) }
        ?? places.last { $0.mention.kind == wanted[0] } ?? places.last
      return place.map { Told(value: $0.mention.entity, words: token - 1..<token + 1) }
    }
    return nil
  }
}
