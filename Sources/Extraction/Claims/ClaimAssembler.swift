import Language
import Model

/// Puts together the claims of a text: each quantity with its time, roles, modality and speaker.
struct ClaimAssembler: Sendable {
  private let clauses: ClauseFinder
  private let modality: ModalityRules
  private let times: TimeRules
  private let roles: RoleRules
  private let measures: MeasureRules
  private let bases: BasisRules
  private let likelihoods: LikelihoodRules
  private let anaphora: AnaphoraRules
  private let people: Set<String>
  private let definitePlaces: DefinitePlaces
  private let subjects: SentenceSubjects

  init(lexicon: Lexicon, gazetteer: Gazetteer) {
    clauses = ClauseFinder(lexicon: lexicon)
    modality = ModalityRules(lexicon: lexicon)
    times = TimeRules(lexicon: lexicon)
    roles = RoleRules(lexicon: lexicon, gazetteer: gazetteer)
    measures = MeasureRules(lexicon: lexicon)
    bases = BasisRules(lexicon: lexicon)
    likelihoods = LikelihoodRules(lexicon: lexicon)
    people = Set(lexicon.words(of: lexicon.wordClass("person-noun")).map { "{\($0.word)}" })
    anaphora = AnaphoraRules(lexicon: lexicon)
    definitePlaces = DefinitePlaces(lexicon: lexicon)
    subjects = SentenceSubjects(lexicon: lexicon)
  }

  func claims(in context: ClaimContext) -> [FoundClaim] {
    var claims: [FoundClaim] = []
    var claimOfQuantity: [Int: Int] = [:]
    var walk = SentenceWalk()
    var carry = CarriedContext(people: people, published: context.published)
    var topic = Topic()
    var subject: FoundMention?
    for sentence in context.text.sentences {
      if context.text.tokens[sentence.lowerBound].flags.contains(.opensParagraph) {
        carry.openParagraph()
        subject = nil
      }
      carry.openSentence()
      let antecedent = subjects.pointsBack(sentence, context.text) ? subject : nil
      subject = antecedent
      guard let sentence = walk.next(sentence, context, clauses) else { continue }
      subject = antecedent ?? subjects.subject(of: sentence, context)
      for index in sentence.quantities
      where isClaim(context.quantities[index]) && !isSource(context.quantities[index], context) {
        var found = claim(of: index, in: sentence, context, carry, topic, antecedent)
        if let original = context.quantities[index].conversionOf,
          let place = claimOfQuantity[original]
        {
          restate(claims[place].claim, at: place, in: &found.claim)
        }
        claimOfQuantity[index] = claims.count
        claims.append(found)
        carry.note(found)
      }
      for mention in sentence.mentions where roles.isTopical(mention, sentence, context) {
        let found = context.mentions[mention]
        topic.note(
          found.mention, isPlace: roles.isPlace(found, sentence, context),
          in: sentence.tokens.lowerBound)
      }
    }
    return claims
  }

  /// "Two sources", "one trader": a small count of those who speak.
  private func isSource(_ found: FoundQuantity, _ context: ClaimContext) -> Bool {
    found.form == .count && (found.quantity.value ?? 100) < 20
      && context.attributions.namesSpeaker(found.number.lowerBound)
  }

  /// Which quantities state something of the world; the annotation guide's list, by form.
  func isClaim(_ found: FoundQuantity) -> Bool {
    // "The last two years", "the first six months" only say when.
    if found.isInDate || found.onlyDescribes { return false }
    return switch found.form {
    case .money, .percent, .measure, .count, .duration, .multiple, .multipleWord, .fraction,
      .ratio:
      true
    case .age, .vague, .oneOf, .structural: false
    // "Fell to 80,400", "89 per dollar": without a unit, but a level, and a rate.
    case .bare:
      found.isFigure || found.unitIsInherited || found.quantity.direction != nil
        || found.quantity.per != nil
    }
  }

