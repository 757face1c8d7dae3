import Bytes
import Model
import SQLite

/// Decides whose fields stand when a known text comes in again.
///
/// Of several originals of one text the fullest fields stand, then the earliest, then the lowest
/// digest, in whatever order they came. The same bytes with other fields were given them by the
/// user: these stand, unless something would be lost.
struct FieldMerge {
  let store: ArticleStore
  let prepared: PreparedReport

  private struct Fields {
    var url: String?
    var outlet: String?
    var published: String?
    var publishedAt: String?
    var language: String?
    var ownTime: String?
    var sha256: [UInt8]

    /// 0 for what is there, 1 for what is missing, in the order of their weight.
    var missing: [Int] {
      [published, url, outlet, language].map { $0 == nil ? 1 : 0 }
    }

    func isBefore(_ other: Fields) -> Bool {
      if missing != other.missing { return missing.lexicographicallyPrecedes(other.missing) }
      let (mine, theirs) = (ownTime ?? "~", other.ownTime ?? "~")
      return mine == theirs
        ? sha256.lexicographicallyPrecedes(other.sha256) : mine < theirs
    }

    /// Whether it has all that the other has, and something else or more.
    func enriches(_ other: Fields) -> Bool {
      let kept = zip(missing, other.missing).allSatisfy { $0 <= $1 }
      return kept
        && [url, outlet, published, publishedAt, language]
          != [other.url, other.outlet, other.published, other.publishedAt, other.language]
    }
  }

  /// Adds the report's bytes where they are new, and its fields where they are better.
  ///
  /// - Returns: whether fields changed.
  func merge(into revision: Int, of article: Int, key: String) throws(ArchiveError) -> Bool {
    guard let standing = try standing(of: revision) else { return false }
    let incoming = Fields(
      url: prepared.report.url, outlet: prepared.report.outlet,
      published: prepared.report.published?.description,
      publishedAt: prepared.report.publishedAt?.description, language: prepared.report.language,
      ownTime: prepared.ownTime?.description, sha256: prepared.sha256)
    let known = try store.database.first(
      "SELECT id FROM original WHERE revision = ? AND sha256 = ?",
      [.integer(revision), .blob(prepared.sha256)]
    ) { $0.integer(0) }
    let replaces: Bool
    let original: Int
    if let known {
      let isStanding = standing.sha256 == incoming.sha256
      replaces = isStanding ? incoming.enriches(standing) : incoming.isBefore(standing)
      original = known
    } else {
      replaces = incoming.isBefore(standing)
      original = try store.revisions.addOriginal(
        prepared, to: revision, of: article, ids: &store.ids)
    }
    if replaces {
      try store.revisions.update(revision, from: prepared.report, original: original)
      try store.findings.replace(
        prepared.findings, in: revision, article: key, text: Array(prepared.report.text.utf8),
        ids: &store.ids)
    }
    if replaces || known == nil { try store.settle(article) }
    return replaces && incoming.enriches(standing)
  }

  private func standing(of revision: Int) throws(ArchiveError) -> Fields? {
    try store.database.first(
      """
      SELECT r.url, r.outlet, r.published, r.published_at, r.language,
        coalesce(r.updated_at, r.captured_at), o.sha256
      FROM revision r JOIN original o ON o.id = r.original WHERE r.id = ?
      """, [.integer(revision)]
    ) { row in
      Fields(
        url: row.optionalText(0), outlet: row.optionalText(1), published: row.optionalText(2),
        publishedAt: row.optionalText(3), language: row.optionalText(4),
        ownTime: row.optionalText(5), sha256: row.bytes(6))
    }
  }
}
