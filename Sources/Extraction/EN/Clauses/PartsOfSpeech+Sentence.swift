import Language

/// What the whole sentence says of a verb's form, once each word has its part of speech.
extension PartsOfSpeech {
  /// "components used in drones are made in China": a form that may be a participle is one where
  /// another finite verb follows it or stands before it, with nothing between that opens a clause.
  func markReducedRelatives(
    _ tags: inout [PartOfSpeech], _ sentence: Range<Int>, _ text: TokenizedText
  ) {
    for offset in tags.indices.dropFirst()
    where tags[offset] == .finite
      && (isSetOff(offset, tags, sentence, text) || isFollowed(offset, sentence, text)
        || isOfWhole(offset, tags, sentence, text))
    {
      tags[offset] = .participle
    }
    var finiteAhead = false
    for offset in tags.indices.reversed() {
      let index = sentence.lowerBound + offset
      // "Drivers who carried copper were": the relative clause's own verb.
      if tags[offset] == .finite, finiteAhead, mayBePassive(index, text),
        offset == 0 || tags[offset - 1] != .relative
      {
        tags[offset] = .participle
      }
      if tags[offset].isFinite { finiteAhead = true }
      if separates(offset, tags, sentence, text) { finiteAhead = false }
    }
    var finiteBefore = false
    for offset in tags.indices {
      let index = sentence.lowerBound + offset
      if tags[offset] == .finite, finiteBefore, mayBePassive(index, text),
        offset > 0, tags[offset - 1] == .noun
      {
        tags[offset] = .participle
      }
      if tags[offset].isFinite { finiteBefore = !text.isForm(of: words.clauseVerb, at: index) }
      if separates(offset, tags, sentence, text) { finiteBefore = false }
    }
  }

  /// "The plant, built in 1974, employs": between two commas, the clause's own verb behind the second.
  private func isSetOff(
    _ offset: Int, _ tags: [PartOfSpeech], _ sentence: Range<Int>, _ text: TokenizedText
  ) -> Bool {
    let index = sentence.lowerBound + offset
    guard text.isSign(",", at: index - 1), mayBePassive(index, text),
      let comma = (index..<sentence.upperBound).first(where: { text.tokens[$0].kind == .sign }),
      text.isSign(",", at: comma)
    else { return false }
    let verb = tags[(comma + 1 - sentence.lowerBound)...].first { $0 != .adverb }
    return verb?.isFinite == true
  }

  /// "Of the 900 million promised in 2022, 650 has been paid": in the phrase before the main clause.
  private func isOfWhole(
    _ offset: Int, _ tags: [PartOfSpeech], _ sentence: Range<Int>, _ text: TokenizedText
  ) -> Bool {
    let index = sentence.lowerBound + offset
    guard text.isWord(words.of, at: sentence.lowerBound), text.isA(words.participle, at: index),
      let comma = sentence.first(where: { text.isSign(",", at: $0) }), index < comma
    else { return false }
    return tags[(comma - sentence.lowerBound)...].contains { $0.isFinite }
  }

  /// "China comes first, followed by India".
  private func isFollowed(_ offset: Int, _ sentence: Range<Int>, _ text: TokenizedText) -> Bool {
    let index = sentence.lowerBound + offset
    return text.isSign(",", at: index - 1) && text.isWord(words.by, at: index + 1)
      && text.isA(words.participle, at: index)
  }

  /// "Resolution 2397 limits deliveries": where a stretch has no finite verb, the first word that
  /// may be one between two nouns is it.
  func promoteVerbs(
    _ tags: inout [PartOfSpeech], _ sentence: Range<Int>, _ text: TokenizedText
  ) {
    var candidate: Int?
    var hasFinite = false
    for offset in 0...tags.count {
      let index = sentence.lowerBound + offset
      if offset == tags.count || text.isSign(";", at: index) || text.isSign(":", at: index) {
        if let candidate, !hasFinite { tags[candidate] = .finite }
        candidate = nil
        hasFinite = false
        continue
      }
      if tags[offset].isFinite { hasFinite = true }
      if candidate == nil, offset > 0, offset + 1 < tags.count, tags[offset] == .noun,
        text.isA(words.third, at: index), tags[offset - 1] == .noun,
        tags[offset + 1] == .noun || tags[offset + 1] == .participle
          || text.isWord(words.for, at: index + 1)
      {
        candidate = offset
      }
    }
  }

  private func separates(
    _ offset: Int, _ tags: [PartOfSpeech], _ sentence: Range<Int>, _ text: TokenizedText
  ) -> Bool {
    let index = sentence.lowerBound + offset
    switch tags[offset] {
    // "used in drones and other systems are made": a noun goes on.
    case .coordinator: return !text.isWord(words.other, at: index + 1)
    case .subordinator, .relative: return true
    case .sign: return !text.tokens[index].isDash || text.tokens[index].isLongDash
    case .pronoun: return text.isA(words.subjectPronoun, at: index)
    case .preposition: return text.isA(words.subordinator, at: index)
    default: return false
    }
  }

  /// A participle by its form, with no object behind it; a verb that takes a clause stays a verb:
  /// "The ministry said 300 had come".
  private func mayBePassive(_ index: Int, _ text: TokenizedText) -> Bool {
    guard text.isA(words.participle, at: index) else { return false }
    let next = index + 1
    guard next < text.tokens.count else { return true }
    // "A hold meant for 12".
    if text.isForm(of: words.clauseVerb, at: index) {
      return text.isWord(words.by, at: next) || text.isWord(words.for, at: next)
    }
    if text.isWord(words.to, at: next) { return !opensInfinitive(after: next, text) }
    return !takesObject(index, text) || text.isA(words.preposition, at: next)
  }
}
