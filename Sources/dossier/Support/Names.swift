import Language
import Model
import Rendering
import Storage

enum Names {
  /// The one of those that a name may stand for; where there are more, each is told by its `label`.
  static func only<Record>(
    _ found: [Record], of name: String, label: (Record) -> String
  ) throws -> Record {
    if let one = found.first, found.count == 1 { return one }
    let labels = found.map(label).joined(separator: ", ")
    throw Failure(.partly, "'\(name)' may be \(labels); give the id of one of them")
  }
}

/// Finds what the names that a user typed stand for.
extension Archive {
  /// The ids of entities by id, name or alias.
  func entityIDs(_ names: [String]) throws -> [String] {
    try names.map { try knownEntity($0).entity.id }
  }

  func knownEntity(_ name: String) throws -> EntityRecord {
    switch try entity(matching: name) {
    case .found(let record): return record
    case .ambiguous(let records):
      let ids = records.map(\.entity.id).joined(separator: ", ")
      throw Failure(.partly, "'\(name)' may be \(ids); name one of them")
    case .unknown(let suggestions): throw try unknownEntity(name, suggestions)
    }
  }

  /// Says which entity may have been meant, by its id, as that is what can be typed next.
  private func unknownEntity(_ name: String, _ suggestions: [String]) throws -> ArchiveError {
    var ids: [String] = []
    for suggestion in suggestions {
      guard case .found(let record) = try entity(matching: suggestion) else { continue }
      if !ids.contains(record.entity.id) { ids.append(record.entity.id) }
    }
    return ArchiveError.unknown(kind: "entity", name: name, suggestions: Array(ids.prefix(1)))
  }

  /// The ids of the sources whose id, key, name or site fits.
  func sourceIDs(_ names: [String]) throws -> [Int] {
    try names.flatMap { try knownSources($0).map(\.id) }
  }

  /// The ids of sources that are to be left out; one that the archive has nothing of is told.
  func excludedSourceIDs(_ names: [String]) throws -> [Int] {
    try names.flatMap { name in
      do {
        return try knownSources(name).map(\.id)
      } catch ArchiveError.unknown {
        Console.note("dossier: no source \(name), so that nothing of it is left out")
        return []
      }
    }
  }

  func knownSources(_ name: String) throws -> [SourceRecord] {
    switch try sources(matching: name) {
    case .found(let records): return records
    case .ambiguous(let candidates): return candidates.flatMap { $0 }
    case .unknown(let suggestions):
      throw ArchiveError.unknown(kind: "source", name: name, suggestions: suggestions)
    }
  }

  func articleIDs(_ references: [String]) throws -> [Int] {
    try references.map { try article($0).id }
  }

  /// The built-in entities with the user's over them.
  func gazetteer() throws -> Gazetteer {
    var gazetteer = Gazetteer.builtIn
    gazetteer.add(try userEntities())
    return gazetteer
  }

  /// Takes a table in, once its parents are known to be there.
  func importUserEntities(_ table: GazetteerTable, from path: String) throws -> EntityImport {
    var gazetteer = try gazetteer()
    try Words.add(table, from: path, to: &gazetteer)
    return try importEntities(table.entities)
  }

  /// An article as a source of reports: what to cite it by.
  func briefingArticle(_ id: Int, revision: Int? = nil) throws -> Briefing.Article {
    let revision = try self.revision(of: id, number: revision)
    return Briefing.Article(
      record: try article(String(id)),
      accessed: revision.report.capturedAt ?? revision.ingestedAt,
      sha256: revision.originals.last?.sha256,
      file: revision.originals.last?.path?.split(separator: "/").last.map {
        TerminalText.escaped($0)
      })
  }
}
