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
    let title = isNew ? feed.title.map { "“\(TerminalText.oneLine($0))”" } : nil
    let parts = [isNew ? "added \(id)" : "same \(id)", feed.url, title].compactMap { $0 }
    try Output.print(TerminalText.escaped(parts.joined(separator: "  ")) + "\n")
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
      let one = try Names.only(archive.feeds(matching: feed), of: feed) {
        "\($0.id) \($0.currentURL)"
      }
      try archive.unsubscribe(from: one.id)
      return one
    }
    try Output.print(TerminalText.escaped("removed \(removed.id)  \(removed.currentURL)") + "\n")
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
    if list.feeds.isEmpty { Console.note("\(file): no feed in it") }
    let time = try global.time()
    let subscribed = try global.write(for: .creating) { archive in
      try archive.subscribe(to: list.feeds, at: time)
    }
    let added = subscribed.count { $0.isNew }
    try Output.print("\(added) added, \(subscribed.count - added) same\n")
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
    switch format {
    case .opml: try Output.print(OPMLRenderer.text(feeds))
    }
  }
}

enum FeedListFormat: String, ExpressibleByArgument, CaseIterable {
  case opml
}
