import JSON

/// Writes CSV (RFC 4180) as UTF-8, safe to open in a spreadsheet.
///
/// Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay
/// numbers, and so does text that is wholly a number.
public struct CSVWriter {
  private var bytes: [UInt8] = []
  private let guardsFormulas: Bool
  private let lineEnd: String

  /// - Parameters:
  ///   - raw: text as it is, formulas included.
  ///   - crlf: carriage return and line feed at the end of lines.
  ///   - byteOrderMark: whether the output begins with one, which Excel wants.
  public init(raw: Bool = false, crlf: Bool = false, byteOrderMark: Bool = false) {
    guardsFormulas = !raw
    lineEnd = crlf ? "\r\n" : "\n"
    if byteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
  }

  /// Takes the bytes out and leaves the writer empty.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  public mutating func header<Record>(_ fields: [Field<Record>]) {
    row(fields.map { .text($0.flatName) })
  }

  public mutating func record<Record>(_ record: Record, _ fields: [Field<Record>]) {
    row(fields.map { $0.value(record) })
  }

  public mutating func row(_ values: [FieldValue]) {
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if case .text(let text) = value {
        cell(guarded(text))
      } else if case .list(let texts) = value {
        cell(guarded(texts.joined(separator: "; ")))
      } else {
        cell(value.flat)
      }
    }
    bytes.append(contentsOf: lineEnd.utf8)
  }

  private mutating func cell(_ text: String) {
    let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return bytes.append(contentsOf: text.utf8) }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func guarded(_ text: String) -> String {
    guard guardsFormulas, let first = text.unicodeScalars.first else { return text }
    switch first {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\t", "\n", "\r":
      // A sign alone is no formula, and a comparator has to stay one.
      return text == "=" || Self.isNumber(text) ? text : "'" + text
    default: return text
    }
  }

  /// Whether the text is a sign, digits and at most one point or comma between them.
  private static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst()
    guard let first = digits.first, let last = digits.last,
      (48...57).contains(first), (48...57).contains(last)
    else { return false }
    let others = digits.filter { !(48...57).contains($0) }
    return others.isEmpty || others == [UInt8(ascii: ".")] || others == [UInt8(ascii: ",")]
  }
}

extension FieldValue {
  /// The value in one cell; lists are joined by `; `.
  public var flat: String {
    switch self {
    case .null: return ""
    case .bool(let value): return value ? "true" : "false"
    case .integer(let value): return String(value)
    case .number(let value):
      var json = JSONWriter()
      json.number(value)
      return String(decoding: json.bytes, as: UTF8.self)
    case .text(let text): return text
    case .list(let texts): return texts.joined(separator: "; ")
    case .numbers(let values): return values.map(\.description).joined(separator: "; ")
    }
  }
}
