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
    let type: (any Reader.Type)?
    if let format {
      // Nothing is read ahead, so that a pipe's first document need not wait for more.
      type = readers.first { $0.format == format }
    } else {
      let head = Head(try input.peek(Head.length))
      type = readers.first { $0.recognizes(head) }
    }
    guard let type else { throw ReadingError("no reader knows this format") }
    reader = type.init(options: options)
    self.input = input
  }

  /// The next document, or a refusal in its place; `nil` at the end.
  public mutating func next() throws -> ReadingItem? { try reader.next(from: &input) }
}
