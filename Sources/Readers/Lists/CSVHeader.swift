import Bytes

/// The first row of a table: what its columns are.
struct CSVHeader: Sendable {
  enum Column: Hashable, Sendable {
    case id
    case field(ArticleFields.Name)

    init?(_ name: String) {
      if name == "id" {
        self = .id
      } else if let field = ArticleFields.Name(rawValue: name) {
        self = .field(field)
      } else {
        return nil
      }
    }
  }

  /// In their order; `nil` for one that is passed over.
  private(set) var columns: [Column?] = []
  private(set) var delimiter = UInt8(ascii: ",")

  /// More columns than this are no table of articles.
  private static let limit = 1000

  /// Reads the names with the delimiter that gives most known ones; `nil` if none gives a text.
  init?(_ line: [UInt8]) {
    for mark in [",", ";", "\t"] as [Unicode.Scalar] {
      let found = CSVHeader.columns(of: line, delimiter: UInt8(ascii: mark))
      guard found.count(where: { $0 != nil }) > known else { continue }
      columns = found
      delimiter = UInt8(ascii: mark)
    }
    let texts: [ArticleFields.Name] = [.text, .html, .packedHTML]
    guard texts.contains(where: { columns.contains(.field($0)) }) else { return nil }
  }

  /// How many of the columns say something.
  var known: Int { columns.count { $0 != nil } }

  private static func columns(of line: [UInt8], delimiter: UInt8) -> [Column?] {
    var scan = CSVScan(delimiter: delimiter, limit: limit)
    scan.run(over: line)
    guard scan.count <= limit, !scan.isBroken else { return [] }
    return scan.cells.map { cell in
      let name = String(decoding: CSVScan.content(of: line[cell]), as: UTF8.self)
      return Column(name.trimmed.lowercased())
    }
  }

  /// What a row says; an empty cell says nothing.
  func fields(of row: CSVRows.Row, charset: String?) -> ArticleFields {
    var fields = ArticleFields()
    for (column, cell) in zip(columns, row.cells) {
      guard let column else { continue }
      let content = CSVScan.content(of: row.bytes[cell])
      guard content.contains(where: { $0 > 0x20 }) else { continue }
      let text = String(decoding: DecodedText(content, declared: charset).utf8, as: UTF8.self)
      switch column {
      case .id: fields.id = fields.id ?? text.trimmed
      case .field(let name): fields[name] = fields[name] ?? text
      }
    }
    return fields
  }
}
