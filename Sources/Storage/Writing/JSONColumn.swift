import JSON
import Model

/// Lists and small records as JSON, in columns that are read and written whole.
enum JSONColumn {
  static func text(_ list: [String]) -> String {
    if list.isEmpty { return "[]" }
    return write { $0.array(list) { $0.string($1) } }
  }

  static func text(_ offsets: [Int]) -> String {
    if offsets.isEmpty { return "[]" }
    return write { $0.array(offsets) { $0.number($1) } }
  }

  static func text(_ provenance: [Provenance]) -> String {
    write { writer in
      writer.object { writer in
        for entry in provenance {
          writer.key(entry.field)
          writer.string(entry.source.rawValue)
        }
      }
    }
  }

  static func text(_ enclosures: [Enclosure]) -> String {
    if enclosures.isEmpty { return "[]" }
    return write { writer in
      writer.array(enclosures) { writer, enclosure in
        writer.object { writer in
          writer.key("url")
          writer.string(enclosure.url)
          writer.key("type")
          writer.string(enclosure.type)
          writer.key("length")
          writer.number(enclosure.length)
        }
      }
    }
  }

  /// `nil` where there is no header.
  static func text(_ headers: [HeaderField]) -> String? {
    if headers.isEmpty { return nil }
    return write { writer in
      writer.array(headers) { writer, field in
        writer.array([field.name, field.value]) { $0.string($1) }
      }
    }
  }

  static func headers(_ text: String) -> [HeaderField] { headers(parse(text)) }

  static func headers(_ value: JSONValue) -> [HeaderField] {
    (value.array ?? []).compactMap { value in
      guard let pair = value.array?.compactMap(\.string), pair.count == 2 else { return nil }
      return HeaderField(name: pair[0], value: pair[1])
    }
  }

  static func list(_ text: String) -> [String] {
    text == "[]" ? [] : parse(text).array?.compactMap(\.string) ?? []
  }

  static func offsets(_ text: String) -> [Int] { text == "[]" ? [] : offsets(parse(text)) }

  /// None at all where they are no offsets in order.
  static func offsets(_ value: JSONValue) -> [Int] {
    let offsets = (value.array ?? []).map { $0.integer ?? -1 }
    let isInOrder = zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
    return isInOrder && (offsets.first ?? 0) >= 0 ? offsets : []
  }

  static func provenance(_ text: String) -> [Provenance] { provenance(parse(text)) }

  static func provenance(_ value: JSONValue) -> [Provenance] {
    guard case .object(let members) = value else { return [] }
    return members.compactMap { member in
      member.value.string.flatMap(Provenance.Source.init).map {
        Provenance(field: member.key, source: $0)
      }
    }
  }

  static func enclosures(_ text: String) -> [Enclosure] {
    text == "[]" ? [] : enclosures(parse(text))
  }

  static func enclosures(_ value: JSONValue) -> [Enclosure] {
    (value.array ?? []).compactMap { value in
      value["url"]?.string.map {
        Enclosure(url: $0, type: value["type"]?.string, length: value["length"]?.integer)
      }
    }
  }

  private static func parse(_ text: String) -> JSONValue {
    (try? JSONParser.parse(Array(text.utf8))) ?? .null
  }

  private static func write(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
