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
      "<p>", "<p ", "<h1", "<table", "<main",
    ]
    return openings.contains { head.contains($0) }
  }

  public mutating func next(from input: inout ByteInput) throws -> ReadingItem? {
    guard !isDone else { return nil }
    isDone = true
    guard let bytes = try input.rest(limit: options.documentLimit) else {
      return .refused(ReadingError("longer than the limit of a document"))
    }
    var report = HTMLPage.report(of: bytes, options: options)
    guard !report.text.isEmpty || report.title != nil else {
      return .refused(ReadingError("no text"))
    }
    options.complete(&report)
    return .report(report)
  }

  static func report(of bytes: [UInt8], options: ReadingOptions) -> Report {
    let decoded = DecodedText(bytes, declared: CharsetDeclaration.label(in: bytes))
    let document = HTMLDocument(utf8: decoded.utf8)
    let text = String(
      decoding: document.tree.nodes.isEmpty ? [] : document.tree.content(of: 0), as: UTF8.self)
    return Report(path: options.name, text: text, original: bytes)
  }
}
