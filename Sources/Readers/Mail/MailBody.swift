/// Which parts of a message are there to be read.
struct MailBody {
  /// The parts of HTML, in their order, and those of plain text that say the same or stand alone.
  private(set) var pages: [MIMEEntity] = []
  private(set) var texts: [MIMEEntity] = []

  init(_ entity: MIMEEntity) {
    guard !entity.isAttachment else { return }
    let bodies = entity.parts.map { MailBody($0) }
    switch entity.type.name {
    case "text/html", "application/xhtml+xml": pages = [entity]
    case "text/plain", "text/markdown", "text/enriched", "text": texts = [entity]
    case "multipart/alternative":
      // The last is the richest.
      pages = bodies.last { !$0.pages.isEmpty }?.pages ?? []
      texts = bodies.first { !$0.texts.isEmpty }?.texts ?? []
    case "multipart/related":
      self = MailBody.root(of: entity, bodies)
    case _ where entity.type.name.hasPrefix("multipart/"):
      if entity.parts.isEmpty { texts = [entity] }
      for body in bodies { join(body) }
    default: break
    }
  }

  private init() {}

  /// The part that the others are there for: the one that is named as such, or the first.
  private static func root(of entity: MIMEEntity, _ bodies: [MailBody]) -> MailBody {
    let start = entity.type.parameter("start")?.filter { !"<>".contains($0) }
    let named = start.flatMap { id in entity.parts.firstIndex { $0.contentID == id } }
    if let named, !bodies[named].isEmpty { return bodies[named] }
    return bodies.first { !$0.isEmpty } ?? MailBody()
  }

  var isEmpty: Bool { pages.isEmpty && texts.isEmpty }

  /// Takes what stands behind, if it is of the kind of what came first: some programs cut a message
  /// where a file was put into it.
  private mutating func join(_ next: MailBody) {
    if isEmpty {
      self = next
    } else if !pages.isEmpty, !next.pages.isEmpty {
      pages += next.pages
      texts += next.texts
    } else if pages.isEmpty, next.pages.isEmpty {
      texts += next.texts
    }
  }

  /// The message that this one passes on, if it holds one.
  ///
  /// A report of what could not be delivered holds one too, and a digest holds many; neither passes
  /// one on.
  static func forwarded(in entity: MIMEEntity) -> MIMEEntity? {
    if entity.holdsMessage { return entity.parts.first }
    guard entity.type.name.hasPrefix("multipart/"), entity.type.name != "multipart/report",
      entity.type.name != "multipart/digest"
    else { return nil }
    return entity.parts.lazy.compactMap { forwarded(in: $0) }.first
  }
}
