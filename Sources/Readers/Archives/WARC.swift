import Model

/// A web archive: WARC 1.0 and 1.1, plain, packed record by record, or packed as a whole.
///
/// Pages, feeds and texts among its responses and resources are documents; the other records are
/// passed over. Any range of a file that begins at a record is a WARC, too.
public struct WARC: Reader {
  public static let format = Format.warc
  private let options: ReadingOptions
  private var records: WARCRecords?

  /// What unpacks the records, where they are packed.
  private var members: GzipMembers?
  private var document: CapturedDocument?

  /// How many answers were passed over, by their media types.
  private var passedOver: [String: Int] = [:]

  /// More types than this are made up.
  private static let typeLimit = 1_000

  public init(options: ReadingOptions) { self.options = options }

  public static func recognizes(_ head: Head) -> Bool {
    begins(head.bytes) || begins(GzipMembers.opening(of: head.bytes))
  }

  /// Whether bytes begin as a record does.
  static func begins(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: "WARC/1.".utf8)
  }

  public mutating func next(from input: inout ByteInput) throws -> ReadingItem? {
    if records == nil {
      do {
        try open(input)
      } catch let error as ReadingError {
        records = WARCRecords(ByteInput([]), base: 0)
        return .refused(error)
      }
    }
    while true {
      if let item = try document?.next() { return item }
      document = nil
      let (options, members) = (options, members)
      var types: [String] = []
      let step = try records?.next(limit: options.documentLimit) {
        (fields, block, offset) throws(ReadingError) in
        members?.forget(before: offset)
        let capture = try Capture(fields, block: block, limit: options.documentLimit)
        if capture == nil, let type = Capture.type(fields, block) { types.append(type) }
        return capture
      }
      for type in types where passedOver.count < WARC.typeLimit || passedOver[type] != nil {
        passedOver[type, default: 0] += 1
      }
      switch step {
      case .capture(let capture):
        document = CapturedDocument(capture, offset: offset, options: options)
      case .damaged(var error):
        error.place = .offset(offset)
        // The member of the record is refused as a whole when its end is reached.
        if members?.damage?.place != error.place { return .refused(error) }
      case .cut(var error) where members?.damage == nil:
        error.place = .offset(offset)
        return .refused(error)
      case .cut, .end, nil:
        guard let damage = members?.damage else { return summary() }
        try goOn()
        return .refused(damage)
      }
    }
  }

  /// What was passed over, once.
  private mutating func summary() -> ReadingItem? {
    defer { passedOver = [:] }
    return passedOver.isEmpty ? nil : .passedOver(passedOver)
  }

  /// Begins to read; from here on the input's bytes come through `records`.
  private mutating func open(_ input: ByteInput) throws {
    var input = input
    if try input.peek(2).elementsEqual(GzipMembers.magic) {
      let members = try GzipMembers(input)
      self.members = members
      records = WARCRecords(ByteInput { try members.read(atMost: $0) }, base: 0)
    } else {
      records = WARCRecords(input, base: 0)
    }
  }

  /// Goes on behind a damaged member.
  private mutating func goOn() throws {
    guard let members else { return }
    guard try members.resume() else { return records = WARCRecords(ByteInput([]), base: 0) }
    records = WARCRecords(ByteInput { try members.read(atMost: $0) }, base: members.unpacked)
  }

  /// Where the record begins in the file: with its member, where it is the member's first; else
  /// among the unpacked bytes.
  private var offset: Int {
    let unpacked = records?.offset ?? 0
    return members?.member(at: unpacked) ?? unpacked
  }
}
