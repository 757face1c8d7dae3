import Model

/// A PDF: one document, whose words a program outside has to find.
public struct PDF: Reader {
  public static let format = Format.pdf
  private let options: ReadingOptions
  private var isDone = false

  public init(options: ReadingOptions) { self.options = options }

  private static let mark = Array("%PDF-".utf8)

  public static func recognizes(_ head: Head) -> Bool {
    head.bytes.drop { $0 <= 0x20 }.starts(with: mark)
  }

  public mutating func next(from input: inout ByteInput) throws -> ReadingItem? {
    guard !isDone else { return nil }
    isDone = true
    // Programs that read PDF look for its mark in the first kilobyte.
    guard try input.peek(1024).containsRun(PDF.mark) else {
      return .refused(ReadingError("not a PDF"))
    }
    guard let bytes = try input.rest(limit: options.documentLimit) else {
      return .refused(.documentTooLong(options.documentLimit))
    }
    do throws(ReadingError) {
      return .report(try report(of: bytes))
    } catch {
      return .refused(error)
    }
  }

  private func report(of bytes: [UInt8]) throws(ReadingError) -> Report {
    guard let tool = options.pdfTool else { throw .noPDFTool }
    let markup = try tool(bytes)
    let document = PagedDocument(try LayoutScan.layout(of: markup.bytes))
    guard !document.text.isEmpty else {
      let pages = document.pages.count
      throw ReadingError("no text in \(pages) page\(pages == 1 ? "" : "s"); perhaps scanned")
    }
    var report = Report(path: options.name, text: document.text, original: bytes)
    report.mime = "application/pdf"
    report.pages = document.pages
    report.tool = markup.tool
    document.fill(&report)
    report.language = LanguageGuess.language(of: report.text)
    options.complete(&report)
    return report
  }
}

extension ReadingError {
  /// Nothing is wrong with the document, but the program that finds its words is not there.
  public static let noPDFTool = ReadingError("needs pdftotext (Debian: poppler-utils)")
}
