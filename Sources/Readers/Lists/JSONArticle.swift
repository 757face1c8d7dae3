import Bytes
import JSON
import Model

/// An article as a line of JSON Lines has it.
///
/// JSON is UTF-8; a line that is not is read as what it looks like, as other texts are.
struct JSONArticle {
  private let value: JSONValue
  private let bytes: [UInt8]
  private let options: ReadingOptions
  private let id: String?

  init(_ bytes: [UInt8], options: ReadingOptions) throws(ReadingError) {
    do {
      value = try JSONParser.parse(DecodedText(bytes, declared: options.charset).utf8)
    } catch {
      throw ReadingError("not JSON at byte \(error.offset): \(error.reason)")
    }
    guard case .object = value else { throw ReadingError("not an object") }
    self.bytes = bytes
    self.options = options
    switch value["id"] {
    case .string(let text): id = text.isEmpty ? nil : text.withoutZeros
    case .number(let number): id = Int(exactly: number).map(String.init) ?? String(number)
    case nil, .null: id = nil
    default: throw ReadingError("id is not a string")
    }
    guard value["claims"] == nil else { throw ReadingError("use dossier import", id: id) }
  }

  func report(offset: Int?) throws(ReadingError) -> Report {
    var fields = ArticleFields()
    fields.id = id
    for name in ArticleFields.Name.allCases { fields[name] = try string(name.rawValue) }
    var report = try fields.report(mime: "application/json", options: options)
    report.offset = offset
    report.original = bytes
    return report
  }

  private func string(_ key: String) throws(ReadingError) -> String? {
    switch value[key] {
    case .string(let text): return text
    case nil, .null: return nil
    default: throw ReadingError("\(key) is not a string", id: id)
    }
  }
}
