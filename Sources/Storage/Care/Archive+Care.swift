import Model
import SQLite

extension Archive {
  public func statistics() throws(ArchiveError) -> ArchiveStatistics {
    var statistics = ArchiveStatistics()
    func count(_ table: String) throws(ArchiveError) -> Int {
      try database.integer("SELECT count(*) FROM \(table)")
    }
    statistics.articles = try count("article")
    statistics.copies = try database.integer(
      "SELECT count(*) FROM article WHERE origin IS NOT NULL")
    statistics.revisions = try count("revision")
    statistics.originals = try count("original")
    statistics.sources = try count("source")
    statistics.entities = try count("entity")
    // Nearly every revision is a current one: what the others have is taken off.
    let old =
      "(SELECT r.id FROM revision r JOIN article a ON a.id = r.article WHERE a.revision <> r.id)"
    statistics.mentions =
      try count("mention") - count("mention WHERE revision IN \(old)")
    statistics.claims = try count("claim") - count("claim WHERE revision IN \(old)")
    let days = try database.first("SELECT min(published), max(published) FROM article") {
      ($0.day(0), $0.day(1))
    }
    (statistics.firstPublished, statistics.lastPublished) = days ?? (nil, nil)
    statistics.schemaVersion = try Migrator(database: database).version()
    if path != ":memory:" {
      (statistics.fileBytes, statistics.logBytes) = ArchiveFile(path: path).lengths
    }
    return statistics
  }

  /// Proves the file, its references, every digest and every evidence span.
  ///
  /// `fault` is told each fault as it is found: `claim 6: evidence differs`.
  public func check(_ fault: (String) -> Void = { _ in }) throws(ArchiveError) -> CheckResult {
    var result = CheckResult()
    var faults: [String] = []
    try withoutActuallyEscaping(fault) { fault throws(ArchiveError) in
      try database.transaction(.deferred) { () throws(ArchiveError) in
        // A list of its own: the result is being changed while faults are told.
        let check = ArchiveCheck(database: database) { text in
          if faults.count < ArchiveCheck.mostFaults { faults.append(text) }
          fault(text)
        }
        try check.checkFile()
        try check.checkOriginals()
        try check.checkTexts(&result)
      }
    }
    result.faults = faults
    return result
  }
}
