import Language
import Model

/// What users may call the entities of an archive.
struct EntityNames {
  private let entities: [Entity]

  init(_ entities: [Entity]) { self.entities = entities }

  /// The entities that a typed name means; several where they have it alike.
  func matches(_ name: String) -> [Entity] {
    let typed = Folding.folded(name)
    let asID = String(typed.map { $0 == " " ? "-" : $0 })
    if let entity = entities.first(where: { $0.id == asID }) { return [entity] }
    for kinds: Set<MentionKind> in [[.name], [.alias], [.demonym, .metonym]] {
      let matches = entities.filter { entity in
        (kinds.contains(.name) && Folding.folded(entity.name) == typed)
          || entity.aliases.contains {
            kinds.contains($0.by) && Folding.folded($0.text) == typed
          }
      }
      if !matches.isEmpty { return matches }
    }
    return []
  }
}
