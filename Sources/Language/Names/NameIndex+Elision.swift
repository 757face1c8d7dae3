extension NameIndex {
  /// Finds names whose last word stands only once, behind the last of a list.
  ///
  /// "North and South Korea" names both; so do "Primorsky, Amur and Khabarovsk territories". What
  /// the shortened words would mean alone is taken back.
  func addElided(before match: Match, in text: TokenizedText, to found: inout [Match]) {
    guard match.tokens.count == 2 else { return }
    let last = match.tokens.upperBound - 1
    var elided: [Match] = []
    var start = match.tokens.lowerBound
    while elided.count < 8, let index = itemOfList(before: start, in: text),
      let name = name(of: index, sharing: last, behind: match.entry, in: text)
    {
      elided.append(
        Match(name: name, entry: -1, tokens: index..<index + 1, evidence: text.tokens[index].span))
      start = index
    }
    guard !elided.isEmpty else { return }
    while let previous = found.last, previous.tokens.upperBound > start { found.removeLast() }
    found += elided.reversed()
  }

  /// The capitalized word before "and", "or" or a comma.
  private func itemOfList(before start: Int, in text: TokenizedText) -> Int? {
    var index = start - 1
    guard index > 0, !text.tokens[start].flags.contains(.opensLine) else { return nil }
    if text.tokens[index].kind == .word {
      let word = Folding.folded(text.string(text.tokens[index]))
      guard word == "and" || word == "or" else { return nil }
      index -= text.isSign(",", at: index - 1) ? 2 : 1
    } else if text.isSign(",", at: index) {
      index -= 1
    } else {
      return nil
    }
    guard index >= 0, text.tokens[index].kind == .word, text.tokens[index].isCapitalized else {
      return nil
    }
    return index
  }

  /// The name of two words that the word at `index` makes with the last one of a list.
  ///
  /// Of provinces any kind will do: "Primorsky and Amur regions" says Amur Oblast too.
  private func name(
    of index: Int, sharing last: Int, behind entry: Int32, in text: TokenizedText
  ) -> Int? {
    let hash = hash(at: last, in: text)
    let isProvince = parts[Int(entries[Int(entry)].parts.upperBound) - 1].isProvince
    var other: Int?
    for number in entries(openingWith: self.hash(at: index, in: text)) {
      let entry = entries[Int(number)]
      guard entry.parts.count == 2, !entry.combines, !entry.needsArticle,
        parts[Int(entry.parts.lowerBound)].allows(text.tokens[index])
      else { continue }
      let part = parts[Int(entry.parts.upperBound) - 1]
      if case .forms(let range) = part.content,
        forms[Int(range.lowerBound)..<Int(range.upperBound)].contains(hash)
      {
        return Int(entry.name)
      }
      if isProvince, part.isProvince, other == nil { other = Int(entry.name) }
    }
    return other
  }
}
