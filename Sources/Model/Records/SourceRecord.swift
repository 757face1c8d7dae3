/// Who publishes, and what the archive holds of them.
public struct SourceRecord: Hashable, Sendable {
  public var id: Int
  public var key: String
  public var name: String

  /// The host of its site.
  public var site: String?
  public var country: String?

  /// Such as `agency`, `paper` or `ministry`.
  public var kind: String?

  /// Admiralty A to F; `F`, cannot be judged, until an analyst says otherwise.
  public var reliability = "F"
  public var note: String?
  public var articles = 0
  public var first: Day?
  public var last: Day?

  /// How many of its articles are copies, and how many copies others made of its articles.
  public var copiesMade = 0
  public var timesCopied = 0

  public init(id: Int, key: String, name: String) {
    self.id = id
    self.key = key
    self.name = name
  }
}
