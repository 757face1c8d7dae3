import Language
import Model

/// Which mentions of a sentence speak of a figure at all.
extension RoleRules {
  /// Whether a mention stands in the figure's clause and not in what only says who speaks.
  func belongs(
    _ mention: FoundMention, to clause: Int, _ figure: FoundQuantity, _ sentence: SentenceContext,
    _ context: ClaimContext
  ) -> Bool {
    let token = mention.tokens.lowerBound
    if isModifier(mention, sentence, context) || isDateline(mention, context)
      || isStandard(mention, sentence, context)
      || isApposed(mention, sentence, context) || setsLimit(mention, sentence, context)
    {
      return false
    }
    if let attribution = context.attributions.attribution(at: figure.number.lowerBound),
      !attribution.isHearsay
    {
      if isOwnResult(mention, attribution, figure, sentence, context)
        || promises(mention, attribution, figure, sentence, context)
        || isFronted(mention, attribution, figure, sentence, context)
        || isOfCustoms(mention, attribution, context.text)
      {
        return true
      }
      // "Expected sales to China to 'reach 40 billion'": what is said stands around the quotation, too.
      guard
        attribution.content.contains(where: { $0.contains(token) })
          || context.attributions.governsBoth(figure.number.lowerBound, token)
      else { return false }
      if let source = attribution.mention, source.contains(token) { return false }
    }
    let home = sentence.tree.verbalClause(of: token)
    if home == clause || isOfWhole(mention, home: home, clause, sentence, context) { return true }
    // A participial clause completes the one that it hangs in: "trucks entering Primorsky Krai".
    let kind = sentence.tree.clauses[home].kind
    return kind == .participial && sentence.tree.clauses[home].parent == clause
      && !isInserted(home, in: clause, sentence, context)
      && !sentence.quantities.contains {
        sentence.tree.verbalClause(of: context.quantities[$0].number.lowerBound) == home
      }
  }

  /// "Of the 800 tonnes that Russia shipped, 6 percent went to Japan": whose the whole is.
  private func isOfWhole(
    _ mention: FoundMention, home: Int, _ clause: Int, _ sentence: SentenceContext,
    _ context: ClaimContext
  ) -> Bool {
    let clauses = sentence.tree.clauses
    return clauses[home].kind == .relative && clauses[home].parent == clause
      && context.text.isWord(of, at: sentence.tokens.lowerBound)
      && !context.text.isWord(of, at: clauses[home].start - 1)
      && mention.tokens.upperBound <= (clauses[clause].verbs.first ?? 0)
  }

  /// "Its fleets, squeezed out of the Japanese market, sold": where somebody is no more, between commas
  /// before the verb.
  private func isInserted(
    _ participial: Int, in clause: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let start = sentence.tree.clauses[participial].start
    return context.text.isSign(",", at: start - 1)
      && context.text.isForm(of: expellingVerb, at: start)
      && (sentence.tree.clauses[clause].verbs.first ?? start) > start
  }

  /// "An area larger than Greater Tokyo", "the second-largest supplier after China": what size and rank
  /// are told by.
  func isStandard(
    _ mention: FoundMention, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let text = context.text
    var start = mention.tokens.lowerBound
    while start > sentence.tokens.lowerBound,
      text.isA(determiner, at: start - 1) || text.tokens[start - 1].isCapitalized
    { start -= 1 }
    if text.phrase(likeness, endingAt: start, from: sentence.tokens.lowerBound) != nil {
      return true
    }
    return text.isWord(after, at: start - 1)
      && (max(sentence.tokens.lowerBound, start - 7)..<start).contains {
        text.isA(rankWord, at: $0)
      }
  }

  /// "Mongolian shoemaker Ulz reported a 9 percent fall in sales": of what a firm tells of itself, its
  /// country is a subject; of what an authority tells it is not.
  private func isOwnResult(
    _ mention: FoundMention, _ attribution: Attribution, _ figure: FoundQuantity,
    _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    guard let source = attribution.mention, source.contains(mention.tokens.lowerBound),
      mention.mention.by == .demonym, mention.mention.kind == "country",
      figure.form == .money || figure.form == .percent,
      attribution.cue.upperBound <= figure.tokens.lowerBound,
      isObject(figure, of: attribution, sentence)
    else { return false }
    return !source.contains { context.text.isA(authority, at: $0) }
  }

