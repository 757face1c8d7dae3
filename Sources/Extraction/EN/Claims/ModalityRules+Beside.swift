import Language
import Model

/// What stands beside a figure's clause: what governs it behind, sets it aside, or takes it back.
extension ModalityRules {
  /// "The 3.3 percent it projected", "the 300 workers they plan to hire": a clause without "that"
  /// right behind the figure that governs it.
  func contactClause(
    behind figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Told<Modality>? {
    guard text.isA(words.subjectPronoun, at: figure.upperBound) else { return nil }
    var verb = figure.upperBound + 1
    while tree.tag(of: verb) == .adverb || tree.tag(of: verb) == .auxiliary { verb += 1 }
    guard tree.sentence.contains(verb), tree.tag(of: verb)?.isVerb == true,
      let value = text.lexicon.value(text.lexicon.base(text.tokens[verb].code), words.opVerb)
    else { return nil }
    return Modality(rawValue: value).map { Told(value: $0, words: verb..<verb + 1) }
  }

  /// "Not the 1 trillion that was predicted", "not 40 trucks but 14": right before the figure.
  func rejected(
    _ figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Range<Int>? {
    var index = figure.lowerBound - 1
    while index > tree.sentence.lowerBound, tree.tag(of: index) == .determiner { index -= 1 }
    guard tree.sentence.contains(index), text.isWord(words.not, at: index),
      !text.isA(words.comparison, at: figure.lowerBound),
      !text.isA(words.restrictor, at: figure.lowerBound),
      text.phrase(words.comparator, at: figure.lowerBound) == nil
    else { return nil }
    return index..<index + 1
  }

  /// "Called the talk of 70 wells a lie", "the figure of 900 victims is wrong".
  func refuted(_ figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText) -> Range<Int>? {
    let start = tree.sentence.lowerBound
    guard
      let noun = (max(start, figure.lowerBound - 4)..<figure.lowerBound).last(where: {
        text.isA(words.refutable, at: $0)
          && (text.isWord(words.of, at: $0 + 1) || text.isWord(words.that, at: $0 + 1))
      }),
      let verdict = (figure.upperBound..<min(figure.upperBound + 8, tree.sentence.upperBound))
        .first(where: {
          text.isA(words.falseWord, at: $0) || text.phrase(words.falseWord, at: $0) != nil
        })
    else { return nil }
    let isNamed = (max(start, noun - 6)..<noun).contains {
      text.isForm(of: words.namingVerb, at: $0)
    }
    let isTold = (figure.upperBound..<verdict).contains {
      text.lexicon.base(text.tokens[$0].code) == words.be.rawValue
        || text.isForm(of: words.mentioningVerb, at: $0)
    }
    let end = verdict + (text.phrase(words.falseWord, at: verdict)?.count ?? 1)
    let isPredicate = end >= tree.sentence.upperBound || text.tokens[end].kind == .sign
    let isParted = (figure.upperBound..<verdict).contains {
      text.isA(words.negator, at: $0) || text.isSign(",", at: $0) || text.isWord(words.and, at: $0)
    }
    return (isNamed || isTold) && isPredicate && !isParted ? verdict..<verdict + 1 : nil
  }

  /// "Is it true that 40 schools will close?": what is asked, whatever its verb says.
  func asked(_ sentence: Range<Int>, _ text: TokenizedText) -> Range<Int>? {
    guard
      text.isA(words.auxiliary, at: sentence.lowerBound)
        || text.isA(words.modal, at: sentence.lowerBound)
    else { return nil }
    return sentence.suffix(3).last { text.isSign("?", at: $0) }.map { $0..<$0 + 1 }
  }

  /// "Flows through the line, 38.8 bcm in 2025, are to be raised": a level put in before the verb.
  func inserted(_ figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText) -> Range<Int>? {
    let clause = tree.clauses[tree.verbalClause(of: figure.lowerBound)]
    guard text.isSign(",", at: figure.lowerBound - 1), figure.lowerBound - 1 > clause.start,
      tree.tag(of: figure.lowerBound - 2) == .noun,
      let verb = clause.verbs.first, figure.upperBound < verb,
      let comma = (figure.upperBound..<verb).first(where: { text.isSign(",", at: $0) }),
      (1...5).contains(comma - figure.upperBound),
      !(comma + 1..<verb).contains(where: { text.isSign(",", at: $0) }),
      !text.isA(words.article, at: clause.start) || clause.start + 1 < figure.lowerBound - 1
    else { return nil }
    return figure.lowerBound - 1..<figure.lowerBound
  }

  /// "Cut its forecast to 3 percent, from 4 in April": both are what the noun says.
  func revised(
    _ figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Told<Modality>? {
    let clause = tree.verbalClause(of: figure.lowerBound)
    guard
      let verb = tree.clauses[clause].verbs.first(where: {
        $0 < figure.lowerBound && text.isForm(of: words.revisingVerb, at: $0)
      }),
      let noun = (verb + 1..<min(verb + 6, figure.lowerBound)).first(where: {
        text.isA(words.nounOp, at: $0)
      }), tree.clause(of: noun) == clause
    else { return nil }
    // "Plans to raise the capacity": a capacity tells what can be, and so does no new one.
    return nounOperator(at: noun, text).flatMap {
      $0 == .possible ? nil : Told(value: $0, words: noun..<noun + 1)
    }
  }

  /// "If it exceeded 1,500 vehicles a day": what is only supposed, and not "if each carries its 69".
  func condition(
    of figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText
  ) -> Range<Int>? {
    let clause = tree.clauses[tree.verbalClause(of: figure.lowerBound)]
    guard clause.kind == .adverbial, text.isA(words.condition, at: clause.start),
      let verb = clause.verbs.first, text.isA(words.verbPast, at: verb)
    else { return nil }
    return clause.start..<clause.start + 1
  }

  /// "We found no record that mentions 5,000 divers": nothing tells of them.
  func unmentioned(_ figure: Range<Int>, _ tree: ClauseTree, _ text: TokenizedText) -> Range<Int>? {
    let clause = tree.clauses[tree.verbalClause(of: figure.lowerBound)]
    guard clause.kind == .relative || clause.kind == .complement,
      clause.start - 2 >= tree.sentence.lowerBound,
      tree.tag(of: clause.start - 1) == .noun, text.isA(words.negator, at: clause.start - 2),
      let verb = clause.verbs.first, text.isForm(of: words.mentioningVerb, at: verb)
    else { return nil }
    return clause.start - 2..<clause.start - 1
  }

  /// "They had not.": the whole of the next sentence.
  private func isTakenBack(_ sentence: Range<Int>, _ text: TokenizedText) -> Range<Int>? {
    guard sentence.count <= 4, text.isA(words.subjectPronoun, at: sentence.lowerBound),
      !text.isSign("?", at: sentence.lowerBound - 1),
      let negator = sentence.first(where: { text.isA(words.negator, at: $0) }),
      negator - sentence.lowerBound <= 2, negator + 2 >= sentence.upperBound
    else { return nil }
    return negator..<negator + 1
  }

  /// "… Nonsense!": the next sentence is nothing but a word that takes it back.
  func dismissal(of sentence: Range<Int>, _ text: TokenizedText) -> Range<Int>? {
    let next = text.sentence(of: sentence.upperBound)
    guard next < text.sentences.count else { return nil }
    let following = text.sentences[next]
    guard following.lowerBound == sentence.upperBound, following.count <= 5,
      !text.tokens[following.lowerBound].flags.contains(.opensParagraph)
    else { return nil }
    if let taken = isTakenBack(following, text) { return taken }
    let wordCount = following.count { text.tokens[$0].isWord }
    guard wordCount <= 3 else { return nil }
    return following.first { text.isA(words.falseWord, at: $0) }.map { $0..<$0 + 1 }
  }
}
