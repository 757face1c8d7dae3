import Language
import Model

/// Settles names that may mean several things by what else the text names, or holds them back.
struct Ambiguity {
  let text: TokenizedText
  let words: EntityWords
  let gazetteer: Gazetteer
  let relations: EntityRelations

  /// Settles what can be; what is settled in one round speaks for the rest in the next.
  func settle(_ sites: inout [NameSite]) {
    for index in sites.indices {
      guard case .open = sites[index].state else { continue }
      if let sense = senseByCase(of: sites[index]) ?? senseOfPeople(sites[index]) {
        sites[index].state = .settled(sense)
      } else if isPronoun(sites[index]) {
        sites[index].state = .held("in a line of capitals it may be a pronoun")
      } else if let owner = owner(of: index, in: sites) {
        sites[index].state = .held("it is that of \(owner)")
      } else if !isOrganization(sites[index]),
        let name = PersonNames(text: text, words: words).name(around: index, in: sites)
      {
        sites[index].state = .held("“\(name)” reads like the name of a person or a firm")
      }
    }
    for _ in 0..<3 {
      let named = Set(sites.compactMap { $0.settled?.entity }).sorted()
      var weights: [Int: Int] = [:]
      var changed = false
      for index in sites.indices {
        guard case .open = sites[index].state else { continue }
        if let sense = sense(ofSiteAt: index, in: sites, named: named, weights: &weights) {
          sites[index].state = .settled(sense)
          changed = true
        }
      }
      if !changed { break }
    }
  }

  // MARK: By the case of its letters

  /// The sense of a name whose lower-case form is a word, where its capitals can only be a name's.
  private func senseByCase(of site: NameSite) -> NameIndex.Sense? {
    let first = site.tokens.lowerBound
    guard site.senses.count == 1, site.tokens.count == 1, text.isA(words.commonWord, at: first)
    else { return nil }
    if text.tokens[first].flags.contains(.capitals) {
      return site.style == .capitals ? nil : site.senses[0]
    }
    guard site.style == .running else { return nil }
    if text.sentences[site.sentence].lowerBound != first {
      // "Nail Polish Set": inside a longer name capitals tell nothing.
      let before = text.tokens[first - 1]
      return before.kind == .word && before.isCapitalized && before.code < 0
        ? nil : site.senses[0]
    }
    let next = first + 1
    guard next < text.tokens.count else { return nil }
    let goesOn =
      site.senses[0].by == .demonym
      ? !text.isA(words.determiner, at: next) && !text.isA(words.pronoun, at: next)
      : text.isSign(",", at: next)
        || [
          words.possessive, words.verbS, words.verbPast, words.auxiliary, words.modal,
          words.coordinator,
        ].contains { text.isA($0, at: next) }
    return goesOn ? site.senses[0] : nil
  }

  /// "JOIN US", "ABOUT US": in capitals a pronoun looks like an abbreviation.
  private func isPronoun(_ site: NameSite) -> Bool {
    let first = site.tokens.lowerBound
    guard site.style == .capitals, site.tokens.count == 1, text.isA(words.pronoun, at: first)
    else { return false }
    return [words.verbBase, words.preposition].contains { text.isA($0, at: first - 1) }

  }

  /// The only sense of a state's people before a noun: "Indian officials".
  private func senseOfPeople(_ site: NameSite) -> NameIndex.Sense? {
    guard site.style == .running, site.senses.count == 1, site.senses[0].by == .demonym,
      relations.isState(site.senses[0].entity), site.tokens.upperBound < text.tokens.count
    else { return nil }
    let next = text.tokens[site.tokens.upperBound]
    return next.kind == .word && !next.isCapitalized && !next.isJoined ? site.senses[0] : nil
  }

  // MARK: By whose it is

  /// The entity before an organization's name that this one does not belong to.
  ///
  /// "Russia's Security Council" is not that of the United Nations.
  private func owner(of index: Int, in sites: [NameSite]) -> String? {
    guard index > 0, let owner = sites[index - 1].settled,
      isOrganization(sites[index]),
      sites[index].senses.allSatisfy({
        relations.weight(of: owner.entity, for: $0.entity) == 0
      })
    else { return nil }
    let start = sites[index].tokens.lowerBound
    let end = sites[index - 1].tokens.upperBound
    let isPossessive = end == start - 1 && text.isA(words.possessive, at: end)
    guard isPossessive || end == start && owner.by == .demonym else { return nil }
    return gazetteer.entities[owner.entity].name
  }

  private func isOrganization(_ site: NameSite) -> Bool {
    site.senses.allSatisfy { gazetteer.entities[$0.entity].kind == "organization" }
  }

