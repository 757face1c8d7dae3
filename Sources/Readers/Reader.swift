import Model

/// A way to read documents out of bytes of one format.
///
/// A reader is a value that lives as long as its input. It pulls what it needs for the next
/// document and no more, so that an input of any length is read in bounded memory.
public protocol Reader: SendableMetatype {
  static var format: Format { get }

  /// Whether `head`, the first bytes of an input, are of this format.
  static func recognizes(_ head: Head) -> Bool

  init(options: ReadingOptions)

  /// The next document, or a refusal in its place; `nil` at the end of the input.
  ///
  /// Throws only what the input throws. After a refusal the reader goes on with the next document.
  mutating func next(from input: inout ByteInput) throws -> ReadingItem?

  /// The line that the last document began in, where the format is one of lines.
  var line: Int? { get }
}

extension Reader {
  public var line: Int? { nil }
}

/// What stands at one place of an input.
public enum ReadingItem: Sendable {
  /// What opens a feed, before its entries.
  case feed(FeedHead)

  /// A feed in a list of feeds.
  case outline(FeedOutline)
  case report(Report)
  case refused(ReadingError)

  /// At the end of a web archive: how many of its answers are no documents, by their media types.
  case passedOver([String: Int])
}

/// The formats that can be read, by the names of the machine interface.
public enum Format: String, Sendable, CaseIterable {
  case text, html, feed, opml, warc, wacz, jsonl, csv, mail, mhtml, pdf
}

/// Every reader, in the order in which an input is tried; whatever is text is the last one's.
let readers: [any Reader.Type] = [
  WARC.self, WACZ.self, PDF.self, Feed.self, OPML.self, JSONLines.self, MHTML.self, Mail.self,
  HTMLPage.self, CSV.self, PlainText.self,
]
