extension NameIndex {
  /// Finds names whose last word stands only once, behind the last of a list.
  ///
  /// "North and South Korea" names both; so do "Primorsky, Amur and Khabarovsk territories". What
  /// the shortened words would mean alone is taken back.
  func addElided(before match: Match, in text: TokenizedText, to found: inout [Match]) {
    guard match.tokens.count == 2 else { return }
    let last = hash(text.tokens[match.tokens.upperBound - 1], in: text)
    var elided: [Match] = []
    var start = match.tokens.lowerBound
    while elided.count < 8, let index = itemOfList(before: start, in: text),
      let name = name(of: index, sharing: last, in: text)
    {
      elided.append(
        Match(name: name, tokens: index..<index + 1, evidence: text.tokens[index].span))
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

  /// The name of two words that the word at `index` makes with one of that hash.
  private func name(of index: Int, sharing last: UInt64, in text: TokenizedText) -> Int? {
    for number in entries(openingWith: hash(text.tokens[index], in: text)) {
      let entry = entries[Int(number)]
      guard entry.parts.count == 2, !entry.combines,
        parts[Int(entry.parts.lowerBound)].allows(text.tokens[index]),
        case .forms(let range) = parts[Int(entry.parts.upperBound) - 1].content,
        forms[Int(range.lowerBound)..<Int(range.upperBound)].contains(last)
      else { continue }
      return Int(entry.name)
    }
    return nil
  }
}
