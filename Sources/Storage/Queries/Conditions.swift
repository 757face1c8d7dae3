import SQLite

/// The conditions of a query with the values that are bound in them, in their order.
struct Conditions {
  private(set) var clauses: [String] = []
  private(set) var values: [Value] = []

  mutating func add(_ clause: String, _ values: [Value] = []) {
    clauses.append(clause)
    self.values += values
  }

  /// Adds a filter: one of `any`, and nothing of `none`; NULL is no match.
  mutating func add<Element>(
    _ filter: Filter<Element>,
    _ condition: (Element) throws(ArchiveError) -> Conditions
  ) throws(ArchiveError) {
    var any = Conditions()
    for element in filter.any {
      let alternative = try condition(element)
      any.add(alternative.joined, alternative.values)
    }
    if !any.clauses.isEmpty {
      add("(" + any.clauses.joined(separator: " OR ") + ")", any.values)
    }
    for element in filter.none {
      let excluded = try condition(element)
      add("NOT coalesce(" + excluded.joined + ", 0)", excluded.values)
    }
  }

  init() {}

  init(_ clause: String, _ values: [Value] = []) {
    self.init()
    add(clause, values)
  }

  /// One condition that says all of them; always true where there are none.
  var joined: String {
    clauses.isEmpty ? "1" : "(" + clauses.joined(separator: " AND ") + ")"
  }
}
