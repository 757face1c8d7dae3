/// A line of a text with the bytes it covers.
struct TextLine {
  /// Without its end.
  var range: Range<Int>

  /// With its end.
  var whole: Range<Int>

  /// In the form of the tables; empty for a long line, which is prose.
  var folded: [UInt8]
  var text: String
  var isBlank: Bool

  /// What a line may have at most to be a heading, a label, a part of a header, or a request.
  static let shortLimit = 600

  /// More lines than this are no text that anybody wrote, and each costs memory.
  static let countLimit = 1_000_000

  static let tooMany = ReadingError("more than \(countLimit) lines")

  /// Whether the text has no more lines than it may.
  static func fits(_ text: [UInt8]) -> Bool {
    text.count <= countLimit || text.count { $0 == 0x0A || $0 == 0x0D } <= 2 * countLimit
  }

  static func all(in text: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
      var next = end
      if next < text.count {
        let isPair = text[next] == 0x0D && next + 1 < text.count && text[next + 1] == 0x0A
        next += isPair ? 2 : 1
      }
      let isShort = end - start <= shortLimit
      let folded = isShort ? Fold.line(text[start..<end]) : []
      lines.append(
        TextLine(
          range: start..<end, whole: start..<next, folded: folded,
          text: isShort ? String(decoding: text[start..<end], as: UTF8.self).trimmed : "",
          isBlank: isShort && folded.isEmpty))
      start = next
    }
    return lines
  }

  /// Whether it ends as sentences do.
  var isSentence: Bool {
    var text = Substring(text)
    while let last = text.last, "\"'”’»)]”".contains(last) { text.removeLast() }
    guard let last = text.last else { return !isBlank }
    return ".!?…。！？:;".contains(last) || folded.isEmpty
  }

  /// Whether it could be the title of an article: short, and no sentence with a full stop.
  var isHeadline: Bool {
    guard (2...250).contains(folded.count) else { return false }
    return !text.hasSuffix(".") && !text.hasSuffix("。") && !text.hasSuffix(":")
  }
}
