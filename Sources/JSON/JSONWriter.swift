/// Writes JSON text as UTF-8 bytes, members in the order in which they are given.
///
/// Control characters are escaped; everything else stands as it is, so that equal values give
/// equal bytes.
public struct JSONWriter {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Takes the bytes out and leaves the writer empty.
  public mutating func take() -> [UInt8] {
    defer {
      bytes.removeAll(keepingCapacity: true)
      needsComma = false
    }
    return bytes
  }

  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  public mutating func array<Elements: Sequence>(
    _ elements: Elements, _ element: (inout JSONWriter, Elements.Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for value in elements { element(&self, value) }
    close(UInt8(ascii: "]"))
  }

  /// A member's name as it stands behind another member, `,"name":`, and as the first one.
  public struct Key: Sendable {
    fileprivate let bytes: [UInt8]
    fileprivate let first: [UInt8]

    public init(_ name: StaticString) {
      first = Array("\"\(name)\":".utf8)
      bytes = [UInt8(ascii: ",")] + first
    }
  }

  public mutating func key(_ key: Key) {
    bytes.append(contentsOf: needsComma ? key.bytes : key.first)
    needsComma = false
  }

  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    raw(name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func string(_ text: some StringProtocol) {
    string(String(text))
  }

  public mutating func string(_ text: String) {
    separate()
    var text = text
    text.withUTF8 { text in
      bytes.append(UInt8(ascii: "\""))
      escape(text)
      bytes.append(UInt8(ascii: "\""))
    }
    needsComma = true
  }

  /// For each byte whether it cannot stand in a string as it is.
  private static let needsEscape: [Bool] = (0..<256).map {
    $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F
  }

  /// Copies what needs no escape in runs.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    let needsEscape = Self.needsEscape
    for index in text.indices {
      let byte = text[index]
      guard needsEscape[Int(byte)] else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      start = index + 1
      switch byte {
      case 0x22, 0x5C:
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: raw("\\n")
      case 0x0D: raw("\\r")
      case 0x09: raw("\\t")
      default:
        raw("\\u00")
        bytes.append(contentsOf: [byte >> 4, byte & 15].map { $0 < 10 ? $0 + 48 : $0 + 87 })
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  public mutating func string(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  public mutating func number(_ value: Int) {
    separate()
    digits(value)
    needsComma = true
  }

  private mutating func digits(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    // As many as a number of 64 bits has.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var first = 20
      repeat {
        first -= 1
        digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[first...]))
    }
  }

  public mutating func number(_ value: Int?) {
    if let value { number(value) } else { null() }
  }

  /// The shortest decimal that reads back as `value`; whole numbers up to 2^53 without fraction.
  public mutating func number(_ value: Double) {
    separate()
    if let whole = Int(exactly: value), whole.magnitude <= 1 << 53 {
      digits(whole)
    } else if value.isFinite {
      bytes.append(contentsOf: value.description.utf8)
    } else {
      raw("null")
    }
    needsComma = true
  }

  public mutating func number(_ value: Double?) {
    if let value { number(value) } else { null() }
  }

  public mutating func bool(_ value: Bool) {
    separate()
    raw(value ? "true" : "false")
    needsComma = true
  }

  public mutating func null() {
    separate()
    raw("null")
    needsComma = true
  }

  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .number(let value): number(value)
    case .string(let value): string(value)
    case .array(let values): array(values) { $0.value($1) }
    case .object(let members):
      object { writer in
        for member in members {
          writer.key(member.key)
          writer.value(member.value)
        }
      }
    }
  }

  /// Ends a line of NDJSON.
  public mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func raw(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
