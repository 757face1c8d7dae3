/// The messages of a mailbox, or the one message of a file, one after the other.
struct Mailbox: Sendable {
  struct Item {
    /// Its place in the input, and its bytes there with the line that separates it.
    var offset: Int
    var bytes: [UInt8]

    /// Whether it is longer than allowed; its bytes are then only those of its beginning.
    var isTooLong = false

    /// Whether no separator stands before it, so that it is all of the input.
    var isAlone = false

    /// The message itself, the mark taken away that mailboxes set before lines like separators.
    var message: ArraySlice<UInt8> {
      isAlone ? bytes[...] : Mailbox.unquoted(bytes)
    }
  }

  private let limit: Int

  /// The separator that ended the message before.
  private var separator: (offset: Int, line: [UInt8])?
  private var isStarted = false

  init(limit: Int) { self.limit = limit }

  mutating func next(from input: inout ByteInput) throws -> Item? {
    if !isStarted {
      isStarted = true
      guard let first = try firstLine(of: &input) else { return nil }
      separator = first
      if !Mailbox.isSeparator(first.line[...]) { return try whole(of: &input, from: first) }
    }
    guard let (offset, line) = separator else { return nil }
    separator = nil
    var item = Item(offset: offset, bytes: line)
    var isBehindBlank = false
    while true {
      let place = input.offset
      guard let line = try input.wholeLine(limit: limit) else { return item }
      if isBehindBlank, Mailbox.isSeparator(line.bytes[...]) {
        separator = (place, line.bytes)
        return item
      }
      isBehindBlank =
        (1...2).contains(line.bytes.count) && line.bytes.allSatisfy { $0 == 0x0A || $0 == 0x0D }
      if line.isTooLong || item.bytes.count + line.bytes.count > limit { item.isTooLong = true }
      if !item.isTooLong { item.bytes += line.bytes }
    }
  }

  /// The first line that is not blank.
  private func firstLine(of input: inout ByteInput) throws -> (offset: Int, line: [UInt8])? {
    while true {
      let offset = input.offset
      guard let line = try input.wholeLine(limit: limit) else { return nil }
      if line.isTooLong || line.bytes.contains(where: { $0 > 0x20 }) { return (offset, line.bytes) }
    }
  }

  private mutating func whole(
    of input: inout ByteInput, from first: (offset: Int, line: [UInt8])
  ) throws -> Item {
    separator = nil
    var item = Item(offset: first.offset, bytes: first.line, isAlone: true)
    if !first.line.isEmpty, let rest = try input.rest(limit: limit) {
      item.bytes += rest
    } else {
      item.isTooLong = true
    }
    return item
  }

  /// Whether a line separates messages: "From ", who sent it, and the date as C writes it.
  ///
  /// `Thu Aug 30 17:26:16 2012`, with a zone before the year or behind it, or without seconds.
  static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 300, line.prefix(5).map({ $0 | 0x20 }) == Array("from ".utf8) else {
      return false
    }
    let words = line.dropFirst(5).split { $0 <= 0x20 }.map {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
    let day = words.indices.dropFirst().first { place in
      days.contains(words[place]) && place + 4 < words.count
        && StampedDate.months.contains(Array(words[place + 1].utf8))
        && Int(words[place + 2]).map((1...31).contains) ?? false
        && words[place + 3].contains(":")
    }
    guard let day else { return false }
    return words[(day + 4)...].contains { Int($0).map((1970...2199).contains) ?? false }
  }

  private static let days: Set = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// The bytes with one mark less before each line that begins with marks and "From ".
  private static func unquoted(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var output: [UInt8] = []
    var copied = 0
    var start = 0
    while let feed = bytes[start...].firstIndex(of: 0x0A) {
      start = feed + 1
      guard start < bytes.count, bytes[start] == UInt8(ascii: ">") else { continue }
      let rest = bytes[start...].drop { $0 == UInt8(ascii: ">") }
      if rest.starts(with: MIMEParser.envelope) {
        output += bytes[copied..<start]
        copied = start + 1
      }
      start = rest.startIndex
    }
    return copied == 0 ? bytes[...] : (output + bytes[copied...])[...]
  }
}
