/// The entries of an XML feed as ranges of its bytes, found without parsing.
struct FeedParts {
  /// The local name of the root element, in lower case; empty where there is none.
  private(set) var rootName = ""

  /// What each entry is parsed after: the declaration of the document's own texts, the root's start
  /// tag and that of RSS's channel.
  private(set) var context: [UInt8] = []
  private(set) var entries: [Entry] = []

  struct Entry {
    var range: Range<Int>

    /// Whether its end tag is missing.
    var isCut: Bool

    /// Where its identifier stands, as it is written.
    var identifier: Range<Int>?
  }

  /// Where the bytes end before the root does; `nil` where they do not.
  private(set) var cut: Cut?

  struct Cut: Equatable {
    /// Where what has no end begins: the last entry, else the last tag.
    var start: Int
    var isInEntry: Bool
  }

  /// Identifiers that several entries have, which tell nothing of any of them.
  private(set) var shared: Set<ArraySlice<UInt8>> = []

  private let bytes: [UInt8]
  private var position = 0

  /// The name of an entry's element, with its prefix.
  private var entryName: [UInt8]?
  private var entryStart: Int?
  private var identifier: Range<Int>?

  /// The source of an aggregated entry has an identifier of its own.
  private var isInSource = false
  private var isFirst = true
  private var isRootClosed = false

  /// Where a tag begins that has no end.
  private var openTag: Int?

  /// Where the root stands, if a server has written its complaints before it.
  private var rootStart = 0

  /// What such complaints are made of.
  private static let complaintNames: Set<String> = [
    "a", "b", "br", "code", "font", "i", "p", "pre", "span", "table", "td", "th", "tr",
  ]

  /// A longer context would be parsed with every entry, and says no more.
  private static let contextLimit = 1 << 12

  /// The entries behind these are not looked for.
  private static let entryLimit = Feed.entryLimit + 1

