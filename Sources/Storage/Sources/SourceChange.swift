import Model

/// What an analyst says of a source; `nil` leaves a field as it is.
public struct SourceChange: Hashable, Sendable {
  /// Admiralty, `A` to `F`.
  public var reliability: String?
  public var name: String?
  public var note: String?
  public var kind: String?
  public var country: String?

  public init() {}

  /// The fields that are set, by their columns.
  var fields: [(name: String, value: String)] {
    [
      ("name", name), ("kind", kind), ("country", country), ("reliability", reliability),
      ("note", note),
    ].compactMap { name, value in value.map { (name, $0) } }
  }
}

/// Who decides, when and why.
public struct Signature: Hashable, Sendable {
  public var at: Instant
  public var who: String?
  public var why: String?

  public init(at: Instant, who: String?, why: String? = nil) {
    self.at = at
    self.who = who
    self.why = why
  }
}
