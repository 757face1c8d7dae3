import Model
import SQLite

/// Conditions on the entities of a claim or a text.
struct EntityConditions {
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

    static func claim(_ role: String?) -> Place {
      Place(table: "claim_entity", key: "claim", row: "c.id", role: role)
    }

    static let article = Place(table: "mention", key: "revision", row: "a.revision")
  }

  /// The rows at which the entity stands, or what lies below it, as a query of their ids.
  func rows(_ entity: String, at place: Place) -> Conditions {
    let conditions = conditions(entity, place)
    let source =
      exact
      ? "\(place.table) x"
      : "entity_below b CROSS JOIN \(place.table) x ON x.entity = b.entity"
    return Conditions(
      "SELECT x.\(place.key) AS id FROM \(source) WHERE \(conditions.joined)", conditions.values)
  }

  /// The entity stands at the row, or what lies below it: the row's few entities are looked at.
  func condition(_ entity: String, at place: Place) -> Conditions {
    var conditions = conditions(entity, place)
    conditions.add("x.\(place.key) = \(place.row)")
    let source =
      exact
      ? "\(place.table) x"
      : "\(place.table) x CROSS JOIN entity_below b ON b.entity = x.entity"
    return Conditions(
      "EXISTS (SELECT 1 FROM \(source) WHERE \(conditions.joined))", conditions.values)
  }

  private func conditions(_ entity: String, _ place: Place) -> Conditions {
    var conditions = Conditions(
      "\(exact ? "x.entity" : "b.ancestor") = (SELECT id FROM entity WHERE key = ?)",
      [.text(entity)])
    if let day, !exact {
      conditions.add(
        "coalesce(b.valid_from <= ?, 1) AND coalesce(b.valid_to > ?, 1)",
        [.text(day.description), .text(day.description)])
    }
    if let role = place.role { conditions.add("x.role = ?", [.text(role)]) }
    return conditions
  }
}
