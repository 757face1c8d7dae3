import Bytes
import JSON
import Model

/// JSON Feed 1.0 and 1.1.
struct JSONFeed: FeedSource {
  let head: FeedHead
  private let parts: JSONParts
  private let text: [UInt8]

  /// How many bytes stand in the file before the text; `nil` where it is in another encoding.
  private let shift: Int?
  private let base: String?

  init(_ decoded: DecodedText, bytes: [UInt8], base: String?) throws(ReadingError) {
    text = decoded.utf8
    let before = bytes.count - text.count
    shift = before >= 0 && bytes.dropFirst(before).elementsEqual(text) ? before : nil
    parts = JSONParts(text)
    let value: JSONValue
    do {
      value = try JSONParser.parse(parts.outside(text))
    } catch {
      throw ReadingError("not JSON: \(error.reason)")
    }
    guard value["version"]?.string?.contains("jsonfeed.org") == true else {
      throw ReadingError("not a feed")
    }
    var head = FeedHead()
    head.title = JSONFeed.line("title", of: value)
    head.url = JSONFeed.line("home_page_url", of: value).flatMap {
      WebAddress.resolved($0, against: base)
    }
    head.language = JSONFeed.line("language", of: value)
    head.bylines = JSONFeed.bylines(of: value, outlet: head.title)
    head.id = JSONFeed.line("feed_url", of: value)
    head.description = JSONFeed.line("description", of: value)
    head.author = head.bylines.isEmpty ? nil : head.bylines.joined(separator: ", ")
    head.charset = decoded.encoding.name
    head.format = value["version"]?.string?.hasSuffix("/1.1") == true ? "json11" : "json1"
    self.head = head
    self.base = base ?? head.url
  }

  var mime: String { "application/feed+json" }

  /// What is cut is no JSON, and refused as a whole.
  var cut: ReadingError? { nil }

  var count: Int { parts.items.count }

  func place(of index: Int) -> FeedPlace {
    let range = parts.items[index]
    return FeedPlace(offset: shift.map { $0 + range.lowerBound }, original: Array(text[range]))
  }

  func entry(_ index: Int) throws(ReadingError) -> FeedEntry {
    let value: JSONValue
    do {
      value = try JSONParser.parse(Array(text[parts.items[index]]))
    } catch {
      throw ReadingError("not JSON: \(error.reason)")
    }
    guard case .object = value else { throw ReadingError("not an object") }
    var entry = FeedEntry()
    func line(_ key: String) -> String? { JSONFeed.line(key, of: value) }
    entry.id = line("id") ?? value["id"]?.integer.map(String.init)
    entry.url = (line("url") ?? line("external_url")).flatMap {
      WebAddress.resolved($0, against: base)
    }
    entry.base = entry.url ?? base
    entry.title = line("title")
    entry.language = line("language")
    entry.bylines = JSONFeed.bylines(of: value, outlet: head.title)
    entry.published = line("date_published")
    entry.updated = line("date_modified")
    var seen: Set<String> = []
    entry.tags = (value["tags"]?.array ?? []).prefix(200).compactMap { $0.string?.trimmed.nonEmpty }
      .filter { seen.insert($0).inserted }
    entry.enclosures = (value["attachments"]?.array ?? []).prefix(1000).compactMap { enclosure($0) }
    entry.summary = line("summary").map { FeedContent(open: $0) }
    if let html = line("content_html") {
      entry.content = FeedContent(html: html)
    } else {
      entry.content = line("content_text").map { FeedContent(text: $0) }
    }
    return entry
  }

  private func enclosure(_ value: JSONValue) -> Enclosure? {
    guard let url = value["url"]?.string.flatMap({ WebAddress.resolved($0, against: base) }) else {
      return nil
    }
    return Enclosure(
      url: url, type: value["mime_type"]?.string, length: value["size_in_bytes"]?.integer)
  }

  private static func line(_ key: String, of value: JSONValue) -> String? {
    value[key]?.string?.withoutZeros.trimmed.nonEmpty
  }

  private static func bylines(of value: JSONValue, outlet: String?) -> [String] {
    let authors = value["authors"]?.array ?? value["author"].map { [$0] } ?? []
    return authors.prefix(100).compactMap { $0["name"]?.string ?? $0.string }
      .flatMap { FeedNames.names(in: $0.withoutZeros, outlet: outlet) }
  }
}

/// The items of a JSON Feed as ranges of its bytes, found without parsing.
struct JSONParts {
  private(set) var items: [Range<Int>] = []

  /// The inside of the array of the items.
  private var array = 0..<0

  init(_ bytes: [UInt8]) {
    var depth = 0
    var start: Int?
    var arrayStart: Int?
    var key: Range<Int>?
    var index = 0
    func close(at end: Int) {
      guard let begin = start else { return }
      var end = end
      while end > begin, bytes[end - 1] <= 0x20 { end -= 1 }
      if items.count <= Feed.entryLimit { items.append(begin..<end) }
      start = nil
    }
    while index < bytes.count {
      let byte = bytes[index]
      if arrayStart != nil, depth == 2, start == nil, byte > 0x20, byte != UInt8(ascii: ","),
        byte != UInt8(ascii: "]")
      {
        start = index
      }
      switch byte {
      case UInt8(ascii: "\""):
        let begin = index
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        if depth == 1, index < bytes.count { key = (begin + 1)..<index }
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        let isItems = key.map { bytes[$0].elementsEqual("items".utf8) } ?? false
        if depth == 1, byte == UInt8(ascii: "["), isItems, array.isEmpty { arrayStart = index + 1 }
        depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 2, let begin = arrayStart {
          close(at: index)
          array = begin..<index
          arrayStart = nil
        }
        depth -= 1
      case UInt8(ascii: ",") where depth == 2 && arrayStart != nil: close(at: index)
      default: break
      }
      index += 1
    }
  }

  /// All but the items.
  func outside(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes[..<array.lowerBound] + bytes[array.upperBound...])
  }
}
