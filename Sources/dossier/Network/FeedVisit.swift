import Fetching
import Model
import Storage

/// How far asking for a feed and for the pages of its entries has come.
struct FeedVisit {
  let feed: FeedRecord

  /// How many pages of its entries are to come.
  var pages = 0

  private var poll: FeedPoll?

  private var entries = 0
  private var complaint: String?

  init(_ feed: FeedRecord) { self.feed = feed }

  /// What came of it, once nothing is left to come.
  var finished: FeedPoll? {
    guard pages == 0, var poll else { return nil }
    // A document that is no feed at all is refused as a whole.
    if entries == 0, let complaint {
      poll.isFailure = true
      poll.status = complaint
    }
    if poll.isFailure { (poll.movedTo, poll.marks) = (nil, nil) }
    return poll
  }

  /// Notes that an errand has had an answer.
  mutating func end(_ errand: Errand, at time: Instant) {
    switch errand {
    case .feed: poll = FeedPoll(at: time, status: "")
    case .page: pages -= 1
    }
  }

  /// The server wants no question before that time.
  mutating func wait(until time: Instant?) { poll?.retryAt = time }

  mutating func takeSame(_ response: FetchResponse) {
    poll?.status = "not modified"
    poll?.movedTo = response.movedTo
  }

  mutating func take(_ response: FetchResponse) {
    poll?.status = "fetched"
    poll?.movedTo = response.movedTo
    poll?.marks = FeedPoll.Marks(
      etag: response["etag"], lastModified: response["last-modified"])
  }

  mutating func fail(_ reason: String) {
    poll?.status = reason
    poll?.isFailure = true
  }

  mutating func take(_ outcome: IngestOutcome, isEntry: Bool) {
    guard isEntry else { return }
    if outcome.status == .refused {
      complaint = complaint ?? outcome.reason
    } else {
      entries += 1
      poll?.article = outcome.id
    }
  }

  /// An errand is left for another time, as its host wants.
  mutating func postpone(_ errand: Errand, at time: Instant) {
    end(errand, at: time)
    if case .feed = errand { poll?.status = "put off: its host wants to be left alone" }
  }
}
