import Model

/// A mention, and the tokens it stands in.
public struct FoundMention: Hashable, Sendable {
  public var mention: Mention

  /// In a run of Chinese or Korean several mentions may share a token.
  public var tokens: Range<Int>

  public init(mention: Mention, tokens: Range<Int>) {
    self.mention = mention
    self.tokens = tokens
  }
}
