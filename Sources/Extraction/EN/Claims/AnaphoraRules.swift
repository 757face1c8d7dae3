import Language

/// Whether an English claim that names nobody goes on about what was spoken of before.
struct AnaphoraRules: Sendable {
  /// How far back a claim points.
  enum Reach: Sendable {
    /// It speaks of something new: "a single drone", "each car".
    case none

    /// Nothing marks it: as far as its paragraph has told.
    case paragraph

    /// To the figure that its unit is taken from: "19 had been delivered".
    case unit

    /// "It", "they", "the total", "bilateral turnover".
    case document
  }

  private let pronoun, firstPerson, indefinite, definite, backward, noun, national,
    placePreposition: WordClass
  private let the, of: WordID

  init(lexicon: Lexicon) {
    pronoun = lexicon.wordClass("backward-pronoun")
    firstPerson = lexicon.wordClass("first-person")
    definite = lexicon.wordClass("definite")
    national = lexicon.wordClass("national")
    indefinite = lexicon.wordClass("indefinite")
    backward = lexicon.wordClass("backward-adjective")
    noun = lexicon.wordClass("backward-noun")
    placePreposition = lexicon.wordClass("place-preposition")
    the = lexicon.word("the")
    of = lexicon.word("of")
  }

  func reach(
    of index: Int, in sentence: SentenceContext, _ context: ClaimContext
  ) -> Reach {
    let figure = context.quantities[index]
    if isElsewhere(figure, sentence, context) { return .none }
    if figure.goesBack { return .unit }
    guard let subject = subjectStart(of: figure, in: sentence, context.text) else {
      return .paragraph
    }
    let text = context.text
    if text.isA(pronoun, at: subject) || text.isA(backward, at: subject) { return .document }
    if text.isWord(the, at: subject), namesWhatWasTold(from: subject + 1, in: sentence, text) {
      return .document
    }
    if text.isA(indefinite, at: subject) { return .none }
    return .paragraph
  }

  /// Whether the claims of a sentence that names nobody hold where the text is about: the subject of the
  /// first one is a pronoun, a definite noun or the figure itself, and it speaks neither of us, but in a
  /// quotation, nor of the whole nation.
  func pointsToTopic(in sentence: SentenceContext, _ context: ClaimContext) -> Bool {
    let figure = context.quantities[sentence.quantities.lowerBound]
    let text = context.text
    guard !isElsewhere(figure, sentence, context),
      !sentence.tokens.contains(where: {
        text.isA(national, at: $0)
          || text.isA(firstPerson, at: $0) && !context.attributions.isQuoted($0)
      })
    else { return false }
    guard let subject = subjectStart(of: figure, in: sentence, text) else { return true }
    return text.isA(pronoun, at: subject) || text.isA(backward, at: subject)
      || text.isA(definite, at: subject) || figure.tokens.contains(subject)
  }

  /// "In Bikin it took on 40": a place that no gazetteer has is not the one before.
  private func isElsewhere(
    _ figure: FoundQuantity, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let (tree, text) = (sentence.tree, context.text)
    let clause = tree.verbalClause(of: figure.number.lowerBound)
    return sentence.tokens.dropLast().contains { token in
      let next = text.tokens[token + 1]
      return text.isA(placePreposition, at: token) && next.isWord && next.isCapitalized
        && next.code < 0 && tree.verbalClause(of: token) == clause
        && !sentence.mentions.contains { context.mentions[$0].tokens.contains(token + 1) }
    }
  }

  /// The first token of the clause's subject, phrases with a preposition before it passed over.
  private func subjectStart(
    of figure: FoundQuantity, in sentence: SentenceContext, _ text: TokenizedText
  ) -> Int? {
    let tree = sentence.tree
    var clause = tree.verbalClause(of: figure.number.lowerBound)
    while let shared = tree.clauses[clause].sharesSubjectOf { clause = shared }
    let verb = tree.clauses[clause].verbs.first ?? figure.number.lowerBound
    var start = max(tree.clauses[clause].start, sentence.tokens.lowerBound)
    while start < verb {
      switch tree.tag(of: start) {
      case .determiner, .pronoun, .noun, .number: return start
      case .preposition: start = tree.end(ofPhraseAt: start, before: verb, in: text)
      default: start += 1
      }
    }
    return nil
  }

  /// "The share of foreign workers": the noun says itself of what it is; "the total of these" does not.
  private func isTold(from next: Int, _ text: TokenizedText) -> Bool {
    text.isWord(of, at: next) && !text.isA(pronoun, at: next + 1)
      && !text.isA(backward, at: next + 1) && !text.isWord(the, at: next + 1)
  }

  /// Whether one of the nouns up to the next verb or preposition stands for something told before.
  private func namesWhatWasTold(
    from start: Int, in sentence: SentenceContext, _ text: TokenizedText
  ) -> Bool {
    var index = start
    while index < sentence.tokens.upperBound, sentence.tree.tag(of: index) == .noun {
      if text.isA(noun, at: index) { return !isTold(from: index + 1, text) }
      index += 1
    }
    return false
  }
}