  /// What is longer is no identifier.
  private static let identifierLimit = 1 << 10

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while entries.count < FeedParts.entryLimit,
      let next = bytes[position...].firstIndex(of: UInt8(ascii: "<"))
    {
      position = next
      markup()
    }
    endBytes()
    // It is parsed with every entry: many tiny entries in a long root would take square time.
    if context.count * entries.count > 16 * bytes.count + (1 << 20) {
      context = Array("<\(rootName)>".utf8)
    }
    findShared()
  }

  /// A last entry without its end is none if more is missing than that.
  private mutating func endBytes() {
    guard !isFirst, !isRootClosed, entries.count < FeedParts.entryLimit else {
      return close(at: bytes.count, isCut: true)
    }
    cut = Cut(start: entryStart ?? openTag ?? bytes.count, isInEntry: entryStart != nil)
  }

  private mutating func findShared() {
    var seen: Set<ArraySlice<UInt8>> = []
    for range in entries.compactMap(\.identifier) {
      if !seen.insert(bytes[range]).inserted { shared.insert(bytes[range]) }
    }
  }

  /// Whether an entry's identifier is one that others have too.
  func isShared(_ entry: Entry) -> Bool {
    entry.identifier.map { shared.contains(bytes[$0]) } ?? false
  }

  private mutating func markup() {
    if matches("<!--") {
      skip(past: "-->")
    } else if matches("<![CDATA[") || matches("<![cdata[") {
      skip(past: "]]>")
    } else if matches("<?") {
      skip(past: "?>")
    } else if matches("<!") {
      declaration()
    } else if matches("</") {
      let name = name(at: position + 2)
      let end = endOfTag()
      if !isFirst, isRoot(name) { isRootClosed = true }
      if name.elementsEqual(entryName ?? []) { close(at: end, isCut: false) }
      if entryStart != nil, isNamed(name, "source") { isInSource = false }
      position = end
    } else {
      startTag()
    }
  }

  private mutating func startTag() {
    let start = position
    let name = name(at: start + 1)
    let end = endOfTag()
    position = end
    guard !name.isEmpty else { return }
    if isFirst, FeedParts.complaintNames.contains(local(name)) {
      rootStart = end
      return
    }
    if isFirst || entries.isEmpty && entryStart == nil && isNamed(name, "channel") {
      if isFirst {
        rootName = local(name)
        isRootClosed = bytes[end - 1] == UInt8(ascii: ">") && bytes[end - 2] == UInt8(ascii: "/")
      }
      if isFirst, rootStart > 0 { rootStart = start }
      isFirst = false
      if context.count + end - start <= FeedParts.contextLimit { context += bytes[start..<end] }
      return
    }
    if let entryName {
      guard name.elementsEqual(entryName) else { return noteIdentifier(name, from: end) }
    } else {
      guard rootName == "feed" ? isNamed(name, "entry") : isNamed(name, "item") else { return }
      entryName = Array(name)
    }
    close(at: start, isCut: true)
    entryStart = start
    isRootClosed = false
    if end >= 2, bytes[end - 2] == UInt8(ascii: "/") { close(at: end, isCut: false) }
  }

  private mutating func noteIdentifier(_ name: ArraySlice<UInt8>, from start: Int) {
    guard entryStart != nil, identifier == nil else { return }
    if isNamed(name, "source") {
      isInSource = bytes[start - 2] != UInt8(ascii: "/")
    } else if !isInSource, isNamed(name, "guid") || isNamed(name, "id") {
      let text = bytes[start...].prefix(FeedParts.identifierLimit)
      identifier = start..<(text.firstIndex(of: UInt8(ascii: "<")) ?? text.endIndex)
      // CDATA begins with the sign that ends plain text.
      if identifier?.isEmpty == true {
        identifier = start..<(text.firstIndex(of: UInt8(ascii: ">")) ?? text.endIndex)
      }
    }
  }

  private func isNamed(_ name: ArraySlice<UInt8>, _ wanted: StaticString) -> Bool {
    let local = withoutPrefix(name)
    return local.count == wanted.utf8CodeUnitCount
      && local.elementsEqual(
        UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount)
      ) { $0 | 0x20 == $1 }
  }

  private func isRoot(_ name: ArraySlice<UInt8>) -> Bool {
    withoutPrefix(name).elementsEqual(rootName.utf8) { $0 | 0x20 == $1 }
  }

  private func withoutPrefix(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
  }

  private mutating func close(at end: Int, isCut: Bool) {
    guard let start = entryStart else { return }
    entries.append(Entry(range: start..<end, isCut: isCut, identifier: identifier))
    entryStart = nil
    identifier = nil
    isInSource = false
  }

  /// The bytes that stand in no entry.
  var outside: [UInt8] {
    var rest: [UInt8] = []
    var start = min(rootStart, entries.first?.range.lowerBound ?? rootStart)
    for entry in entries {
      rest += bytes[start..<entry.range.lowerBound]
      start = entry.range.upperBound
    }
    return rest + bytes[start..<max(start, cut?.start ?? bytes.count)]
  }

  private func name(at start: Int) -> ArraySlice<UInt8> {
    bytes[min(start, bytes.count)...].prefix(64).prefix {
      $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "<")
    }
  }

  private func local(_ name: ArraySlice<UInt8>) -> String {
    let local = name.split(separator: UInt8(ascii: ":")).last ?? []
    return String(decoding: local, as: UTF8.self).lowercased()
  }

  /// One past the end of the tag at `position`.
  private mutating func endOfTag() -> Int {
    var quote: UInt8?
    var index = position + 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") { return index }
      if byte == quote {
        quote = nil
      } else if quote == nil {
        if byte == UInt8(ascii: ">") { return index + 1 }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
      }
      index += 1
    }
    openTag = position
    return index
  }

  /// Passes over a type declaration with its own declarations in brackets.
  private mutating func declaration() {
    let start = position
    defer {
      if isFirst, position - start < FeedParts.contextLimit / 2,
        bytes[start..<position].firstRange(of: Array("<!ENTITY".utf8)) != nil
      {
        context += bytes[start..<position]
      }
    }
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      if byte == UInt8(ascii: ">"), depth <= 0 { return }
    }
  }

  private mutating func skip(past end: StaticString) {
    let first = end.utf8Start.pointee
    while position < bytes.count, bytes[position] != first || !matches(end) { position += 1 }
    position = min(position + end.utf8CodeUnitCount, bytes.count)
  }

  private func matches(_ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    for place in 0..<text.utf8CodeUnitCount where bytes[position + place] != text.utf8Start[place] {
      return false
    }
    return true
  }
}
