import Language
import Model

/// Finds where a text names the entities of a gazetteer.
///
/// Names come from the index, each place once; then each is looked at with the words around it: a
/// part of a longer name, a language, a seat of government, a name of several things. What the text
/// does not decide is held back with the reason.
public struct EntityFinder: Sendable {
  private let gazetteer: Gazetteer
  private let names: NameIndex
  private let words: EntityWords
  private let relations: EntityRelations

  /// By the position of a name in the index.
  private let seats: [Seat?]

  public init(gazetteer: Gazetteer, lexicon: Lexicon) {
    self.gazetteer = gazetteer
    names = NameIndex(gazetteer, lexicon: lexicon)
    words = EntityWords(lexicon)
    relations = EntityRelations(gazetteer)
    seats = names.names.map { Seat($0.senses, in: gazetteer) }
  }

  /// The entities that a text names, and the names that it leaves open.
  ///
  /// - Parameter text: cut with the lexicon that the finder was made with.
  /// - Returns: both lists in the order of the text.
  public func entities(in text: TokenizedText) -> EntityFindings {
    var sites = NameReader(text: text, names: names, words: words).sites()
    let roles = SeatRoles(text: text, words: words, gazetteer: gazetteer)
    for index in sites.indices {
      let site = sites[index]
      if let reason = excluded(index, of: sites, in: text) {
        sites[index].state = .held(reason)
      } else if let seat = seats[site.match.name] {
        let isCity = roles.isCity(sites, at: index, seat: seat)
        sites[index].state = .settled(isCity ? seat.city : seat.government)
      } else if site.senses.count == 1, !site.senses[0].ambiguous {
        sites[index].state = .settled(site.senses[0])
      }
    }
    Ambiguity(text: text, words: words, gazetteer: gazetteer, relations: relations).settle(&sites)
    return findings(sites)
  }

  /// Why a name is not the entity's, whatever else the text names; `nil` if it may be.
  private func excluded(_ index: Int, of sites: [NameSite], in text: TokenizedText) -> String? {
    let site = sites[index]
    let before = site.tokens.lowerBound - 1
    if before > 0, text.tokens[before].isDash, text.tokens[site.tokens.lowerBound].isJoined,
      text.isA(words.negation, at: before - 1)
    {
      return "“\(text.string(before - 1..<site.tokens.upperBound))” says what it is not"
    }
    if LanguageNames(text: text, words: words).isLanguage(site) {
      return "“\(text.string(site.tokens))” is the language here"
    }
    let isOrganization = site.senses.contains {
      gazetteer.entities[$0.entity].kind == "organization" && $0.by != .metonym
    }
    if isOrganization { return nil }
    if let name = LongerNames(text: text, words: words, gazetteer: gazetteer).longerName(
      around: site)
    {
      return "part of the longer name “\(name)”"
    }
    let persons = PersonNames(text: text, words: words)
    guard persons.isBorne(site), let name = persons.name(around: index, in: sites) else {
      return nil
    }
    return "“\(name)” reads like the name of a person or a firm"
  }

  private func findings(_ sites: [NameSite]) -> EntityFindings {
    var findings = EntityFindings()
    for site in sites {
      switch site.state {
      case .settled(let sense):
        let entity = gazetteer.entities[sense.entity]
        findings.mentions.append(
          FoundMention(
            mention: Mention(
              entity: entity.id, name: entity.name, kind: entity.kind,
              evidence: site.match.evidence, by: sense.by),
            tokens: site.tokens))
      case .held(let reason): findings.held.append(held(site, reason: reason))
      case .open: findings.held.append(held(site, reason: openReason(site)))
      }
    }
    return findings
  }

  private func held(_ site: NameSite, reason: String) -> HeldName {
    HeldName(
      evidence: site.match.evidence,
      candidates: site.senses.map { gazetteer.entities[$0.entity].id }, reason: reason)
  }

  private func openReason(_ site: NameSite) -> String {
    let candidates = site.senses.map { gazetteer.entities[$0.entity] }
    let name = site.name
    if candidates.count == 1 {
      let entity = candidates[0]
      let place = entity.parent.flatMap { gazetteer[$0]?.name }
      return "“\(name)” may also be something else, and "
        + (place.map { "neither \($0) nor a place beside it is named near it" }
          ?? "nothing near it shows that \(entity.name) is meant")
    }
    let number = candidates.count == 2 ? "two" : candidates.count == 3 ? "three" : "several"
    if candidates.allSatisfy({ $0.name == candidates[0].name }) {
      return "\(number) \(candidates[0].name)s: no region is named near it that decides"
    }
    let list = candidates.prefix(3).map(\.name).joined(separator: " or ")
    return "“\(name)” may be \(list), and nothing near it decides"
  }
}
