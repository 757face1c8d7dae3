import Language
import Model
import SQLite

extension Archive {
  /// The sources with their counts, sorted by name.
  public func sources() throws(ArchiveError) -> [SourceRecord] {
    try sources(where: Conditions())
  }

  private func sources(where condition: Conditions) throws(ArchiveError) -> [SourceRecord] {
    try database.list(
      """
      SELECT s.id, s.key, coalesce(s.name, s.outlet, s.site), s.site, s.country, s.kind,
        s.reliability, s.note, count(a.id), min(a.published), max(a.published),
        count(a.origin),
        (SELECT count(*) FROM article o JOIN article y ON y.origin = o.id WHERE o.source = s.id)
      FROM source s LEFT JOIN article a ON a.source = s.id
      WHERE \(condition.joined) GROUP BY s.id ORDER BY 3 COLLATE NOCASE, s.key
      """, condition.values
    ) { row in
      var record = SourceRecord(id: row.integer(0), key: row.text(1), name: row.text(2))
      record.site = row.optionalText(3)
      record.country = row.optionalText(4)
      record.kind = row.optionalText(5)
      record.reliability = row.text(6)
      record.note = row.optionalText(7)
      record.articles = row.integer(8)
      record.first = row.day(9)
      record.last = row.day(10)
      record.copiesMade = row.integer(11)
      record.timesCopied = row.integer(12)
      return record
    }
  }

  /// The sources that an id, a key or a part of a name or site stands for; none is `unknown`.
  public func sources(matching name: String) throws(ArchiveError) -> Resolution<[SourceRecord]> {
    let condition = Reference(name).condition(id: "s.id", key: "s.key")
    let named = try sources(where: condition)
    if !named.isEmpty { return .found(named) }
    let all = try sources()
    let folded = Folding.folded(name)
    func names(_ record: SourceRecord) -> [String] {
      [record.name] + (record.site.map { [$0] } ?? [])
    }
    let matching = all.filter { names($0).contains { Folding.folded($0).contains(folded) } }
    if !matching.isEmpty { return .found(matching) }
    return .unknown(suggestions: EditDistance.nearest(to: name, among: all.flatMap(names)))
  }
}
