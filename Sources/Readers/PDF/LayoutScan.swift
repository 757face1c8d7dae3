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
      layout.pages.append(LayoutPage(height: LayoutScan.number(Attribute.height, in: tag) ?? 0))
    case "block":
      if !layout.pages.isEmpty { layout.pages[layout.pages.count - 1].blocks.append([]) }
    case "word": takeWord(tag)
    case "/line": endLine()
    default: break
    }
  }

  private mutating func takeWord(_ tag: ArraySlice<UInt8>) {
    guard let left = LayoutScan.number(Attribute.left, in: tag),
      let top = LayoutScan.number(Attribute.top, in: tag),
      let right = LayoutScan.number(Attribute.right, in: tag),
      let bottom = LayoutScan.number(Attribute.bottom, in: tag)
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

  /// The attributes that are read, with what stands around their names.
  private enum Attribute {
    static let height = Array(" height=\"".utf8)
    static let left = Array(" xMin=\"".utf8)
    static let top = Array(" yMin=\"".utf8)
    static let right = Array(" xMax=\"".utf8)
    static let bottom = Array(" yMax=\"".utf8)
  }

  /// The number of an attribute, which is less than a million.
  private static func number(_ opening: [UInt8], in tag: ArraySlice<UInt8>) -> Double? {
    guard
      let start = tag.indices.first(where: {
        tag[$0] == 0x20 && tag[$0...].starts(with: opening)
      })
    else { return nil }
    return decimal(tag[(start + opening.count)...].prefix { $0 != UInt8(ascii: "\"") })
  }

  private static func decimal(_ digits: ArraySlice<UInt8>) -> Double? {
    guard (1...20).contains(digits.count) else { return nil }
    var value = 0.0
    var scale = 1.0
    var isFraction = false
    for byte in digits.first == UInt8(ascii: "-") ? digits.dropFirst() : digits {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if byte &- 0x30 < 10 {
        value = value * 10 + Double(byte - 0x30)
        if isFraction { scale *= 10 }
      } else {
        return nil
      }
    }
    value /= scale
    guard value < 1e6 else { return nil }
    return digits.first == UInt8(ascii: "-") ? -value : value
  }
}
