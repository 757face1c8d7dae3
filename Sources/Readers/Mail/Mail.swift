import Model

/// A message (RFC 5322), or a mailbox of them (RFC 4155): one document a message, also of those
/// that one message holds.
///
/// A mailbox is read message by message; one that has nothing to read is refused by its place and
/// its Message-ID, and the next one is read.
public struct Mail: Reader {
  public static let format = Format.mail
  private let options: ReadingOptions
  private var mailbox: Mailbox
  private var waiting: [Waiting] = []

  /// What is to be said behind the message that was read.
  private var remark: ReadingError?

  /// A message that is taken apart, and is to be read next.
  private struct Waiting {
    var message: MailMessage
    var bytes: [UInt8]

    /// `nil` where the message is the input.
    var offset: Int?
    var isTooLong: Bool
  }

  public init(options: ReadingOptions) {
    self.options = options
    mailbox = Mailbox(limit: options.documentLimit)
  }

  public static func recognizes(_ head: Head) -> Bool {
    guard !head.isBinary else { return false }
    if Mailbox.isSeparator(head.start.prefix { $0 != 0x0A }) { return true }
    var header = MIMEHeader()
    for line in head.start.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = line.last == 0x0D ? line.dropLast() : line
      guard header.take(line) else { break }
    }
    return tells.count { header.bytes($0) != nil } >= 2
  }

  /// Fields of which no other text has two in its header.
  private static let tells = [
    "from", "to", "subject", "date", "message-id", "received", "mime-version",
  ]

  public mutating func next(from input: inout ByteInput) throws -> ReadingItem? {
    if let remark {
      self.remark = nil
      return .refused(remark)
    }
    if waiting.isEmpty, let item = try mailbox.next(from: &input) { open(item) }
    guard let next = waiting.popLast() else { return nil }
    let item = read(next)
    if case .report = item, next.message.isCut { remark = cut(next) }
    return item
  }

  /// Makes the messages of an item wait, the first one last.
  private mutating func open(_ item: Mailbox.Item) {
    let messages = MailMessage.all(in: item.message, options: options)
    let isOne = messages.count == 1
    waiting = messages.reversed().map { message in
      // The bytes are the item's own unless marks were taken out of them, or a part was unpacked.
      let range = message.bytes.indices
      let isOwn =
        !isOne && range.upperBound <= item.bytes.count && item.bytes[range] == message.bytes
      return Waiting(
        message: message, bytes: isOne ? item.bytes : Array(message.bytes),
        offset: isOne && item.isAlone ? nil : item.offset + (isOwn ? range.lowerBound : 0),
        isTooLong: item.isTooLong)
    }
  }

  private func cut(_ waiting: Waiting) -> ReadingError {
    var error = ReadingError.cutOff("the message", after: waiting.bytes)
    if let offset = waiting.offset { error.place = .offset(offset) }
    error.id = waiting.message.id
    return error
  }

  private func read(_ waiting: Waiting) -> ReadingItem {
    do throws(ReadingError) {
      guard !waiting.isTooLong else { throw .documentTooLong(options.documentLimit) }
      var report = try waiting.message.report()
      report.original = waiting.bytes
      report.offset = waiting.offset
      options.complete(&report)
      return .report(report)
    } catch {
      let place = waiting.offset.map { ReadingError.Place.offset($0) }
      return .refused(ReadingError(error.reason, at: place, id: waiting.message.id))
    }
  }
}
