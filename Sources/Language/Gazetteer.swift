import Lexicons
import Model

/// The entities that texts are searched for, a later table's row over an earlier one's.
public struct Gazetteer: Sendable {
  /// In the order of their tables; ids are unique.
  public private(set) var entities: [Entity] = []
  private var positions: [String: Int] = [:]

  public init() {}

  public subscript(id: String) -> Entity? { positions[id].map { entities[$0] } }

  /// Adds entities; one whose id is known takes the place of the known one.
  public mutating func add(_ more: [Entity]) {
    for entity in more {
      if let position = positions[entity.id] {
        entities[position] = entity
      } else {
        positions[entity.id] = entities.count
        entities.append(entity)
      }
    }
  }
}
