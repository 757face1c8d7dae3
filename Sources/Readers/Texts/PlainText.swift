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
    "%pdf-", "<?xml", "<rss", "<feed", "<rdf:rdf", "<opml", "<svg", "warc/1.", "{\\rtf", "[{",
    "[[[",
  ]

  public static func recognizes(_ head: Head) -> Bool {
    !head.isBinary && !others.contains { head.start.starts(with: Array($0.utf8)) }
  }

  public mutating func next(from input: inout ByteInput) throws -> ReadingItem? {
    guard !isDone else { return nil }
    isDone = true
    guard let bytes = try input.rest(limit: options.documentLimit) else {
      return .refused(.documentTooLong(options.documentLimit))
    }
    let text = DecodedText(bytes, declared: options.charset).utf8
    // What goes from around the body is never as long.
    guard text.count <= 2 * options.textLimit else {
      return .refused(.textTooLong(options.textLimit))
    }
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
