import CCurl

/// Fetches over HTTP and HTTPS, several addresses side by side on the thread that calls it.
///
/// It never connects to an address outside of the public network, whatever names and redirections
/// lead there: the address is looked at when the connection is opened. Where the user has set a
/// proxy, that holds for the proxy's address, as nobody here knows what the proxy connects to.
public final class Fetcher {
  private let session: OpaquePointer
  private let userAgent: String
  private let allowsPrivate: Bool
  private var transfers: [Int: Transfer] = [:]
  private var ended: [(tag: Int, result: Result<FetchResponse, FetchError>)] = []

  /// How many bytes all bodies that are under way may have together.
  private static let mostBytes = 160 << 20

  /// - Parameters:
  ///   - userAgent: how requests introduce themselves.
  ///   - allowsPrivate: whether addresses outside of the public network may be asked, too.
  ///   - connections: how many there are at most, one a host.
  /// - Throws: `unsuitableLibrary`.
  public init(
    userAgent: String, allowsPrivate: Bool = false, connections: Int = 1
  ) throws(FetchError) {
    guard ccurl_load() != 0, let session = ccurl_session_make(Int32(clamping: connections)) else {
      throw .unsuitableLibrary
    }
    self.session = session
    self.userAgent = userAgent
    self.allowsPrivate = allowsPrivate
  }

  deinit {
    for transfer in transfers.values { transfer.end() }
    ccurl_session_free(session)
  }

  /// How many requests have been started and not been taken back by `next`.
  public var underWay: Int { transfers.count + ended.count }

  /// Begins a request; `tag` is what its answer is known by, and is not in use.
  public func start(_ request: FetchRequest, tag: Int) {
    let transfer = Transfer(
      request, tag: tag, allowsPrivate: allowsPrivate,
      room: { [unowned self] in Self.mostBytes - transfers.values.reduce(0) { $0 + $1.received } })
    begin(transfer)
  }

  private func begin(_ transfer: Transfer) {
    do throws(FetchError) {
      try transfer.begin(in: session, userAgent: userAgent)
      transfers[transfer.tag] = transfer
    } catch {
      finish(transfer, .failure(error))
    }
  }

  private func finish(_ transfer: Transfer, _ result: Result<FetchResponse, FetchError>) {
    transfers[transfer.tag] = nil
    ended.append((transfer.tag, result))
  }

  /// Goes on with all requests, waiting at most so long for something to come.
  public func run(atMost wait: Duration) {
    ccurl_run(session, ended.isEmpty ? Int32(clamping: wait.milliseconds) : 0)
    var end = CCURL_DONE
    while let context = ccurl_next_ended(session, &end) {
      let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
      do throws(FetchError) {
        if let response = try transfer.response(after: end) {
          finish(transfer, .success(response))
        } else {
          begin(transfer)
        }
      } catch {
        finish(transfer, .failure(error))
      }
    }
  }

  /// An answer that has come, if any has.
  public func next() -> (tag: Int, result: Result<FetchResponse, FetchError>)? {
    ended.isEmpty ? nil : ended.removeFirst()
  }
}

extension Duration {
  var milliseconds: Int {
    let (seconds, rest) = components
    return Int(seconds) * 1000 + Int(rest / 1_000_000_000_000_000)
  }
}
