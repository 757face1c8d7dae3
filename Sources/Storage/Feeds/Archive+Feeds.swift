import Language
import Model
import SQLite

extension Archive {
  /// The feeds that are subscribed to, in the order in which they were.
  public func feeds() throws(ArchiveError) -> [FeedRecord] {
    try database.list(
      """
      SELECT f.id, f.url, f.moved_to, f.title, f.site_url, f.tags,
        coalesce(s.name, s.outlet, s.site), f.etag, f.last_modified, f.polled_at, f.next_poll_at,
        f.failures, f.status
      FROM feed f LEFT JOIN source s ON s.id = f.source ORDER BY f.id
      """
    ) { row in
      var record = FeedRecord(id: row.integer(0), url: row.text(1))
      record.movedTo = row.optionalText(2)
      record.title = row.optionalText(3)
      record.siteURL = row.optionalText(4)
      record.tags = JSONColumn.list(row.text(5))
      record.source = row.optionalText(6)
      record.etag = row.optionalText(7)
      record.lastModified = row.optionalText(8)
      record.polledAt = row.instant(9)
      record.nextPollAt = row.instant(10)
      record.failures = row.integer(11)
      record.status = row.optionalText(12)
      return record
    }
  }

  /// The feeds that an id, or a part of a title, an address or a source's name stands for.
  ///
  /// A number is only an id: as a part it would stand for any address with a date in it.
  ///
  /// - Throws: `unknown` where there is none.
  public func feeds(matching name: String) throws(ArchiveError) -> [FeedRecord] {
    let all = try feeds()
    if !name.isEmpty, name.utf8.allSatisfy({ $0 &- 48 < 10 }) {
      guard let record = all.first(where: { $0.id == Int(name) }) else {
        throw .unknown(kind: "feed", name: name, suggestions: [])
      }
      return [record]
    }
    func names(_ record: FeedRecord) -> [String] {
      [record.url, record.movedTo, record.title, record.source].compactMap { $0 }
    }
    let exact = all.filter { $0.url == name || $0.movedTo == name }
    if !exact.isEmpty { return exact }
    let folded = Folding.folded(name)
    let matching = all.filter { names($0).contains { Folding.folded($0).contains(folded) } }
    guard matching.isEmpty else { return matching }
    throw .unknown(
      kind: "feed", name: name,
      suggestions: EditDistance.nearest(to: name, among: all.flatMap(names)))
  }

  /// Subscribes to feeds; one whose address is known, also as where another has moved, stays as it
  /// is.
  ///
  /// - Returns: the id of each, and whether it is new.
  public func subscribe(
    to feeds: [FeedSubscription], at time: Instant
  ) throws(ArchiveError) -> [(id: Int, isNew: Bool)] {
    try database.transaction { () throws(ArchiveError) in
      var subscribed: [(id: Int, isNew: Bool)] = []
      for feed in feeds {
        let known = try database.first(
          "SELECT id FROM feed WHERE url = ?1 OR moved_to = ?1", [.text(feed.url)]
        ) { $0.integer(0) }
        if let known {
          subscribed.append((known, false))
        } else {
          subscribed.append((try insert(feed, at: time), true))
        }
      }
      return subscribed
    }
  }

  private func insert(_ feed: FeedSubscription, at time: Instant) throws(ArchiveError) -> Int {
    let id = try database.integer("SELECT coalesce(max(id), 0) + 1 FROM feed")
    try database.run(
      "INSERT INTO feed (id, url, title, site_url, tags, added_at) VALUES (?, ?, ?, ?, ?, ?)",
      [
        .integer(id), .text(feed.url), Value(feed.title), Value(feed.siteURL),
        .text(JSONColumn.text(feed.tags)), .text(time.description),
      ])
    return id
  }

  /// Ends a subscription; the articles that came by it stay.
  public func unsubscribe(from feed: Int) throws(ArchiveError) {
    try database.run("DELETE FROM feed WHERE id = ?", [.integer(feed)])
  }

  /// Notes what came of asking for a feed.
  public func note(_ poll: FeedPoll, of feed: FeedRecord) throws(ArchiveError) {
    let failures = poll.isFailure ? feed.failures + 1 : 0
    let marks = poll.marks ?? FeedPoll.Marks(etag: feed.etag, lastModified: feed.lastModified)
    try database.run(
      """
      UPDATE feed SET polled_at = ?, status = ?, failures = ?, next_poll_at = ?,
        moved_to = coalesce(?, moved_to), etag = ?, last_modified = ?,
        source = coalesce((SELECT source FROM article WHERE id = ?), source)
      WHERE id = ?
      """,
      [
        .text(poll.at.description), .text(poll.status), .integer(failures),
        Value(poll.nextTime(failures: failures)?.description), Value(poll.movedTo),
        Value(marks.etag), Value(marks.lastModified), Value(poll.article), .integer(feed.id),
      ])
  }

  /// Whether there are articles of a feed's source of which the archive has only summaries.
  public func hasSummaries(of feed: FeedRecord) throws(ArchiveError) -> Bool {
    try database.integer(
      """
      SELECT EXISTS (
        SELECT 1 FROM feed f JOIN article a ON a.source = f.source JOIN revision r ON r.id = a.revision
        WHERE f.id = ? AND NOT r.complete)
      """, [.integer(feed.id)]) != 0
  }

  /// Whether an article has a text that is more than a feed's summary.
  public func hasCompleteText(_ article: Int) throws(ArchiveError) -> Bool {
    try database.integer(
      "SELECT EXISTS (SELECT 1 FROM revision WHERE article = ? AND complete)",
      [.integer(article)]) != 0
  }
}
