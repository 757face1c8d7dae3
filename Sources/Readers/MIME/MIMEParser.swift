/// Takes messages apart (RFC 2046, section 5.1), whatever their boundaries say.
///
/// The bytes are gone through once, and a few times more where boundaries never come.
struct MIMEParser {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  /// How many more parts may be opened.
  private var partsLeft: Int

  /// How many more bytes may be gone through in search of boundaries that never come.
  private var searchLeft: Int

  /// The boundaries of the multiparts that are open, with the two dashes before them.
  private var boundaries: [[UInt8]] = []

  /// Whether the bytes were unpacked from a part already.
  private let isUnpacked: Bool

  /// Multiparts and messages within one another; what lies deeper is not taken apart.
  static let depthLimit = 32

  static let partLimit = 1000

  /// How the line begins that a mailbox sets before a message.
  static let envelope = Array("From ".utf8)

  /// The message that `bytes` are.
  static func message(_ bytes: ArraySlice<UInt8>) -> MIMEEntity {
    var parser = MIMEParser(bytes, partsLeft: partLimit, isUnpacked: false)
    return parser.entity(in: nil, depth: 0).entity
  }

  private init(_ bytes: ArraySlice<UInt8>, partsLeft: Int, isUnpacked: Bool) {
    self.bytes = bytes
    self.partsLeft = partsLeft
    self.isUnpacked = isUnpacked
    position = bytes.startIndex
    searchLeft = 4 * bytes.count
  }

  /// A line that ends a part.
  private struct Delimiter {
    /// Which of the open boundaries it is.
    var index: Int

    /// Whether it ends the multipart.
    var isLast: Bool
  }

  /// Reads a header and its body up to a delimiter, which it takes, or to the end.
  private mutating func entity(
    in parent: MIMEValue?, depth: Int
  ) -> (entity: MIMEEntity, end: Delimiter?) {
    let start = position
    partsLeft -= 1
    let header = header()
    let standard = parent?.name == "multipart/digest" ? "message/rfc822" : "text/plain"
    let type = header.value("content-type") ?? MIMEValue(name: standard)
    let none = bytes[position..<position]
    var entity = MIMEEntity(header: header, type: type, bytes: none, body: none)
    let body = position
    let isOpen = depth < MIMEParser.depthLimit && partsLeft > 0
    var end: (contentEnd: Int, delimiter: Delimiter?)
    if isOpen, type.name.hasPrefix("multipart/"), let found = parts(of: type, depth: depth) {
      entity.parts = found.parts
      entity.isCut = found.isCut
      end = found.end
    } else if isOpen, entity.holdsMessage, entity.encoding == .none {
      let (message, delimiter) = self.entity(in: nil, depth: depth + 1)
      entity.parts = [message]
      end = (message.bytes.endIndex, delimiter)
    } else {
      end = skip()
    }
    entity.bytes = bytes[start..<end.contentEnd]
    entity.body = bytes[min(body, end.contentEnd)..<end.contentEnd]
    if isOpen, entity.holdsMessage, entity.encoding != .none, !isUnpacked {
      entity.parts = [unpacked(entity.content, depth: depth)]
    }
    return (entity, end.delimiter)
  }

  /// A message that was packed against the rules; what it holds is not unpacked once more.
  private mutating func unpacked(_ content: [UInt8], depth: Int) -> MIMEEntity {
    var parser = MIMEParser(content[...], partsLeft: partsLeft, isUnpacked: true)
    let message = parser.entity(in: nil, depth: depth + 1).entity
    partsLeft = parser.partsLeft
    return message
  }

  /// Reads up to the line that is blank, or is no line of a header and so the body's first.
  private mutating func header() -> MIMEHeader {
    var header = MIMEHeader()
    var isFirst = true
    while position < bytes.endIndex {
      let line = line(at: position)
      if line.content.isEmpty {
        position = line.next
        break
      }
      let isEnvelope = isFirst && line.content.drop { $0 == 0x3E }.starts(with: MIMEParser.envelope)
      guard isEnvelope || delimiter(line.content) == nil && header.take(line.content) else {
        break
      }
      isFirst = false
      position = line.next
    }
    return header
  }

