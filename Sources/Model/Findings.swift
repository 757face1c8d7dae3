/// All that extraction finds in one report, each list in the order of the text.
public struct Findings: Sendable {
  public var mentions: [Mention] = []
  public var held: [HeldName] = []
  public var dates: [DateMention] = []
  public var quantities: [Quantity] = []
  public var claims: [Claim] = []

  /// Why the claims are what they are, where that was asked for.
  public var explanation: Explanation?

  /// The language of the text when its figures cannot be read yet, else `nil`.
  public var unreadLanguage: String?

  public init() {}
}
