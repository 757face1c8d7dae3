import Fetching
import Model
import Storage

/// Everything that the feeds have, and the pages of their entries, piece by piece as it comes.
final class FeedIntake {
  private let archive: Archive
  private let fetcher: Fetcher
  private let options: FetchOptions

  /// How many requests are under way at most.
  private let connections: Int
  private let now: () throws -> Instant
  private let progress: (String) -> Void

  /// Whether the pages of entries are fetched of which feeds have only summaries.
  private let wantsPages: Bool

  private var visits: [Int: FeedVisit] = [:]
  private var schedule = HostSchedule()

  /// What is asked for, by the tags of the requests.
  private var errands: [(errand: Errand, request: FetchRequest)] = []

  /// Pages of entries that were stored, to be asked for.
  private var pages: [(url: String, article: Int, feed: Int)] = []

  /// The articles whose pages have been asked for: several feeds may have the same.
  private var asked: Set<Int> = []

  /// Whether something has been handed on that may not be stored yet.
  private var hasHandedOn = false
  private var hasWaited = false
  private var answers = 0

  /// How many feeds have answered, with entries or with nothing new.
  private(set) var opened = 0

  init(
    _ archive: Archive, feeds: [FeedRecord], options: FetchOptions, connections: Int,
    wantsPages: Bool, now: @escaping () throws -> Instant, progress: @escaping (String) -> Void
  ) throws {
    self.archive = archive
    self.options = options
    fetcher = try options.fetcher(connections: connections)
    self.connections = connections
    self.wantsPages = wantsPages
    self.now = now
    self.progress = progress
    for feed in feeds {
      visits[feed.id] = FeedVisit(feed)
      var request = options.request(feed.currentURL)
      // Entries whose pages are missing have to come again, to say where these are.
      if try !wantsPages || !archive.hasSummaries(of: feed) {
        request.etag = feed.etag
        request.lastModified = feed.lastModified
      }
      ask(request, for: .feed(feed.id))
    }
  }

  private func ask(_ request: FetchRequest, for errand: Errand) {
    schedule.add(request, tag: errands.count)
    errands.append((errand, request))
  }

  func next() throws -> Pipeline.Step<[Piece]> {
    if hasWaited { try settle() }
    while true {
      try Signals.check()
      while fetcher.underWay < connections, let (tag, request) = schedule.next() {
        fetcher.start(request, tag: tag)
      }
      fetcher.run(atMost: .zero)
      let pieces = try takeAnswers()
      if !pieces.isEmpty {
        hasHandedOn = true
        return .work(pieces, weight: pieces.reduce(0) { $0 + $1.weight })
      }
      if hasHandedOn {
        hasWaited = true
        return .wait
      }
      if fetcher.underWay == 0, schedule.isEmpty { return .end }
      fetcher.run(atMost: .milliseconds(100))
    }
  }

  /// Goes on from what has been handed on, once all of it is stored.
  func settle() throws {
    (hasHandedOn, hasWaited) = (false, false)
    for page in pages
    where try !archive.hasCompleteText(page.article) && asked.insert(page.article).inserted {
      visits[page.feed]?.pages += 1
      ask(options.request(page.url), for: .page(feed: page.feed, article: page.article))
    }
    pages = []
    for (id, visit) in visits {
      guard let poll = visit.finished else { continue }
      try archive.note(poll, of: visit.feed)
      visits[id] = nil
    }
  }

  /// What became of a document that was handed on.
  func take(_ document: ErrandDocument, _ outcome: IngestOutcome) {
    let feed = document.errand.feed
    visits[feed]?.take(outcome, isEntry: document.errand.article == nil)
    guard wantsPages, document.errand.article == nil, !document.isComplete, let url = document.url,
      let article = outcome.id
    else { return }
    pages.append((url, article, feed))
  }

  private func takeAnswers() throws -> [Piece] {
    var pieces: [Piece] = []
    while let (tag, result) = fetcher.next() {
      let (errand, request) = errands[tag]
      schedule.end(request.host)
      answers += 1
      progress("\(answers) of \(errands.count) addresses")
      var piece = try piece(of: result, for: errand, request)
      piece?.errand = errand
      if let piece { pieces.append(piece) }
    }
    return pieces
  }

  /// What an answer holds; `nil` where there is nothing new.
  private func piece(
    of result: Result<FetchResponse, FetchError>, for errand: Errand, _ request: FetchRequest
  ) throws -> Piece? {
    let time = try now()
    let url = request.shownURL
    visits[errand.feed]?.end(errand, at: time)
    let response: FetchResponse
    switch result {
    case .failure(let error):
      let piece = refused(url, "\(error)", errand)
      // Nobody was asked: nothing is noted, and --allow-private need not wait.
      if case (.privateAddress, .feed(let feed)) = (error, errand) { visits[feed] = nil }
      return piece
    case .success(let answer): response = answer
    }
    if [429, 503].contains(response.status) {
      let retryAt = response.retryTime(now: time)
      visits[errand.feed]?.wait(until: retryAt)
      stop(asking: request.host, until: retryAt, at: time)
    }
    if case .feed = errand, response.isNotModified {
      opened += 1
      visits[errand.feed]?.takeSame(response)
      return nil
    }
    if let complaint = response.complaint { return refused(url, complaint, errand) }
    var document = FetchedDocument(response, now: time)
    switch errand {
    case .feed(let feed):
      opened += 1
      document.format = .feed
      document.outlet = visits[feed]?.feed.title
      visits[feed]?.take(response)
    case .page:
      guard let format = document.format, [.html, .text].contains(format) else {
        return refused(url, "not a page: \(response["content-type"] ?? "of no type")", errand)
      }
    }
    return Piece(url, .fetched(document))
  }

  private func refused(_ url: String, _ reason: String, _ errand: Errand) -> Piece {
    if case .feed(let feed) = errand { visits[feed]?.fail(reason) }
    return Piece(url, .refused(Refusal(path: url, reason: reason)))
  }

  /// Leaves a host alone that wants it.
  private func stop(asking host: String, until retryAt: Instant?, at time: Instant) {
    let dropped = schedule.drop(host)
    for tag in dropped {
      let errand = errands[tag].errand
      visits[errand.feed]?.postpone(errand, at: time)
      visits[errand.feed]?.wait(until: retryAt)
    }
    if !dropped.isEmpty {
      Console.note("\(host): wants to be left alone; \(dropped.count) more addresses wait")
    }
  }
}
