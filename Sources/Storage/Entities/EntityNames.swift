import Language
import Model

/// What users may call the entities of an archive.
struct EntityNames {
  private let entities: [Entity]

  init(_ entities: [Entity]) { self.entities = entities }

  /// The entities that a typed name means; several where they have it alike.
  ///
  /// An id goes before a name, a name before an alias, and that before a demonym or metonym.
  func matches(_ name: String) -> [Entity] {
    let typed = Folding.folded(name)
    let asID = String(typed.map { $0 == " " ? "-" : $0 })
    if let entity = entities.first(where: { $0.id == asID }) { return [entity] }
    var best = Int.max
    var matches: [Entity] = []
    for entity in entities {
      guard let rank = rank(of: typed, among: entity.aliases), rank <= best else { continue }
      if rank < best { matches = [] }
      best = rank
      matches.append(entity)
    }
    return matches
  }

  private func rank(of typed: String, among aliases: [Alias]) -> Int? {
    aliases.compactMap { alias in
      // Folding rarely changes a name's length by much, and takes its time.
      guard alias.text.utf8.count < typed.utf8.count * 2 + 8,
        Folding.folded(alias.text) == typed
      else { return nil }
      switch alias.by {
      case .name: return 0
      case .alias: return 1
      case .demonym, .metonym: return 2
      }
    }.min()
  }

  /// The ids of the entities whose id or one of whose names is nearest to a typed name.
  func suggestions(for name: String) -> [String] {
    EditDistance.nearest(
      to: name,
      among: entities.flatMap { entity in
        [(entity.id, entity.id)] + entity.aliases.map { ($0.text, entity.id) }
      })
  }
}
