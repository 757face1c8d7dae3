import Model

extension Gazetteer {
  /// The entities that one lies in, the nearest first.
  ///
  /// - Parameters:
  ///   - id: the entity; it is not among its ancestors.
  ///   - day: when; `nil` asks for what holds by its table, whatever the day. An entity that did
  ///     not belong to its parent on that day still lies in what the parent lies in: Buryatia was
  ///     in Russia before it joined the Far East.
  /// - Returns: ids; empty for one that is not known.
  public func ancestors(of id: String, at day: Day? = nil) -> [String] {
    var found: [String] = []
    var current = self[id]
    for _ in 0..<Gazetteer.mostLevels {
      guard let entity = current, let parent = entity.parent else { break }
      if entity.belongsToParent(on: day) { found.append(parent) }
      current = self[parent]
    }
    return found
  }

  /// Whether the second lies in the first on a day, or is the same.
  public func contains(_ ancestor: String, _ id: String, at day: Day? = nil) -> Bool {
    ancestor == id || ancestors(of: id, at: day).contains(ancestor)
  }

  /// Everything that lies in an entity on a day, in the order of the tables; without itself.
  public func descendants(of id: String, at day: Day? = nil) -> [String] {
    entities.map(\.id).filter { $0 != id && ancestors(of: $0, at: day).contains(id) }
  }

  /// The days on which what lies directly in an entity changed, in order.
  ///
  /// A figure for the entity before such a day and one after it speak of different extents.
  public func extentChanges(of id: String) -> [Day] {
    var days: Set<Day> = []
    for entity in entities where entity.parent == id {
      if let from = entity.validFrom { days.insert(from) }
      if let to = entity.validTo { days.insert(to) }
    }
    return days.sorted()
  }
}

extension Entity {
  /// Whether it belongs to its parent on a day; without a day, whether it does by its table.
  public func belongsToParent(on day: Day?) -> Bool {
    guard let day else { return true }
    if let validFrom, day < validFrom { return false }
    if let validTo, day >= validTo { return false }
    return true
  }
}
