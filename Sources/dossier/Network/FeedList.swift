import Readers
import Storage

/// The feeds of an OPML file.
struct FeedList {
  private(set) var feeds: [FeedSubscription] = []
  private(set) var refusals: [Refusal] = []

  /// Reads a file; `-` is standard input.
  init(path: String) throws {
    do {
      let file =
        try path == "-" ? InputFile.standardInput(named: path) : InputFile.open(path)
      var reader = try DocumentReader(
        ByteInput { try file.read(atMost: $0) }, format: .opml, options: ReadingOptions(name: path))
      while let item = try reader.next() {
        switch item {
        case .outline(let outline):
          var feed = FeedSubscription(url: outline.feedURL, title: outline.title)
          feed.siteURL = outline.url
          feed.tags = outline.tags
          feeds.append(feed)
        case .refused(let error): refusals.append(Refusal(error, path: path))
        case .feed, .report, .passedOver: break
        }
      }
    } catch let exit as Exit {
      throw exit
    } catch {
      refusals.append(Refusal(error, path: path))
    }
  }
}
