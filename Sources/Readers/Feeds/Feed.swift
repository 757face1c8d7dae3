import Bytes
import Model

/// A feed: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed; one document an entry.
///
/// Every entry is parsed by itself, so that a broken one takes no other with it.
public struct Feed: Reader {
  public static let format = Format.feed
  private let options: ReadingOptions
  private var source: (any FeedSource)?
  private var head = FeedHead()
  private var index = 0
  private var isOpen = false

  /// More entries than this are no feed that anybody publishes.
  static let entryLimit = 100_000

  public init(options: ReadingOptions) { self.options = options }

  public static func recognizes(_ head: Head) -> Bool {
    guard !head.isBinary else { return false }
    switch head.start.first {
    case UInt8(ascii: "<"): return XMLFeed.roots.contains(FeedParts(head.text).rootName)
    case UInt8(ascii: "{"):
      return head.contains("\"version\"")
        && (head.contains("://jsonfeed.org/version/") || head.contains(":\\/\\/jsonfeed.org\\/"))
    default: return false
    }
  }

  public mutating func next(from input: inout ByteInput) throws -> ReadingItem? {
    if !isOpen {
      isOpen = true
      guard let bytes = try input.rest(limit: options.documentLimit) else {
        return .refused(.documentTooLong(options.documentLimit))
      }
      do {
        let source = try Feed.source(bytes, options: options)
        self.source = source
        head = source.head
        head.language = head.language ?? options.language
        return .feed(head)
      } catch let error as ReadingError {
        return .refused(error)
      }
    }
    guard let source else { return nil }
    defer { index += 1 }
    guard index < source.count else {
      self.source = nil
      return source.cut.map { .refused($0) }
    }
    guard index < Feed.entryLimit else {
      self.source = nil
      return .refused(ReadingError("more than \(Feed.entryLimit) entries"))
    }
    let place = source.place(of: index)
    do {
      return .report(try report(of: source.entry(index), place))
    } catch let error as ReadingError {
      return .refused(ReadingError(error.reason, at: place.offset.map { .offset($0) }))
    }
  }

  private static func source(
    _ bytes: [UInt8], options: ReadingOptions
  ) throws -> any FeedSource {
    let decoded = DecodedText(
      bytes, declared: options.charset ?? CharsetDeclaration.label(in: bytes))
    let base = options.base
    switch decoded.utf8.first(where: { $0 > 0x20 }) {
    case UInt8(ascii: "<"): return try XMLFeed(decoded, bytes: bytes, base: base)
    case UInt8(ascii: "{"): return try JSONFeed(decoded, bytes: bytes, base: base)
    default: throw ReadingError("not a feed")
    }
  }

  private func report(of entry: FeedEntry, _ place: FeedPlace) throws -> Report {
    var report = try entry.report(head, path: options.name)
    guard !entry.isEmpty else { throw ReadingError("an empty entry") }
    report.original = place.original
    report.offset = place.offset
    report.mime = source?.mime
    // The address that is given is the feed's; an entry has its own.
    var options = options
    options.url = nil
    options.address = nil
    options.complete(&report)
    return report
  }
}

/// A feed of one of the families, opened.
protocol FeedSource: Sendable {
  var head: FeedHead { get }
  var count: Int { get }

  /// The media type of the feed.
  var mime: String { get }

  /// Where and how the feed is cut off; `nil` where it is whole.
  var cut: ReadingError? { get }
  func place(of index: Int) -> FeedPlace
  func entry(_ index: Int) throws -> FeedEntry
}

/// Where an entry stands in its file.
struct FeedPlace {
  var offset: Int?
  var original: [UInt8]
}
