import Language
import Model

/// The seat of a government: its name stands for the city, or for who governs from it.
struct Seat: Sendable {
  let city: NameIndex.Sense
  let government: NameIndex.Sense

  /// The seat that a name is of, or `nil`.
  init?(_ senses: [NameIndex.Sense], in gazetteer: Gazetteer) {
    for government in senses where government.by == .metonym {
      let state = gazetteer.entities[government.entity]
      for city in senses where city.by != .metonym {
        let id = gazetteer.entities[city.entity].id
        guard state.centre == id || gazetteer.contains(state.id, id) else { continue }
        self.city = city
        self.government = government
        return
      }
    }
    return nil
  }
}

/// Decides by its role in the sentence whether a seat's name is the city or the government.
///
/// "In Pyongyang" is the city, "Pyongyang earns" the state. Where no word shows a place it is the
/// government: that is how news speaks of capitals.
struct SeatRoles {
  let text: TokenizedText
  let words: EntityWords
  let gazetteer: Gazetteer

  /// Whether the site at `index` is the city.
  func isCity(_ sites: [NameSite], at index: Int, seat: Seat) -> Bool {
    let tokens = sites[index].tokens
    if text.tokens[tokens.lowerBound].kind == .script {
      let name = sites[index].match.evidence
      return words.foreign.isCity(
        name.start..<name.end, in: text.bytes, isKorean: sites[index].senses[0].language == "ko")
    }
    if text.bytes[Int(text.tokens[tokens.lowerBound].start)] >= 0xD0 {
      return tokens.lowerBound > 0
        && words.foreign.russianLocatives.contains(
          Folding.folded(text.string(text.tokens[tokens.lowerBound - 1])))
    }
    if isDateline(sites[index]) { return true }
    return isCity(after: sites, at: index, seat: seat)
      ?? (standsBesideTown(sites, at: index) || showsCity(before: sites, at: index))
  }

  // MARK: Behind the name

  /// What the words behind a site say, or `nil` if they leave it to the ones before.
  private func isCity(after sites: [NameSite], at index: Int, seat: Seat) -> Bool? {
    let site = sites[index]
    let next = site.tokens.upperBound
    guard next < text.tokens.count, !text.tokens[next].flags.contains(.opensLine) else {
      return nil
    }
    if text.isA(words.possessive, at: next) {
      // "in Moscow's view": the preposition belongs to the view.
      return (next + 1...next + 3).prefix { !text.isA(words.preposition, at: $0) }
        .contains { text.isA(words.cityNoun, at: $0) }
    }
    if text.tokens[next].isDash, text.tokens[next].isJoined {
      return isCity(behindHyphen: next + 1, of: sites, at: index)
    }
    if text.isA(words.cityNoun, at: next) || isQualified(sites, at: index, seat: seat) {
      return true
    }
    let isLastOfPair =
      index > 0 && sites[index - 1].tokens.upperBound + 1 == site.tokens.lowerBound
      && text.tokens[site.tokens.lowerBound - 1].isDash
    if isLastOfPair, text.isA(words.motion, at: next) { return true }
    // "Bangkok Motor Show": a government is not called by more than its seat.
    let nextIsSite = index + 1 < sites.count && sites[index + 1].tokens.lowerBound == next
    let word = text.tokens[next]
    return site.style == .running && !nextIsSite && word.kind == .word && word.isCapitalized
      && !word.isJoined ? true : nil
  }

  /// "Moscow-based" and "the Moscow-Beijing train" are cities, "Moscow-backed" is none.
  private func isCity(behindHyphen next: Int, of sites: [NameSite], at index: Int) -> Bool? {
    if index + 1 < sites.count, sites[index + 1].tokens.lowerBound == next {
      return text.isA(words.motion, at: sites[index + 1].tokens.upperBound) ? true : nil
    }
    if text.isA(words.cityBased, at: next) { return true }
    return next < text.tokens.count && text.tokens[next].kind == .word
      && !text.tokens[next].isCapitalized ? false : nil
  }

