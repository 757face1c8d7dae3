import Model

extension Archive {
  /// Claims by the day of publication, then by article and place in the text.
  public func claims(_ query: ClaimQuery) throws(ArchiveError) -> Rows<ClaimRecord> {
    Rows { () throws(ArchiveError) in nil }
  }

  public func count(_ query: ClaimQuery) throws(ArchiveError) -> Int { 0 }

  /// A claim by its id or its key; a key means the current revision's.
  public func claim(_ reference: String) throws(ArchiveError) -> ClaimRecord {
    throw .unknown(kind: "claim", name: reference, suggestions: [])
  }
}