  /// "In Mongolia, where it was cold, the union counted 410,000 dead sheep": where its count holds.
  private func isFronted(
    _ mention: FoundMention, _ attribution: Attribution, _ figure: FoundQuantity,
    _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    guard let source = attribution.mention, mention.tokens.upperBound <= source.lowerBound,
      context.text.isA(placePreposition, at: sentence.tokens.lowerBound),
      (sentence.tokens.lowerBound...sentence.tokens.lowerBound + 2).contains(
        mention.tokens.lowerBound)
    else { return false }
    return isObject(figure, of: attribution, sentence)
  }

  /// "Tokyo has promised 200,000 yen to every family": who promises a thing gives it.
  private func promises(
    _ mention: FoundMention, _ attribution: Attribution, _ figure: FoundQuantity,
    _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    attribution.mention == mention.tokens
      && attribution.cue.contains { context.text.isForm(of: promisingVerb, at: $0) }
      && isObject(figure, of: attribution, sentence)
  }

  /// Whether a figure stands in the clause of the verb that tells it: "promised 40 million", but "said that
  /// 40 had come".
  private func isObject(
    _ figure: FoundQuantity, of attribution: Attribution, _ sentence: SentenceContext
  ) -> Bool {
    let clause = sentence.tree.verbalClause(of: figure.number.lowerBound)
    return sentence.tree.clauses[clause].verbs.contains { attribution.cue.contains($0) }
  }

  /// "Japanese customs data show that imports": what a country's customs count is its trade.
  private func isOfCustoms(
    _ mention: FoundMention, _ attribution: Attribution, _ text: TokenizedText
  ) -> Bool {
    guard let source = attribution.mention, source.contains(mention.tokens.lowerBound),
      mention.mention.kind == "country"
    else { return false }
    return source.contains { text.isWord(customs, at: $0) }
  }

  /// "Chukotka" in "the Jewish Autonomous Oblast, the smallest region after Chukotka, collected": what
  /// stands between commas behind a name only says more of it.
  private func isApposed(
    _ mention: FoundMention, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let text = context.text
    guard
      let opens = (sentence.tokens.lowerBound..<mention.tokens.lowerBound).last(where: {
        text.isSign(",", at: $0)
      }), text.isA(article, at: opens + 1),
      sentence.mentions.contains(where: { context.mentions[$0].tokens.upperBound == opens }),
      let closes = (mention.tokens.upperBound..<sentence.tokens.upperBound).first(where: {
        text.isSign(",", at: $0)
      })
    else { return false }
    return sentence.tree.tag(of: closes + 1)?.isFinite == true
      && !sentence.quantities.contains {
        (opens..<closes).contains(context.quantities[$0].number.lowerBound)
      }
  }

  /// "The cap set by the UN Security Council": who has set something is not whose it is.
  private func setsLimit(
    _ mention: FoundMention, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    guard mention.mention.kind == "organization" else { return false }
    var start = mention.tokens.lowerBound - 1
    while context.text.isA(determiner, at: start) { start -= 1 }
    return context.text.isWord(by, at: start) && context.text.isA(participle, at: start - 1)
      && sentence.tree.tag(of: start - 2)?.isVerb != true
  }

  /// Where an agency's report was filed is not where its figures hold: "SEOUL, Oct 28 (Wire) - ".
  func isDateline(_ mention: FoundMention, _ context: ClaimContext) -> Bool {
    let first = context.text.tokens[mention.tokens.lowerBound]
    guard first.flags.isSuperset(of: [.opensParagraph, .capitals]) else { return false }
    let next = mention.tokens.upperBound
    guard next < context.text.tokens.count else { return false }
    return context.text.isSign(",", at: next) || context.text.isSign("(", at: next)
      || context.text.isSign(".", at: next) || context.text.tokens[next].isDash
  }

  /// "UN Resolution 2397": an organization before a noun only says what kind of thing that is.
  private func isModifier(
    _ mention: FoundMention, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let next = mention.tokens.upperBound
    return mention.mention.kind == "organization" && sentence.tree.tag(of: next) == .noun
      && !context.text.isA(possessive, at: next)
  }
}
