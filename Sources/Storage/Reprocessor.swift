import Model

/// How many claims a new extraction changed.
public struct ReprocessResult: Hashable, Sendable {
  public var reports = 0
  public var new = 0
  public var gone = 0
  public var changed = 0
  public var newMentions = 0
  public var goneMentions = 0

  public init() {}
}

/// Extracts every stored revision again, a batch at a time.
///
/// Take the reports of `next()`, extract from each, hand the findings to `store(_:)`, until there
/// are no more; then `finish()`. Each batch is one transaction.
public final class Reprocessor {
  /// Begins a run over all revisions; of a dry run nothing is kept.
  public init(_ archive: Archive, run: Run, isDryRun: Bool = false) throws(ArchiveError) {}

  /// The next reports, or an empty list past the last one.
  public func next() throws(ArchiveError) -> [Report] { [] }

  /// Takes what was found in the reports of the last `next()`, in their order.
  public func store(_ findings: [Findings]) throws(ArchiveError) {}

  /// Closes the run.
  public func finish() throws(ArchiveError) -> ReprocessResult { ReprocessResult() }
}
