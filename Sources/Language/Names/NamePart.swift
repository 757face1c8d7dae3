/// One word, number or sign of a name.
struct NamePart: Sendable {
  enum Content: Sendable {
    /// The hashes of the forms that a word may take, as a range of the index's forms.
    case forms(Range<Int32>)
    case sign(Int32)
  }

  /// How it stands to the part before it.
  enum Gap: Sendable {
    /// Behind a space or a hyphen: "Ulan-Ude", "Ulan Ude".
    case apart

    /// Touching it, as a possessive and a number behind a letter do.
    case joined

    /// Either.
    case any
  }

  enum LetterCase: Sendable {
    case any

    /// "Russia", and "RUSSIA" in a headline.
    case capital

    /// "US" and never "Us"; of four letters and more also "Nato".
    case capitals(orCapital: Bool)
  }

  var content: Content
  var gap: Gap
  var letterCase: LetterCase

  /// Whether it says what kind of province it is: "Oblast".
  var isProvince = false

  /// Whether the case of the token's letters fits.
  func allows(_ token: Token) -> Bool {
    switch letterCase {
    case .any: true
    case .capital: token.isCapitalized
    case .capitals(let orCapital):
      token.flags.contains(.capitals) || orCapital && token.isCapitalized
    }
  }

  /// Where in a text this part can stand, if the part before it ended before `position`.
  func step(from position: Int, in tokens: [Token]) -> Int? {
    guard position < tokens.count, !tokens[position].flags.contains(.opensLine) else { return nil }
    let joined = tokens[position].isJoined
    switch gap {
    case .any: return position
    case .joined: return joined ? position : nil
    case .apart:
      if !joined { return position }
      let next = position + 1
      guard tokens[position].isDash, tokens[position].code <= 0x2013, next < tokens.count,
        tokens[next].isJoined
      else { return nil }
      return next
    }
  }
}

/// A name in the index.
struct NameEntry: Sendable {
  var name: Int32
  var parts: Range<Int32>

  /// Whether it stands only before a hyphen: "Russo-".
  var combines: Bool

  /// Whether its table has it with an article only: "the Hague", and no Nick Hague.
  var needsArticle: Bool

  /// Whether it is tried first: the longer, then the one that asks for more, then the older.
  func comesBefore(_ other: NameEntry) -> Bool {
    if parts.count != other.parts.count { return parts.count > other.parts.count }
    if needsArticle != other.needsArticle { return needsArticle }
    return name < other.name
  }
}
