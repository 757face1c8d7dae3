import Bytes
import JSON
import Model

/// An article as a line of JSON Lines has it.
struct JSONArticle {
  private let value: JSONValue
  private let bytes: [UInt8]
  private let options: ReadingOptions
  private let id: String?

  init(_ bytes: [UInt8], options: ReadingOptions) throws(ReadingError) {
    do {
      value = try JSONParser.parse(bytes)
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

  func report(offset: Int) throws(ReadingError) -> Report {
    var report = try content()
    report.id = id
    report.offset = offset
    report.original = bytes
    if let title = try string("title") {
      report.title = title
      report.note(.given, of: "title")
    }
    if let outlet = try string("outlet") {
      report.outlet = outlet
      report.note(.given, of: "outlet")
    }
    if let url = try string("url") {
      report.url = url
      report.note(.given, of: "url")
    }
    if let published = try moment("published") {
      report.published = published.day
      report.publishedAt = published.instant
      report.note(.given, of: "published")
    }
    if let updated = try moment("updated") {
      report.updatedAt = updated.instant
      report.note(.given, of: "updated_at")
    }
    if let language = try string("language") {
      report.declare(language: language, from: .given)
    } else if report.language == nil {
      report.language = LanguageGuess.language(of: report.text)
    }
    options.complete(&report)
    return report
  }

  /// The text as it stands, or what a page has of one.
  private func content() throws(ReadingError) -> Report {
    if let text = try string("text", trimmed: false) {
      var report = Report(path: options.name, text: text, original: [])
      report.mime = "application/json"
      return report
    }
    var page: [UInt8]?
    if let html = try string("html", trimmed: false) { page = Array(html.utf8) }
    if let packed = try string("html_base64") {
      page = Base64.decode(packed)
      if page == nil { throw ReadingError("html_base64 is not base64", id: id) }
    }
    guard let page else { throw ReadingError("no text", id: id) }
    var pageOptions = options
    pageOptions.url = try string("url") ?? options.url
    return HTMLPage.report(of: page, options: pageOptions)
  }

  private func string(
    _ key: String, trimmed: Bool = true
  ) throws(ReadingError) -> String? {
    switch value[key] {
    case .string(let text):
      let text = text.withoutZeros
      return trimmed ? text.trimmed.nonEmpty : text
    case nil, .null: return nil
    default: throw ReadingError("\(key) is not a string", id: id)
    }
  }

  /// A day, or a day with its time and offset.
  private func moment(_ key: String) throws(ReadingError) -> (day: Day, instant: Instant?)? {
    guard let text = try string(key) else { return nil }
    if let day = Day(iso: text) { return (day, nil) }
    if let stamp = Timestamp(rfc3339: text) { return (stamp.day, stamp.instant) }
    throw ReadingError("\(key) is neither a day nor RFC 3339: \(text.prefix(40))", id: id)
  }
}

extension String {
  /// The text with U+FFFD for U+0000, which no archive can hold.
  var withoutZeros: String {
    var text = self
    return text.withUTF8 { $0.contains(0) }
      ? String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 })) : self
  }

  var nonEmpty: String? { isEmpty ? nil : self }

  /// The text without white space around it, no-break spaces included.
  var trimmed: String { String(Substring(self).trimmed) }
}

extension Substring {
  var trimmed: Substring {
    var text = self
    while let first = text.unicodeScalars.first, first.properties.isWhitespace {
      text.unicodeScalars.removeFirst()
    }
    while let last = text.unicodeScalars.last, last.properties.isWhitespace {
      text.unicodeScalars.removeLast()
    }
    return text
  }
}

extension Report {
  /// Takes over what the document says of its language: `en_US` is `en`.
  mutating func declare(language tag: String, from source: Provenance.Source) {
    languageDeclared = tag
    let primary = tag.lowercased().prefix { $0.isASCII && $0.isLetter }
    guard (2...3).contains(primary.count) else { return }
    language = String(primary)
    note(source, of: "language")
  }
}
