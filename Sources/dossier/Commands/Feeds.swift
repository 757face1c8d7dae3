import ArgumentParser
import Model
import Readers
import Rendering
import Storage

/// Lists the feeds that are subscribed to.
struct Feeds: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The feeds that fetch asks, and what came of it the last time.",
    discussion: """
      EXAMPLES:
        dossier sources feeds
      """)

  @OptionGroup(title: "How to print") var format: FormatOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let archive = try global.open(for: .reading)
    try ListPrinter(global, format).print(.feeds, archive.feeds())
  }
}

/// Subscribes to a feed.
struct AddFeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Subscribe to a feed, or to the one that a page names as its own.",
    discussion: """
      EXAMPLES:
        dossier sources add https://news.example/feed.xml
        dossier sources add https://news.example/ --name "News of Example"
      """)

  @Argument(help: ArgumentHelp("The address of the feed, or of the page.", valueName: "url"))
  var url: String

  @Option(
    help: ArgumentHelp("What it is called (default: what it calls itself).", valueName: "name"))
  var name: String?

  @OptionGroup(title: "How to fetch") var fetching: FetchOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    Signals.postpone()
    let finder = FeedFinder(PageFetcher(fetching) { try global.time() })
    var feed: FeedSubscription
    do {
      feed = try finder.feed(at: url)
    } catch let refusal as Refusal {
      Console.note(refusal.sentence)
      throw Exit(status: .noInput)
    }
    if !finder.others.isEmpty, !global.quiet {
      Console.note("the page has more feeds: \(finder.others.joined(separator: ", "))")
    }
    feed.title = name ?? feed.title
    let time = try global.time()
    let (id, isNew) = try global.write(for: .creating) { archive in
      try archive.subscribe(to: [feed], at: time).first ?? (0, false)
    }
    let output = Output()
    let title = feed.title.map { "“\(TerminalText.oneLine($0))”" }
    let parts = [isNew ? "added \(id)" : "same \(id)", feed.url, title].compactMap { $0 }
    try output.write(TerminalText.escaped(parts.joined(separator: "  ")) + "\n")
    try output.flush()
  }
}

/// Ends a subscription.
struct RemoveFeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "End the subscription to a feed; its articles stay.",
    discussion: """
      EXAMPLES:
        dossier sources remove https://news.example/feed.xml
      """)

  @Argument(
    help: ArgumentHelp("Its id, or a part of its title or address.", valueName: "feed"))
  var feed: String

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let removed = try global.write { archive in
      let found = try archive.feeds(matching: feed)
      guard let one = found.first, found.count == 1 else {
        let names = found.map { "\($0.id) \($0.currentURL)" }.joined(separator: ", ")
        throw Failure(.partly, "'\(feed)' may be \(names); give the id of one of them")
      }
      try archive.unsubscribe(from: one.id)
      return one
    }
    let output = Output()
    try output.write(TerminalText.escaped("removed \(removed.id)  \(removed.currentURL)") + "\n")
    try output.flush()
  }
}

/// Subscribes to a list of feeds.
struct ImportFeeds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Subscribe to the feeds of an OPML file, as other feed readers write it.",
    discussion: """
      EXAMPLES:
        dossier sources import subscriptions.opml
      """)

  @Argument(help: ArgumentHelp("OPML, or - for standard input.", valueName: "file"))
  var file: String

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let list = try FeedList(path: file)
    for refusal in list.refusals { Console.note(refusal.sentence) }
    if list.feeds.isEmpty, !list.refusals.isEmpty { throw Exit(status: .noInput) }
    let time = try global.time()
    let subscribed = try global.write(for: .creating) { archive in
      try archive.subscribe(to: list.feeds, at: time)
    }
    let added = subscribed.count { $0.isNew }
    let output = Output()
    try output.write("\(added) added, \(subscribed.count - added) same\n")
    try output.flush()
    if !list.refusals.isEmpty { throw Exit(status: .partly) }
  }
}

/// Writes the list of feeds.
struct ExportFeeds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the feeds that are subscribed to, for other feed readers.",
    discussion: """
      EXAMPLES:
        dossier sources export --format opml > subscriptions.opml
      """)

  @Option(help: "The form.") var format = FeedListFormat.opml
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let feeds = try global.open(for: .reading).feeds()
    let output = Output()
    switch format {
    case .opml: try output.write(OPMLRenderer.text(feeds))
    }
    try output.flush()
  }
}

enum FeedListFormat: String, ExpressibleByArgument, CaseIterable {
  case opml
}
