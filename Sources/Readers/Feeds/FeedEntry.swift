import Model

/// What an entry says, in the same form for every family of feeds.
struct FeedEntry {
  var id: String?

  /// Whether other entries of the feed have the same `id`, so that it is none.
  var isIDShared = false
  var url: String?
  var title: String?

  /// The title of the feed that an aggregator took the entry from.
  var outlet: String?
  var language: String?
  var bylines: [String] = []
  var published: String?
  var updated: String?
  var tags: [String] = []
  var enclosures: [Enclosure] = []
  var summary: FeedContent?
  var content: FeedContent?

  /// What relative links of the body are resolved against.
  var base: String?

  /// Whether its end is missing.
  var isCut = false

  /// Whether it says nothing at all.
  var isEmpty: Bool {
    id == nil && url == nil && title == nil && published == nil && updated == nil
      && bylines.isEmpty && tags.isEmpty && enclosures.isEmpty && content == nil && summary == nil
  }

  func report(_ head: FeedHead, path: String) throws(ReadingError) -> Report {
    var body: FeedBody?
    if let shown = content ?? summary {
      body = try FeedBody(shown, title: title, base: base)
    }
    var report = Report(path: path, text: body?.text ?? "", original: [])
    report.id = isIDShared ? nil : id
    report.complete = content != nil && !isCut && !report.text.isEmpty
    report.links = body?.links ?? []
    report.references = body?.references ?? []
    report.tags = tags
    report.enclosures = enclosures
    report.summary = summary?.line
    if !tags.isEmpty { report.note(.feed, of: "tags") }
    if report.summary != nil { report.note(.feed, of: "summary") }
    fill(&report, head)
    return report
  }

  private func fill(_ report: inout Report, _ head: FeedHead) {
    report.set(
      title: title, bylines: bylines.isEmpty ? head.bylines : bylines,
      outlet: outlet ?? head.title, url: url, from: .feed)
    setDates(of: &report)
    let declared = (language ?? head.language).map { ($0, Provenance.Source.feed) }
    report.settleLanguage(declared: declared)
  }

  /// An entry that only says when it was last changed was published, as it stands, then.
  private func setDates(of report: inout Report) {
    let changed = updated.flatMap { StampedDate($0) }
    let date = published.flatMap { StampedDate($0) } ?? (published == nil ? changed : nil)
    report.set(published: date.map { ($0.day, $0.instant) }, from: .feed)
    if let instant = changed?.instant {
      report.updatedAt = instant
      report.note(.feed, of: "updated_at")
    }
  }
}
