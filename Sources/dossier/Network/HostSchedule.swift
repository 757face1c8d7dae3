import Fetching

/// Requests that wait for their hosts: each is asked one thing at a time, with a pause between.
struct HostSchedule {
  /// How long a host is left alone after an answer.
  private static let pause = Duration.seconds(1)

  private struct Host {
    var waiting: [(tag: Int, request: FetchRequest)] = []
    var isBusy = false
    var ready = ContinuousClock.now
  }

  private var hosts: [String: Host] = [:]

  /// The hosts that something waits for, in the order in which that came.
  private var order: [String] = []

  var isEmpty: Bool { order.isEmpty }

  mutating func add(_ request: FetchRequest, tag: Int) {
    let host = request.host
    if hosts[host, default: Host()].waiting.isEmpty { order.append(host) }
    hosts[host, default: Host()].waiting.append((tag, request))
  }

  /// The next request whose host may be asked, which is busy from now on.
  mutating func next() -> (tag: Int, request: FetchRequest)? {
    let now = ContinuousClock.now
    let place = order.firstIndex { name in
      hosts[name].map { !$0.isBusy && $0.ready <= now } ?? false
    }
    guard let place, var host = hosts[order[place]] else { return nil }
    let name = order.remove(at: place)
    let next = host.waiting.removeFirst()
    host.isBusy = true
    hosts[name] = host
    // The others come first.
    if !host.waiting.isEmpty { order.append(name) }
    return next
  }

  /// Notes that a host has answered.
  mutating func end(_ host: String) {
    hosts[host]?.isBusy = false
    hosts[host]?.ready = .now + HostSchedule.pause
  }

  /// Takes back what waits for a host.
  mutating func drop(_ host: String) -> [Int] {
    defer { hosts[host]?.waiting = [] }
    order.removeAll { $0 == host }
    return (hosts[host]?.waiting ?? []).map(\.tag)
  }
}
