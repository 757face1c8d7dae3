import Fetching
import Model

/// Fetches one address after the other.
final class PageFetcher {
  let options: FetchOptions
  private let now: () throws -> Instant
  private var fetcher: Fetcher?

  private var schedule = HostSchedule()

  init(_ options: FetchOptions, now: @escaping () throws -> Instant) {
    self.options = options
    self.now = now
  }

  static func isAddress(_ path: String) -> Bool {
    let start = path.prefix(8).lowercased()
    return start.hasPrefix("http://") || start == "https://"
  }

  /// - Throws: `Refusal` where it cannot be had, `Exit` after an interrupt.
  func document(_ url: String) throws -> FetchedDocument {
    let request = options.request(url)
    let response = try response(to: request)
    if let complaint = response.complaint {
      throw Refusal(path: request.shownURL, reason: complaint)
    }
    return FetchedDocument(response, now: try now())
  }

  private func response(to request: FetchRequest) throws -> FetchResponse {
    let fetcher = try self.fetcher ?? options.fetcher()
    self.fetcher = fetcher
    schedule.add(request, tag: 0)
    while true {
      try Signals.check()
      if let (tag, request) = schedule.next() { fetcher.start(request, tag: tag) }
      fetcher.run(atMost: .milliseconds(100))
      guard let (_, result) = fetcher.next() else { continue }
      schedule.end(request.host)
      do throws(FetchError) {
        return try result.get()
      } catch {
        throw Refusal(path: request.shownURL, reason: "\(error)")
      }
    }
  }
}
