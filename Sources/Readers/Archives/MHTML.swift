import Model

/// A page that a browser has saved with its images in one message (MHTML, RFC 2557): one document.
public struct MHTML: Reader {
  public static let format = Format.mhtml
  private let options: ReadingOptions
  private var isDone = false

  /// Where the file is cut off, to be said behind its page.
  private var cut: ReadingError?

  public init(options: ReadingOptions) { self.options = options }

  public static func recognizes(_ head: Head) -> Bool {
    guard !head.isBinary else { return false }
    let header = MIMEParser.message(head.text[...]).header
    guard let type = header.value("content-type")?.name else { return false }
    if header.bytes("snapshot-content-location") != nil { return true }
    // A letter with images in it looks the same, but was sent.
    let isSent = ["to", "received", "message-id"].contains { header.bytes($0) != nil }
    return type == "multipart/related" && !isSent && head.contains("\ncontent-location:")
  }

  public mutating func next(from input: inout ByteInput) throws -> ReadingItem? {
    guard !isDone else {
      defer { cut = nil }
      return cut.map { .refused($0) }
    }
    isDone = true
    guard let bytes = try input.rest(limit: options.documentLimit) else {
      return .refused(.documentTooLong(options.documentLimit))
    }
    let message = MIMEParser.message(bytes[...])
    guard let part = MailBody(message).pages.first else {
      return .refused(ReadingError("no page among its parts"))
    }
    guard !part.isBroken else { return .refused(.notBase64) }
    var options = options
    options.charset = part.charset ?? options.charset
    options.address = MHTML.address(of: part, in: message) ?? options.address
    var page = HTMLPage(options: options)
    var content = ByteInput(part.content)
    let item = try page.next(from: &content)
    guard case .report(var report) = item else { return item }
    report.complete = !message.isCut
    if message.isCut { cut = .cutOff("the file", after: bytes) }
    report.capturedAt = message.header.text("date").flatMap { StampedDate($0)?.instant }
    return .report(report)
  }

  private static func address(of part: MIMEEntity, in message: MIMEEntity) -> String? {
    let stated = [
      message.header.text("snapshot-content-location"), part.header.text("content-location"),
      message.header.text("content-location"),
    ]
    return stated.lazy.compactMap { $0.flatMap { WebAddress.resolved($0, against: nil) } }.first
  }
}
