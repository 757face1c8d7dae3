import Model

/// A message (RFC 5322), or a mailbox of them (RFC 4155): one document a message.
///
/// A mailbox is read message by message; one that has nothing to read is refused by its place and
/// its Message-ID, and the next one is read.
public struct Mail: Reader {
  public static let format = Format.mail
  private let options: ReadingOptions
  private var mailbox: Mailbox

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
    guard let item = try mailbox.next(from: &input) else { return nil }
    let place = item.isAlone ? nil : item.offset
    let message = MailMessage(item.message, options: options)
    do {
      guard !item.isTooLong else { throw ReadingError("longer than the limit of a document") }
      var report = try message.report()
      report.original = item.bytes
      report.offset = place
      options.complete(&report)
      return .report(report)
    } catch let error as ReadingError {
      return .refused(ReadingError(error.reason, at: place.map { .offset($0) }, id: message.id))
    }
  }
}
