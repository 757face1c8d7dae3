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
    switch text.tokens[tokens.lowerBound].kind {
    case .script: return isCityInScript(sites[index])
    case .word where text.bytes[Int(text.tokens[tokens.lowerBound].start)] >= 0xD0:
      return stands(behind: "locative", of: words.russian, at: tokens.lowerBound)
    default: break
    }
    return isDateline(sites[index]) || showsCity(after: sites, at: index, seat: seat)
      || showsCity(before: sites, at: index)
  }

  // MARK: Behind the name

  private func showsCity(after sites: [NameSite], at index: Int, seat: Seat) -> Bool {
    let site = sites[index]
    var next = site.tokens.upperBound
    guard next < text.tokens.count, !text.tokens[next].flags.contains(.opensLine) else {
      return false
    }
    if text.isA(words.possessive, at: next) {
      return text.isA(words.cityNoun, at: next + 1)
        || text.isA(words.cityNoun, at: next + 2)
          && !text.isA(words.preposition, at: next + 1)
    }
    if text.tokens[next].isDash, text.tokens[next].isJoined {
      if text.isA(words.cityBased, at: next + 1) { return true }
      // "the Moscow-Beijing train"
      guard index + 1 < sites.count, sites[index + 1].tokens.lowerBound == next + 1 else {
        return false
      }
      return text.isA(words.motion, at: sites[index + 1].tokens.upperBound)
    }
    if text.isA(words.cityNoun, at: next) { return true }
    if text.isA(words.motion, at: next), index > 0,
      sites[index - 1].tokens.upperBound + 1 == site.tokens.lowerBound,
      text.tokens[site.tokens.lowerBound - 1].isDash
    {
      return true
    }
    // "Bangkok Motor Show": a government is not called by more than its seat.
    if site.style == .running,
      sites.count == index + 1 || sites[index + 1].tokens.lowerBound != next,
      text.tokens[next].kind == .word, text.tokens[next].isCapitalized, !text.tokens[next].isJoined
    {
      return true
    }
    // "Moscow, Russia"
    if text.isSign(",", at: next), index + 1 < sites.count {
      next += 1
      let city = gazetteer.entities[seat.city.entity].id
      if sites[index + 1].tokens.lowerBound == next,
        sites[index + 1].senses.contains(where: {
          $0.by == .name && gazetteer.entities[$0.entity].id != city
            && gazetteer.contains(gazetteer.entities[$0.entity].id, city)
        })
      {
        return true
      }
    }
    return false
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

  // MARK: Other scripts

  private func isCityInScript(_ site: NameSite) -> Bool {
    let evidence = site.match.evidence
    let isKorean = site.senses.first?.language == "ko"
    let lexicon = isKorean ? words.korean : words.chinese
    if stands(text.bytes, before: evidence.start, "locating-before", of: lexicon) { return true }
    if stands(text.bytes, after: evidence.end, "locating-after", of: lexicon) { return true }
    return !stands(text.bytes, after: evidence.end, "acting-after", of: lexicon)
  }

  /// Whether a word of that class, of up to four characters, ends right before the offset.
  private func stands(
    _ bytes: [UInt8], before offset: Int, _ name: String, of lexicon: Lexicon
  ) -> Bool {
    let wordClass = lexicon.wordClass(name)
    return [3, 6, 9, 12].contains { length in
      offset >= length
        && lexicon.contains(
          lexicon.word(String(decoding: bytes[offset - length..<offset], as: UTF8.self)).rawValue,
          wordClass)
    }
  }

  private func stands(
    _ bytes: [UInt8], after offset: Int, _ name: String, of lexicon: Lexicon
  ) -> Bool {
    let wordClass = lexicon.wordClass(name)
    return [3, 6, 9, 12].contains { length in
      offset + length <= bytes.count
        && lexicon.contains(
          lexicon.word(String(decoding: bytes[offset..<offset + length], as: UTF8.self)).rawValue,
          wordClass)
    }
  }

  private func stands(behind name: String, of lexicon: Lexicon, at index: Int) -> Bool {
    guard index > 0, text.tokens[index - 1].kind == .word else { return false }
    let word = lexicon.word(Folding.folded(text.string(text.tokens[index - 1])))
    return lexicon.contains(word.rawValue, lexicon.wordClass(name))
  }
}
