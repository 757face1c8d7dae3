import Model

/// The document of a record, as the reader of its own format reads it.
struct CapturedDocument {
  private let capture: Capture
  private let offset: Int
  private var reader: any Reader
  private var input: ByteInput

  /// Opens what was captured, in a record that begins at `offset`.
  ///
  /// `nil` where nobody reads the format.
  init?(_ capture: Capture, offset: Int, options: ReadingOptions) {
    guard let type = readers.first(where: { $0.format == capture.format }) else { return nil }
    self.capture = capture
    self.offset = offset
    input = ByteInput(capture.payload)
    var options = options
    options.address = capture.address
    options.charset = capture.charset
    options.language = capture.language
    reader = type.init(options: options)
  }

  mutating func next() throws -> ReadingItem? {
    switch try reader.next(from: &input) {
    case .report(var report):
      report.offset = offset
      report.recordID = capture.recordID
      report.capturedAt = capture.time
      if capture.isTruncated { report.complete = false }
      return .report(report)
    case .refused(let error):
      let id = error.id ?? capture.recordID
      return .refused(ReadingError(error.reason, at: .offset(offset), id: id))
    case let item: return item
    }
  }
}
