import Bytes
import Markup
import Model

/// A saved page: one document.
public struct HTMLPage: Reader {
  public static let format = Format.html
  private let options: ReadingOptions
  private var isDone = false

  public init(options: ReadingOptions) { self.options = options }

  public static func recognizes(_ head: Head) -> Bool {
    guard head.start.first == UInt8(ascii: "<"), !head.isBinary else { return false }
    let openings = [
      "<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<script", "<article", "<div",
      "<p>", "<p ", "<h1", "<table", "<main", "<style",
    ]
    return openings.contains { head.contains($0) }
  }

  public mutating func next(from input: inout ByteInput) throws -> ReadingItem? {
    guard !isDone else { return nil }
    isDone = true
    guard let bytes = try input.rest(limit: options.documentLimit) else {
      return .refused(.documentTooLong(options.documentLimit))
    }
    do throws(ReadingError) {
      var report = try HTMLPage.report(of: bytes, options: options)
      guard !report.text.isEmpty || report.title != nil else { throw ReadingError("no text") }
      options.complete(&report)
      return .report(report)
    } catch {
      return .refused(error)
    }
  }

  static func report(
    of bytes: [UInt8], options: ReadingOptions
  ) throws(ReadingError) -> Report {
    let decoded = DecodedText(
      bytes, declared: options.charset ?? CharsetDeclaration.label(in: bytes))
    let mark = SavingMark(decoded.utf8)
    var options = options
    options.address = options.address ?? mark.url
    var report = try report(of: HTMLDocument(utf8: decoded.utf8), options: options)
    report.capturedAt = mark.time
    report.original = bytes
    return report
  }

  /// The report of a page that was parsed, or of those of its nodes that a letter consists of.
  ///
  /// With `isWhole`, everything that stands there is its body.
  static func report(
    of document: HTMLDocument, letter: Range<Int>? = nil, isWhole: Bool = false,
    options: ReadingOptions
  ) throws(ReadingError) -> Report {
    guard !document.isCut else { throw ReadingError.tooMuchMarkup }
    let layout = PageLayout(document.tree, nodes: letter)
    let page = PageMetadata(document, layout: layout, options: options)
    let title = PageTitle.find(page)
    var known = KnownLines()
    known.isMail = letter != nil
    if let title { known.title = Fold.line(title.value) }
    var body = PageBody(layout, known: known)
    if isWhole { body.keepAll() }
    var text = body.text
    if let stated = page.statedBody, stated.utf8.count > 2 * text.utf8.count { text = stated }
    var report = Report(path: options.name, text: text, original: [])
    report.mime = "text/html"
    fill(&report, page, body, title)
    return report
  }

  private static func fill(
    _ report: inout Report, _ page: PageMetadata, _ body: PageBody,
    _ title: PageMetadata.Found<String>?
  ) {
    if let title { report.set(title: title.value, from: title.source) }
    if let outlet = page.outlet(title: title?.value) {
      report.set(outlet: outlet.value, from: outlet.source)
    }
    if let names = PageNames.find(page, body: body, outlet: report.outlet) {
      report.set(bylines: names.value, from: names.source)
    }
    if let date = PageDate.find(page, body: body) {
      report.set(published: (date.value.day, date.value.instant), from: date.source)
    }
    report.set(url: page.url, from: page.urlSource)
    report.updatedAt = page.updated?.instant
    report.summary = page.summary
    report.tags = page.tags
    report.settleLanguage(declared: page.declaredLanguage)
    report.links = body.links(base: page.base)
    report.references = body.references(base: page.base)
  }
}
