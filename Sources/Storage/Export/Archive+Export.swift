import Model

extension Archive {
  /// The archive as lines that make it again, the same for equal archives.
  ///
  /// A complete export has the bytes that came in, the runs with their times, and every decision.
  /// It is read in one transaction, so that a writer beside it changes nothing in it.
  public func export(complete: Bool = false) throws(ArchiveError) -> Rows<ArchiveLine> {
    let export = try ArchiveExport(database, complete: complete)
    return Rows { () throws(ArchiveError) in try export.next() }
  }
}