  /// Whether its own state stands behind a comma: "Moscow, Russia".
  private func isQualified(_ sites: [NameSite], at index: Int, seat: Seat) -> Bool {
    let next = sites[index].tokens.upperBound
    guard text.isSign(",", at: next), index + 1 < sites.count,
      sites[index + 1].tokens.lowerBound == next + 1
    else { return false }
    let city = gazetteer.entities[seat.city.entity].id
    return sites[index + 1].senses.contains {
      let id = gazetteer.entities[$0.entity].id
      return $0.by == .name && id != city && gazetteer.contains(id, city)
    }
  }

  /// "between Moscow and Vladivostok": beside a town that is no seat it is a town too.
  private func standsBesideTown(_ sites: [NameSite], at index: Int) -> Bool {
    func isTown(_ other: Int) -> Bool {
      sites[other].senses.count == 1
        && gazetteer.entities[sites[other].senses[0].entity].kind == "city"
    }
    func joins(_ token: Int) -> Bool {
      text.isWord(words.and, at: token) || text.isWord(words.to, at: token)
    }
    let tokens = sites[index].tokens
    if index + 1 < sites.count, sites[index + 1].tokens.lowerBound == tokens.upperBound + 1,
      joins(tokens.upperBound), isTown(index + 1)
    {
      return true
    }
    return index > 0 && sites[index - 1].tokens.upperBound == tokens.lowerBound - 1
      && joins(tokens.lowerBound - 1) && isTown(index - 1)
  }

  // MARK: Before the name

  private func showsCity(before sites: [NameSite], at index: Int) -> Bool {
    var before = head(ofListWith: index, in: sites) - 1
    while text.isA(words.placeModifier, at: before) || text.isWord(words.the, at: before) {
      before -= 1
    }
    guard before >= 0, !text.tokens[before + 1].flags.contains(.opensLine) else { return false }
    if text.isA(words.locative, at: before) || text.isA(words.visited, at: before) { return true }
    if text.isWord(words.of, at: before) {
      return text.isA(words.cityOf, at: before - 1)
    }
    guard text.isA(words.motionPreposition, at: before) else { return false }
    let start = max(text.sentences[sites[index].sentence].lowerBound, before - 5)
    return before > start && (start..<before).contains { text.isA(words.motion, at: $0) }
  }

  /// The first token of the list that a site closes: of "Beijing" in "in Moscow and Beijing".
  private func head(ofListWith index: Int, in sites: [NameSite]) -> Int {
    var index = index
    for _ in 0..<8 {
      let before = sites[index].tokens.lowerBound - 1
      guard index > 0,
        text.isWord(words.and, at: before) || text.isWord(words.or, at: before)
          || text.isSign(",", at: before),
        sites[index - 1].sentence == sites[index].sentence
      else { break }
      var end = before
      if text.isSign(",", at: end - 1) { end -= 1 }
      guard sites[index - 1].tokens.upperBound == end else { break }
      index -= 1
    }
    return sites[index].tokens.lowerBound
  }

  /// "BEIJING, July 14 (Meridian) —", "MOSCOW (Agency) -": where the report was written.
  private func isDateline(_ site: NameSite) -> Bool {
    let first = text.tokens[site.tokens.lowerBound]
    let next = site.tokens.upperBound
    guard first.flags.contains(.opensLine), next < text.tokens.count,
      text.tokens[next].kind == .sign, !text.tokens[next].flags.contains(.opensLine)
    else { return false }
    if first.flags.contains(.capitals), site.style != .capitals {
      return !text.tokens[next].isJoined || !text.tokens[next].isDash
    }
    // Without capitals only an agency in brackets, or a dash soon after a comma and a day, tells.
    guard text.isSign("(", at: next) || text.isSign(",", at: next) else { return false }
    let end = min(text.sentences[site.sentence].upperBound, next + 10)
    for index in next..<end where text.isSign(")", at: index) {
      return index + 1 < end && text.tokens[index + 1].isDash
    }
    return false
  }
}
