import Model

/// Writes reports with what was found in them, in batches; each batch is one transaction.
///
/// What comes back from a call has been committed: outcomes in the order of the calls, of refused
/// documents too. A batch ends at 1,000 documents, 16 MB or half a second, whichever is first.
public final class ReportWriter {
  private let writer: BatchWriter

  /// What the user should know beyond the outcomes: identifiers that point at two articles.
  public var notices: [String] { writer.notices }

  /// Begins a run.
  ///
  /// Of a dry run nothing is kept; the outcomes say what would have been. It is one transaction,
  /// so that nobody else can write until it ends.
  public init(_ archive: Archive, run: Run, isDryRun: Bool = false) throws(ArchiveError) {
    writer = try BatchWriter(archive.database, run: run, isDryRun: isDryRun)
  }

  /// Takes a report; `revises` is the local id of the article that it is a new text of.
  public func add(
    _ report: PreparedReport, revises: Int? = nil
  ) throws(ArchiveError) -> [IngestOutcome] {
    try writer.add(
      BatchEntry(path: report.report.path, size: report.size) { store throws(ArchiveError) in
        .stored(try store.store(report, revises: revises), title: report.report.title)
      })
  }

  /// Takes a report and what was found in it.
  public func add(
    _ report: Report, _ findings: Findings, revises: Int? = nil
  ) throws(ArchiveError) -> [IngestOutcome] {
    try add(PreparedReport(report, findings), revises: revises)
  }

  /// Notes a document that could not be read, so that its outcome stands in its place.
  public func refuse(path: String, reason: String) throws(ArchiveError) -> [IngestOutcome] {
    try writer.add(.refused(path: path, reason: reason))
  }

  /// Commits what is waiting: for a pause of the input.
  public func flush() throws(ArchiveError) -> [IngestOutcome] { try writer.flush() }

  /// Commits the rest and ends the run.
  public func finish() throws(ArchiveError) -> [IngestOutcome] { try writer.finish() }
}