  /// What a multipart holds.
  private struct Parts {
    var parts: [MIMEEntity]

    /// Whether the bytes end before the last boundary.
    var isCut: Bool
    var end: (contentEnd: Int, delimiter: Delimiter?)
  }

  /// The parts of a multipart, or `nil`, with nothing taken, if no line parts it.
  private mutating func parts(of type: MIMEValue, depth: Int) -> Parts? {
    if let name = type.parameter("boundary"),
      let found = parts(of: type, between: Array("--\(name)".utf8), depth: depth)
    {
      return found
    }
    return guessedBoundary().flatMap { parts(of: type, between: $0, depth: depth) }
  }

  private mutating func parts(
    of type: MIMEValue, between boundary: [UInt8], depth: Int
  ) -> Parts? {
    guard searchLeft > 0 else { return nil }
    let start = position
    let own = boundaries.count
    boundaries.append(boundary)
    defer { boundaries.removeLast() }
    var end = skip()
    guard end.delimiter?.index == own else {
      searchLeft -= position - start
      position = start
      return nil
    }
    var parts: [MIMEEntity] = []
    while let delimiter = end.delimiter, delimiter.index == own, !delimiter.isLast, partsLeft > 0 {
      let (part, next) = entity(in: type, depth: depth + 1)
      parts.append(part)
      end = (part.bytes.endIndex, next)
    }
    let isCut = end.delimiter == nil
    // What stands behind the last part is no part of the message.
    while end.delimiter?.index == own { end = skip() }
    return Parts(parts: parts, isCut: isCut, end: end)
  }

  /// The first line that looks like a boundary: dashes, and a header's field below it.
  private func guessedBoundary() -> [UInt8]? {
    var place = position
    while place < bytes.endIndex {
      let line = line(at: place)
      if line.content.starts(with: [0x2D, 0x2D]) {
        if delimiter(line.content) != nil { return nil }
        let below = self.line(at: line.next).content.prefix(8).map { $0 | 0x20 }
        if below.elementsEqual("content-".utf8) { return Array(line.content.trimmingBlanks) }
      }
      place = line.next
    }
    return nil
  }

  /// Passes over what stands before the next delimiter, and takes that.
  ///
  /// The end of the line before a delimiter is the delimiter's.
  private mutating func skip() -> (contentEnd: Int, delimiter: Delimiter?) {
    let start = position
    while position < bytes.endIndex {
      let line = line(at: position)
      if let delimiter = delimiter(line.content) {
        var end = position
        if end > start, bytes[end - 1] == 0x0A { end -= 1 }
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        position = line.next
        return (end, delimiter)
      }
      position = line.next
    }
    return (position, nil)
  }

  /// The line that begins at `start`, without its end, and where the next one begins.
  private func line(at start: Int) -> (content: ArraySlice<UInt8>, next: Int) {
    guard let feed = bytes[start...].firstIndex(of: 0x0A) else {
      return (bytes[start...], bytes.endIndex)
    }
    let end = feed > start && bytes[feed - 1] == 0x0D ? feed - 1 : feed
    return (bytes[start..<end], feed + 1)
  }

  /// The innermost of the open boundaries that the line is.
  private func delimiter(_ line: ArraySlice<UInt8>) -> Delimiter? {
    guard !boundaries.isEmpty, line.starts(with: [0x2D, 0x2D]) else { return nil }
    for (index, boundary) in boundaries.enumerated().reversed() where line.starts(with: boundary) {
      let rest = line.dropFirst(boundary.count).trimmingBlanks
      if rest.isEmpty { return Delimiter(index: index, isLast: false) }
      if rest.elementsEqual([0x2D, 0x2D]) { return Delimiter(index: index, isLast: true) }
    }
    return nil
  }
}
