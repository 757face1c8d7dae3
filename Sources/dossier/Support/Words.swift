import Bytes
import Language
import Model

/// What extraction goes by: the entities and the words of languages.
enum Words {
  /// The built-in ones with those of the user's files over them.
  static func gazetteer(files: [String], over base: Gazetteer = .builtIn) throws -> Gazetteer {
    var gazetteer = base
    for path in files { try add(try table(in: path), from: path, to: &gazetteer) }
    return gazetteer
  }

  /// The built-in units with those of the user's files over them.
  static func units(files: [String]) throws -> Units {
    var units = Units.builtIn
    for path in files {
      do {
        units = try units.adding(text(of: path))
      } catch let error as GazetteerError {
        throw faults(error, in: path)
      }
    }
    return units
  }

  /// A user's tables, with their paths.
  static func tables(in paths: [String]) throws -> [(path: String, table: GazetteerTable)] {
    try paths.map { ($0, try table(in: $0)) }
  }

  /// A user's table of entities.
  static func table(in path: String) throws -> GazetteerTable {
    do {
      return try GazetteerTable(text(of: path))
    } catch let error as GazetteerError {
      throw faults(error, in: path)
    }
  }

  /// Adds a table whose parents have to be known.
  static func add(
    _ table: GazetteerTable, from path: String, to gazetteer: inout Gazetteer
  ) throws {
    do {
      try gazetteer.add(table)
    } catch {
      throw faults(error, in: path)
    }
  }

  private static func text(of path: String) throws -> String {
    do {
      let file = try InputFile.open(path)
      var bytes: [UInt8] = []
      while true {
        let block = try file.read(atMost: 1 << 18)
        if block.isEmpty { return String(decoding: bytes, as: UTF8.self) }
        bytes += block
        guard bytes.count <= sizeLimit else {
          throw Failure(.noInput, "\(path): more than \(sizeLimit >> 20) MB are no table of words")
        }
      }
    } catch let refusal as Refusal {
      throw Failure(.noInput, refusal.sentence)
    }
  }

  private static let sizeLimit = 256 << 20

  /// Says all faults but the first on standard error, and the first as what ends the command.
  private static func faults(_ error: GazetteerError, in path: String) -> Failure {
    for fault in error.faults.dropFirst() { Console.note("\(path):\(fault)") }
    return Failure(.usage, "\(path):\(error.faults.first?.description ?? "not such a table")")
  }

  /// A short digest that tells two gazetteers apart.
  static func fingerprint(_ gazetteer: Gazetteer) -> String {
    var text = ""
    for entity in gazetteer.entities {
      text += "\(entity.id)\t\(entity.kind)\t\(entity.parent ?? "")"
      text += "\t\(entity.validFrom?.description ?? "")\t\(entity.validTo?.description ?? "")\t"
      for alias in entity.aliases {
        text += "\(alias.by.rawValue)|\(alias.language)|\(alias.ambiguous)|\(alias.text)\t"
      }
      text += "\n"
    }
    return shortDigest(text)
  }

  /// A short digest that tells two versions of the built-in words apart, the user's units with them.
  static func lexicons(units files: [String]) throws -> String {
    shortDigest(Lexicon.builtInText + (try files.map(text).joined()))
  }

  private static func shortDigest(_ text: String) -> String {
    String(Digest.hex(Digest.sha256(Array(text.utf8))).prefix(16))
  }
}
