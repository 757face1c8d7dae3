import Model

/// Reads the documents of one input, one after the other.
public struct DocumentReader {
  /// What the input is read as.
  public let format: Format

  private var input: ByteInput
  private var reader: any Reader
  private let textLimit: Int

  /// Whether the first bytes are still to be looked at, as nobody has recognized them.
  private var isUnseen: Bool
  private var isOver = false

  /// What a packed file gives in these is noise, and as the latest text of its article it would take
  /// the place of a good one; the others see for themselves.
  private static let texts: Set<Format> = [.text, .html, .mail]

  /// How many refusals came since the last document.
  private var refusals = 0

  /// What has more numbers is a table; each of them may be a claim.
  private static let numberLimit = 200_000

  /// Where so much cannot be read one after the other, nothing that follows will be what it seems.
  private static let refusalLimit = 100_000

  /// Reads `input` as `format`, or as what its first bytes look like.
  ///
  /// Throws `ReadingError` where no reader knows the bytes, and what the input throws.
  public init(_ input: ByteInput, format: Format? = nil, options: ReadingOptions) throws {
    var input = input
    let type: (any Reader.Type)?
    var isArray = false
    if let format {
      // Nothing is read ahead, so that a pipe's first document need not wait for more.
      type = readers.first { $0.format == format }
    } else {
      let head = Head(try input.peek(Head.length))
      type = readers.first { $0.recognizes(head) }
      isArray = head.start.first == UInt8(ascii: "[")
    }
    guard let type else {
      throw ReadingError(
        isArray ? "an array of JSON, not one object a line" : "no reader knows this format")
    }
    self.format = type.format
    reader = type.init(options: options)
    textLimit = options.textLimit
    isUnseen = format.map(DocumentReader.texts.contains) ?? false
    self.input = input
  }

  /// The next document, or a refusal in its place; `nil` at the end.
  public mutating func next() throws -> ReadingItem? {
    guard !isOver, refusals <= DocumentReader.refusalLimit else { return nil }
    if isUnseen {
      isUnseen = false
      let head = Head(try input.peek(Head.length))
      isOver = head.isBinary || PDF.recognizes(head)
      if isOver { return .refused(ReadingError("not text")) }
    }
    switch try reader.next(from: &input) {
    case .report(let report):
      guard let reason = fault(of: report.text) else {
        refusals = 0
        return .report(report)
      }
      let place =
        reader.line.map { .line($0) } ?? report.offset.map { ReadingError.Place.offset($0) }
      return refused(ReadingError(reason, at: place, id: report.id))
    case .refused(let error): return refused(error)
    case let item: return item
    }
  }

  /// Why a text would take longer to go through than anybody waits for.
  private func fault(of text: String) -> String? {
    if text.utf8.count > textLimit { return ReadingError.textTooLong(textLimit).reason }
    guard text.utf8.count > 2 * DocumentReader.numberLimit else { return nil }
    var numbers = 0
    var isInNumber = false
    for byte in text.utf8 {
      let isDigit = byte &- 0x30 < 10
      if isDigit, !isInNumber { numbers += 1 }
      isInNumber = isDigit
    }
    let isTable = numbers > DocumentReader.numberLimit
    return isTable ? "more than \(DocumentReader.numberLimit) numbers" : nil
  }

  private mutating func refused(_ error: ReadingError) -> ReadingItem {
    refusals += 1
    guard refusals > DocumentReader.refusalLimit else { return .refused(error) }
    return .refused(
      ReadingError("nothing could be read \(refusals) times: the rest is left", at: error.place))
  }
}
