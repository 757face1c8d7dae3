import Model

/// All names of a gazetteer, ready to be looked for in texts in one pass.
///
/// A name is a row of parts: words as folding leaves them, signs and numbers. Names are found by
/// the hash of their first word, behind a filter of such hashes; Chinese and Korean ones by
/// their first character, inside runs of their script. Of several that begin at one place the
/// longest wins.
public struct NameIndex: Sendable {
  /// What a name may stand for.
  public struct Sense: Hashable, Sendable {
    /// The entity's position in the gazetteer.
    public let entity: Int
    public let by: MentionKind
    public let language: String
    public let ambiguous: Bool

    init(entity: Int, _ alias: Alias, by: MentionKind) {
      self.entity = entity
      self.by = by
      language = alias.language
      ambiguous = alias.ambiguous
    }
  }

  public struct Name: Sendable {
    public let text: String

    /// None for a word that only holds the letters of a name.
    public internal(set) var senses: [Sense]
  }

  /// A name in a text.
  public struct Match: Sendable {
    /// The position in `names`.
    public let name: Int

    /// The position of its form in the index, or -1.
    let entry: Int32
    public let tokens: Range<Int>
    public let evidence: TextSpan
  }

  public internal(set) var names: [Name] = []
  var parts: [NamePart] = []
  var forms: [UInt64] = []
  var entries: [NameEntry] = []
  var slots: [Slot] = []
  var filter = NameFilter()
  var scripts = ScriptIndex()

  struct Slot: Sendable {
    var hash: UInt64 = 0
    var entries: Range<Int32> = 0..<0
  }

  /// The names found in a text, in its order; none overlaps another.
  public func matches(in text: TokenizedText) -> [Match] {
    var found: [Match] = []
    let tokens = text.tokens
    var index = 0
    while index < tokens.count {
      switch tokens[index].kind {
      case .word:
        let hash = hash(at: index, in: text)
        if filter.passes(hash), let match = longest(at: index, hash: hash, in: text) {
          addElided(before: match, in: text, to: &found)
          found.append(match)
          index = match.tokens.upperBound
        } else {
          index += 1
        }
      case .script: index = scripts.matches(at: index, in: text, into: &found)
      case .number, .sign: index += 1
      }
    }
    return found
  }

  private func longest(at index: Int, hash: UInt64, in text: TokenizedText) -> Match? {
    var best: Match?
    for number in entries(openingWith: hash) {
      let entry = entries[Int(number)]
      guard let end = self.end(of: entry, at: index, in: text) else { continue }
      if let best, best.tokens.upperBound >= end { continue }
      // A combining form is named by itself, without the hyphen that shows it to be one.
      let tokens = index..<(entry.combines ? index + 1 : end)
      best = Match(
        name: Int(entry.name), entry: number, tokens: tokens, evidence: text.span(tokens))
    }
    return best
  }

  /// The hash of the word as folding leaves it, which of a plain one the tokenizer has.
  func hash(at index: Int, in text: TokenizedText) -> UInt64 {
    let token = text.tokens[index]
    if token.flags.contains(.plain) { return text.hashes[index] }
    return Folding.hash(text.bytes, from: Int(token.start), to: Int(token.end))
  }

  /// Where in `entries` the names are whose first word has that hash.
  func entries(openingWith hash: UInt64) -> Range<Int32> {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while !slots[slot].entries.isEmpty, slots[slot].hash != hash {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slots[slot].entries
  }

  /// The token after the name, if it stands at `index`; its first word's hash is known to fit.
  private func end(of entry: NameEntry, at index: Int, in text: TokenizedText) -> Int? {
    guard parts[Int(entry.parts.lowerBound)].allows(text.tokens[index]) else { return nil }
    if entry.needsArticle, !hasArticle(before: index, in: text) { return nil }
    var position = index + 1
    for number in entry.parts.dropFirst() {
      let part = parts[Int(number)]
      guard let here = part.step(from: position, in: text.tokens) else { return nil }
      let token = text.tokens[here]
      switch part.content {
      case .sign(let code):
        guard token.kind == .sign, token.code == code else { return nil }
      case .forms(let range):
        guard token.kind == .word || token.kind == .number, part.allows(token) else { return nil }
        guard
          forms[Int(range.lowerBound)..<Int(range.upperBound)].contains(hash(at: here, in: text))
        else { return nil }
      }
      position = here + 1
    }
    if entry.combines {
      guard position + 1 < text.tokens.count, text.tokens[position].isDash,
        text.tokens[position].isJoined, text.tokens[position + 1].isJoined
      else { return nil }
    }
    return position
  }

  private func hasArticle(before index: Int, in text: TokenizedText) -> Bool {
    guard index > 0, !text.tokens[index].flags.contains(.opensLine) else { return false }
    let token = text.tokens[index - 1]
    return token.kind == .word && token.length == 3
      && hash(at: index - 1, in: text) == Self.article
  }

  private static let article = Lexicon.hash("the".utf8)
}
