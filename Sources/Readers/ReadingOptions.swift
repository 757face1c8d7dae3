import Model

/// What the caller knows of the documents, or bounds them by.
public struct ReadingOptions: Sendable {
  /// What the reports have as their path: the file's, or a name for standard input.
  public var name: String

  /// The day of publication for documents that give none.
  public var published: Day?

  /// Whether `published` goes before what a document says.
  public var forcePublished = false

  /// The outlet for documents that name none.
  public var outlet: String?

  /// The address of the one document that the input holds.
  public var url: String?

  /// What relative links are resolved against, where a document has no address of its own.
  public var baseURL: String?

  /// Where the envelope says that the document came from: what its links are resolved against, and
  /// its address where it gives none itself.
  public var address: String?

  /// The language that the envelope gives, for documents that name none.
  public var language: String?

  /// The encoding's label that the document's envelope gives, as HTTP and mail do; it goes before
  /// what the document says of itself.
  public var charset: String?

  /// Finds the words of a PDF, which takes a program outside; `nil` where there is none.
  public var pdfTool: (@Sendable ([UInt8]) throws(ReadingError) -> PDFMarkup)?

  /// What the links of one document are resolved against, beside what it says itself.
  var base: String? { url ?? address ?? baseURL }

  /// The largest document, in bytes.
  public var documentLimit = 64 << 20

  /// The longest text of one document, in bytes; the thickest novels have less.
  public var textLimit = 4 << 20

  public init(name: String) { self.name = name }

  /// Fills in what the document did not give, and notes where it came from.
  func complete(_ report: inout Report) {
    if let published, report.published == nil || forcePublished {
      report.set(published: (published, nil), from: .given)
    }
    report.set(
      outlet: report.outlet == nil ? outlet : nil,
      url: url ?? (report.url == nil ? address : nil), from: .given)
  }
}
