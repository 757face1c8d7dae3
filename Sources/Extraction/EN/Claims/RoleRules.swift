import Language
import Model

/// Who an English claim is about and where it holds.
struct RoleRules: Sendable {
  struct Roles: Equatable, Sendable {
    var subjects: [String] = []
    var places: [String] = []

    /// Whether they are those of a conjunct behind the first: one of a list, not what it is about.
    var isOfConjunct = false
    var isEmpty: Bool { subjects.isEmpty && places.isEmpty }
  }

  private let from, between, with, of, and, by, one: WordID
  private let placePreposition, determiner, makingVerb, possessive, pronoun, number, article,
    relative: WordClass
  private let gaps: GapRules
  private let gazetteer: Gazetteer

  init(lexicon: Lexicon, gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    gaps = GapRules(lexicon: lexicon)
    from = lexicon.word("from")
    between = lexicon.word("between")
    with = lexicon.word("with")
    of = lexicon.word("of")
    and = lexicon.word("and")
    one = lexicon.word("one")
    by = lexicon.word("by")
    placePreposition = lexicon.wordClass("place-preposition")
    determiner = lexicon.wordClass("determiner")
    relative = lexicon.wordClass("relative")
    article = lexicon.wordClass("article")
    number = lexicon.wordClass("number")
    pronoun = lexicon.wordClass("pronoun")
    possessive = lexicon.wordClass("possessive")
    makingVerb = lexicon.wordClass("making-verb")
  }

  /// The roles of the entities that stand with the quantity at `index`.
  func roles(
    of index: Int, in sentence: SentenceContext, _ context: ClaimContext
  ) -> Roles {
    let figure = context.quantities[index]
    let clause = sentence.tree.verbalClause(of: figure.number.lowerBound)
    let candidates = sentence.mentions.filter {
      belongs(context.mentions[$0], to: clause, figure, sentence, context)
    }
    let figures = sentence.quantities.filter {
      sentence.tree.verbalClause(of: context.quantities[$0].number.lowerBound) == clause
    }
    let gapped = GappedConjuncts(of: clause, figures: figures, in: sentence, context, gaps)
    let place = gapped.place(of: figure.number.lowerBound)
    let own = candidates.map { context.mentions[$0] }.filter {
      gapped.place(of: $0.tokens.lowerBound) == place
    }
    let beside = figures.filter {
      gapped.place(of: context.quantities[$0].number.lowerBound) == place
    }
    var roles = Roles()
    var shared = Roles()
    for candidate in candidates {
      let mention = context.mentions[candidate]
      if place > 0, gapped.place(of: mention.tokens.lowerBound) == 0 {
        if gapped.isShared(mention, beside: own) { add(mention, to: &shared, sentence, context) }
        continue
      }
      guard gapped.place(of: mention.tokens.lowerBound) == place, !leadsNumber(mention, context)
      else { continue }
      switch share(of: mention, index, among: beside, sentence, context) {
      case .own: add(mention, to: &roles, sentence, context)
      case .shared: add(mention, to: &shared, sentence, context)
      case .another: break
      }
    }
    merge(shared, into: &roles)
    if roles.isEmpty, let other = sentence.tree.clauses[clause].sharesSubjectOf {
      roles = subjectRoles(ofClause: other, figure, sentence, context)
    }
    return Roles(
      subjects: roles.subjects.sorted(), places: roles.places.sorted(), isOfConjunct: place > 0)
  }

  /// "And India nine": a name whose number is no figure of ours.
  private func leadsNumber(_ mention: FoundMention, _ context: ClaimContext) -> Bool {
    let next = mention.tokens.upperBound
    guard next < context.text.tokens.count, context.text.isA(number, at: next),
      !context.text.isWord(one, at: next)
    else { return false }
    return !context.quantities.contains { $0.tokens.contains(next) }
  }

  private enum Share { case own, shared, another }

  /// Whether a mention stands in the figure's clause and not in what only says who speaks.
  private func belongs(
    _ mention: FoundMention, to clause: Int, _ figure: FoundQuantity, _ sentence: SentenceContext,
    _ context: ClaimContext
  ) -> Bool {
    let token = mention.tokens.lowerBound
    if isModifier(mention, sentence, context) || isDateline(mention, context)
      || isApposed(mention, sentence, context) || setsLimit(mention, sentence, context)
    {
      return false
    }
    if let attribution = context.attributions.attribution(at: figure.number.lowerBound),
      !attribution.isHearsay
    {
      guard attribution.content.contains(where: { $0.contains(token) }) else { return false }
      if let source = attribution.mention, source.contains(token) { return false }
    }
    let home = sentence.tree.verbalClause(of: token)
    if home == clause { return true }
    // A participial clause completes the one that it hangs in: "trucks entering Primorsky Krai".
    let kind = sentence.tree.clauses[home].kind
    return kind == .participial && sentence.tree.clauses[home].parent == clause
      && !sentence.quantities.contains {
        sentence.tree.verbalClause(of: context.quantities[$0].number.lowerBound) == home
      }
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
    return context.text.isWord(by, at: start) && sentence.tree.tag(of: start - 1) == .participle
      && sentence.tree.tag(of: start - 2) != .auxiliary
  }

