import Language
import Model

/// How much the mention of one entity speaks for another: who lies in whom.
struct EntityRelations: Sendable {
  /// The positions of those that an entity lies in, the nearest first.
  private let ancestors: [[Int]]
  private let isState: [Bool]
  private let isTown: [Bool]

  init(_ gazetteer: Gazetteer) {
    ancestors = gazetteer.entities.map { entity in
      gazetteer.ancestors(of: entity.id).compactMap { gazetteer.position(of: $0) }
    }
    isState = gazetteer.entities.map { ["country", "territory"].contains($0.kind) }
    isTown = gazetteer.entities.map {
      ["city", "town", "village", "settlement", "port"].contains($0.kind)
    }
  }

  /// From 0, nothing, to 3: the same, what lies in it, what it lies in, or what lies beside it.
  func weight(of other: Int, for entity: Int) -> Int {
    if other == entity || ancestors[other].contains(entity) { return 3 }
    if let levels = ancestors[entity].firstIndex(of: other) {
      // Its own province says which town is meant; that it is in Russia somewhere says little.
      if isState[other], levels > 0, isTown[entity] { return 1 }
      return levels == 0 && !isState[other] ? 3 : levels < 2 ? 2 : 1
    }
    let regions = ancestors[entity].filter { !isState[$0] }
    guard let first = regions.first else { return 0 }
    if ancestors[other].first == first { return 3 }
    return ancestors[other].contains(where: regions.contains) ? 2 : 0
  }

  func isState(_ entity: Int) -> Bool { isState[entity] }

  /// Whether it is so small that the name of its country is not enough to know it by.
  func isTown(_ entity: Int) -> Bool { isTown[entity] }
}
