import JSON

/// The articles that a page's JSON-LD describes.
struct LinkedData {
  /// Every object with a type, outermost first.
  private(set) var objects: [JSONValue] = []
  private var byID: [String: JSONValue] = [:]

  private static let objectLimit = 2000

  init(_ scripts: [[UInt8]]) {
    for script in scripts {
      for value in LenientJSON.values(in: script) { collect(value, depth: 0) }
    }
  }

  private mutating func collect(_ value: JSONValue, depth: Int) {
    guard depth < 12, objects.count < LinkedData.objectLimit else { return }
    switch value {
    case .array(let values): for value in values { collect(value, depth: depth + 1) }
    case .object(let members):
      if value["@type"] != nil {
        objects.append(value)
        if let id = value["@id"]?.string, byID[id] == nil { byID[id] = value }
      }
      for member in members { collect(member.value, depth: depth + 1) }
    default: break
    }
  }

  /// The object that a reference (`{"@id": …}` and nothing more) stands for.
  func resolved(_ value: JSONValue) -> JSONValue {
    guard value["name"] == nil, let id = value["@id"]?.string, let object = byID[id] else {
      return value
    }
    return object
  }

  static func types(of value: JSONValue) -> [String] {
    switch value["@type"] {
    case .string(let type): [type]
    case .array(let types): types.compactMap(\.string)
    default: []
    }
  }

  static func isArticle(_ value: JSONValue) -> Bool {
    types(of: value).contains {
      $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0.hasSuffix("Report")
        || $0 == "Review" || $0 == "Recipe" || $0.hasSuffix("BlogPost")
    }
  }

  /// The article that the page is about: the one whose headline or address fits it, else the first.
  func article(titles: [[UInt8]], url: String?) -> JSONValue? {
    let articles = objects.filter(LinkedData.isArticle)
    guard articles.count > 1 else { return articles.first }
    func fits(_ article: JSONValue) -> Bool {
      let headline = Fold.line(PlainMarkup.text(article["headline"]?.string ?? ""))
      if !headline.isEmpty, titles.contains(headline) { return true }
      let main = article["mainEntityOfPage"]
      let addresses = [article["url"], main, main?["@id"], article["@id"]]
      guard let url else { return false }
      return addresses.contains { $0?.string == url }
    }
    return articles.first(where: fits) ?? articles.first
  }

  /// Objects of a type, such as `WebPage`.
  func first(ofType type: String) -> JSONValue? {
    objects.first { LinkedData.types(of: $0).contains(type) }
  }
}

/// JSON as pages have it: with comments, raw line ends in strings, commas before brackets, several
/// values in one script.
enum LenientJSON {
  static func values(in script: [UInt8]) -> [JSONValue] {
    if let value = try? JSONParser.parse(script) { return [value] }
    return texts(in: script).compactMap { try? JSONParser.parse($0) }
  }

  /// Each outermost object or array, made strict.
  private static func texts(in script: [UInt8]) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    var current: [UInt8] = []
    var depth = 0
    var isString = false
    var index = 0
    while index < script.count {
      let byte = script[index]
      if isString {
        if byte == UInt8(ascii: "\\"), index + 1 < script.count {
          append(escape: script[index + 1], to: &current)
          index += 2
          continue
        }
        if byte == UInt8(ascii: "\"") { isString = false }
        current.append(byte < 0x20 ? 0x20 : byte)
      } else if byte == UInt8(ascii: "/"), index + 1 < script.count,
        script[index + 1] == UInt8(ascii: "*") || script[index + 1] == UInt8(ascii: "/")
      {
        index = endOfComment(script, from: index)
        continue
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        depth += 1
        current.append(byte)
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        guard depth > 0 else { index += 1; continue }
        while let last = current.last, last <= 0x20 || last == UInt8(ascii: ",") {
          current.removeLast()
        }
        depth -= 1
        current.append(byte)
        if depth == 0 {
          texts.append(current)
          current = []
        }
      } else if depth > 0 {
        isString = byte == UInt8(ascii: "\"")
        current.append(byte)
      }
      index += 1
    }
    return texts
  }

  /// An escape that JSON does not know is the character itself.
  private static func append(escape byte: UInt8, to text: inout [UInt8]) {
    if "\"\\/bfnrtu".utf8.contains(byte) {
      text += [UInt8(ascii: "\\"), byte]
    } else {
      text.append(byte < 0x20 ? 0x20 : byte)
    }
  }

  private static func endOfComment(_ script: [UInt8], from start: Int) -> Int {
    let isBlock = script[start + 1] == UInt8(ascii: "*")
    var index = start + 2
    while index < script.count {
      if isBlock, script[index] == UInt8(ascii: "*"), index + 1 < script.count,
        script[index + 1] == UInt8(ascii: "/")
      {
        return index + 2
      }
      if !isBlock, script[index] == 0x0A { return index }
      index += 1
    }
    return index
  }
}
