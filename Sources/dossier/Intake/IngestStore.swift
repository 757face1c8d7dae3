import Model
import Storage

/// Takes what tasks have found into the archive, in the order of the input.
struct IngestStore {
  let writer: ReportWriter
  let log: IngestLog

  /// The article that the one document is a new text of.
  let revises: Int?
  private var documents = 0

  /// What has come of the path that is being read, refusals too.
  private var isEmpty = true
  private var notices = 0

  init(writer: ReportWriter, log: IngestLog, revises: Int?) {
    self.writer = writer
    self.log = log
    self.revises = revises
  }

  /// Stores everything that `next` gives.
  ///
  /// - Returns: why it ended before its time, with everything that was told stored: an interrupt, a
  ///   closed standard output, or what the archive could not do.
  mutating func fill(
    from next: () throws -> Pipeline.Step<[Piece]>, through processor: DocumentProcessor, jobs: Int
  ) async throws -> (any Error)? {
    var interruption: (any Error)?
    do {
      try await Pipeline.run(
        jobs: jobs,
        next: next,
        work: { pieces in
          var items: [Item] = []
          for piece in pieces {
            processor.process(piece) { items.append(Item($0, of: piece)) }
          }
          return items
        },
        consume: { items in
          for item in items { try store(item) }
          try Signals.check()
        },
        drained: { try tell(try writer.flush()) })
    } catch  where error is Exit || error is OutputClosed {
      interruption = error
    } catch let error as ArchiveError {
      return error
    }
    do {
      let rest = try writer.finish()
      if !(interruption is OutputClosed) { try tell(rest) }
    } catch  where error is ArchiveError || error is OutputClosed {
      return interruption ?? error
    }
    return interruption
  }

  /// What a task hands on: documents compressed and hashed, as that can be done on any core.
  private enum Item: Sendable {
    case report(PreparedReport, unreadLanguage: String?, ErrandDocument?)
    case refused(Refusal, ErrandDocument?)
    case passedOver(Refusal)
    case answersPassedOver([String: Int])

    /// What is nothing to store: the head of a feed.
    case none

    /// The end of a path, with its name where it was named.
    case end(String?)

    init(_ item: DocumentProcessor.Item, of piece: Piece) {
      let errand = piece.errand
      switch item {
      case .document(let report, let findings):
        self = .report(
          PreparedReport(report, findings), unreadLanguage: findings.unreadLanguage,
          errand.map { ErrandDocument(errand: $0, url: report.url, isComplete: report.complete) })
      case .refused(let refusal):
        self = .refused(refusal, errand.map { ErrandDocument(errand: $0) })
      case .passedOver(let refusal): self = .passedOver(refusal)
      case .answersPassedOver(let types): self = .answersPassedOver(types)
      case .feed, .outline: self = .none
      case .end: self = .end(piece.isWalked ? nil : piece.path)
      }
    }
  }

  private mutating func store(_ item: Item) throws {
    switch item {
    case .report, .refused, .passedOver: isEmpty = false
    case .answersPassedOver, .none: break
    case .end(let path):
      if isEmpty, let path { log.note("\(path): no document in it") }
      isEmpty = true
    }
    switch item {
    case .report(let report, let unreadLanguage, let document):
      documents += 1
      if revises != nil, documents > 1 {
        throw Failure(.usage, "--revises is for one document, and there are more")
      }
      log.expect(unreadLanguage: unreadLanguage, document: document)
      try tell(try writer.add(report, revises: document?.errand.article ?? revises))
    case .refused(let refusal, let document):
      log.expect(refusal: refusal, document: document)
      try tell(try writer.refuse(path: refusal.path, reason: refusal.reason))
    case .passedOver(let refusal): log.passOver(refusal)
    case .answersPassedOver(let types): log.answers.add(types)
    case .none, .end: break
    }
  }

  private mutating func tell(_ outcomes: [IngestOutcome]) throws {
    for notice in writer.notices.dropFirst(notices) { Console.note("dossier: \(notice)") }
    notices = writer.notices.count
    try log.write(outcomes)
  }
}
