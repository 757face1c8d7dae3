import Bytes

/// Bytes that come piece by piece, from a file, a pipe or memory.
public struct ByteInput {
  /// Gives up to so many of the next bytes; none at the end.
  private let read: (Int) throws -> [UInt8]
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// How many bytes were taken.
  public private(set) var offset = 0

  private static let pieceLength = 1 << 16

  public init(_ read: @escaping (Int) throws -> [UInt8]) { self.read = read }

  public init(_ bytes: [UInt8]) {
    read = { _ in [] }
    buffer = bytes
    isAtEnd = true
  }

  /// Bytes that somebody else holds, too, and that are taken from there piece by piece.
  init(sharing bytes: ArraySlice<UInt8>) {
    var rest = bytes
    self.init { count in
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
  }

  /// A line, or the rest of the input.
  public struct Line {
    public var bytes: [UInt8]

    /// Whether it was longer than allowed; its bytes are then left out.
    public var isTooLong: Bool
  }

  /// The next bytes, up to `count`, which stay to be taken.
  mutating func peek(_ count: Int) throws -> ArraySlice<UInt8> {
    while buffer.count - start < count, try fill() {}
    return buffer[start..<min(buffer.count, start + count)]
  }

  /// The next bytes, at least `count` where there are so many, and whatever else has come.
  mutating func window(atLeast count: Int) throws -> ArraySlice<UInt8> {
    while buffer.count - start < count, try fill() {}
    return buffer[start...]
  }

  /// Makes UTF-8 of what is left, where a mark says that it is UTF-16 or UTF-32.
  ///
  /// - Returns: whether it did; places are then those in what was made.
  mutating func narrow() throws -> Bool {
    let head = try peek(4)
    let marks: [[UInt8]] = [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF], [0xFF, 0xFE], [0xFE, 0xFF]]
    guard let mark = marks.first(where: { head.starts(with: $0) }) else { return false }
    var source = self
    source.drop(mark.count)
    self = ByteInput { _ in
      let bytes = try source.window(atLeast: 4)
      let piece = ByteInput.wholeCharacters(of: bytes, width: mark.count, isLittle: mark[0] == 0xFF)
      source.drop(piece.count)
      return piece.isEmpty ? [] : DecodedText(mark + piece).utf8
    }
    return true
  }

  /// As much as does not break off in a character; all of it where nothing more comes.
  private static func wholeCharacters(
    of bytes: ArraySlice<UInt8>, width: Int, isLittle: Bool
  ) -> ArraySlice<UInt8> {
    guard bytes.count >= 4 else { return bytes }
    let whole = bytes.dropLast(bytes.count % width)
    let isHalf = width == 2 && whole[whole.endIndex - (isLittle ? 1 : 2)] & 0xFC == 0xD8
    return isHalf ? whole.dropLast(2) : whole
  }

  /// All that is left, or `nil` if it is more than `limit` bytes.
  mutating func rest(limit: Int) throws -> [UInt8]? {
    while buffer.count - start <= limit, try fill() {}
    guard buffer.count - start <= limit else { return nil }
    let bytes = start == 0 ? buffer : Array(buffer[start...])
    drop(bytes.count)
    return bytes
  }

  /// The next line without its end, which a line feed is, or `nil` at the end of the input.
  public mutating func line(limit: Int) throws -> Line? {
    guard var line = try wholeLine(limit: limit) else { return nil }
    if line.bytes.last == 0x0A { line.bytes.removeLast() }
    if line.bytes.last == 0x0D { line.bytes.removeLast() }
    return line
  }

  /// The next line with its end, which does not count for the limit.
  mutating func wholeLine(limit: Int) throws -> Line? {
    var searched = 0
    var isTooLong = false
    while true {
      if let end = buffer[(start + searched)...].firstIndex(of: 0x0A) {
        return takeLine(end + 1 - start, isTooLong || end - start > limit)
      }
      searched = buffer.count - start
      if searched > limit {
        isTooLong = true
        drop(searched)
        searched = 0
      }
      if try !fill() {
        guard searched > 0 || isTooLong else { return nil }
        return takeLine(buffer.count - start, isTooLong)
      }
    }
  }

  private mutating func takeLine(_ count: Int, _ isTooLong: Bool) -> Line {
    defer { drop(count) }
    return Line(bytes: isTooLong ? [] : Array(buffer[start..<start + count]), isTooLong: isTooLong)
  }

  /// Takes bytes that have been looked at.
  mutating func drop(_ count: Int) {
    start += count
    offset += count
    if start == buffer.count {
      buffer.removeAll(keepingCapacity: buffer.capacity <= 1 << 20)
      start = 0
    }
  }

  private mutating func fill() throws -> Bool {
    guard !isAtEnd else { return false }
    if start > ByteInput.pieceLength {
      buffer.removeFirst(start)
      start = 0
    }
    let piece = try read(ByteInput.pieceLength)
    if piece.isEmpty {
      isAtEnd = true
      return false
    }
    buffer += piece
    return true
  }
}