  /// Where an agency's report was filed is not where its figures hold: "SEOUL, Oct 28 (Wire) - ".
  private func isDateline(_ mention: FoundMention, _ context: ClaimContext) -> Bool {
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

  /// A mention before the clause's first figure is all figures'; between two it is the one's that it stands with.
  private func share(
    of mention: FoundMention, _ index: Int, among inClause: [Int], _ sentence: SentenceContext,
    _ context: ClaimContext
  ) -> Share {
    let token = mention.tokens.lowerBound
    let figure = context.quantities[index]
    if figure.tokens.contains(token) { return .own }
    if figure.noun != nil,
      inClause.contains(where: { context.quantities[$0].tokens.contains(token) })
    {
      return .another
    }
    guard let first = inClause.first, token >= context.quantities[first].tokens.lowerBound else {
      return .shared
    }
    let before = inClause.last { context.quantities[$0].tokens.lowerBound <= token } ?? first
    let after = inClause.first { context.quantities[$0].tokens.lowerBound > token }
    guard let after else {
      // Behind the last figure: its own, and that of the list before it.
      if before != index, isPart(before, context) { return .another }
      return before == index ? .own : .shared
    }
    let owner = startsAnew(from: before, to: mention, sentence, context) ? after : before
    return owner == index ? .own : .another
  }

  /// "Of whom 6,000 come from China", "five of them": a part of what was counted before.
  func isPart(_ index: Int, of context: ClaimContext) -> Bool {
    let start = context.quantities[index].tokens.lowerBound
    return isPart(index, context)
      || context.text.isA(relative, at: start - 1) && context.text.isWord(of, at: start - 2)
  }

  /// "Nine ships, five of them from China": what is said of a part only.
  private func isPart(_ index: Int, _ context: ClaimContext) -> Bool {
    let end = context.quantities[index].tokens.upperBound
    return context.text.isWord(of, at: end) && context.text.isA(pronoun, at: end + 1)
  }

  /// Whether a comma, "and" or a verb stands between a figure and a mention: the mention leads the next figure.
  private func startsAnew(
    from quantity: Int, to mention: FoundMention, _ sentence: SentenceContext,
    _ context: ClaimContext
  ) -> Bool {
    let end = context.quantities[quantity].tokens.upperBound
    var start = mention.tokens.lowerBound
    // "In Vladivostok and Khabarovsk": the second of a pair stands where the first does.
    if context.text.isWord(and, at: start - 1),
      let first = context.mentions[sentence.mentions].last(where: {
        $0.tokens.upperBound == start - 1
      })
    {
      start = first.tokens.lowerBound
    }
    guard end < start else { return false }
    return (end..<start).contains {
      context.text.isSign(",", at: $0) || context.text.isWord(and, at: $0)
        || context.text.isSign(";", at: $0)
    }
  }

  private func add(
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

  private func merge(_ shared: Roles, into roles: inout Roles) {
    for id in shared.subjects where !roles.subjects.contains(id) { roles.subjects.append(id) }
    if roles.places.isEmpty { roles.places = shared.places }
  }

  /// Whether a mention says where, not who: by its kind and by the word before it.
  private func isPlace(
    _ mention: FoundMention, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let kind = mention.mention.kind
    if kind == "organization" || kind == "person" { return false }
    if mention.mention.by == .demonym || mention.mention.by == .metonym { return false }
    let isState = kind == "country"
    let text = context.text
    var before = mention.tokens.lowerBound - 1
    while before >= sentence.tokens.lowerBound, text.isA(determiner, at: before) { before -= 1 }
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

  /// The roles of what stands before another clause's verb.
  private func subjectRoles(
    ofClause clause: Int, _ figure: FoundQuantity, _ sentence: SentenceContext,
    _ context: ClaimContext
  ) -> Roles {
    var roles = Roles()
    let verb = sentence.tree.clauses[clause].verbs.first ?? sentence.tokens.upperBound
    for index in sentence.mentions {
      let mention = context.mentions[index]
      guard mention.tokens.upperBound <= verb,
        belongs(mention, to: clause, figure, sentence, context)
      else { continue }
      add(mention, to: &roles, sentence, context)
    }
    return roles
  }
}
