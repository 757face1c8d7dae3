import Bytes
import Model
import SQLite

/// Hands out an archive's lines one after the other; no more than an article's lines are in memory.
final class ArchiveExport {
  private let database: Database
  private let isComplete: Bool
  private let rest: ExportParts
  private let articles: ExportArticles

  /// What comes next: parts before the articles, the articles, the decisions.
  private enum Stage {
    case begin, parts, articles, decisions, end
  }
  private var stage = Stage.begin
  private var waiting: [ExportStep] = []

  init(_ database: Database, complete: Bool) throws(ArchiveError) {
    self.database = database
    isComplete = complete
    rest = ExportParts(database: database, isComplete: complete)
    articles = try ExportArticles(database, isComplete: complete)
    try database.run("BEGIN DEFERRED")
  }

  deinit { database.connection.rollBack() }

  func next() throws(ArchiveError) -> ArchiveLine? {
    while waiting.isEmpty {
      switch stage {
      case .begin:
        waiting = [.line(.archive(isComplete: isComplete))]
        stage = .parts
      case .parts:
        for line in try rest.runs() + rest.sources() + rest.entities() {
          waiting.append(.line(line))
        }
        stage = .articles
      case .articles:
        waiting = try articles.next()
        if waiting.isEmpty { stage = .decisions }
      case .decisions:
        waiting = try rest.decisions().map { .line($0) }
        stage = .end
      case .end:
        database.connection.rollBack()
        return nil
      }
      waiting.reverse()
    }
    switch waiting.removeLast() {
    case .line(let line): return line
    case .original(let id, let revision):
      return .original(try articles.original(id, revision: revision))
    }
  }
}

/// A line, or the id of an original whose bytes are read only when its turn comes.
enum ExportStep {
  case line(ArchiveLine)
  case original(Int, revision: String)
}
