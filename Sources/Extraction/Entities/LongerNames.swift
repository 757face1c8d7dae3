import Language
import Model

/// Tells a place's name from the name of a firm, a paper, a school or a sea that holds it.
///
/// A place that is only a part of another thing's name is not what the text speaks of: "Bank of
/// China", "China Daily", "Air China". A people's name in it still tells whose the thing is
/// ("Russian Railways"), and so does a possessive.
struct LongerNames {
  let text: TokenizedText
  let words: EntityWords
  let gazetteer: Gazetteer

  /// The longer name that a site stands in, or `nil`.
  func longerName(around site: NameSite) -> String? {
    let tokens = site.tokens
    guard text.tokens[tokens.lowerBound].kind == .word,
      !site.senses.contains(where: { $0.by == .demonym })
    else { return nil }
    if let start = opening(before: tokens.lowerBound, style: site.style) {
      return text.string(start..<tokens.upperBound)
    }
    let end =
      heading(after: tokens.upperBound, style: site.style) ?? plant(after: tokens.upperBound, site)
    if let end { return text.string(tokens.lowerBound..<end) }
    return nil
  }

  /// Where "Bank of [the]" or "Air" begins before a name.
  private func opening(before index: Int, style: LineStyle) -> Int? {
    guard index > 0, !text.tokens[index].isJoined else { return nil }
    var before = index - 1
    if isCapitalized(before, in: words.nameOpener) { return before }
    if style == .running, isCapitalized(before, in: words.weakNameOpener), !opensSentence(before) {
      return before
    }
    if text.isWord(words.the, at: before) { before -= 1 }
    if text.isWord(words.of, at: before), isCapitalized(before - 1, in: words.nameHeadOf) {
      return before - 1
    }
    return nil
  }

  /// Where the name of a works ends that is called by a river: "Amur Gas Chemical Complex".
  private func plant(after index: Int, _ site: NameSite) -> Int? {
    let isWater = site.senses.allSatisfy {
      ["river", "lake"].contains(gazetteer.entities[$0.entity].kind)
    }
    guard isWater, site.style == .running else { return nil }
    var end = index
    while end < text.tokens.count, end - index < 4, isNameWord(end),
      !text.isA(words.nameType, at: end)
    { end += 1 }
    return end > index ? end : nil
  }

  /// Where a longer name ends that goes on behind a name: "State University", "Daily".
  private func heading(after index: Int, style: LineStyle) -> Int? {
    var end = index
    var strong: Int?
    while end < text.tokens.count, end - index < 4, isNameWord(end) {
      end += 1
      if text.isA(words.nameHead, at: end - 1) { strong = end }
    }
    if let strong { return strong }
    if style == .running, end > index, text.isA(words.weakNameHead, at: end - 1) { return end }
    return nil
  }

  private func isNameWord(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.kind == .word && token.isCapitalized && !token.isJoined
      && !token.flags.contains(.opensLine)
  }

  private func isCapitalized(_ index: Int, in wordClass: WordClass) -> Bool {
    index >= 0 && text.tokens[index].isCapitalized && text.isA(wordClass, at: index)
  }

  private func opensSentence(_ index: Int) -> Bool {
    text.sentences[text.sentence(of: index)].lowerBound == index
  }
}
