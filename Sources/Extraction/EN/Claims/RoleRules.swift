import Language
import Model

/// Who an English claim is about and where it holds.
struct RoleRules: Sendable {
  struct Roles: Equatable, Sendable {
    var subjects: [String] = []
    var places: [String] = []

    /// Whether they are those of a conjunct behind the first, or of a part: not what all is about.
    var isAside = false
    var isEmpty: Bool { subjects.isEmpty && places.isEmpty }
  }

  let respectively, after, customs, from, between, with, of, and, by, one: WordID
  let placePreposition, determiner, makingVerb, possessive, pronoun, number, article,
    relative, participle, comparisonBase, subjectPronoun, authority, likeness, rankWord,
    promisingVerb, placeModifier, expellingVerb: WordClass
  let `where`: WordID
  private let gaps: GapRules
  let gazetteer: Gazetteer

  init(lexicon: Lexicon, gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    gaps = GapRules(lexicon: lexicon)
    respectively = lexicon.word("respectively")
    after = lexicon.word("after")
    customs = lexicon.word("customs")
    from = lexicon.word("from")
    between = lexicon.word("between")
    with = lexicon.word("with")
    of = lexicon.word("of")
    and = lexicon.word("and")
    one = lexicon.word("one")
    by = lexicon.word("by")
    placePreposition = lexicon.wordClass("place-preposition")
    determiner = lexicon.wordClass("determiner")
    participle = lexicon.wordClass("verb-participle")
    authority = lexicon.wordClass("authority-noun")
    likeness = lexicon.wordClass("likeness")
    placeModifier = lexicon.wordClass("place-modifier")
    promisingVerb = lexicon.wordClass("promising-verb")
    expellingVerb = lexicon.wordClass("expelling-verb")
    rankWord = lexicon.wordClass("rank-word")
    relative = lexicon.wordClass("relative")
    comparisonBase = lexicon.wordClass("comparison-base")
    subjectPronoun = lexicon.wordClass("subject-pronoun")
    `where` = lexicon.word("where")
    article = lexicon.wordClass("article")
    number = lexicon.wordClass("number")
    pronoun = lexicon.wordClass("pronoun")
    possessive = lexicon.wordClass("possessive")
    makingVerb = lexicon.wordClass("making-verb")
  }

  /// "China and Japan took 8.2 and 7.4 percent respectively": the first has the first, and so on.
  private func isOfAnother(
    _ mention: Int, _ index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let text = context.text
    guard let end = sentence.tokens.first(where: { text.isWord(respectively, at: $0) })
    else { return false }
    let figures = sentence.quantities.filter { context.quantities[$0].tokens.upperBound <= end }
    let mentions = sentence.mentions.filter {
      context.mentions[$0].tokens.upperBound <= end
    }
    guard figures.count == mentions.count, figures.count > 1,
      let figure = figures.firstIndex(of: index), let place = mentions.firstIndex(of: mention)
    else { return false }
    return figures.distance(from: figures.startIndex, to: figure)
      != mentions.distance(from: mentions.startIndex, to: place)
  }

