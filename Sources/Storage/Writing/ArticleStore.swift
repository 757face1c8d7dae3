import Model
import SQLite

/// Writes one report after another, inside a transaction that its caller opened.
final class ArticleStore {
  let database: Database
  let identities: IdentityStore
  let revisions: RevisionStore
  let sources: SourceStore
  let stories: StoryStore
  let entities: EntityIDs
  let findings: FindingsStore
  private let insertArticle, insertSearch: Query

  /// Set anew for each transaction.
  var ids: RowIDs

  /// Identifiers that point at two articles, one line each.
  var notices: [String] = []

  init(_ database: Database, runs: RunStore) throws(ArchiveError) {
    self.database = database
    identities = try IdentityStore(database)
    revisions = try RevisionStore(database, runs: runs)
    sources = try SourceStore(database)
    stories = try StoryStore(database)
    entities = EntityIDs(database)
    findings = try FindingsStore(database, entities: entities)
    ids = try RowIDs(database)
    insertArticle = try Query(
      """
      INSERT INTO article (
        id, key, source, revision, sort_at, published, language, url, title, search_title,
        search_body)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, database)
    insertSearch = try Query(
      "INSERT INTO article_fts (rowid, search_title, search_body) VALUES (?, ?, ?)", database)
  }

  /// What became of a report.
  struct Stored {
    var status: IngestOutcome.Status
    var article: Int
    var revision: Int
  }

  /// Stores a report as a new article, a new revision of a known one, or not at all.
  func store(_ prepared: PreparedReport, revises: Int? = nil) throws(ArchiveError) -> Stored {
    let match = try identities.match(prepared)
    guard let article = revises ?? match.article else { return try addArticle(prepared) }
    if revises == nil, let other = match.contradicting {
      notices.append(
        "\(prepared.report.path): taken for article \(article); "
          + "another of its identifiers belongs to article \(other)")
    }
    try identities.add(prepared.identifiers, to: article)
    let key = try Rekeying(store: self).settle(article)
    return try add(prepared, to: article, key: key)
  }

  func addArticle(_ prepared: PreparedReport) throws(ArchiveError) -> Stored {
    let report = prepared.report
    let article = ids.next(\.article)
    let identifier = prepared.identifiers.min() ?? Identifier(kind: .digest, value: "")
    let key = Key.article(identifier)
    let source = try sources.source(site: prepared.site, outlet: report.outlet, ids: &ids)
    let revision = ids.revision + 1
    try insertArticle.run([
      .integer(article), .text(key), Value(source), .integer(revision), .text(prepared.sortAt),
      Value(report.published?.description), Value(report.language), Value(report.url),
      Value(report.title), .text(prepared.searchTitle), .text(prepared.searchBody),
    ])
    try identities.add(prepared.identifiers, to: article)
    try addRevision(prepared, to: article, key: key)
    try insertSearch.run([
      .integer(article), .text(prepared.searchTitle), .text(prepared.searchBody),
    ])
    try stories.place(
      new: article, revision: revision, sketch: prepared.sketch, textHash: prepared.textHash)
    return Stored(status: .added, article: article, revision: revision)
  }

  @discardableResult
  private func addRevision(
    _ prepared: PreparedReport, to article: Int, key: String
  ) throws(ArchiveError) -> Int {
    let revision = try revisions.add(
      prepared, to: article,
      key: Key.revision(article: key, title: prepared.report.title, body: prepared.report.text),
      ids: &ids)
    try findings.add(
      prepared.findings, to: revision, article: key, text: Array(prepared.report.text.utf8),
      ids: &ids)
    return revision
  }

  /// Adds a report to the article that it is of.
  func add(
    _ prepared: PreparedReport, to article: Int, key: String
  ) throws(ArchiveError) -> Stored {
    let revisionKey = Key.revision(
      article: key, title: prepared.report.title, body: prepared.report.text)
    let known = try database.first(
      "SELECT id FROM revision WHERE key = ?", [.text(revisionKey)]
    ) { $0.integer(0) }
    guard let revision = known else {
      let revision = try addRevision(prepared, to: article, key: key)
      try stories.add(prepared.sketch, of: revision, of: article)
      try settle(article)
      return Stored(status: .updated, article: article, revision: revision)
    }
    let changed = try FieldMerge(store: self, prepared: prepared).merge(
      into: revision, of: article, key: key)
    return Stored(status: changed ? .updated : .same, article: article, revision: revision)
  }

  /// Brings an article in line with its revisions: their numbers, which is current, and what is
  /// listed and searched.
  func settle(_ article: Int) throws(ArchiveError) {
    let (ordered, current) = try revisions.standings(of: article)
    for (index, revision) in ordered.enumerated() where revision.number != index + 1 {
      try revisions.setNumber(index + 1, of: revision.id)
    }
    guard let now = ordered.first(where: { $0.id == current }) else { return }
    let newestFirst = [now] + ordered.reversed().filter { $0.id != current }
    let before = try database.first(
      "SELECT source, sort_at FROM article WHERE id = ?", [.integer(article)]
    ) { (source: $0.optionalInteger(0), sortAt: $0.text(1)) }
    let sortAt = ordered.map(\.sortAt).min() ?? PreparedReport.neverPublished
    let source = try self.source(of: newestFirst)
    try database.run(
      """
      UPDATE article SET source = ?, sort_at = ?, published = ?, language = ?, url = ?, title = ?
      WHERE id = ?
      """,
      [
        Value(source), .text(sortAt),
        Value(ordered.compactMap(\.published).min()), Value(now.language),
        Value(newestFirst.firstNonNil(\.url)), Value(now.title), .integer(article),
      ])
    if let old = before?.source, old != source { try sources.settle(old) }
    try SearchIndex(database: database).setCurrent(current, of: article)
    try stories.place(again: article, hasMoved: before?.sortAt != sortAt)
  }
}

extension ArticleStore {
  /// The source of the newest revision that has one; the names that others give it count too.
  private func source(
    of newestFirst: [RevisionStore.Standing]
  ) throws(ArchiveError) -> Int? {
    var source: (id: Int, key: String)?
    for revision in newestFirst {
      let site = revision.url.flatMap(WebIdentity.init)?.site
      let key = Key.source(site: site, outlet: (revision.outlet ?? "").lowercased())
      if let source, source.key != key { continue }
      if let id = try sources.source(site: site, outlet: revision.outlet, ids: &ids) {
        source = (id, key)
      }
    }
    return source?.id
  }
}

extension RevisionStore.Standing {
  /// As `PreparedReport.sortAt`.
  var sortAt: String {
    publishedAt ?? published.map { $0 + "T24:00:00Z" } ?? PreparedReport.neverPublished
  }
}

extension Array {
  fileprivate func firstNonNil<Field>(_ field: (Element) -> Field?) -> Field? {
    for element in self {
      if let value = field(element) { return value }
    }
    return nil
  }
}
