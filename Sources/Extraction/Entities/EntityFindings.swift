import Model

/// The entities that a text names, and the names that it leaves open; each in the text's order.
public struct EntityFindings: Sendable {
  public var mentions: [FoundMention] = []
  public var held: [HeldName] = []

  public init() {}
}
