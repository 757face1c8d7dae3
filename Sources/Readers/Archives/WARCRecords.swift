/// The records of a WARC file (ISO 28500), one after the other, out of its unpacked bytes.
struct WARCRecords {
  enum Step {
    /// What `capture` made of a record.
    case capture(Capture)

    /// A damaged record, or bytes between records; the next step finds the next record.
    case damaged(ReadingError)

    /// A record that ends with the bytes, before it ought to.
    case cut(ReadingError)
    case end
  }

  private var input: ByteInput

  /// Where `input` begins among all unpacked bytes.
  private let base: Int

  /// Where the step's record begins among all unpacked bytes.
  private(set) var offset = 0

  /// Whether the bytes up to the next record belong to one that was refused.
  private var isLost = false

  private static let lineLimit = 1 << 13
  private static let fieldLimit = 500

  init(_ input: ByteInput, base: Int) {
    self.input = input
    self.base = base
  }

  /// Goes to the next record that holds a document, or that is damaged.
  ///
  /// Blocks that are longer than `limit` are not taken. `capture` is given the offset, too.
  mutating func next(
    limit: Int, capture: (MIMEHeader, ArraySlice<UInt8>, Int) throws(ReadingError) -> Capture?
  ) throws -> Step {
    while true {
      guard let isRecord = try seek() else { return .end }
      guard isRecord else { return try fault("no WARC record") }
      guard let fields = try header() else {
        return try fault("a record without the end of its header")
      }
      guard let length = fields["content-length"].flatMap(WARCRecords.length) else {
        return try fault("a record without its length")
      }
      if let step = try block(of: fields, length: length, limit: limit, capture) { return step }
    }
  }

  /// Gives up a record, or what stands in its place.
  private mutating func fault(_ reason: String) throws -> Step {
    isLost = true
    let error = ReadingError(reason)
    return try input.peek(1).isEmpty ? .cut(error) : .damaged(error)
  }

  /// Takes the first line of the next record; `false` where other bytes stand before it.
  private mutating func seek() throws -> Bool? {
    offset = base + input.offset
    while let line = try input.line(limit: WARCRecords.lineLimit) {
      if WARC.begins(line.bytes) {
        isLost = false
        return true
      }
      let isBlank = !line.isTooLong && line.bytes.allSatisfy { $0 <= 0x20 }
      if !isBlank, !isLost { return false }
      offset = base + input.offset
    }
    return nil
  }

  private mutating func header() throws -> MIMEHeader? {
    var fields = MIMEHeader()
    for _ in 0..<WARCRecords.fieldLimit {
      guard let line = try input.line(limit: WARCRecords.lineLimit), !line.isTooLong else {
        return nil
      }
      if line.bytes.isEmpty { return fields }
      fields.take(line.bytes[...])
    }
    return nil
  }

  private static func length(_ text: String) -> Int? {
    text.utf8.allSatisfy { $0 &- 48 < 10 } ? Int(text) : nil
  }

  /// Takes the block of a record; `nil` where it holds no document.
  ///
  /// Nothing is taken before the end stands where the header has it, so that a wrong length costs
  /// no other record.
  private mutating func block(
    of fields: MIMEHeader, length: Int, limit: Int,
    _ capture: (MIMEHeader, ArraySlice<UInt8>, Int) throws(ReadingError) -> Capture?
  ) throws -> Step? {
    guard length <= limit else {
      isLost = true
      let isKept = Capture.isWanted(fields, try input.peek(WARCRecords.lineLimit))
      return isKept ? try fault(ReadingError.documentTooLong(limit).reason) : nil
    }
    guard try input.peek(length).count == length else {
      isLost = true
      return .cut(ReadingError("a record that is cut short"))
    }
    guard let end = try lengthOfEnd(behind: length) else {
      return try fault("a record of another length than its header has")
    }
    defer { input.drop(length + end) }
    let bytes = try input.peek(length)
    do throws(ReadingError) {
      return try capture(fields, bytes, offset).map { .capture($0) }
    } catch {
      return .damaged(error)
    }
  }

  /// How many line ends stand behind a block, if the file or a record follows them.
  private mutating func lengthOfEnd(behind length: Int) throws -> Int? {
    let ends: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    // No more is asked for than the record has: the next one may be long in coming.
    if try input.peek(length + 4).dropFirst(length).elementsEqual(ends) { return 4 }
    let rest = try input.peek(length + 16).dropFirst(length)
    let count = rest.prefix { $0 == 0x0D || $0 == 0x0A }.count
    return count == rest.count || WARC.begins(rest.dropFirst(count)) ? count : nil
  }
}
