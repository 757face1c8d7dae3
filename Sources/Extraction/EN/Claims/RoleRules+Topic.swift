import Language
import Model

/// Which mentions tell what a text is about.
extension RoleRules {
  /// Whether a mention tells what a text is about: no date line, nobody who speaks, no part ("of whom 6,000
  /// came from China"), and of "China's Jilin Province" the province alone.
  func isTopical(_ index: Int, _ sentence: SentenceContext, _ context: ClaimContext) -> Bool {
    let mention = context.mentions[index]
    guard !isDateline(mention, context), !isStandard(mention, sentence, context),
      !context.attributions.namesSpeaker(mention.tokens.lowerBound),
      !isOfPart(mention, sentence, context.text),
      !context.text.tokens.indices.contains(mention.tokens.upperBound)
        || !(context.text.tokens[mention.tokens.upperBound].isDash
          && context.text.tokens[mention.tokens.upperBound].isJoined)
    else { return false }
    guard index + 1 < sentence.mentions.upperBound else { return true }
    let next = context.mentions[index + 1]
    return next.tokens.lowerBound - mention.tokens.upperBound > 1
      || !gazetteer.ancestors(of: next.mention.entity).contains(mention.mention.entity)
  }

  private func isOfPart(
    _ mention: FoundMention, _ sentence: SentenceContext, _ text: TokenizedText
  ) -> Bool {
    let tree = sentence.tree
    guard !tree.clauses.isEmpty else { return false }
    let clause = tree.clauses[tree.verbalClause(of: mention.tokens.lowerBound)]
    return clause.kind == .relative
      && (text.isWord(of, at: clause.start) || text.isWord(of, at: clause.start - 1))
  }

  /// Whether a sentence names anything besides who speaks.
  func namesAny(_ sentence: SentenceContext, _ context: ClaimContext) -> Bool {
    sentence.mentions.contains {
      !context.attributions.namesSpeaker(context.mentions[$0].tokens.lowerBound)
    }
  }
}
