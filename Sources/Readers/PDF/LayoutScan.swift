/// Reads the markup of a layout from its first byte to its last, whatever stands in it.
struct LayoutScan {
  private let bytes: [UInt8]
  private var place = 0
  private var layout = Layout()
  private var words: [LayoutWord] = []
  private var lineCount = 0

  private static let longestTag = 512

  static func layout(of bytes: [UInt8]) throws(ReadingError) -> Layout {
    var scan = LayoutScan(bytes: bytes)
    while let tag = scan.nextTag() {
      scan.take(tag)
      guard scan.lineCount <= TextLine.countLimit else { throw TextLine.tooMany }
    }
    return scan.layout
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// What stands between `<` and `>`; `nil` behind the last one.
  private mutating func nextTag() -> ArraySlice<UInt8>? {
    guard let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
    let rest = bytes[(start + 1)...]
    let end = rest.prefix(LayoutScan.longestTag).firstIndex(of: UInt8(ascii: ">"))
    place = end.map { $0 + 1 } ?? start + 1
    return rest[..<(end ?? start + 1)]
  }

  private mutating func take(_ tag: ArraySlice<UInt8>) {
    switch String(decoding: tag.prefix { $0 != 0x20 }, as: UTF8.self) {
    case "title": layout.title = text().trimmed.nonEmpty
    case "page":
      layout.pages.append(LayoutPage(height: LayoutScan.number("height", in: tag) ?? 0))
    case "block":
      if !layout.pages.isEmpty { layout.pages[layout.pages.count - 1].blocks.append([]) }
    case "word": takeWord(tag)
    case "/line": endLine()
    default: break
    }
  }

  private mutating func takeWord(_ tag: ArraySlice<UInt8>) {
    guard let left = LayoutScan.number("xMin", in: tag),
      let top = LayoutScan.number("yMin", in: tag),
      let right = LayoutScan.number("xMax", in: tag),
      let bottom = LayoutScan.number("yMax", in: tag)
    else { return }
    let text = LayoutCharacters.cleaned(text())
    guard !text.isEmpty else { return }
    words.append(LayoutWord(text: text, left: left, top: top, right: right, bottom: bottom))
  }

  private mutating func endLine() {
    defer { words = [] }
    guard let page = layout.pages.indices.last, let block = layout.pages[page].blocks.indices.last,
      let line = LayoutLine(words)
    else { return }
    layout.pages[page].blocks[block].append(line)
    lineCount += 1
  }

  /// The characters up to the next tag.
  private mutating func text() -> String {
    let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    defer { place = end }
    return LayoutCharacters.unescaped(bytes[place..<end])
  }

  /// The number of an attribute: digits with a point among them.
  private static func number(_ name: String, in tag: ArraySlice<UInt8>) -> Double? {
    let opening = Array(" \(name)=\"".utf8)
    guard let start = tag.indices.first(where: { tag[$0...].starts(with: opening) }) else {
      return nil
    }
    let digits = tag[(start + opening.count)...].prefix(20).prefix { $0 != UInt8(ascii: "\"") }
    guard let value = Double(String(decoding: digits, as: UTF8.self)), abs(value) < 1e6 else {
      return nil
    }
    return value
  }
}
