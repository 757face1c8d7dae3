import Model

/// Reads the documents of one input, one after the other.
public struct DocumentReader {
  private var input: ByteInput
  private var reader: any Reader

  /// Reads `input` as `format`, or as what its first bytes look like.
  ///
  /// Throws `ReadingError` where no reader knows the bytes, and what the input throws.
  public init(_ input: ByteInput, format: Format? = nil, options: ReadingOptions) throws {
    var input = input
    let head = Head(try input.peek(Head.length))
    let type = readers.first { type in
      format.map { $0 == type.format } ?? type.recognizes(head)
    }
    guard let type else { throw ReadingError("no reader knows this format") }
    reader = type.init(options: options)
    self.input = input
  }

  /// The next document, or a refusal in its place; `nil` at the end.
  public mutating func next() throws -> ReadingItem? { try reader.next(from: &input) }
}
