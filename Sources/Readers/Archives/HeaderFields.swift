/// The lines `Name: value` that stand before a body, in WARC and in HTTP.
struct HeaderFields {
  private var fields: [(name: String, value: String)] = []

  /// Takes a line without its end; one that begins with a blank goes on with the value before it.
  ///
  /// What is neither is passed over, as all readers of such headers do.
  mutating func add(line: some Collection<UInt8>) {
    let text = String(decoding: line, as: UTF8.self)
    if text.utf8.first == 0x20 || text.utf8.first == 0x09 {
      guard !fields.isEmpty else { return }
      fields[fields.count - 1].value += " " + text.trimmed
    } else if let colon = text.firstIndex(of: ":") {
      let value = String(text[text.index(after: colon)...].trimmed)
      fields.append((text[..<colon].trimmed.lowercased(), value))
    }
  }

  /// The value of the first field of a name, which is given in lower case; `nil` if it is empty.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value.nonEmpty }

  /// What stands between commas in all fields of a name, in lower case.
  func list(_ name: String) -> [String] {
    fields.filter { $0.name == name }.flatMap { $0.value.split(separator: ",") }
      .map { $0.trimmed.lowercased() }.filter { !$0.isEmpty }
  }

  /// The body's media type.
  var contentType: ContentType? { self["content-type"].map { ContentType($0) } }
}

/// A media type with its parameters: `text/html; charset=koi8-r`.
struct ContentType {
  /// In lower case, without parameters.
  let name: String

  /// The label of the encoding.
  let charset: String?

  init(_ text: String) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    name = (parts.first ?? "").trimmed.lowercased()
    let charsets = parts.dropFirst().compactMap { part -> String? in
      let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmed }
      guard pair.count == 2, pair[0].lowercased() == "charset" else { return nil }
      return pair[1].filter { $0 != "\"" && $0 != "'" }.nonEmpty
    }
    charset = charsets.first
  }
}
