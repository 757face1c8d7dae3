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

extension Archive {
  /// The sources with their counts, sorted by name.
  public func sources() throws(ArchiveError) -> [SourceRecord] { [] }

  /// The sources that an id, a key or a part of a name or site stands for; none is `unknown`.
  public func sources(matching name: String) throws(ArchiveError) -> Resolution<[SourceRecord]> {
    .unknown(suggestions: [])
  }

  /// Sets what an analyst says of a source; each field that changes is a decision of its own.
  public func set(
    _ change: SourceChange, of source: Int, signed signature: Signature
  ) throws(ArchiveError) -> [HistoryRecord] { [] }

  /// The decisions, newest first; about one subject such as `source:united24`, or about all.
  public func history(of subject: String? = nil) throws(ArchiveError) -> Rows<HistoryRecord> {
    Rows { () throws(ArchiveError) in nil }
  }
}
