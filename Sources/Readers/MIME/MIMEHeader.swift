import Bytes

/// The header of a message or of one of its parts (RFC 5322, section 2.2), unfolded; those of HTTP and
/// of WARC records are the same.
struct MIMEHeader: Sendable {
  /// Names in lower case, and what stands behind the colon as bytes, in the order of the header.
  private(set) var fields: [(name: String, value: [UInt8])] = []

  /// More fields than this are no header that a relay would take.
  private static let fieldLimit = 2000

  /// What is kept of a field; more is a list of recipients.
  private static let valueLimit = 1 << 16

  /// Takes a line without its end; `false` if it is no line of a header.
  @discardableResult
  mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    if first == 0x20 || first == 0x09 {
      guard let last = fields.indices.last else { return false }
      let room = MIMEHeader.valueLimit - fields[last].value.count
      fields[last].value += line.prefix(room)
      return true
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let name = line[..<colon].trimmingBlanks
    guard !name.isEmpty, name.count <= 200, name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      return false
    }
    if fields.count < MIMEHeader.fieldLimit {
      let value = line[(colon + 1)...].trimmingBlanks.prefix(MIMEHeader.valueLimit)
      fields.append((String(decoding: name, as: UTF8.self).lowercased(), Array(value)))
    }
    return true
  }

  /// The bytes of the first field of that name, which is in lower case.
  func bytes(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  /// The first field of that name as it is written, or `nil` if it is empty.
  subscript(name: String) -> String? {
    bytes(name).flatMap { String(decoding: $0, as: UTF8.self).trimmed.nonEmpty }
  }

  /// What stands between commas in all fields of that name, in lower case.
  func list(_ name: String) -> [String] {
    fields.filter { $0.name == name }.flatMap { $0.value.split(separator: UInt8(ascii: ",")) }
      .map { String(decoding: $0, as: UTF8.self).trimmed.lowercased() }.filter { !$0.isEmpty }
  }

  /// The first field of that name as a person reads it: encoded words decoded, white space folded.
  ///
  /// `charset` is what bytes beyond ASCII are taken for that call themselves nothing.
  func text(_ name: String, charset: String? = nil) -> String? {
    bytes(name).flatMap { EncodedWords.text($0[...], charset: charset).nonEmpty }
  }

  /// The identifier of the first field of that name, without the angle brackets around it.
  func identifier(_ name: String) -> String? {
    guard let text = text(name) else { return nil }
    let start = text.firstIndex(of: "<").map { text.index(after: $0) } ?? text.startIndex
    return String(text[start...].prefix { $0 != ">" }).trimmed.nonEmpty
  }

  /// The first field of that name as a value with parameters.
  func value(_ name: String) -> MIMEValue? { bytes(name).flatMap { MIMEValue($0) } }
}
