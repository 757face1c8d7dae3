import Language
import Model

/// The words that turn a clause over.
extension ModalityRules {
  /// "It was not 40 trucks but 14": behind "but" stands what was so.
  func isSetAside(_ negator: Int, _ figure: Range<Int>, _ text: TokenizedText) -> Bool {
    let but = text.isA(words.adverb, at: figure.lowerBound - 1) ? 2 : 1
    return negator < figure.lowerBound - but && text.isWord(words.but, at: figure.lowerBound - but)
  }

  /// The words that turn over what the verbs say: of their own clause, not of a relative one.
  func negators(
    in range: Range<Int>, beside verbs: [Int], _ tree: ClauseTree, _ text: TokenizedText
  ) -> [Int] {
    let clauses = verbs.map { tree.clause(of: $0) } + [tree.verbalClause(of: range.lowerBound)]
    return range.filter { index in
      guard text.isA(words.negator, at: index), !text.isA(words.restrictor, at: index + 1),
        !isAbbreviation(index, text), text.phrase(words.unnamed, at: index) == nil
      else { return false }
      // "No, there are 60": of what was asked.
      if text.isWord(words.no, at: index), text.isSign(",", at: index + 1) { return false }
      // "no fewer than", "no later than", "not more than": part of a comparator.
      if text.isA(words.comparison, at: index + 1) { return false }
      // "Concede, though not on the record, that": of what is put in.
      if text.isA(words.contrast, at: index - 1), text.isSign(",", at: index - 2) { return false }
      return clauses.contains(tree.verbalClause(of: index))
    }
  }

  /// Whether "no" is short for a number, as in "Resolution No 2375".
  private func isAbbreviation(_ index: Int, _ text: TokenizedText) -> Bool {
    let next = text.isSign(".", at: index + 1) ? index + 2 : index + 1
    return text.tokens[index].isCapitalized && text.tokens.indices.contains(next)
      && text.tokens[next].isNumber
      && (next == index + 2 || index > text.sentences[text.sentence(of: index)].lowerBound)
  }

  /// Whether a negator stands shortly before the verb, or as its subject.
  func isNegated(_ verb: Int, _ text: TokenizedText) -> Bool {
    let sentence = text.sentences[text.sentence(of: verb)].lowerBound
    return (max(sentence, verb - 3)..<verb).contains { text.isA(words.negator, at: $0) }
      || text.isA(words.negativeSubject, at: sentence) && verb - sentence < 8
  }

  /// "Nobody has counted the 2,000 sheds", "nobody rents a flat for 600 euros": what nobody has done is
  /// told of things that are there, but for what nobody has seen.
  func isPresupposed(_ figure: Range<Int>, after negator: Int, _ text: TokenizedText) -> Bool {
    negator < figure.lowerBound && text.isA(words.negativeSubject, at: negator)
      && (text.isA(words.definite, at: figure.lowerBound - 1)
        || text.isWord(words.for, at: figure.lowerBound - 1)
        || text.isWord(words.at, at: figure.lowerBound - 1))
      && !(negator..<figure.lowerBound).contains { text.isForm(of: words.showingVerb, at: $0) }
  }

  /// "Of the 1,200 applicants, 300 were not invited": the whole at the head, whatever is said of a part.
  func isWhole(
    _ figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Bool {
    let start = tree.sentence.lowerBound
    return text.isWord(words.of, at: start) && figure.lowerBound - start <= 3
  }

  /// "Nearly 60 houses have not been rebuilt", "thirty percent of pupils do not finish school": so many
  /// there are of whom something is not so.
  func isOfThose(
    _ figure: Range<Int>, _ verbs: [Int], _ tree: ClauseTree, _ text: TokenizedText
  ) -> Bool {
    guard let last = verbs.last, verbs.count > 1, !text.isWord(words.have, at: last),
      text.lexicon.base(text.tokens[last].code) != words.be.rawValue,
      !text.isA(words.definite, at: figure.lowerBound - 1),
      !text.isA(words.article, at: figure.lowerBound - 1),
      !text.isWord(words.of, at: figure.lowerBound - 1),
      // "300 missiles will not be delivered", "40 men were not sent, Moscow said": that is denied.
      !verbs.contains(where: { tree.tag(of: $0) == .modal }),
      !tree.sentence.contains(where: {
        text.isForm(of: words.clauseVerb, at: $0) && !verbs.contains($0)
      })
    else { return false }
    return (figure.upperBound..<last).contains { text.isA(words.negator, at: $0) }
  }

  /// The token behind a verb, or behind the "not" that ends its clause, as in "the 40 percent is not", but
  /// not in "of those, 40 percent in the north, it is not".
  func behind(_ verb: Int, _ figure: Range<Int>, _ text: TokenizedText) -> Int {
    let next = verb + 1
    guard text.isA(words.negator, at: next), text.tokens.indices.contains(next + 1),
      text.tokens[next + 1].kind == .sign, figure.upperBound <= verb,
      !(figure.upperBound..<verb).contains(where: { text.tokens[$0].kind == .sign })
    else { return next }
    return next + 1
  }
}
