import Language
import Model

/// A text's mentions by their tokens.
struct MentionIndex: Sendable {
  private var ends: [Int: (mention: Mention, tokens: Range<Int>)] = [:]

  init(_ mentions: [Mention], in text: TokenizedText) {
    for mention in mentions {
      let tokens = text.tokens(touching: mention.evidence)
      guard !tokens.isEmpty else { continue }
      let last = tokens.upperBound - 1
      if let known = ends[last], known.tokens.count >= tokens.count { continue }
      ends[last] = (mention, tokens)
    }
  }

  /// The longest mention that ends with the token and lies in the range.
  func mention(endingAt token: Int, in range: Range<Int>) -> Mention? {
    guard let found = ends[token], found.tokens.lowerBound >= range.lowerBound else { return nil }
    return found.mention
  }

  /// The entity whose name covers the head of the phrase: not that of a mere modifier.
  func entity(of phrase: SpeakerPhrase) -> String? {
    var best: (mention: Mention, tokens: Range<Int>)?
    for end in phrase.head..<max(phrase.head + 1, phrase.span.upperBound) {
      guard let found = ends[end], found.tokens.contains(phrase.head),
        found.tokens.lowerBound >= phrase.span.lowerBound, found.mention.by != .demonym
      else { continue }
      if found.tokens.count > best?.tokens.count ?? 0 { best = found }
    }
    return best?.mention.entity
  }
}
