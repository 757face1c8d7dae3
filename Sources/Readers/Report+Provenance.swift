import Model

extension Report {
  /// The fields that can have a provenance, in the order in which it is told.
  private static let noted = [
    "title", "bylines", "published", "outlet", "url", "language", "updated_at", "summary", "tags",
  ]

  /// Sets those fields that were found, and notes where they were read.
  mutating func set(
    title: String? = nil, bylines: [String] = [], published: (day: Day, instant: Instant?)? = nil,
    outlet: String? = nil, url: String? = nil, from source: Provenance.Source
  ) {
    if let title {
      self.title = title
      note(source, of: "title")
    }
    if !bylines.isEmpty {
      self.bylines = bylines
      note(source, of: "bylines")
    }
    if let published {
      (self.published, publishedAt) = published
      note(source, of: "published")
    }
    if let outlet {
      self.outlet = outlet
      note(source, of: "outlet")
    }
    if let url {
      self.url = url
      note(source, of: "url")
    }
  }

  /// Notes where a field was read; a later note takes the place of an earlier one.
  mutating func note(_ source: Provenance.Source, of field: String) {
    provenance.removeAll { $0.field == field }
    provenance.append(Provenance(field: field, source: source))
    let rank = { (one: Provenance) in Report.noted.firstIndex(of: one.field) ?? Report.noted.count }
    provenance.sort { rank($0) < rank($1) }
  }
}
