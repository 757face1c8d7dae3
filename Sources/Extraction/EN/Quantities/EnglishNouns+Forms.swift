import Language

/// Singulars and plurals, and the forms that a counted noun is put out in.
extension EnglishNouns {
  /// Whether the word looks like a plural.
  func isPlural(_ text: TokenizedText, _ index: Int) -> Bool {
    let token = text.tokens[index]
    let end = Int(token.end)
    if let known = text.value(plural, at: index) {
      return known.isEmpty || lowered(known) != text.folded(token)
    }
    guard token.length > 2 else { return false }
    if token.length > 4, text.bytes[(end - 3)..<end].elementsEqual("men".utf8) { return true }
    guard text.bytes[end - 1] == UInt8(ascii: "s") else { return false }
    return !"siu'".utf8.contains(text.bytes[end - 2])
  }

  func make(_ text: TokenizedText, words: [Int], head: Int) -> CountedNoun? {
    let isSingular = !isPlural(text, head)
    let kept = isSingular ? words[...] : words.prefix { $0 <= head }
    guard let first = kept.first, let last = kept.last else { return nil }
    var name = singular(text, head)
    let token = text.tokens[head]
    let opens = text.sentences[text.sentence(of: head)].lowerBound == head
    if token.isCapitalized, first > 0, !opens {
      // A proper noun keeps its capitals, and the ones right before it: North Koreans.
      name = properName(text, kept: kept.filter { $0 <= head }, head: head)
    } else {
      name = lowered(name)
    }
    let phrase = kept.compactMap { index -> String? in
      if index == head { return lowered(singular(text, index)) }
      return modifierForm(text, index)
    }.joined(separator: " ")
    return CountedNoun(
      tokens: first..<last + 1, head: name, phrase: phrase, isPlural: !isSingular,
      isStructural: kept.count <= 2 && isStructural(text, head))
  }

  private func isStructural(_ text: TokenizedText, _ head: Int) -> Bool {
    text.lexicon.contains(text.lexicon.word(lowered(singular(text, head))).rawValue, structural)
  }

  private func properName(_ text: TokenizedText, kept: [Int], head: Int) -> String {
    var parts = [singular(text, head)]
    var index = kept.count - 2
    while index >= 0, kept[index] == kept[index + 1] - 1, text.tokens[kept[index]].isCapitalized,
      !text.tokens[kept[index]].flags.contains(.capitals)
    {
      parts.insert(text.string(text.tokens[kept[index]]), at: 0)
      index -= 1
    }
    return parts.joined(separator: " ")
  }

  private func modifierForm(_ text: TokenizedText, _ index: Int) -> String? {
    let word = text.folded(text.tokens[index])
    if let base = text.value(superlative, at: index) { return base.isEmpty ? nil : base }
    if word.hasSuffix("iest"), word.utf8.count > 5 { return word.dropLast(4) + "y" }
    if word.hasSuffix("est"), word.utf8.count > 5 {
      let stem = word.dropLast(3)
      let letters = Array(stem.utf8)
      if let last = letters.last, letters.count > 2, letters[letters.count - 2] == last {
        return String(stem.dropLast())
      }
      return String(last(of: stem, isAny: "gcv") ? stem + "e" : stem)
    }
    return word
  }

  private func last(of stem: Substring, isAny letters: String) -> Bool {
    stem.last.map { letters.contains($0) } ?? false
  }

  func lowered(_ word: String) -> String {
    String(
      decoding: word.utf8.map { (65...90).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// The singular, capitals kept.
  func singular(_ text: TokenizedText, _ index: Int) -> String {
    let word = text.string(text.tokens[index])
    if let known = text.value(plural, at: index) { return known.isEmpty ? word : known }
    guard isPlural(text, index) else { return word }
    let low = lowered(word)
    if low.hasSuffix("ies"), low.utf8.count > 4 { return word.dropLast(3) + "y" }
    if low.hasSuffix("men"), low.utf8.count > 4 { return word.dropLast(2) + "an" }
    for ending in ["oes", "sses", "xes", "ches", "shes", "zzes"] where low.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }
}
