import JSON
import Model

/// A value of a record, as JSON and flat tables know it.
public enum FieldValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([String])
  case numbers([Double])
}

/// A named value of a record: one definition for JSON, CSV, Markdown and tables.
public struct Field<Record>: Sendable {
  /// Its key in JSON.
  public let name: StaticString
  let key: JSONWriter.Key
  public let value: @Sendable (Record) -> FieldValue

  init(_ name: StaticString, value: @escaping @Sendable (Record) -> FieldValue) {
    self.name = name
    key = JSONWriter.Key(name)
    self.value = value
  }

  /// Its name in flat forms, where the short names are reserved words of SQL.
  public var flatName: String {
    switch name.description {
    case "text": "quote"
    case "start": "quote_start"
    case "end": "quote_end"
    case "from": "time_from"
    case "to": "time_to"
    default: name.description
    }
  }

  static func text(
    _ name: StaticString, _ value: @escaping @Sendable (Record) -> String?
  ) -> Field {
    Field(name) { record in value(record).map(FieldValue.text) ?? .null }
  }

  static func integer(
    _ name: StaticString, _ value: @escaping @Sendable (Record) -> Int?
  ) -> Field {
    Field(name) { record in value(record).map(FieldValue.integer) ?? .null }
  }

  static func number(
    _ name: StaticString, _ value: @escaping @Sendable (Record) -> Double?
  ) -> Field {
    Field(name) { record in value(record).map(FieldValue.number) ?? .null }
  }

  static func bool(
    _ name: StaticString, _ value: @escaping @Sendable (Record) -> Bool
  ) -> Field {
    Field(name) { record in .bool(value(record)) }
  }

  static func list(
    _ name: StaticString, _ value: @escaping @Sendable (Record) -> [String]
  ) -> Field {
    Field(name) { record in .list(value(record)) }
  }

  static func integers(
    _ name: StaticString, _ value: @escaping @Sendable (Record) -> [Int]
  ) -> Field {
    Field(name) { record in .numbers(value(record).map(Double.init)) }
  }

  static func day(_ name: StaticString, _ value: @escaping @Sendable (Record) -> Day?) -> Field {
    Field(name) { record in value(record).map { .text($0.description) } ?? .null }
  }

  static func instant(
    _ name: StaticString, _ value: @escaping @Sendable (Record) -> Instant?
  ) -> Field {
    Field(name) { record in value(record).map { .text($0.description) } ?? .null }
  }

  /// The same field of a record that holds this one.
  func of<Outer>(_ inner: @escaping @Sendable (Outer) -> Record) -> Field<Outer> {
    Field<Outer>(name) { value(inner($0)) }
  }
}

extension JSONWriter {
  /// The fields of a record, as members of the object that is open.
  public mutating func members<Record>(_ record: Record, _ fields: [Field<Record>]) {
    for field in fields {
      key(field.key)
      value(field.value(record))
    }
  }

  /// A record as one line of NDJSON.
  public mutating func line<Record>(_ record: Record, _ fields: [Field<Record>]) {
    object { $0.members(record, fields) }
    newline()
  }

  mutating func value(_ value: FieldValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .integer(let value): number(value)
    case .number(let value): number(value)
    case .text(let text): string(text)
    case .list(let texts): array(texts) { $0.string($1) }
    case .numbers(let values): array(values) { $0.number($1) }
    }
  }
}
