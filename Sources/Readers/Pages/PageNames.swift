import JSON
import Markup
import Model

/// Finding who wrote the article.
enum PageNames {
  static func find(_ page: PageMetadata, body: PageBody, outlet: String?) -> PageMetadata.Found<
    [String]
  >? {
    func clean(_ names: [String]) -> [String] { PersonName.clean(names, outlet: outlet) }
    if let author = page.article?["author"] ?? page.article?["creator"] {
      let names = clean(self.names(author, in: page.data))
      if !names.isEmpty { return (names, .jsonLD) }
    }
    let written = page.head.meta("twitter:label1").map { Fold.line($0) }
    if written == Array("written by".utf8), let name = page.head.meta("twitter:data1") {
      let names = clean([name])
      if !names.isEmpty { return (names, .meta) }
    }
    for name in [
      "parsely-author", "author", "article:author_name", "sailthru.author", "byl", "dc.creator",
      "article:author", "dcterms.creator", "citation_author", "og:article:author", "dc.contributor",
    ] {
      let stated = page.head.metas.filter { $0.name == name }.map(\.content)
      let names = clean(stated)
      if !names.isEmpty { return (names, .meta) }
    }
    return inMarkup(page, clean) ?? inOpening(page, body, clean)
  }

  private static func names(_ value: JSONValue, in data: LinkedData) -> [String] {
    switch value {
    case .string(let text): return [PlainMarkup.text(text)]
    case .array(let values): return values.prefix(20).flatMap { names($0, in: data) }
    case .object:
      let person = data.resolved(value)
      if LinkedData.types(of: person).contains("Organization") { return [] }
      return person["name"].map { names($0, in: data) } ?? []
    default: return []
    }
  }

  /// `itemprop=author` and `rel=author`, then elements that are called bylines.
  private static func inMarkup(
    _ page: PageMetadata, _ clean: ([String]) -> [String]
  ) -> PageMetadata.Found<[String]>? {
    let tree = page.layout.tree
    for node in page.head.authors {
      let value = tree.string(.content, of: node) ?? page.line(of: node)
      let names = clean([value])
      if !names.isEmpty, value.utf8.count < 120 { return (names, .markup) }
    }
    for node in tree.nodes.indices where tree.nodes[node].tag != .text && tree.nodes[node].count > 0
    {
      guard isByline(node, tree) else { continue }
      let lines = page.lines(of: node)
      let marked = lines.first { Furniture.words.byline.prefixLength(of: Fold.line($0)) > 0 }
      let text = marked ?? lines.joined(separator: " ")
      guard text.utf8.count < 160 else { continue }
      let isShort = text.utf8.count < 40 && tree.nodes[node].tag != .div
      let names = clean([text]).filter {
        Names.isListOfNames($0) || isShort && Names.isCapitalized($0)
      }
      if !names.isEmpty { return (names, .markup) }
    }
    return nil
  }

  /// A short line around the headline that begins with "By".
  private static func inOpening(
    _ page: PageMetadata, _ body: PageBody, _ clean: ([String]) -> [String]
  ) -> PageMetadata.Found<[String]>? {
    for index in body.opening {
      let block = page.layout.blocks[index]
      guard block.length < 160 else { continue }
      let line = String(decoding: page.layout.text[block.range], as: UTF8.self)
      for part in line.split(whereSeparator: { "|·•\n".contains($0) }) {
        let length = Furniture.words.byline.prefixLength(of: Fold.line(part))
        guard length > 0, Names.opensLikeName(part.trimmed.utf8.dropFirst(length)) else { continue }
        let names = clean([String(part)])
        if !names.isEmpty, names.allSatisfy(Names.isCapitalized) { return (names, .markup) }
      }
    }
    return nil
  }

  private static func isByline(_ node: Int, _ tree: MarkupTree) -> Bool {
    guard let names = tree.value(.class, of: node) else { return false }
    return bylines.contains { holds($0, in: names) }
  }

  private static let bylines = [Array("byline".utf8), Array("author".utf8)]

  /// Whether a word in small letters stands in a value, be they capitals there.
  ///
  /// Every element of a page is asked: nothing is copied.
  private static func holds(_ word: [UInt8], in value: ArraySlice<UInt8>) -> Bool {
    guard value.count >= word.count else { return false }
    return (value.startIndex...value.endIndex - word.count).contains { start in
      value[start] | 0x20 == word[0]
        && zip(word, value[start...]).allSatisfy { $0 == $1 | 0x20 }
    }
  }
}

/// Making bare names of what pages give as authors.
enum PersonName {
  static func clean(_ values: [String], outlet: String?) -> [String] {
    var names: [String] = []
    let site = outlet.map { Fold.line($0) }
    for value in values {
      for name in pieces(of: value) where isName(name, site: site) && !names.contains(name) {
        names.append(name)
      }
    }
    return names.count > 12 ? [] : names
  }

  /// The names in a byline: without "By", roles, dates, addresses.
  private static func pieces(of value: String) -> [String] {
    var text = value.trimmed
    guard text.utf8.count < 400, !text.contains("://"), !text.hasPrefix("www.") else { return [] }
    // "By Matthieu Hy on 7 May 2020": what follows the first figure, and the word before it, is
    // a date.
    if let figure = text.firstIndex(where: { $0.isNumber }) {
      var words = text[..<figure].split(separator: " ")
      while let last = words.last, words.count > 1,
        last.first?.isLowercase ?? true || Furniture.words.dateWord.isLine(Fold.line(last))
          || WrittenDate.isMonth(String(last))
      {
        words.removeLast()
      }
      text = words.joined(separator: " ")
    }
    let (names, _) = Names.byline(text, knownOutlet: "")
    return names.map { name in
      var name = name
      if let bracket = name.firstIndex(where: { "([<@".contains($0) }) {
        name = String(name[..<bracket]).trimmed
      }
      return name
    }
  }

  private static func isName(_ name: String, site: [UInt8]?) -> Bool {
    guard (2...60).contains(name.utf8.count), name.split(separator: " ").count <= 5,
      !name.contains(where: { $0.isNumber || "@:?!\"".contains($0) })
    else { return false }
    let line = Fold.line(name)
    if Furniture.words.role.isLine(line) || Furniture.words.chrome.isLine(line) { return false }
    guard let site else { return true }
    return line != site
  }
}