  /// The state or region behind a comma that says where a place lies: "Salvador, Brazil".
  ///
  /// Before "and" it is one more in a list.
  private func qualifier(of index: Int, in sites: [NameSite]) -> Int? {
    if let state = state(before: index, in: sites) { return state }
    let end = sites[index].tokens.upperBound
    guard index + 1 < sites.count, text.isSign(",", at: end),
      sites[index + 1].tokens.lowerBound == end + 1, let sense = sites[index + 1].settled,
      sense.by == .name || sense.by == .alias
    else { return nil }
    let next = sites[index + 1].tokens.upperBound
    let goesOn =
      text.isWord(words.and, at: next) || text.isWord(words.or, at: next)
      || text.isSign(",", at: next) && index + 2 < sites.count
        && sites[index + 2].tokens.lowerBound == next + 1
    return goesOn ? nil : sense.entity
  }

  /// The state in "the Russian city of Chita".
  private func state(before index: Int, in sites: [NameSite]) -> Int? {
    let of = sites[index].tokens.lowerBound - 1
    guard index > 0, text.isWord(words.of, at: of), text.isA(words.nameType, at: of - 1),
      sites[index - 1].tokens.upperBound == of - 1, let sense = sites[index - 1].settled,
      sense.by == .demonym
    else { return nil }
    return sense.entity
  }

  // MARK: By what else is named

  private func sense(
    ofSiteAt index: Int, in sites: [NameSite], named: [Int], weights: inout [Int: Int]
  ) -> NameIndex.Sense? {
    let qualifier = qualifier(of: index, in: sites)
    let isPlace = qualifier != nil || standsAsPlace(index, in: sites)
    var best: (sense: NameIndex.Sense, total: Int)?
    var second = 0
    for sense in sites[index].senses {
      if let qualifier, relations.weight(of: qualifier, for: sense.entity) == 0 { continue }
      let whole =
        weights[sense.entity]
        ?? named.reduce(0) { max($0, relations.weight(of: $1, for: sense.entity)) }
      weights[sense.entity] = whole
      let near = weight(near: index, in: sites, for: sense.entity)
      let total = total(
        for: sense.entity, whole: whole, near: near.weight, amongStates: near.amongStates,
        isPlace: isPlace)
      if total > best?.total ?? 0 {
        second = best?.total ?? 0
        best = (sense, total)
      } else {
        second = max(second, total)
      }
    }
    guard let best, best.total >= 2, second == 0 || best.total >= second + 2 else { return nil }
    if relations.isTown(best.sense.entity), best.total < 3, !isPlace { return nil }
    return best.sense
  }

  private func total(
    for entity: Int, whole: Int, near: Int, amongStates: Bool, isPlace: Bool
  ) -> Int {
    let weight = max(whole, near >= 2 ? near + 1 : near)
    // A state stands among states: another one in its sentence speaks for it.
    let total = amongStates && weight < 2 ? 2 : weight
    return isPlace && (total > 0 || relations.isState(entity)) ? total + 1 : total
  }

  /// What is named in the same sentence or the one before or behind.
  private func weight(
    near index: Int, in sites: [NameSite], for entity: Int
  ) -> (weight: Int, amongStates: Bool) {
    var weight = 0
    var amongStates = false
    func look(at other: Int) -> Bool {
      let distance = abs(sites[other].sentence - sites[index].sentence)
      guard distance <= 1 else { return false }
      guard let named = sites[other].settled?.entity else { return true }
      weight = max(weight, relations.weight(of: named, for: entity))
      if distance == 0, named != entity, relations.isState(entity), relations.isState(named) {
        amongStates = true
      }
      return true
    }
    var other = index - 1
    while other >= 0, index - other <= 40, look(at: other) { other -= 1 }
    other = index + 1
    while other < sites.count, other - index <= 40, look(at: other) { other += 1 }
    return (weight, amongStates)
  }

  private static let noPlaces: Set = [
    "organization", "person", "project", "event", "commodity",
  ]

  /// Whether the words before a site make a place of it, or it is joined to one by "and".
  private func standsAsPlace(_ index: Int, in sites: [NameSite]) -> Bool {
    let tokens = sites[index].tokens
    let before = tokens.lowerBound - 1
    if text.isA(words.placePreposition, at: before) { return true }
    if before >= 0, text.tokens[before].kind == .word, text.tokens[before].code < 0,
      words.foreign.russianPrepositions.contains(
        Folding.folded(text.string(text.tokens[before])))
    {
      return true
    }
    func isPlace(_ other: Int) -> Bool {
      guard sites.indices.contains(other), let named = sites[other].settled else { return false }
      return !Self.noPlaces.contains(gazetteer.entities[named.entity].kind)
        && named.by != .demonym
    }
    if text.isWord(words.and, at: before), isPlace(index - 1),
      sites[index - 1].tokens.upperBound == before
    {
      return true
    }
    return text.isWord(words.and, at: tokens.upperBound) && isPlace(index + 1)
      && sites[index + 1].tokens.lowerBound == tokens.upperBound + 1
  }
}
