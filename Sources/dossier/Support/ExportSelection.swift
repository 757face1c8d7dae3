import Model
import Storage

/// The lines of an export that belong to the claims that were selected.
struct ExportSelection {
  private var claims: Set<String> = []
  private var articles: Set<String> = []
  private var sources: Set<String> = []
  private var entities: Set<String> = []

  /// Whether the lines that come belong to an article that is kept.
  private var isInside = false

  /// Looks through the archive once for what hangs on the claims that a query selects.
  init(of archive: Archive, _ query: ClaimQuery) throws {
    let rows = try archive.claims(query)
    while let claim = try rows.next() {
      claims.insert(claim.key)
      articles.insert(claim.articleKey)
    }
    var parents: [String: String] = [:]
    let lines = try archive.export()
    while let line = try lines.next() {
      switch line {
      case .entity(let entity, let origin):
        parents[entity.id] = entity.parent
        if origin == "user" { entities.insert(entity.id) }
      case .article(let article):
        isInside = articles.contains(article.key)
        if isInside, let source = article.source { sources.insert(source) }
      case .mention(let mention) where isInside: entities.insert(mention.mention.entity)
      case .claim(let claim) where isInside && claims.contains(claim.key):
        entities.formUnion(claim.claim.subjects + claim.claim.places)
      default: break
      }
    }
    for entity in entities {
      var above = parents[entity]
      while let id = above, entities.insert(id).inserted { above = parents[id] }
    }
  }

  /// The line, or `nil` where it hangs on nothing that was selected.
  mutating func kept(_ line: ArchiveLine) -> ArchiveLine? {
    switch line {
    case .archive, .run, .end: return line
    case .source(let source): return sources.contains(source.key) ? line : nil
    case .entity(let entity, _): return entities.contains(entity.id) ? line : nil
    case .article(let article):
      // What hangs on an article follows it.
      isInside = articles.contains(article.key)
      return isInside ? line : nil
    case .revision, .original, .mention: return isInside ? line : nil
    case .claim(var claim):
      guard isInside, claims.contains(claim.key) else { return nil }
      if let original = claim.sameAs, !claims.contains(original) { claim.sameAs = nil }
      return .claim(claim)
    case .decision(let decision): return isKept(decision) ? line : nil
    }
  }

  private func isKept(_ decision: DecisionLine) -> Bool {
    switch decision.subjectKind {
    case "source": sources.contains(decision.subjectKey)
    case "entity": entities.contains(decision.subjectKey)
    case "article": articles.contains(decision.subjectKey)
    default: claims.contains(decision.subjectKey)
    }
  }
}
