/// Why a document was not read, and where it stands.
public struct ReadingError: Error, Hashable, Sendable {
  public enum Place: Hashable, Sendable {
    /// Counted from 1.
    case line(Int)

    /// In bytes from the start of the input.
    case offset(Int)
  }

  /// `nil` where the whole input is refused.
  public var place: Place?

  /// The document's own identifier, where it could be read.
  public var id: String?

  /// A few words for people, without the path: `not an object`.
  public var reason: String

  public init(_ reason: String, at place: Place? = nil, id: String? = nil) {
    self.place = place
    self.id = id
    self.reason = reason
  }

  /// Of a page that was made to be long, or of what is none.
  static let tooMuchMarkup = ReadingError("more markup than a page has")

  /// Of a body that its header says is packed.
  static let notBase64 = ReadingError("not the base64 that it says it is")

  /// Of what ends before it ought to, in the last line of `bytes`.
  static func cutOff(_ part: String, after bytes: [UInt8]) -> ReadingError {
    let lines = bytes.count { $0 == 0x0A }
    return ReadingError(
      "cut off in the middle of \(part)",
      at: .line(max(1, bytes.last == 0x0A ? lines : lines + 1)))
  }

  /// Of a document of more than `limit` bytes.
  static func documentTooLong(_ limit: Int) -> ReadingError {
    ReadingError("longer than the limit of a document (\(size(limit)))")
  }

  /// Of a document whose text, of more than `limit` bytes, would take longer to go through than
  /// anybody waits for.
  static func textTooLong(_ limit: Int) -> ReadingError {
    ReadingError("a text longer than the limit (\(size(limit)))")
  }

  private static func size(_ bytes: Int) -> String {
    bytes.isMultiple(of: 1 << 20) ? "\(bytes >> 20) MB" : "\(bytes) bytes"
  }
}
