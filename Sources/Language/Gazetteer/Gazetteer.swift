import Lexicons
import Model

/// The entities that texts are searched for, a later table's row over an earlier one's.
public struct Gazetteer: Sendable {
  /// In the order of their tables; ids are unique.
  public private(set) var entities: [Entity] = []
  private var positions: [String: Int] = [:]

  /// How deep a hierarchy may be; so following parents always ends.
  static let mostLevels = 32

  public init() {}

  /// The tables that lie in the binary.
  public static let builtIn: Gazetteer = {
    var gazetteer = Gazetteer()
    for text in BuiltIn.tables(gazetteer_table) {
      // A fault in a table of our own is found by the tests; here its rows are left out.
      if let table = try? GazetteerTable(text) { gazetteer.add(table.entities) }
    }
    return gazetteer
  }()

  public subscript(id: String) -> Entity? { positions[id].map { entities[$0] } }

  /// Where an entity stands in `entities`.
  public func position(of id: String) -> Int? { positions[id] }

  /// Adds entities; one whose id is known takes the place of the known one.
  ///
  /// Their parents are not checked: they come from a gazetteer that was.
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

  /// Adds a table; its rows take the place of known ones.
  ///
  /// - Throws: when a parent or centre is unknown, or parents go round in a circle; then nothing is
  ///   added.
  public mutating func add(_ table: GazetteerTable) throws(GazetteerError) {
    var joined = self
    joined.add(table.entities)
    var faults: [GazetteerError.Fault] = []
    for (entity, line) in zip(table.entities, table.lines) {
      if let reason = joined.fault(of: entity) {
        faults.append(GazetteerError.Fault(line: line, reason: reason))
      }
      if faults.count == GazetteerError.most { break }
    }
    guard faults.isEmpty else { throw GazetteerError(faults: faults) }
    self = joined
  }

  private func fault(of entity: Entity) -> String? {
    if let parent = entity.parent, self[parent] == nil {
      return "the parent “\(parent)” of “\(entity.id)” is not in any gazetteer"
    }
    if let centre = entity.centre, self[centre] == nil {
      return "the centre “\(centre)” of “\(entity.id)” is not in any gazetteer"
    }
    var next = entity.parent
    for _ in 0..<Gazetteer.mostLevels {
      guard let id = next else { return nil }
      if id == entity.id { return "“\(entity.id)” lies in itself: its parents go round" }
      next = self[id]?.parent
    }
    return "“\(entity.id)” lies more than \(Gazetteer.mostLevels) levels deep"
  }
}
