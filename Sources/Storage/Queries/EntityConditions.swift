import Model
import SQLite

/// Conditions on the entities of a claim or a text.
struct EntityConditions {
  /// From here on it is quicker to look at each row than to list all that match.
  static let many = 20_000

  let database: Database
  let exact: Bool
  let day: Day?

  /// Where an entity stands beside the rows, and the column that leads to them.
  struct Place {
    /// `claim_entity` or `mention`.
    var table: String

    /// The column of the table that leads to the row, and the row's own.
    var key: String
    var row: String

    /// `subject`, `place`, or `nil` for any.
    var role: String?
  }

  /// The entity, or what lies below it, stands at the place.
  func condition(_ entity: String, at place: Place) throws(ArchiveError) -> Conditions {
    var conditions = Conditions()
    let source: String
    if exact {
      source = "\(place.table) x"
      conditions.add("x.entity = (SELECT id FROM entity WHERE key = ?)", [.text(entity)])
    } else {
      source = "entity_below b CROSS JOIN \(place.table) x ON x.entity = b.entity"
      conditions.add("b.ancestor = (SELECT id FROM entity WHERE key = ?)", [.text(entity)])
      if let day {
        conditions.add(
          "coalesce(b.valid_from <= ?, 1) AND coalesce(b.valid_to > ?, 1)",
          [.text(day.description), .text(day.description)])
      }
    }
    if let role = place.role { conditions.add("x.role = ?", [.text(role)]) }
    let count = try database.integer(
      "SELECT count(*) FROM (SELECT 1 FROM \(source) WHERE \(conditions.joined) LIMIT \(Self.many))",
      conditions.values)
    if count < Self.many {
      return Conditions(
        "\(place.row) IN (SELECT x.\(place.key) FROM \(source) WHERE \(conditions.joined))",
        conditions.values)
    }
    conditions.add("x.\(place.key) = \(place.row)")
    // The other way round here: the row's few entities first, then whether they lie below.
    let turned =
      exact ? source : "\(place.table) x CROSS JOIN entity_below b ON b.entity = x.entity"
    return Conditions(
      "EXISTS (SELECT 1 FROM \(turned) WHERE \(conditions.joined))", conditions.values)
  }
}
