import Bytes
import SQLite

/// Where a page ended: the values that the rows are sorted by.
///
/// It says where, not how many, so that what is added meanwhile moves nothing.
struct PageToken {
  var values: [Value]

  /// What the user is given; it has no meaning to anyone else.
  var text: String {
    var fields: [String] = []
    for value in values {
      switch value {
      case .integer(let number): fields.append("i\(number)")
      case .real(let number): fields.append("r\(number)")
      case .text(let text): fields.append("t" + text)
      default: fields.append("n")
      }
    }
    let encoded = Base64.encode(Array(fields.joined(separator: "\u{1F}").utf8))
    return String(
      encoded.compactMap { $0 == "=" ? nil : $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
  }

  /// - Throws: `ArchiveError.invalid` where it is none of ours.
  init(_ text: String, count: Int) throws(ArchiveError) {
    let fields = (Base64.decode(text) ?? []).split(
      separator: 0x1F, omittingEmptySubsequences: false)
    let values = fields.compactMap { field -> Value? in
      let rest = String(decoding: field.dropFirst(), as: UTF8.self)
      switch field.first {
      case UInt8(ascii: "i"): return Int(rest).map { .integer($0) }
      case UInt8(ascii: "r"): return Double(rest).map { .real($0) }
      case UInt8(ascii: "t"): return .text(rest)
      default: return nil
      }
    }
    guard values.count == count else {
      throw .invalid(reason: "'\(text.prefix(40))' is no token that a list ended with")
    }
    self.values = values
  }

  init(_ values: [Value]) { self.values = values }
}
