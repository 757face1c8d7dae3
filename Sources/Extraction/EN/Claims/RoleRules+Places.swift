import Language
import Model

/// Whether a mention says where, or whose.
extension RoleRules {
  func add(
    _ mention: FoundMention, to roles: inout Roles, _ sentence: SentenceContext,
    _ context: ClaimContext
  ) {
    let id = mention.mention.entity
    if isPlace(mention, sentence, context) {
      if repeats(mention, sentence, context) { return }
      if !roles.places.contains(id) { roles.places.append(id) }
      // "made in China": whose goods they are, too.
      if mention.mention.kind == "country", isMade(in: mention, context),
        !roles.subjects.contains(id)
      {
        roles.subjects.append(id)
      }
    } else if !roles.subjects.contains(id) {
      roles.subjects.append(id)
    }
  }

  /// "Vladivostok, Russia": what only says where the place before it lies.
  private func repeats(
    _ mention: FoundMention, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let place = sentence.mentions.last {
      context.mentions[$0].tokens.upperBound <= mention.tokens.lowerBound
    }
    guard let before = place.map({ context.mentions[$0] }),
      mention.tokens.lowerBound - before.tokens.upperBound <= 1
    else { return false }
    return gazetteer.ancestors(of: before.mention.entity).contains(mention.mention.entity)
  }

  private func isMade(in mention: FoundMention, _ context: ClaimContext) -> Bool {
    context.text.isForm(of: makingVerb, at: mention.tokens.lowerBound - 2)
  }

  func merge(_ shared: Roles, into roles: inout Roles) {
    for id in shared.subjects where !roles.subjects.contains(id) { roles.subjects.append(id) }
    if roles.places.isEmpty { roles.places = shared.places }
  }

  /// Whether a mention says where, not who: by its kind and by the word before it.
  func isPlace(
    _ mention: FoundMention, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let kind = mention.mention.kind
    if kind == "organization" || kind == "person" { return false }
    if mention.mention.by == .demonym || mention.mention.by == .metonym { return false }
    let isState = kind == "country"
    let text = context.text
    var before = mention.tokens.lowerBound - 1
    while before >= sentence.tokens.lowerBound,
      text.isA(determiner, at: before) || text.isA(placeModifier, at: before)
    { before -= 1 }
    guard before >= sentence.tokens.lowerBound else { return !isState }
    // The second of a pair has the role of the first.
    if text.isWord(and, at: before),
      let first = sentence.mentions.last(where: {
        context.mentions[$0].tokens.upperBound == before
      })
    {
      return isPlace(context.mentions[first], sentence, context)
    }
    if text.isWord(between, at: before) { return !isState }
    if text.isWord(from, at: before) || text.isWord(of, at: before) || text.isWord(with, at: before)
      || text.isWord(by, at: before)
    {
      return !isState
    }
    if text.isA(placePreposition, at: before) { return true }
    return !isState
  }
}
