import Bytes
import Model

/// A text file: one document, with or without a header.
///
/// The body is the file's text, character by character, less its header and what belongs to other
/// articles or to the site.
public struct PlainText: Reader {
  public static let format = Format.text
  private let options: ReadingOptions
  private var isDone = false

  public init(options: ReadingOptions) { self.options = options }

  /// Other formats are made of text too, but are no text to read: their marks would be taken for
  /// the report's words.
  private static let others = [
    "%pdf-", "<?xml", "<rss", "<feed", "<rdf:rdf", "<opml", "<svg", "warc/1.", "{\\rtf",
  ]

  public static func recognizes(_ head: Head) -> Bool {
    !head.isBinary && !others.contains { head.start.starts(with: Array($0.utf8)) }
  }

  public mutating func next(from input: inout ByteInput) throws -> ReadingItem? {
    guard !isDone else { return nil }
    isDone = true
    guard let bytes = try input.rest(limit: options.documentLimit) else {
      return .refused(ReadingError("longer than the limit of a document"))
    }
    let text = DecodedText(bytes, declared: options.charset).utf8
    // What goes from around the body is never as long.
    guard text.count <= 2 * options.textLimit else { return .refused(.tooLong) }
    guard text.contains(where: { $0 > 0x20 }) else { return .refused(ReadingError("no text")) }
    guard TextLine.fits(text) else { return .refused(TextLine.tooMany) }
    var report = PlainText.report(of: text, options: options)
    report.original = bytes
    options.complete(&report)
    return .report(report)
  }

  /// The report of a text, which may have a title from elsewhere.
  ///
  /// A lone line over such a text goes with its header only if it says that title.
  static func report(
    of text: [UInt8], titled title: String? = nil, options: ReadingOptions
  ) -> Report {
    let lines = TextLine.all(in: text)
    var header = TextHeader(lines)
    var body = lines.dropFirst(header.lineCount)
    if let title = title.map({ Fold.line($0) }), !header.isMarked {
      header = TextHeader([])
      body = lines[...].drop { $0.isBlank || $0.folded == title }
    }
    let own = TextBody(text, lines: Array(body), title: header.title)
    var report = Report(path: options.name, text: own.text, original: [])
    report.mime = "text/plain"
    report.links = own.links
    header.fill(&report)
    if report.language == nil { report.language = LanguageGuess.language(of: report.text) }
    return report
  }
}

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
