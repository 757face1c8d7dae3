import Model
import SQLite

/// What a query of articles asks for, as SQL over `article a`.
struct ArticleConditions {
  let database: Database

  func conditions(_ query: ArticleQuery) throws(ArchiveError) -> Conditions {
    var conditions = Conditions()
    let entities = EntityConditions(database: database, exact: query.exact, day: query.at)
    try conditions.add(query.entity) { entities.condition($0, at: .article) }
    var drivers = Drivers(database)
    drivers.add(query.entity.any.map { entities.rows($0, at: .article) })
    if let rows = try drivers.best() {
      conditions.add("a.revision IN (\(rows.clauses.joined()))", rows.values)
    }
    try conditions.add(query.language) { Conditions("a.language = ?", [.text($0)]) }
    try addSourceAndArticle(source: query.source, article: query.article, &conditions)
    try addSaid(query.said, &conditions)
    if let day = query.asOf { addAsOf(day, &conditions) }
    if query.copies {
      conditions.add(
        "(a.origin IS NOT NULL OR a.id IN (SELECT origin FROM article WHERE origin IS NOT NULL))",
        [])
    }
    return conditions
  }

  func addSourceAndArticle(
    source: Filter<Int>, article: Filter<Int>, _ conditions: inout Conditions
  ) throws(ArchiveError) {
    try conditions.add(source) { Conditions("a.source = ?", [.integer($0)]) }
    try conditions.add(article) { Conditions("a.id = ?", [.integer($0)]) }
  }

  func addSaid(
    _ said: Filter<ClosedRange<Day>>, _ conditions: inout Conditions
  ) throws(ArchiveError) {
    try conditions.add(said) { days in
      Conditions(
        "a.published BETWEEN ? AND ?",
        [.text(days.lowerBound.description), .text(days.upperBound.description)])
    }
  }

  /// What was published by a day; else captured, else ingested.
  func addAsOf(_ day: Day, _ conditions: inout Conditions) {
    conditions.add(
      """
      coalesce(
        a.published,
        (SELECT min(substr(x.captured_at, 1, 10)) FROM revision x WHERE x.article = a.id),
        (SELECT min(substr(n.started_at, 1, 10)) FROM revision x
          JOIN original o ON o.revision = x.id JOIN run n ON n.id = o.run WHERE x.article = a.id)
      ) <= ?
      """, [.text(day.description)])
  }

  /// The join of the revision that was the latest on a day, or the first one where all are later.
  static func revision(asOf day: Day) -> Conditions {
    Conditions(
      """
      r.id = coalesce(
        (SELECT o.revision FROM revision x JOIN original o ON o.revision = x.id
          WHERE x.article = a.id AND substr(o.seen_at, 1, 10) <= ?
          ORDER BY x.complete DESC, o.seen_at DESC, o.arrival > 0 DESC, o.arrival DESC, x.key DESC
          LIMIT 1),
        (SELECT x.id FROM revision x WHERE x.article = a.id AND x.number = 1))
      """, [.text(day.description)])
  }
}
