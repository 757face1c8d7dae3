import Model
import SQLite

extension Archive {
  /// Sets what an analyst says of a source; each field that changes is a decision of its own.
  public func set(
    _ change: SourceChange, of source: Int, signed signature: Signature
  ) throws(ArchiveError) -> [HistoryRecord] {
    let reliability = change.reliability ?? "F"
    guard ["A", "B", "C", "D", "E", "F"].contains(reliability) else {
      throw .invalid(reason: "'\(reliability)' is no reliability: they are A, B, C, D, E, F")
    }
    return try database.transaction { () throws(ArchiveError) in
      let key = try database.first(
        "SELECT key FROM source WHERE id = ?", [.integer(source)]
      ) { $0.text(0) }
      guard let key else {
        throw .unknown(kind: "source", name: String(source), suggestions: [])
      }
      var made: [Int] = []
      for (field, value) in change.fields {
        let old = try database.first(
          "SELECT \(field) FROM source WHERE id = ?", [.integer(source)]
        ) { $0.optionalText(0) }
        if old == value { continue }
        try database.run(
          "UPDATE source SET \(field) = ? WHERE id = ?", [.text(value), .integer(source)])
        made.append(
          try DecisionStore(database: database).add(
            Decision(
              subjectKind: "source", subjectKey: key, field: field, value: value,
              previous: old ?? nil), signed: signature))
      }
      return try DecisionStore(database: database).records(
        where: Conditions(
          "d.id IN (SELECT value FROM json_each(?))",
          [.text("[" + made.map(String.init).joined(separator: ",") + "]")])
      ).all()
    }
  }

  /// The decisions, newest first; about one subject such as `source:united24`, or about all.
  public func history(of subject: String? = nil) throws(ArchiveError) -> Rows<HistoryRecord> {
    let decisions = DecisionStore(database: database)
    guard let subject else { return try decisions.records(where: Conditions()) }
    let parts = subject.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw .invalid(reason: "'\(subject)' is no subject: write it like source:united24")
    }
    let keys = try keys(of: parts[0], named: parts[1])
    return try decisions.records(
      where: Conditions(
        "d.subject_kind = ? AND d.subject_key IN (SELECT value FROM json_each(?))",
        [.text(parts[0]), .text(JSONColumn.text(keys))]))
  }

  private func keys(of kind: String, named name: String) throws(ArchiveError) -> [String] {
    switch kind {
    case "source":
      switch try sources(matching: name) {
      case .found(let records): return records.map(\.key)
      case .ambiguous(let records): return records.flatMap { $0 }.map(\.key)
      case .unknown(let suggestions):
        throw .unknown(kind: kind, name: name, suggestions: suggestions)
      }
    case "entity":
      switch try entity(matching: name) {
      case .found(let record): return [record.entity.id]
      case .ambiguous(let records): return records.map(\.entity.id)
      case .unknown(let suggestions):
        throw .unknown(kind: kind, name: name, suggestions: suggestions)
      }
    case "article": return [try article(name).key]
    case "claim": return [try claim(name).key]
    default:
      throw .invalid(reason: "'\(kind)' is no kind: they are source, article, entity, claim")
    }
  }
}
