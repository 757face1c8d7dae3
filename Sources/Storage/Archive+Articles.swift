import Model

extension Archive {
  public func articles(_ query: ArticleQuery) throws(ArchiveError) -> Rows<ArticleRecord> {
    Rows { () throws(ArchiveError) in nil }
  }

  /// An article by its id or its key.
  public func article(_ reference: String) throws(ArchiveError) -> ArticleRecord {
    throw .unknown(kind: "article", name: reference, suggestions: [])
  }

  /// A revision of an article, the current one for `nil`.
  public func revision(
    of article: Int, number: Int? = nil
  ) throws(ArchiveError) -> RevisionRecord {
    throw .unknown(kind: "article", name: String(article), suggestions: [])
  }

  /// All revisions, oldest first.
  public func revisions(of article: Int) throws(ArchiveError) -> [RevisionRecord] { [] }

  /// The mentions, held names and claims of a revision; `Claim.sameAs` is an index among them.
  public func findings(
    in article: Int, revision: Int? = nil
  ) throws(ArchiveError) -> Findings { Findings() }

  /// The unchanged bytes of a revision, its newest ones unless a digest says which.
  ///
  /// `nil` where the archive was told of the bytes without being given them.
  public func original(
    of article: Int, revision: Int? = nil, sha256: String? = nil
  ) throws(ArchiveError) -> [UInt8]? { nil }

  /// Takes an article out for good: no byte of it stays in the file.
  public func purge(article: Int) throws(ArchiveError) {}
}
