/// The central directory of a ZIP file, entry by entry.
struct ZIPDirectory {
  let count: Int
  let start: Int
  private let bytes: [UInt8]

  /// Where its end is recorded.
  private let end: Int

  /// The record of the end has 22 bytes and a comment of two bytes' length.
  private static let endLength = 22

  init(_ bytes: [UInt8]) throws(ReadingError) {
    self.bytes = bytes
    guard let end = ZIPDirectory.end(in: bytes) else {
      throw ReadingError("a ZIP file without its directory")
    }
    self.end = end
    count = ZIPDirectory.number(bytes, end + 10, 2)
    start = ZIPDirectory.number(bytes, end + 16, 4)
    guard start <= end, count < 0xFFFF else {
      throw ReadingError("a ZIP file with a directory that cannot be read")
    }
  }

  private static func end(in bytes: [UInt8]) -> Int? {
    let last = bytes.count - endLength
    guard last >= 0 else { return nil }
    return (max(0, last - 0xFFFF)...last).reversed().first {
      number(bytes, $0, 4) == 0x0605_4B50
        && $0 + endLength + number(bytes, $0 + 20, 2) == bytes.count
    }
  }

  /// A little-endian number; 0 where the bytes have ended.
  private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    guard offset >= 0, offset <= bytes.count - count else { return 0 }
    return bytes[offset..<offset + count].reversed().reduce(0) {
      ($0 & 0x7F_FFFF_FFFF_FFFF) << 8 | Int($1)
    }
  }

  private func number(_ offset: Int, _ count: Int) -> Int {
    ZIPDirectory.number(bytes, offset, count)
  }

  /// The member whose entry is at `position`, which goes on to the next.
  func member(at position: inout Int) throws(ReadingError) -> ZIPArchive.Member {
    let entry = position
    let (nameLength, extraLength) = (number(entry + 28, 2), number(entry + 30, 2))
    let nameStart = entry + 46
    let extraStart = nameStart + nameLength
    position = extraStart + extraLength + number(entry + 32, 2)
    guard number(entry, 4) == 0x0201_4B50, position <= end else {
      throw ReadingError("a ZIP file with a directory that cannot be read")
    }
    let name = String(decoding: bytes[nameStart..<extraStart], as: UTF8.self)
    guard ZIPDirectory.isPlain(name) else {
      throw ReadingError("a ZIP file with a path that leads out of it")
    }
    let (flags, method) = (number(entry + 8, 2), number(entry + 10, 2))
    guard flags & 1 == 0, method == 0 || method == 8 else {
      throw ReadingError("\(name) is packed in a way that is not read")
    }
    // What does not fit into four bytes stands behind the name, in this order.
    var wide = wideNumbers(extraStart..<extraStart + extraLength)[...]
    func length(at offset: Int) -> Int {
      let value = number(entry + offset, 4)
      return value == 0xFFFF_FFFF ? wide.popFirst() ?? value : value
    }
    let unpackedLength = length(at: 24)
    let packedLength = length(at: 20)
    let local = length(at: 42)
    let dataStart = try dataStart(local: local, name: bytes[nameStart..<extraStart])
    guard packedLength <= start - dataStart, method == 8 || packedLength == unpackedLength else {
      throw ReadingError("\(name) has a length that cannot be")
    }
    return ZIPArchive.Member(
      name: name, range: local..<dataStart + packedLength, dataStart: dataStart,
      isStored: method == 0, length: unpackedLength,
      crc: UInt32(truncatingIfNeeded: number(entry + 16, 4)))
  }

  /// The numbers of the extra field of ZIP64.
  private func wideNumbers(_ extra: Range<Int>) -> [Int] {
    var position = extra.lowerBound
    while position + 4 <= extra.upperBound {
      let length = number(position + 2, 2)
      guard position + 4 + length <= extra.upperBound else { break }
      if number(position, 2) == 1 {
        return (0..<min(3, length / 8)).map { number(position + 4 + 8 * $0, 8) }
      }
      position += 4 + length
    }
    return []
  }

  /// Where the data of a member begins, whose own header has to agree with the directory.
  private func dataStart(local: Int, name: ArraySlice<UInt8>) throws(ReadingError) -> Int {
    guard local <= start - 30, number(local, 4) == 0x0403_4B50 else {
      throw ReadingError("a ZIP file with a member that is not where it should be")
    }
    let nameStart = local + 30
    let dataStart = nameStart + number(local + 26, 2) + number(local + 28, 2)
    guard dataStart <= start, bytes[nameStart..<dataStart].starts(with: name),
      number(local + 26, 2) == name.count
    else { throw ReadingError("a ZIP file with a member of two names") }
    return dataStart
  }

  private static func isPlain(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return !name.isEmpty && !name.hasPrefix("/") && !parts.contains("..")
      && !name.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "\\") }
  }
}
