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

  /// Whether a part to be read is not what its header says, and left out.
  private(set) var isBroken = false

  /// Those parts that can be unpacked.
  var readable: MailBody {
    var body = self
    body.pages.removeAll(where: \.isBroken)
    body.texts.removeAll(where: \.isBroken)
    body.isBroken = body.pages.count < pages.count || body.texts.count < texts.count
    return body
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

  /// The messages that this one passes on, each as it was before it was passed on; itself if none.
  static func messages(in entity: MIMEEntity) -> [MIMEEntity] {
    let inner = passedOn(by: entity).flatMap { messages(in: $0) }.filter { !MailBody($0).isEmpty }
    return inner.isEmpty ? [entity] : inner
  }

  /// The messages that a message or a part holds.
  ///
  /// A report of what could not be delivered holds one too, and passes none on.
  private static func passedOn(by entity: MIMEEntity) -> [MIMEEntity] {
    if entity.holdsMessage { return entity.parts }
    guard entity.type.name != "multipart/report" else { return [] }
    return entity.parts.flatMap { passedOn(by: $0) }
  }
}
