/// Cuts a stream into lines, whatever their number, without holding more than one block and a line.
struct LineCutter {
  /// A line without its end, with its number from 1 and the offset of its first byte.
  struct Line {
    var number: Int
    var offset: Int

    /// Empty and `isTooLong` where it exceeds the limit.
    var bytes: [UInt8]
    var isTooLong = false
  }

  private let input: InputFile
  private let limit: Int
  private var block: [UInt8] = []
  private var position = 0
  private var number = 0
  private var offset = 0
  private var isAtEnd = false

  init(_ input: InputFile, limit: Int) {
    self.input = input
    self.limit = limit
  }

  /// Whether the next line can be had without waiting for more input.
  var isReady: Bool {
    isAtEnd || block[position...].contains(0x0A) || input.isReady
  }

  mutating func next() throws -> Line? {
    var bytes: [UInt8] = []
    var length = 0
    while true {
      if position == block.count {
        block = isAtEnd ? [] : try input.read(atMost: 1 << 18)
        position = 0
        if block.isEmpty {
          isAtEnd = true
          return length > 0 ? line(bytes, length: length, terminated: false) : nil
        }
      }
      let end = block[position...].firstIndex(of: 0x0A)
      let part = block[position..<(end ?? block.count)]
      length += part.count
      if length <= limit { bytes += part } else { bytes = [] }
      position = end.map { $0 + 1 } ?? block.count
      if end != nil { return line(bytes, length: length, terminated: true) }
    }
  }

  private mutating func line(_ bytes: [UInt8], length: Int, terminated: Bool) -> Line {
    defer { offset += length + (terminated ? 1 : 0) }
    number += 1
    return Line(number: number, offset: offset, bytes: bytes, isTooLong: length > limit)
  }
}
