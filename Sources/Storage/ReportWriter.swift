import Model

/// Writes reports with what was found in them, in batches; each batch is one transaction.
///
/// What comes back from a call has been committed: outcomes in the order of the calls, of refused
/// documents too. A batch ends at 1,000 documents, 16 MB or half a second, whichever is first.
public final class ReportWriter {
  /// What the user should know beyond the outcomes: identifiers that point at two articles.
  public private(set) var notices: [String] = []

  /// Begins a run. Of a dry run nothing is kept; the outcomes say what would have been.
  public init(_ archive: Archive, run: Run, isDryRun: Bool = false) throws(ArchiveError) {}

  /// Takes a report; `revises` is the local id of the article that it is a new text of.
  public func add(
    _ report: Report, _ findings: Findings, revises: Int? = nil
  ) throws(ArchiveError) -> [IngestOutcome] { [] }

  /// Notes a document that could not be read, so that its outcome stands in its place.
  public func refuse(path: String, reason: String) throws(ArchiveError) -> [IngestOutcome] { [] }

  /// Commits what is waiting: for a pause of the input.
  public func flush() throws(ArchiveError) -> [IngestOutcome] { [] }

  /// Commits the rest and closes the run.
  public func finish() throws(ArchiveError) -> [IngestOutcome] { [] }
}
