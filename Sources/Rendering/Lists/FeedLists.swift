import Model

extension RecordList where Record == FeedRecord {
  public static let feeds = RecordList(
    "feeds",
    fields: [
      .integer("id") { $0.id },
      .text("title") { $0.title },
      .text("url") { $0.url },
      .text("moved_to") { $0.movedTo },
      .text("site_url") { $0.siteURL },
      .list("tags") { $0.tags },
      .text("source") { $0.source },
      .instant("polled_at") { $0.polledAt },
      .instant("next_poll_at") { $0.nextPollAt },
      .integer("failures") { $0.failures },
      .text("status") { $0.status },
      .text("etag") { $0.etag },
      .text("last_modified") { $0.lastModified },
    ],
    columns: [
      Column("ID", isNumeric: true) { String($0.id) },
      Column("TITLE", least: 16) { $0.title ?? "" },
      Column("ADDRESS", least: 16) { $0.currentURL },
      Column("SOURCE") { $0.source ?? "" },
      Column("ASKED") { $0.polledAt?.description ?? "" },
      Column("STATUS", least: 8) { $0.status ?? "" },
      Column("FAILURES", isNumeric: true) { String($0.failures) },
      Column("NEXT") { $0.nextPollAt?.description ?? "" },
    ])
}
