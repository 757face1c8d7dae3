import Bytes
import JSON
import Model

/// One JSON object a line, one article an object.
///
/// A line that is none is refused by its number, and the rest is read. Of lines in UTF-16 the
/// originals are in UTF-8, and have no place in the input.
public struct JSONLines: Reader {
  public static let format = Format.jsonl
  private let options: ReadingOptions
  private var number = 0
  private var isWide = false

  public var line: Int? { number }

  public init(options: ReadingOptions) { self.options = options }

  public static func recognizes(_ head: Head) -> Bool {
    guard head.start.first == UInt8(ascii: "{") else { return false }
    let second = head.start.dropFirst().first { $0 > 0x20 }
    return second == UInt8(ascii: "\"") || second == UInt8(ascii: "}")
  }

  public mutating func next(from input: inout ByteInput) throws -> ReadingItem? {
    if number == 0 { isWide = try input.narrow() }
    while true {
      let offset = input.offset
      guard let line = try input.line(limit: options.documentLimit) else { return nil }
      number += 1
      let bytes = number == 1 ? line.bytes[...].withoutMark : line.bytes[...]
      if !line.isTooLong, bytes.allSatisfy({ $0 <= 0x20 }) { continue }
      do {
        guard !line.isTooLong else { throw ReadingError.documentTooLong(options.documentLimit) }
        return .report(
          try JSONArticle(Array(bytes), options: options).report(
            offset: isWide ? nil : offset))
      } catch let error as ReadingError {
        return .refused(ReadingError(error.reason, at: .line(number), id: error.id))
      }
    }
  }
}
