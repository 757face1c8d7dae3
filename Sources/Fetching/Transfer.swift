import Bytes
import CCurl
import Model

/// One request on its way, through all redirections.
final class Transfer {
  let tag: Int

  /// Bytes of the body so far.
  var received: Int { body.count }

  private let request: FetchRequest
  private let allowsPrivate: Bool

  /// How many bytes may still come into all bodies together.
  private let room: () -> Int

  private let began = ContinuousClock.now
  private var handle: OpaquePointer?
  private var url: WebLocation
  private var movedTo: String?
  private var redirections = 0

  /// Whether every redirection so far was for good.
  private var isPermanent = true

  private var header = ResponseHeader()
  private var body: [UInt8] = []
  private var refused: NetworkAddress?

  /// Why no more of the body was taken.
  private var excess: FetchError?

  init(
    _ request: FetchRequest, tag: Int, allowsPrivate: Bool, room: @escaping () -> Int
  ) {
    self.tag = tag
    self.request = request
    self.allowsPrivate = allowsPrivate
    self.room = room
    url = WebLocation(request.url)
  }

  /// Asks the address, or the one that the last answer redirects to.
  func begin(in session: OpaquePointer, userAgent: String) throws(FetchError) {
    guard url.isHTTP else { throw .badAddress(url.shown) }
    let left = request.limits.total - began.duration(to: .now)
    guard left > .zero else { throw tooSlow }
    header = ResponseHeader()
    body = []
    refused = nil
    var listener = ccurl_listener()
    listener.context = Unmanaged.passUnretained(self).toOpaque()
    listener.allows = { Transfer.of($0)?.allows(Transfer.bytes($1, $2)) == true ? 1 : 0 }
    listener.header = { Transfer.of($0)?.header.add(line: Transfer.bytes($1, $2)) == true ? 1 : 0 }
    listener.body = { Transfer.of($0)?.take(Transfer.bytes($1, $2)) == true ? 1 : 0 }
    var details = ccurl_request()
    details.size_limit = Int64(request.limits.size)
    details.connect_milliseconds = Int64(request.limits.connect.milliseconds)
    details.total_milliseconds = Int64(left.milliseconds)
    details.stall_bytes = Int64(request.limits.stallBytes)
    details.stall_seconds = Int64(request.limits.stall.milliseconds / 1000)
    handle = url.wire.withCString { url in
      userAgent.withCString { userAgent in
        request.fields.joined(separator: "\n").withCString { fields in
          (details.url, details.user_agent, details.fields) = (url, userAgent, fields)
          return ccurl_start(session, &details, &listener)
        }
      }
    }
    if handle == nil { throw .other(reason: "out of memory") }
  }

  /// Gives up, or frees what has ended.
  func end() {
    if let handle { ccurl_transfer_free(handle) }
    handle = nil
  }

  /// The answer, or `nil` where it redirects and the transfer is to begin again.
  func response(after end: ccurl_end) throws(FetchError) -> FetchResponse? {
    let reason = handle.map { String(cString: ccurl_reason($0)) } ?? ""
    let target = handle.flatMap { ccurl_redirection($0) }.map { String(cString: $0) }
    self.end()
    guard end == CCURL_DONE else { throw failure(end, reason) }
    if let target, [301, 302, 303, 307, 308].contains(header.status) {
      try redirect(to: target)
      return nil
    }
    var response = FetchResponse(status: header.status, url: url.shown)
    response.movedTo = movedTo
    response.headers = header.fields
    response.body = try unpacked()
    body = []
    return response
  }

  /// The body without its packing, the last one first.
  private func unpacked() throws(FetchError) -> [UInt8] {
    var bytes = body
    let names = header.fields.filter { $0.name.lowercased() == "content-encoding" }
      .flatMap { $0.value.lowercased().split(whereSeparator: { $0 == "," || $0 == " " }) }
    for name in names.reversed() where name != "identity" && !bytes.isEmpty {
      switch name {
      case "gzip", "x-gzip": bytes = try unpacked(bytes, .gzip)
      // RFC 9110 means zlib's form by it, and some servers the bare one.
      case "deflate": bytes = try unpacked(bytes, bytes[0] & 0x0F == 8 ? .zlib : .deflate)
      default: throw .badlyPacked
      }
    }
    return bytes
  }

  private func unpacked(
    _ bytes: [UInt8], _ form: Inflater.Form
  ) throws(FetchError) -> [UInt8] {
    let limit = request.limits.size
    do throws(CompressionError) {
      return try Compression.unpack(bytes[...], form, limit: min(limit, room() + body.count))
    } catch {
      switch error {
      case .truncated: throw .cutOff(reason: "the packing of the body has no end")
      case .tooLong, .bomb: throw .tooLarge(limit: limit)
      case .damaged: throw .badlyPacked
      }
    }
  }

  private func redirect(to target: String) throws(FetchError) {
    redirections += 1
    let most = request.limits.redirects
    guard redirections <= most else { throw .tooManyRedirects(most) }
    url = url.redirected(to: target)
    isPermanent = isPermanent && [301, 308].contains(header.status)
    if isPermanent { movedTo = url.full }
  }

  private func failure(_ end: ccurl_end, _ reason: String) -> FetchError {
    if let excess { return excess }
    switch end {
    case CCURL_BAD_ADDRESS: return .badAddress(url.shown)
    case CCURL_UNKNOWN_HOST: return .unknownHost(url.host)
    case CCURL_NO_CONNECTION:
      return refused.map { .privateAddress("\($0)") } ?? .unreachable(reason: reason)
    case CCURL_TOO_SLOW: return tooSlow
    case CCURL_TOO_LARGE: return .tooLarge(limit: request.limits.size)
    case CCURL_CUT_OFF: return .cutOff(reason: reason)
    case CCURL_NOT_TRUSTED: return .notTrusted(reason: reason)
    case CCURL_STOPPED: return .cutOff(reason: "a header without end")
    default: return .other(reason: reason)
    }
  }

  private var tooSlow: FetchError {
    .tooSlow(
      seconds: (began.duration(to: .now).milliseconds + 500) / 1000, received: received)
  }

  private func allows(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let address = NetworkAddress(bytes: Array(bytes))
    if allowsPrivate || address.isPublic { return true }
    refused = address
    return false
  }

  private func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= request.limits.size - body.count else {
      excess = .tooLarge(limit: request.limits.size)
      return false
    }
    guard bytes.count <= room() else {
      excess = .other(reason: "too much comes at once; alone it may be had")
      return false
    }
    body += bytes
    return true
  }

  /// The transfer that a call of libcurl's is about.
  private static func of(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func bytes(
    _ start: UnsafePointer<UInt8>?, _ count: Int
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: count)
  }
}