  /// The roles of the entities that stand with the quantity at `index`.
  func roles(
    of index: Int, in sentence: SentenceContext, _ context: ClaimContext
  ) -> Roles {
    let figure = context.quantities[index]
    let clause = sentence.tree.verbalClause(of: figure.number.lowerBound)
    let candidates = sentence.mentions.filter {
      belongs(context.mentions[$0], to: clause, figure, sentence, context)
        && !isOfAnother($0, index, sentence, context)
    }
    // "In the first two months": no figure that a name could belong to.
    let figures = sentence.quantities.filter {
      !context.quantities[$0].isInDate
        && sentence.tree.verbalClause(of: context.quantities[$0].number.lowerBound) == clause
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
      guard gapped.place(of: mention.tokens.lowerBound) == place,
        !leadsNumber(mention, sentence, context)
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
    if roles.places.isEmpty, let place = antecedent(ofClause: clause, sentence, context) {
      roles.places = [place]
    }
    // "Sells for $185 in Heihe, down from $212": a base without a place of its own has that of its figure.
    if roles.isEmpty, isCompared(index, sentence, context),
      let compared = figures.last(where: { $0 < index && !isCompared($0, sentence, context) })
    {
      return self.roles(of: compared, in: sentence, context)
    }
    if roles.isEmpty { roles = pronounRoles(ofClause: clause, figure, sentence, context) }
    return Roles(
      subjects: roles.subjects.sorted(), places: roles.places.sorted(),
      isAside: place > 0 || isPart(index, context))
  }

  /// "And India nine": a name whose number is no figure of ours.
  private func leadsNumber(
    _ mention: FoundMention, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    let next = mention.tokens.upperBound
    guard next < context.text.tokens.count, context.text.isA(number, at: next),
      !context.text.isWord(one, at: next)
    else { return false }
    return !sentence.quantities.contains { context.quantities[$0].tokens.contains(next) }
  }

  private enum Share { case own, shared, another }

  /// A mention before the clause's first figure is all figures'; between two it is the one's that it
  /// stands with.
  private func share(
    of mention: FoundMention, _ index: Int, among inClause: [Int], _ sentence: SentenceContext,
    _ context: ClaimContext
  ) -> Share {
    let token = mention.tokens.lowerBound
    let figure = context.quantities[index]
    if figure.tokens.contains(token) { return .own }
    if let owner = inClause.first(where: { context.quantities[$0].tokens.contains(token) }) {
      if acts(owner, beside: figure, sentence, context) { return .shared }
      if figure.noun != nil { return .another }
    }
    guard let first = inClause.first, token >= context.quantities[first].tokens.lowerBound else {
      return .shared
    }
    let before = inClause.last { context.quantities[$0].tokens.lowerBound <= token } ?? first
    let after = inClause.first { context.quantities[$0].tokens.lowerBound > token }
    guard let after else {
      // Behind the last figure: its own, and that of the list before it.
      if before != index, isPart(before, context) || isCompared(before, sentence, context) {
        return .another
      }
      return before == index ? .own : .shared
    }
    let owner = startsAnew(from: before, to: mention, sentence, context) ? after : before
    return owner == index ? .own : .another
  }

  /// "Three Chinese banks lent the mine 450 million yuan": whoever is counted before the verb does
  /// what stands behind it.
  private func acts(
    _ owner: Int, beside figure: FoundQuantity, _ sentence: SentenceContext,
    _ context: ClaimContext
  ) -> Bool {
    let tree = sentence.tree
    let subject = context.quantities[owner].tokens
    let verbs = tree.clauses[tree.verbalClause(of: subject.lowerBound)].verbs
    return verbs.contains { $0 >= subject.upperBound && $0 < figure.tokens.lowerBound }
      && !verbs.contains { $0 < subject.lowerBound }
  }

  /// "Of whom 6,000 come from China", "nine ships, five of them from China": a part of what was counted
  /// before.
  private func isPart(_ index: Int, _ context: ClaimContext) -> Bool {
    let figure = context.quantities[index].tokens
    let text = context.text
    return text.isWord(of, at: figure.upperBound) && text.isA(pronoun, at: figure.upperBound + 1)
      || text.isA(relative, at: figure.lowerBound - 1) && text.isWord(of, at: figure.lowerBound - 2)
  }

  /// "Haircuts cost 500 rubles, compared with 800 in Magadan".
  private func isCompared(
    _ index: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> Bool {
    context.text.phrase(
      comparisonBase, endingAt: context.quantities[index].tokens.lowerBound,
      from: sentence.tokens.lowerBound) != nil
  }

  /// Whether a comma, "and" or a verb stands between a figure and a mention: the mention leads the next
  /// figure.
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

  /// "He moved to Magadan, where one flat in six is empty".
  private func antecedent(
    ofClause clause: Int, _ sentence: SentenceContext, _ context: ClaimContext
  ) -> String? {
    let opener = sentence.tree.clauses[clause].start
    guard context.text.isWord(`where`, at: opener) else { return nil }
    let end = context.text.isSign(",", at: opener - 1) ? opener - 1 : opener
    return sentence.mentions.map { context.mentions[$0] }.first {
      $0.tokens.upperBound == end && $0.mention.by != .demonym
    }?.mention.entity
  }

  /// "Japan replied that it had caught 40 whales", "tailors in Magadan say they lost 40 tonnes": whom
  /// the pronoun stands for is told where they are named.
  private func pronounRoles(
    ofClause clause: Int, _ figure: FoundQuantity, _ sentence: SentenceContext,
    _ context: ClaimContext
  ) -> Roles {
    let clauses = sentence.tree.clauses
    var roles = Roles()
    guard clauses[clause].kind == .complement, let parent = clauses[clause].parent,
      let verb = clauses[parent].verbs.first, let own = clauses[clause].verbs.first,
      (clauses[clause].start..<max(clauses[clause].start, own)).contains(where: {
        context.text.isA(subjectPronoun, at: $0)
      })
    else { return roles }
    for mention in sentence.mentions.map({ context.mentions[$0] })
    where mention.tokens.upperBound <= verb
      && sentence.tree.verbalClause(of: mention.tokens.lowerBound) == parent
    {
      add(mention, to: &roles, sentence, context)
    }
    return roles
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