  private func claim(
    of index: Int, in sentence: SentenceContext, _ context: ClaimContext, _ carry: CarriedContext,
    _ topic: Topic, _ antecedent: FoundMention?
  ) -> FoundClaim {
    let found = context.quantities[index]
    let token = found.number.lowerBound
    var trace = ClaimTrace(quantity: index)
    let attribution = context.attributions.attribution(at: token)
    var claim = Claim(quantity: found.quantity, sentence: context.text.span(sentence.tokens))
    trace.measure = measures.measure(of: found, in: sentence, context)
    claim.quantity.measure = trace.measure.map { context.text.string($0) }
    // A count that goes on with another counts the same; of a measure its own noun says more.
    if found.goesBack, let unit = found.quantity.unit, let earlier = carry.measure(ofUnit: unit),
      found.form == .count || trace.measure == nil
    {
      claim.quantity.measure = earlier
      trace.measure = nil
    }
    let time = times.time(of: index, in: sentence, context, after: carry.account)
    claim.time = time?.value
    claim.timeSource = time == nil ? nil : .stated
    trace.time = time?.words
    let modality = modality.modality(
      of: found, hasBeen: times.hasBeen(found, at: time?.value, context), in: sentence.tree,
      of: context.text, attribution: attribution)
    claim.modality = modality.value
    trace.modality = modality.words
    let roles = roles.roles(of: index, in: sentence, context)
    claim.subjects = roles.subjects
    claim.places = roles.places
    if roles.isEmpty, let before = apposed(to: index, in: sentence, context, carry) {
      claim.subjects = before.subjects
      claim.places = before.places
      trace.entityOrigin = before.quantity.evidence
    }
    claim.entitySource = claim.subjects.isEmpty && claim.places.isEmpty ? nil : .stated
    if claim.places.isEmpty, let place = definitePlaces.place(of: index, in: sentence, context) {
      claim.places = [place.value]
      claim.entitySource = claim.entitySource ?? .carried
      trace.place = place.words
    }
    // "Its foreign intelligence puts it at 50,000": who speaks is not who is counted.
    let isOfSpeaker =
      attribution?.mention.map { $0.contains(sentence.tokens.lowerBound) && $0.count > 1 } ?? false
    if claim.entitySource == nil, !found.goesBack, !isOfSpeaker, let antecedent {
      claim.subjects = [antecedent.mention.entity]
      claim.entitySource = .carried
      trace.antecedent = context.text.span(antecedent.tokens)
    }
    let basis = bases.basis(of: index, in: sentence, context, attribution)
    claim.basis = basis?.value
    trace.basis = basis?.words
    let likelihood = likelihoods.likelihood(of: index, in: sentence, context)
    claim.likelihood = likelihood?.value
    trace.likelihood = likelihood?.words
    claim.quoted = context.attributions.isQuoted(token)
    if let attribution, !attribution.isHearsay {
      claim.speaker = attribution.speaker
      claim.speakerEvidence = attribution.mention.map { context.text.span($0) }
      claim.speakerID = attribution.speakerID
      claim.via = attribution.via
    }
    let origin = carry.complete(
      &claim, goesOn: times.goesOn(index, in: sentence, context),
      reach: anaphora.reach(of: index, in: sentence, context), lead: topic.lead)
    if claim.entitySource == nil, let place = topic.place, !self.roles.namesAny(sentence, context),
      anaphora.pointsToTopic(in: sentence, context)
    {
      claim.places = [place.entity]
      claim.entitySource = .carried
      trace.topic = place.evidence
    }
    trace.timeOrigin = origin.time
    trace.entityOrigin = origin.entities ?? trace.entityOrigin
    return FoundClaim(
      claim: claim, trace: trace, isAside: roles.isAside,
      isBase: times.isBase(found, context.text))
  }

  /// The claim before, where this one stands in a stretch without a verb behind it: "40 percent of
  /// Russia's land: about 7 million square kilometres with 7.9 million inhabitants".
  private func apposed(
    to index: Int, in sentence: SentenceContext, _ context: ClaimContext, _ carry: CarriedContext
  ) -> Claim? {
    let tree = sentence.tree
    let clause = tree.clauses[tree.clause(of: context.quantities[index].number.lowerBound)]
    guard clause.verbs.isEmpty, clause.parent != nil,
      let before = carry.last, before.sentence == context.text.span(sentence.tokens)
    else { return nil }
    return before
  }

  /// A conversion in brackets says again what the figure before it says.
  private func restate(_ original: Claim, at place: Int, in claim: inout Claim) {
    claim.sameAs = place
    claim.subjects = original.subjects
    claim.places = original.places
    claim.entitySource = original.entitySource
    claim.time = original.time
    claim.timeSource = original.timeSource
    claim.modality = original.modality
    claim.basis = original.basis
    claim.likelihood = original.likelihood
    claim.quantity.measure = original.quantity.measure
    claim.quantity.per = claim.quantity.per ?? original.quantity.per
    claim.quantity.change = original.quantity.change
    claim.quantity.direction = original.quantity.direction
  }
}
