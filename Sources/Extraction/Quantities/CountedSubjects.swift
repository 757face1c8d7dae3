import Language

/// Finds what a number without a noun counts in the subject of its verb: "arrivals reached 42,000".
struct CountedSubjects {
  let text: TokenizedText
  let tables: QuantityTables
  let nouns: EnglishNouns
  let sentence: Range<Int>

  /// The plural that a verb right before the number is said of.
  ///
  /// - Parameters:
  ///   - number: the first token of the number and its comparator.
  ///   - isSmall: whether it is in words or below ten, so that mere being says too little.
  /// - Returns: `nil` where no verb of reaching or changing stands there, or its subject is nothing
  ///   that is counted one by one ("exports").
  func subject(before number: Int, isSmall: Bool) -> CountedNoun? {
    if let object = object(before: number) { return object }
    guard let verb = verb(before: number, isSmall: isSmall) else { return nil }
    var start = verb
    while start > sentence.lowerBound, !opens(start - 1) { start -= 1 }
    // "The workers, who numbered 1,957".
    if start == verb, text.isA(tables.relative, at: start - 1) {
      return last(before: text.isSign(",", at: start - 2) ? start - 2 : start - 1)
    }
    return first(from: start, before: verb)
  }

  /// "Puts thefts of reindeer at three thousand": what the number is put at.
  private func object(before number: Int) -> CountedNoun? {
    guard number - 1 > sentence.lowerBound, text.isA(tables.levelPreposition, at: number - 1)
    else { return nil }
    let verb = (max(sentence.lowerBound, number - 14)..<number - 1).last {
      text.isForm(of: tables.placingVerb, at: $0)
    }
    return verb.flatMap { first(from: $0 + 1, before: number - 1) }
  }

  private func verb(before number: Int, isSmall: Bool) -> Int? {
    var index = number - 1
    if text.isA(tables.levelPreposition, at: index) { index -= 1 }
    while index > sentence.lowerBound, text.isA(tables.adverb, at: index) { index -= 1 }
    index = change(before: number) ?? index
    guard index > sentence.lowerBound,
      text.isForm(of: tables.reachingVerb, at: index)
        || text.isForm(of: tables.directionVerb, at: index)
    else { return nil }
    if isSmall, text.isForm(of: tables.beingVerb, at: index) { return nil }
    while index > sentence.lowerBound,
      text.isA(tables.auxiliary, at: index - 1) || text.isA(tables.modal, at: index - 1)
        || text.isA(tables.adverb, at: index - 1)
    { index -= 1 }
    return index
  }

  /// "Loans rose by 6% in 2024 to 55,300": the verb, the change between it and the level.
  private func change(before number: Int) -> Int? {
    guard text.isWord(tables.to, at: number - 1) else { return nil }
    // "Rose by a third, to 900".
    let end = text.isSign(",", at: number - 2) ? number - 3 : number - 2
    for index in stride(from: end, to: max(sentence.lowerBound, number - 14), by: -1) {
      if text.isSign(",", at: index) || text.isSign(";", at: index) { return nil }
      if text.isForm(of: tables.directionVerb, at: index) {
        let next = text.isWord(tables.by, at: index + 1) ? index + 2 : index + 1
        let isNumber = text.tokens[next].isNumber || text.isA(tables.numbers.number, at: next)
        return isNumber || text.isA(tables.article, at: next) ? index : nil
      }
    }
    return nil
  }

  private func opens(_ index: Int) -> Bool {
    text.isSign(",", at: index) || text.isSign(";", at: index) || text.isSign(":", at: index)
      || text.tokens[index].isLongDash || text.isA(tables.relative, at: index)
      || text.isA(tables.subordinator, at: index) || text.isA(tables.coordinator, at: index)
  }

  /// The first noun phrase, or the next one that an "of" ties to it: "exports of used cars".
  private func first(from start: Int, before verb: Int) -> CountedNoun? {
    var index = start
    while index < verb {
      if text.isA(tables.determiner, at: index) || text.isA(tables.adverb, at: index) {
        index += 1
        continue
      }
      if text.isA(tables.preposition, at: index) { return nil }
      guard let noun = nouns.noun(in: text, at: index, before: verb, isOne: false),
        noun.tokens.upperBound == verb || text.isA(tables.preposition, at: noun.tokens.upperBound)
          || text.isA(tables.verbIng, at: noun.tokens.upperBound)
          || text.isA(tables.verbParticiple, at: noun.tokens.upperBound)
          || text.isA(tables.adverb, at: noun.tokens.upperBound)
      else { return nil }
      if noun.isPlural, isCounted(noun) { return noun }
      guard text.isWord(tables.of, at: noun.tokens.upperBound) else { return nil }
      index = noun.tokens.upperBound + 1
    }
    return nil
  }

  private func last(before end: Int) -> CountedNoun? {
    guard end > sentence.lowerBound, nouns.isPlural(text, end - 1),
      let noun = nouns.noun(in: text, at: end - 1, before: end, isOne: false),
      isCounted(noun)
    else { return nil }
    return noun
  }

  private func isCounted(_ noun: CountedNoun) -> Bool {
    let head = noun.tokens.upperBound - 1
    // "The region intends to raise it to 5,000": the verb behind a singular is no plural.
    return text.tokens[head].isWord
      && !text.lexicon.contains(text.lexicon.word(noun.head).rawValue, tables.uncountedNoun)
      && (head == sentence.lowerBound || !nouns.isVerbS(text, head))
  }
}
