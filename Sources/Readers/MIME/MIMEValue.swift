import Bytes

/// The value of a field like `Content-Type`: a word, and parameters behind it (RFC 2045, 2231).
struct MIMEValue: Hashable, Sendable {
  /// In lower case: `text/html`.
  var name: String

  /// Keyed by their names in lower case.
  var parameters: [String: String] = [:]

  private static let parameterLimit = 100

  init(name: String) { self.name = name }

  init?(_ bytes: [UInt8]) {
    var scanner = MIMEScanner(bytes)
    let word = scanner.word(until: ";").prefix { $0 > 0x20 }
    name = String(decoding: word, as: UTF8.self).lowercased()
    guard !name.isEmpty else { return nil }
    var pieces: [Piece] = []
    while scanner.take(";"), pieces.count < MIMEValue.parameterLimit {
      let key = scanner.word(until: ";=")
      guard scanner.take("=") else { continue }
      pieces.append(Piece(key, scanner.word(until: ";")))
    }
    let names = Dictionary(grouping: pieces) { $0.name }
    parameters = names.mapValues { Piece.joined($0) }
  }

  func parameter(_ name: String) -> String? { parameters[name]?.nonEmpty }

  /// The label of the encoding; some servers set quotation marks of the wrong kind around it.
  var charset: String? { parameter("charset")?.filter { $0 != "'" }.nonEmpty }

  /// A parameter, or one of the pieces into which a long one is cut: `name*1*=`.
  private struct Piece {
    var name: String
    var number = 0
    var isEncoded: Bool

    /// Whether the name has a mark of RFC 2231; what is written so goes before the plain form.
    var isMarked: Bool
    var bytes: [UInt8]

    init(_ key: [UInt8], _ value: [UInt8]) {
      var parts = String(decoding: key, as: UTF8.self).lowercased()
        .split(separator: "*", omittingEmptySubsequences: false)
      isMarked = parts.count > 1
      isEncoded = isMarked && parts.last == ""
      if isEncoded { parts.removeLast() }
      if parts.count > 1, let last = parts.last.flatMap({ Int($0) }) { number = last }
      name = parts.first.map(String.init) ?? ""
      bytes = value
    }

    static func joined(_ pieces: [Piece]) -> String {
      let marked = pieces.filter(\.isMarked)
      guard !marked.isEmpty else { return plain(pieces.first?.bytes ?? []) }
      var charset: String?
      var bytes: [UInt8] = []
      for (index, piece) in marked.sorted(by: { $0.number < $1.number }).enumerated() {
        var value = piece.bytes[...]
        if piece.isEncoded, index == 0 { charset = takeCharset(from: &value) }
        bytes += piece.isEncoded ? unescaped(value) : Array(value)
      }
      return String(decoding: DecodedText(bytes, declared: charset).utf8, as: UTF8.self)
    }

    /// Against the standard, encoded words are written here too.
    private static func plain(_ bytes: [UInt8]) -> String {
      let text = String(decoding: DecodedText(bytes).utf8, as: UTF8.self)
      return text.contains("=?") && text.contains("?=") ? EncodedWords.text(bytes[...]) : text
    }

    /// Takes `utf-8'en'` from the start of a value.
    private static func takeCharset(from value: inout ArraySlice<UInt8>) -> String? {
      let mark = UInt8(ascii: "'")
      guard let first = value.firstIndex(of: mark),
        let second = value[(first + 1)...].firstIndex(of: mark)
      else { return nil }
      let label = String(decoding: value[..<first], as: UTF8.self)
      value = value[(second + 1)...]
      return label
    }

    private static func unescaped(_ value: ArraySlice<UInt8>) -> [UInt8] {
      var bytes: [UInt8] = []
      var index = value.startIndex
      while index < value.endIndex {
        let isMark = value[index] == UInt8(ascii: "%")
        let pair = isMark ? QuotedPrintable.pair(in: value, behind: index) : nil
        bytes.append(pair ?? value[index])
        index += pair == nil ? 1 : 3
      }
      return bytes
    }
  }
}
