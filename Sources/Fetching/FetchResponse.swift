import CCurl
import Model

/// What a server has answered.
public struct FetchResponse: Sendable {
  public var status: Int

  /// The address that has answered, without a password.
  public var url: String

  /// Where the address has moved for good, as far as redirections say so, with the password that it
  /// may need; `nil` where it has not.
  public var movedTo: String?

  /// In their order; names as the server writes them.
  public var headers: [HeaderField] = []

  /// Unpacked.
  public var body: [UInt8] = []

  public var isNotModified: Bool { status == 304 }
  public var isSuccess: Bool { (200..<300).contains(status) }

  /// The value of the first field of a name, in any case.
  public subscript(name: String) -> String? {
    let name = name.lowercased()
    return headers.first { $0.name.lowercased() == name && !$0.value.isEmpty }?.value
  }

  /// When the server says that it answered.
  public var date: Instant? { self["date"].flatMap(FetchResponse.instant) }

  /// When the server wants to be asked again, at the earliest.
  public func retryTime(now: Instant) -> Instant? {
    guard let value = self["retry-after"] else { return nil }
    // Nobody waits longer than this, and the sum fits.
    let longest = 366 * 86_400
    if let seconds = Int(value), seconds >= 0 {
      return Instant(seconds: now.seconds + min(seconds, longest))
    }
    return FetchResponse.instant(value)
  }

  private static func instant(_ text: String) -> Instant? {
    let seconds = ccurl_date(text)
    return seconds >= 0 ? Instant(seconds: Int(seconds)) : nil
  }
}
