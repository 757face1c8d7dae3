import Model
import Storage

/// Takes what tasks have found into the archive, in the order of the input.
struct IngestStore {
  let writer: ReportWriter
  let log: IngestLog

  /// The article that the one document is a new text of.
  let revises: Int?
  private var documents = 0
  private var notices = 0

  init(writer: ReportWriter, log: IngestLog, revises: Int?) {
    self.writer = writer
    self.log = log
    self.revises = revises
  }

  /// Stores everything that the intake gives.
  ///
  /// - Returns: why it ended before its time, with everything before that stored: an interrupt, or
  ///   a closed standard output.
  mutating func fill(
    from intake: Intake, through processor: DocumentProcessor, jobs: Int
  ) async throws -> (any Error)? {
    var interruption: (any Error)?
    do {
      try await Pipeline.run(
        jobs: jobs,
        next: { try intake.next() },
        work: { pieces in
          var items: [(path: String, item: DocumentProcessor.Item)] = []
          for piece in pieces { processor.process(piece) { items.append((piece.path, $0)) } }
          return items
        },
        consume: { items in
          for (path, item) in items { try store(item, path: path) }
          try Signals.check()
        },
        drained: { try tell(try writer.flush()) })
    } catch  where error is Exit || error is OutputClosed {
      interruption = error
    }
    let rest = try writer.finish()
    if !(interruption is OutputClosed) { try tell(rest) }
    return interruption
  }

  private mutating func store(_ item: DocumentProcessor.Item, path: String) throws {
    switch item {
    case .document(let report, let findings):
      documents += 1
      if revises != nil, documents > 1 {
        throw Failure(.usage, "--revises is for one document, and \(path) holds more")
      }
      log.expect(unreadLanguage: findings.unreadLanguage)
      try tell(try writer.add(report, findings, revises: revises))
    case .refused(let refusal):
      log.expect(refusal: refusal)
      try tell(try writer.refuse(path: refusal.path, reason: refusal.reason))
    case .passedOver: log.passOver()
    case .end: break
    }
  }

  private mutating func tell(_ outcomes: [IngestOutcome]) throws {
    for notice in writer.notices.dropFirst(notices) { Console.note("dossier: \(notice)") }
    notices = writer.notices.count
    try log.write(outcomes)
  }
}
