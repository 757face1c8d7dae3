import Model
import SQLite

extension ArticleStore {
  /// Stores an article of another archive with its revisions and originals, beside what is there.
  ///
  /// `runs` has the local ids of the runs of a complete export by their numbers.
  func store(
    _ article: ImportedArticle, runs: [Int: Int]
  ) throws(ArchiveError) -> BatchEntry.Result {
    var stored: Stored?
    var status = IngestOutcome.Status.same
    for (revision, times) in zip(article.revisions, times(of: article)) {
      guard let first = revision.originals.first(where: { $0.line.sha256 == revision.line.sha256 })
      else { return .refused(reason: "revision \(revision.line.number) has no original") }
      let prepared = prepare(first, of: revision, in: article, seenAt: times, runs: runs)
      let result = try store(prepared, revises: stored?.article)
      if status != .added { status = result.status == .same ? status : result.status }
      stored = stored ?? result
      var hasMore = false
      for original in revision.originals where original.sha256 != first.sha256 {
        hasMore = true
        try add(
          prepare(original, of: revision, in: article, seenAt: times, runs: runs),
          beside: result)
      }
      if hasMore { try settle(result.article) }
    }
    guard var stored else { return .refused(reason: "the article has no revision") }
    stored.status = status
    return .stored(stored, title: article.revisions.last?.line.report.title)
  }

  private func add(_ original: PreparedReport, beside result: Stored) throws(ArchiveError) {
    let isKnown = try database.integer(
      "SELECT EXISTS (SELECT 1 FROM original WHERE revision = ? AND sha256 = ?)",
      [.integer(result.revision), .blob(original.sha256)])
    if isKnown != 0 { return }
    _ = try revisions.addOriginal(
      original, to: result.revision, of: result.article, ids: &ids)
  }

  /// When each revision was first there, for those that do not say: now, and not after the next.
  private func times(of article: ImportedArticle) -> [Instant] {
    var latest: Instant?
    var times: [Instant] = []
    for revision in article.revisions.reversed() {
      let own = revision.originals.compactMap(\.line.seenAt).min() ?? revisions.now
      latest = min(own, latest ?? own)
      times.append(latest ?? own)
    }
    return times.reversed()
  }

  private func prepare(
    _ original: ImportedArticle.Original, of revision: ImportedArticle.Revision,
    in article: ImportedArticle, seenAt: Instant, runs: [Int: Int]
  ) -> PreparedReport {
    var report = revision.line.report
    report.path = original.line.path ?? ""
    report.offset = original.line.offset
    report.headers = original.line.headers
    let identifiers = article.line.identifiers.compactMap { line in
      Identifier.Kind(rawValue: line.kind).map { Identifier(kind: $0, value: line.value) }
    }
    var prepared = PreparedReport(
      report, revision.findings, sha256: original.sha256, compressed: original.compressed,
      length: original.line.length, identifiers: identifiers.isEmpty ? nil : identifiers)
    prepared.given = PreparedReport.Given(
      seenAt: original.line.seenAt ?? seenAt, arrival: original.line.arrival,
      run: original.line.run.flatMap { runs[$0] },
      extractionRun: revision.line.run.flatMap { runs[$0] },
      containerSHA256: original.containerSHA256)
    return prepared
  }
}
