import Model

/// One gazetteer file, read.
///
/// Tab-separated, UTF-8, without quoting. The first line names the columns, in any order: `id`,
/// `kind` and `name` must be there; `parent iso wikidata geonames centre valid_from valid_to en ru
/// zh ko demonyms metonyms ambiguous notes` may be; others are passed over. Lists are joined by
/// `|`. Blank lines and lines that begin with `#` are comments.
public struct GazetteerTable: Sendable {
  /// In the order of the file; ids are unique.
  public let entities: [Entity]

  /// The line of each entity, from 1.
  let lines: [Int]

  /// Reads a table.
  ///
  /// - Throws: all that is wrong with its lines. Whether its parents exist is known only when it
  ///   is added to a gazetteer.
  public init(_ text: String) throws(GazetteerError) {
    var reader = GazetteerReader()
    reader.read(text)
    guard reader.faults.isEmpty else { throw GazetteerError(faults: reader.faults) }
    entities = reader.entities
    lines = reader.lines
  }
}

/// The cells of one line by their columns; an empty one is `nil`.
private struct Row {
  let columns: [String: Int]
  let cells: [String]

  subscript(column: String) -> String? {
    guard let index = columns[column], index < cells.count, !cells[index].isEmpty else {
      return nil
    }
    return cells[index]
  }
}

/// Reads the lines of a table one after another and keeps what is wrong with them.
private struct GazetteerReader {
  var entities: [Entity] = []
  var lines: [Int] = []
  var faults: [GazetteerError.Fault] = []
  private var columns: [String: Int] = [:]
  private var width = 0
  private var lineOfID: [String: Int] = [:]
  private var line = 0

  mutating func read(_ text: String) {
    let bytes = Array(text.utf8)
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count, faults.count < GazetteerError.most {
      let newline = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let end = newline > start && bytes[newline - 1] == 0x0D ? newline - 1 : newline
      line += 1
      read(line: bytes[start..<end])
      start = newline + 1
    }
    if width == 0 && faults.isEmpty { fail("no line names the columns") }
  }

  private mutating func fail(_ reason: String) {
    faults.append(GazetteerError.Fault(line: max(1, line), reason: reason))
  }

  private mutating func read(line bytes: ArraySlice<UInt8>) {
    guard let first = bytes.first, first != UInt8(ascii: "#"),
      bytes.contains(where: { $0 != 0x09 && $0 != 0x20 })
    else { return }
    let cells = bytes.split(separator: 0x09, omittingEmptySubsequences: false).map {
      Self.trimmed(String(decoding: $0, as: UTF8.self))
    }
    if width == 0 { readHeader(cells) } else { readRow(cells) }
  }

  private mutating func readHeader(_ cells: [String]) {
    width = cells.count
    for (index, name) in cells.enumerated() where columns[name] == nil { columns[name] = index }
    for name in ["id", "kind", "name"] where columns[name] == nil {
      fail("the first line names no column “\(name)”; columns are separated by tabs")
    }
  }

  private mutating func readRow(_ cells: [String]) {
    if columns["id"] == nil || columns["kind"] == nil || columns["name"] == nil { return }
    if cells.count > width {
      return fail("\(cells.count) cells, but the first line names \(width) columns")
    }
    let row = Row(columns: columns, cells: cells)
    guard let id = row["id"] else { return fail("no id") }
    guard Self.isID(id) else {
      return fail(
        "the id “\(Self.shown(id))” is not made of lower-case letters, digits and hyphens")
    }
    if let known = lineOfID[id] { return fail("the id “\(id)” stands already in line \(known)") }
    guard let kind = row["kind"] else { return fail("“\(id)” has no kind") }
    guard let name = row["name"] else { return fail("“\(id)” has no name") }
    var entity = Entity(
      id: id, kind: kind, name: name, parent: row["parent"], iso: row["iso"],
      wikidata: row["wikidata"], geonames: row["geonames"], centre: row["centre"],
      notes: row["notes"])
    entity.validFrom = day(row["valid_from"], column: "valid_from")
    entity.validTo = day(row["valid_to"], column: "valid_to")
    if let from = entity.validFrom, let to = entity.validTo, to <= from {
      return fail("valid_to is not after valid_from")
    }
    entity.aliases = aliases(name: name, row: row)
    lineOfID[id] = line
    entities.append(entity)
    lines.append(line)
  }

  private mutating func day(_ text: String?, column: String) -> Day? {
    guard let text else { return nil }
    if let day = Day(iso: text) { return day }
    fail("\(column) “\(Self.shown(text))” is not a day such as 2018-11-03")
    return nil
  }

  /// The names of a row.
  ///
  /// The first of each language is the name there, the others are aliases.
  private mutating func aliases(name: String, row: Row) -> [Alias] {
    func list(_ column: String) -> [String] {
      (row[column] ?? "").split(separator: "|").map { Self.trimmed(String($0)) }
        .filter { !$0.isEmpty }
    }
    let ambiguous = Set(list("ambiguous"))
    var seen: Set<String> = []
    var aliases: [Alias] = []
    func add(_ text: String, _ language: String, _ by: MentionKind) {
      guard seen.insert(text).inserted else { return }
      aliases.append(
        Alias(text: text, language: language, by: by, ambiguous: ambiguous.contains(text)))
    }
    add(name, Self.language(of: name), .name)
    for text in list("en") { add(text, "en", .alias) }
    for language in ["ru", "zh", "ko"] {
      for (index, text) in list(language).enumerated() {
        add(text, language, index == 0 ? .name : .alias)
      }
    }
    for text in list("demonyms") { add(text, Self.language(of: text), .demonym) }
    for text in list("metonyms") { add(text, Self.language(of: text), .metonym) }
    if let long = aliases.first(where: { $0.text.utf8.count > 200 }) {
      fail("the name “\(Self.shown(long.text))” has more than 200 bytes")
    }
    return aliases
  }

  /// By the first letter: a cell without a language of its own may hold names in any.
  private static func language(of text: String) -> String {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x400...0x52F: return "ru"
      case 0xAC00...0xD7FF, 0x1100...0x11FF, 0x3130...0x318F: return "ko"
      case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return "zh"
      case 0x41...0x24F: return "en"
      default: continue
      }
    }
    return "en"
  }

  private static func isID(_ text: String) -> Bool {
    text.utf8.count <= 100 && text.utf8.first != UInt8(ascii: "-")
      && text.utf8.last != UInt8(ascii: "-")
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  /// What a message shows of a cell: enough to find it, without control characters.
  private static func shown(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.prefix(40).map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard
      let first = scalars.firstIndex(where: { $0 != " " && $0 != "\u{A0}" }),
      let last = scalars.lastIndex(where: { $0 != " " && $0 != "\u{A0}" })
    else { return "" }
    return String(scalars[first...last])
  }
}
