import Bytes
import JSON
import Model

/// Takes lines in: those of an export, and those that `extract --with-original` writes.
///
/// Everything is laid beside what is there, each document once. Outcomes come back, as those of
/// `ReportWriter`, when what they speak of has been committed: one an article or document.
public final class ArchiveImporter {
  private let database: Database
  private let writer: BatchWriter
  private let run: Run

  /// The article whose lines are being gathered, and where it began.
  private var article: (content: ImportedArticle, place: String)?
  private var hasNewEntities = false

  /// Local ids by the numbers of a complete export.
  private var runs: [Int: Int] = [:]
  private var decisions: [Int: Int] = [:]

  /// What the user should know beyond the outcomes.
  public var notices: [String] { writer.notices }

  public init(_ archive: Archive, run: Run, isDryRun: Bool = false) throws(ArchiveError) {
    self.run = run
    database = archive.database
    writer = try BatchWriter(archive.database, run: run, isDryRun: isDryRun)
  }

  /// Takes the next line; `place` names it in messages: `dump.ndjson:7`.
  public func add(line: [UInt8], place: String) throws(ArchiveError) -> [IngestOutcome] {
    let entries: [BatchEntry]
    do throws(LineError) { entries = try self.entries(of: line, place) } catch {
      if article != nil, error.isOfArticle {
        if article?.content.fault == nil { article?.content.fault = (place, error.reason) }
        return []
      }
      return try writer.add(.refused(path: place, reason: error.reason))
    }
    return try add(entries)
  }

  /// Commits the rest and ends the run.
  public func finish() throws(ArchiveError) -> [IngestOutcome] {
    var entries = endOfArticle()
    if hasNewEntities { entries.append(rebuilding(place: "")) }
    return try add(entries) + writer.finish()
  }

  private func add(_ entries: [BatchEntry]) throws(ArchiveError) -> [IngestOutcome] {
    var outcomes: [IngestOutcome] = []
    for entry in entries { outcomes += try writer.add(entry) }
    return outcomes
  }

  /// What is now ready to be written.
  private func entries(of line: [UInt8], _ place: String) throws(LineError) -> [BatchEntry] {
    let value: JSONValue
    do throws(JSONError) { value = try JSONParser.parse(line) } catch {
      throw LineError("no JSON: \(error.reason) at byte \(error.offset)", isOfArticle: true)
    }
    guard case .object = value else { throw LineError("not an object", isOfArticle: true) }
    guard let kind = value.text("kind") else {
      // What a shard says of itself is no document.
      if value.text("type") != nil { return [] }
      return try endOfArticle() + [document(value, place)]
    }
    switch kind {
    case "revision", "original", "mention", "claim":
      guard article != nil else { throw LineError("there is no article before it") }
      do throws(LineError) { try article?.content.add(kind, value) } catch {
        throw LineError(error.reason, isOfArticle: true)
      }
      return []
    case "article":
      let line = try LineFields.article(value)
      let ended = endOfArticle()
      article = (ImportedArticle(line: line), place)
      return ended
    default: return try endOfArticle() + part(kind, value, place)
    }
  }

  private func endOfArticle() -> [BatchEntry] {
    guard let (content, place) = article else { return [] }
    article = nil
    var entries = hasNewEntities ? [rebuilding(place: place)] : []
    hasNewEntities = false
    if let fault = content.fault {
      return entries + [.refused(path: fault.place, reason: fault.reason)]
    }
    entries.append(
      BatchEntry(path: place, size: content.size) { [self] store throws(ArchiveError) in
        try store.store(content, runs: runs)
      })
    return entries
  }

  /// What lies below what, once all entities are there.
  private func rebuilding(place: String) -> BatchEntry {
    BatchEntry(path: place, size: 500) { [database] _ throws(ArchiveError) in
      try EntityHierarchy(database: database).rebuild()
      return .silent
    }
  }

  /// A document as `extract --with-original` writes it.
  private func document(_ value: JSONValue, _ place: String) throws(LineError) -> BatchEntry {
    var report = try DocumentFields.report(value)
    guard let text = value.text("original") else {
      throw LineError("there is no original: it takes what extract --with-original writes")
    }
    guard let original = Base64.decode(text) else { throw LineError("original is no base64") }
    report.original = original
    let prepared = PreparedReport(report, try DocumentFields.findings(value))
    guard try value.digest("sha256") ?? prepared.sha256 == prepared.sha256 else {
      throw LineError("original has not the digest that is told of it")
    }
    return BatchEntry(path: place, size: prepared.size) { store throws(ArchiveError) in
      .stored(try store.store(prepared), title: prepared.report.title)
    }
  }

  /// A line that hangs on no article.
  private func part(
    _ kind: String, _ value: JSONValue, _ place: String
  ) throws(LineError) -> [BatchEntry] {
    let parts = PartStore(database: database)
    func entry(_ write: @escaping () throws(ArchiveError) -> Void) -> [BatchEntry] {
      [
        BatchEntry(path: place, size: 500) { _ throws(ArchiveError) in
          try write()
          return .silent
        }
      ]
    }
    switch kind {
    case "archive":
      let schema = value.text("schema") ?? "none"
      guard schema == ArchiveLine.schema else {
        throw LineError("its schema is \(schema), and only \(ArchiveLine.schema) is known")
      }
      return []
    // Whether it is the last one was seen before the file was taken.
    case "end": return []
    case "run":
      let line = try LineFields.run(value)
      return entry { [self] () throws(ArchiveError) in
        let taken = Set(runs.filter { $0.key != line.number }.values)
        runs[line.number] = try parts.store(line, taken: taken)
      }
    case "source":
      let line = try LineFields.source(value)
      return [
        BatchEntry(path: place, size: 500) { store throws(ArchiveError) in
          try parts.store(line, ids: &store.ids)
          return .silent
        }
      ]
    case "entity":
      let entity = try LineFields.entity(value)
      let origin = value.text("origin") ?? "user"
      hasNewEntities = true
      return entry { () throws(ArchiveError) in try parts.store(entity, origin: origin) }
    case "decision":
      let line = try LineFields.decision(value)
      return entry { [self] () throws(ArchiveError) in
        let id = try parts.store(
          line, now: run.startedAt, undoes: line.undoes.flatMap { decisions[$0] })
        if let number = line.number { decisions[number] = id }
      }
    default: throw LineError("the kind '\(kind)' is not known")
    }
  }
}
