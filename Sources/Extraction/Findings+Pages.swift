import Model

extension Findings {
  /// Notes on which page of a paged document each figure stands.
  mutating func setPages(of report: Report) {
    for index in quantities.indices {
      quantities[index].page = report.page(at: quantities[index].evidence.start)
    }
    for index in claims.indices {
      claims[index].quantity.page = report.page(at: claims[index].quantity.evidence.start)
    }
  }
}
