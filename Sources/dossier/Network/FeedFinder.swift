import Readers
import Storage

/// Finds the feed that an address stands for.
final class FeedFinder {
  private let fetcher: PageFetcher

  /// The other feeds of the page.
  private(set) var others: [String] = []

  init(_ fetcher: PageFetcher) { self.fetcher = fetcher }

  /// The feed at an address, or the first one that the page there names.
  func feed(at address: String) throws -> FeedSubscription {
    let document = try fetcher.document(address)
    if document.format == .feed { return try subscription(to: document, at: address) }
    let links = FeedLink.all(in: document.body, of: document.response, address: document.url)
    guard let link = links.first else {
      throw Refusal(path: address, reason: "no feed, and no page that names one")
    }
    others = links.dropFirst().map(\.url)
    let found = try fetcher.document(link.url)
    guard found.format == .feed else { throw Refusal(path: link.url, reason: "not a feed") }
    return try subscription(to: found, at: link.url)
  }

  private func subscription(
    to document: FetchedDocument, at address: String
  ) throws -> FeedSubscription {
    var reader = try DocumentReader(
      ByteInput(document.body), format: .feed,
      options: document.options(over: ReadingOptions(name: address)))
    switch try reader.next() {
    case .feed(let head):
      var feed = FeedSubscription(url: address, title: head.title)
      feed.siteURL = head.url
      return feed
    case .refused(let error): throw Refusal(error, path: address)
    default: throw Refusal(path: address, reason: "not a feed")
    }
  }
}
