import Model

extension Report {
  /// The fields that can have a provenance, in the order in which it is told.
  private static let noted = [
    "title", "bylines", "published", "outlet", "url", "language", "updated_at", "summary", "tags",
  ]

  /// Notes where a field was read; a later note takes the place of an earlier one.
  mutating func note(_ source: Provenance.Source, of field: String) {
    provenance.removeAll { $0.field == field }
    provenance.append(Provenance(field: field, source: source))
    let rank = { (one: Provenance) in Report.noted.firstIndex(of: one.field) ?? Report.noted.count }
    provenance.sort { rank($0) < rank($1) }
  }
}
